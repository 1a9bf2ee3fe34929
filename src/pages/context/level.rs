//! One level of values: an entry with its fields, where what it refers to comes from the level below.

use std::sync::Arc;

use tera::Value as TeraValue;
use tera::value::Key;

use super::paragraph_url;
use super::trace::{Fields, Part, Trace, trace_part};
use crate::config::Config;
use crate::graph::{BackReference, Entry, EntryId, Paragraph, Site};
use crate::schema::{Citation, Field, SourceRole, Value};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Backrefs {
    Include,
    Omit,
}

/// An entry without its fields.
pub(super) fn stub(site: &Site, id: EntryId) -> Fields {
    let entry = site.entry(id);
    let permalink = entry.url.as_ref().map(|url| site.config.absolute(url));
    let mut stub = Fields::default();
    stub.text("id", Some(&entry.name));
    stub.text("collection", Some(&site.collection(entry).name));
    stub.text("slug", Some(&entry.document.slug));
    stub.text("title", Some(site.title(entry)));
    stub.text("url", entry.url.as_deref());
    stub.text("permalink", permalink.as_deref());
    stub
}

/// An entry with its fields, on top of its stub; what it refers to comes from the level `below`.
pub(super) fn level(
    site: &Site,
    id: EntryId,
    stub: &Fields,
    below: &[Part],
    backrefs: Backrefs,
) -> Fields {
    let entry = site.entry(id);
    let collection = site.collection(entry);
    let builder = Builder { site, below };
    let mut map = stub.clone();
    for (field, value) in collection.fields.iter().zip(&entry.document.fields) {
        let value = match &collection.source {
            Some(role) if *field.name == *role.paragraphs.value => {
                builder.paragraphs(entry, id, role, value, &mut map.trace)
            }
            _ => builder.value(value, &mut map.trace),
        };
        map.insert(key(&field.name), value);
    }
    if backrefs == Backrefs::Include {
        for (backref, references) in collection.backrefs.iter().zip(&entry.backrefs) {
            map.trace.list(references.len());
            let references: Vec<TeraValue> = references
                .iter()
                .map(|reference| builder.back_reference(reference, &mut map.trace))
                .collect();
            map.insert(key(&backref.name), references.into());
        }
    }
    map
}

fn key(name: &Arc<str>) -> Key<'static> {
    Key::String(name.clone())
}

/// Values of one level. Each method writes down what its value is made of.
struct Builder<'a> {
    site: &'a Site,
    below: &'a [Part],
}

impl Builder<'_> {
    fn value(&self, value: &Value, trace: &mut Trace) -> TeraValue {
        match value {
            Value::Null => {
                trace.absent();
                TeraValue::none()
            }
            Value::String(text) => {
                trace.text(text);
                (&**text).into()
            }
            Value::Int(number) => {
                trace.number(*number);
                (*number).into()
            }
            Value::Bool(truth) => {
                trace.number(i64::from(*truth));
                (*truth).into()
            }
            Value::Date(date) => {
                let date = date.to_string();
                trace.text(&date);
                date.into()
            }
            Value::Markdown(prose) => {
                trace.text(&prose.body.html);
                TeraValue::safe_string(&prose.body.html)
            }
            Value::Reference(reference) => {
                let target = self.site.resolve(reference);
                trace_part(target.map(|id| &self.below[id.0]), trace)
            }
            Value::Citation(citation) => self.citation(citation, trace),
            Value::List(items) => {
                trace.list(items.len());
                let items: Vec<_> = items.iter().map(|item| self.value(item, trace)).collect();
                items.into()
            }
            Value::Record(id, values) => {
                let fields = &self.site.config.schema.record(*id).fields;
                self.record(fields, values, trace).into()
            }
        }
    }

    /// The values of a record, which its own trace holds; it is part of what `trace` records.
    fn record(&self, fields: &[Field], values: &[Value], trace: &mut Trace) -> Fields {
        let mut record = Fields::default();
        trace.list(values.len());
        for (field, value) in fields.iter().zip(values) {
            record.insert(key(&field.name), self.value(value, trace));
        }
        record
    }

    fn back_reference(&self, reference: &BackReference, trace: &mut Trace) -> TeraValue {
        let mut map = Fields::default();
        let entry = trace_part(Some(&self.below[reference.entry.0]), trace);
        map.insert(Key::Str("entry"), entry);
        let via = if let Some((id, values)) = &reference.via {
            let fields = &self.site.config.schema.record(*id).fields;
            self.record(fields, values, trace).into()
        } else {
            trace.absent();
            TeraValue::none()
        };
        map.insert(Key::Str("via"), via);
        map.into()
    }

    fn citation(&self, citation: &Citation, trace: &mut Trace) -> TeraValue {
        let quote: Vec<&str> = citation.quote.iter().map(|(text, _)| &**text).collect();
        let number = citation.paragraph;
        let role = self.site.config.schema.source().map(|(_, role)| role);
        let source = citation.source.as_deref();
        let source = self.site.provenance.source(self.site, source);
        let url = source.and_then(|id| paragraph_url(self.site, id, number));
        let mut map = Fields::default();
        map.text("text", Some(&quote.join(" … ")));
        map.text("url", url.as_deref());
        map.text("label", role.map(|role| role.label_of(number)).as_deref());
        let long_label = role.map(|role| role.long_label_of(number));
        map.text("long_label", long_label.as_deref());
        map.trace.number(number);
        map.insert(Key::Str("p"), number.into());
        map.texts("quote", quote);
        trace.append(&map.trace);
        map.into()
    }

    /// A source's paragraphs, each with its address, its quoted words and the pages that cite it.
    fn paragraphs(
        &self,
        entry: &Entry,
        id: EntryId,
        role: &SourceRole,
        value: &Value,
        trace: &mut Trace,
    ) -> TeraValue {
        let Value::List(items) = value else {
            return self.value(value, trace);
        };
        trace.list(items.len());
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
                self.record(fields, values, trace)
            } else {
                // Nothing but the number may repeat the source's words.
                let only_numbers = values.iter().map(|value| match value {
                    Value::Int(_) => value.clone(),
                    _ => Value::Null,
                });
                self.record(fields, &only_numbers.collect::<Vec<_>>(), trace)
            };
            let paragraph = self.site.provenance.paragraphs.get(&(id, *number));
            let url = entry.page.as_ref().map(|page| format!("{page}#p{number}"));
            map.text("id", Some(&format!("p{number}")));
            map.text("url", url.as_deref());
            let excerpts = paragraph.map(|p| p.excerpts().collect());
            map.texts("excerpts", excerpts.unwrap_or_default());
            let cited_by = paragraph.map(|p| self.cited_by(p, &mut map.trace));
            map.insert(Key::Str("cited_by"), cited_by.unwrap_or_default().into());
            trace.append(&map.trace);
            Some(TeraValue::from(map))
        });
        items.collect::<Vec<_>>().into()
    }

    fn cited_by(&self, paragraph: &Paragraph, trace: &mut Trace) -> Vec<TeraValue> {
        trace.list(paragraph.cited_by.len());
        let entries = paragraph.cited_by.iter();
        entries
            .map(|id| trace_part(Some(&self.below[id.0]), trace))
            .collect()
    }
}
