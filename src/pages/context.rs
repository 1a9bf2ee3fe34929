//! What templates see: entries as template values, three levels deep. `docs/templates.md` is the contract.
//!
//! References make the site a graph with cycles and a template value is a tree, so each level is built of
//! the one below: level 0 has an entry's fields with bare stubs for its references, level 1 has level 0
//! there, level 2 has level 1. Values share their insides, so a level costs little more than its own fields.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use tera::Value as TeraValue;
use tera::value::Key;

use crate::config::Config;
use crate::graph::{BackReference, Entry, EntryId, Paragraph, Site};
use crate::schema::{Citation, Field, SourceRole, Value};

/// The fields of a map before it becomes a value. Making one hashes every key, so that is done once.
#[derive(Clone)]
struct Fields(Vec<(Key<'static>, TeraValue)>);

impl Fields {
    fn insert(&mut self, key: Key<'static>, value: TeraValue) {
        self.0.push((key, value));
    }
}

impl FromIterator<(Key<'static>, TeraValue)> for Fields {
    fn from_iter<I: IntoIterator<Item = (Key<'static>, TeraValue)>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl From<Fields> for TeraValue {
    fn from(fields: Fields) -> Self {
        BTreeMap::from_iter(fields.0).into()
    }
}

/// Entries as template values.
pub(super) struct Values<'a> {
    site: &'a Site,
    stubs: Vec<Fields>,
    fields: Vec<TeraValue>,
    linked: Vec<TeraValue>,
}

impl<'a> Values<'a> {
    pub(super) fn new(site: &'a Site) -> Self {
        let ids: Vec<EntryId> = site.ids().collect();
        let stubs: Vec<Fields> = ids.par_iter().map(|id| stub(site, *id)).collect();
        let values = |level: &(dyn Fn(EntryId) -> Fields + Sync)| -> Vec<TeraValue> {
            ids.par_iter().map(|id| level(*id).into()).collect()
        };
        let bare = values(&|id| stubs[id.0].clone());
        let fields = values(&|id| level(site, id, &stubs[id.0], &bare, Backrefs::Omit));
        let linked = values(&|id| level(site, id, &stubs[id.0], &fields, Backrefs::Include));
        Self {
            site,
            stubs,
            fields,
            linked,
        }
    }

    /// An entry as a collection's list holds it.
    fn listed(&self, id: EntryId) -> Fields {
        level(
            self.site,
            id,
            &self.stubs[id.0],
            &self.linked,
            Backrefs::Include,
        )
    }

    /// A collection's entries, in order.
    pub(super) fn list(&self, ids: &[EntryId]) -> TeraValue {
        let entries: Vec<TeraValue> = ids.par_iter().map(|id| self.listed(*id).into()).collect();
        entries.into()
    }

    /// An entry as its own page has it.
    pub(super) fn page(&self, id: EntryId, template: &str, body: &str) -> TeraValue {
        let entry = self.site.entry(id);
        let mut page = self.listed(id);
        let headings = &entry.document.body.headings;
        let toc: Vec<TeraValue> = headings
            .iter()
            .map(|heading| {
                map([
                    ("id", heading.id.as_str().into()),
                    ("title", heading.title.as_str().into()),
                    ("level", u64::from(heading.level).into()),
                ])
            })
            .collect();
        let neighbour = |id: Option<EntryId>| id.map(|id| self.fields[id.0].clone()).into();
        page.insert(Key::Str("template"), template.into());
        page.insert(Key::Str("content"), TeraValue::safe_string(body));
        page.insert(Key::Str("toc"), toc.into());
        page.insert(Key::Str("parent"), neighbour(entry.parent));
        page.insert(Key::Str("prev"), neighbour(entry.prev));
        page.insert(Key::Str("next"), neighbour(entry.next));
        page.into()
    }

    /// `site`.
    pub(super) fn site(&self) -> TeraValue {
        let config = &self.site.config;
        let menus: Fields = config
            .menus
            .iter()
            .map(|(name, items)| {
                let items: Vec<TeraValue> = items
                    .iter()
                    .map(|item| {
                        let target = &item.target.value;
                        let entry = self.site.named(target).filter(|_| item.is_entry);
                        let url = entry.and_then(|id| self.site.entry(id).url.clone());
                        map([
                            ("label", item.label.as_str().into()),
                            ("url", url.unwrap_or_else(|| target.clone()).into()),
                            ("id", entry.map(|_| target.as_str()).into()),
                        ])
                    })
                    .collect();
                (Key::from(name.clone()), items.into())
            })
            .collect();
        map([
            ("title", config.title.as_str().into()),
            ("description", config.description.as_str().into()),
            ("base_url", config.base_url.as_str().into()),
            ("language", config.language.tag().into()),
            ("direction", config.language.direction().name().into()),
            ("menus", menus.into()),
            ("extra", config.extra.clone()),
            (
                "generator",
                concat!("warraq ", env!("CARGO_PKG_VERSION")).into(),
            ),
        ])
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Backrefs {
    Include,
    Omit,
}

fn map<const N: usize>(entries: [(&'static str, TeraValue); N]) -> TeraValue {
    let map: Fields = entries
        .into_iter()
        .map(|(key, value)| (Key::Str(key), value))
        .collect();
    map.into()
}

fn key(name: &Arc<str>) -> Key<'static> {
    Key::String(name.clone())
}

/// An entry without its fields.
fn stub(site: &Site, id: EntryId) -> Fields {
    let entry = site.entry(id);
    let permalink = entry.url.as_ref().map(|url| site.config.absolute(url));
    let collection = &*site.collection(entry).name;
    [
        ("id", entry.name.as_str().into()),
        ("collection", collection.into()),
        ("slug", (&*entry.document.slug).into()),
        ("title", site.title(entry).into()),
        ("url", entry.url.as_deref().into()),
        ("permalink", permalink.into()),
    ]
    .into_iter()
    .map(|(key, value): (_, TeraValue)| (Key::Str(key), value))
    .collect()
}

/// An entry with its fields, on top of its stub; what it refers to comes from the level `below`.
fn level(
    site: &Site,
    id: EntryId,
    stub: &Fields,
    below: &[TeraValue],
    backrefs: Backrefs,
) -> Fields {
    let entry = site.entry(id);
    let collection = site.collection(entry);
    let builder = Builder { site, below };
    let mut map = stub.clone();
    for (field, value) in collection.fields.iter().zip(&entry.document.fields) {
        let value = match &collection.source {
            Some(role) if *field.name == *role.paragraphs.value => {
                builder.paragraphs(entry, id, role, value)
            }
            _ => builder.value(value),
        };
        map.insert(key(&field.name), value);
    }
    if backrefs == Backrefs::Include {
        for (backref, references) in collection.backrefs.iter().zip(&entry.backrefs) {
            let references: Vec<TeraValue> = references
                .iter()
                .map(|reference| builder.back_reference(reference))
                .collect();
            map.insert(key(&backref.name), references.into());
        }
    }
    map
}

/// Values of one level.
struct Builder<'a> {
    site: &'a Site,
    below: &'a [TeraValue],
}

impl Builder<'_> {
    fn value(&self, value: &Value) -> TeraValue {
        match value {
            Value::Null => TeraValue::none(),
            Value::String(text) => (&**text).into(),
            Value::Int(number) => (*number).into(),
            Value::Bool(truth) => (*truth).into(),
            Value::Date(date) => date.to_string().into(),
            Value::Markdown(prose) => TeraValue::safe_string(&prose.html),
            Value::Reference(reference) => {
                let target = self.site.resolve(reference);
                target.map(|id| self.below[id.0].clone()).into()
            }
            Value::Citation(citation) => self.citation(citation),
            Value::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.value(item)).collect();
                items.into()
            }
            Value::Record(id, values) => {
                let fields = &self.site.config.schema.record(*id).fields;
                self.record(fields, values).into()
            }
        }
    }

    fn record(&self, fields: &[Field], values: &[Value]) -> Fields {
        let values = fields.iter().zip(values);
        values
            .map(|(field, value)| (key(&field.name), self.value(value)))
            .collect()
    }

    fn back_reference(&self, reference: &BackReference) -> TeraValue {
        let via = reference.via.as_ref().map(|(id, values)| {
            let fields = &self.site.config.schema.record(*id).fields;
            TeraValue::from(self.record(fields, values))
        });
        map([
            ("entry", self.below[reference.entry.0].clone()),
            ("via", via.into()),
        ])
    }

    fn citation(&self, citation: &Citation) -> TeraValue {
        let quote: Vec<&str> = citation.quote.iter().map(|(text, _)| &**text).collect();
        let text = quote.join(" … ");
        let quote: Vec<TeraValue> = quote.into_iter().map(TeraValue::from).collect();
        let number = citation.paragraph;
        let role = self.site.config.schema.source().map(|(_, role)| role);
        let source = self
            .site
            .provenance
            .source(self.site, citation.source.as_deref());
        let url = source.and_then(|id| paragraph_url(self.site, id, number));
        map([
            ("p", number.into()),
            ("quote", quote.into()),
            ("text", text.into()),
            ("url", url.into()),
            ("label", role.map(|role| role.label_of(number)).into()),
            (
                "long_label",
                role.map(|role| role.long_label_of(number)).into(),
            ),
        ])
    }

    /// A source's paragraphs, each with its address, its quoted words and the pages that cite it.
    fn paragraphs(
        &self,
        entry: &Entry,
        id: EntryId,
        role: &SourceRole,
        value: &Value,
    ) -> TeraValue {
        let Value::List(items) = value else {
            return self.value(value);
        };
        let config: &Config = &self.site.config;
        let items = items.iter().filter_map(|item| {
            let Value::Record(record, values) = item else {
                return None;
            };
            let fields = &config.schema.record(*record).fields;
            let position = fields.iter().position(|f| *f.name == *role.number.value)?;
            let Value::Int(number) = values.get(position)? else {
                return None;
            };
            let mut map = if role.publishes_full_text() {
                self.record(fields, values)
            } else {
                // Nothing but the number may repeat the source's words.
                let without_text = fields
                    .iter()
                    .zip(&**values)
                    .map(|(field, value)| match value {
                        Value::Int(_) => (key(&field.name), self.value(value)),
                        _ => (key(&field.name), TeraValue::none()),
                    });
                without_text.collect()
            };
            let paragraph = self.site.provenance.paragraphs.get(&(id, *number));
            let excerpts = paragraph.map(|p| p.excerpts().map(TeraValue::from).collect::<Vec<_>>());
            let cited_by = paragraph.map(|p| self.cited_by(p));
            let url = entry.page.as_ref().map(|page| format!("{page}#p{number}"));
            map.insert(Key::Str("id"), format!("p{number}").into());
            map.insert(Key::Str("url"), url.into());
            map.insert(Key::Str("excerpts"), excerpts.unwrap_or_default().into());
            map.insert(Key::Str("cited_by"), cited_by.unwrap_or_default().into());
            Some(TeraValue::from(map))
        });
        items.collect::<Vec<_>>().into()
    }

    fn cited_by(&self, paragraph: &Paragraph) -> Vec<TeraValue> {
        paragraph
            .cited_by
            .iter()
            .map(|id| self.below[id.0].clone())
            .collect()
    }
}

/// The address of a paragraph on its source's page.
pub(super) fn paragraph_url(site: &Site, source: EntryId, number: i64) -> Option<String> {
    let page = site.entry(source).page.as_ref()?;
    Some(format!("{page}#p{number}"))
}
