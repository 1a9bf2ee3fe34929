//! What a template sees of an entry, described once for every [`Reading`]. `docs/templates.md` is the contract.

use std::collections::BTreeSet;

use super::reading::Reading;
use super::versions::in_its_language;
use crate::config::{MenuItem, is_of_theme};
use crate::content::{Citation, Picture, Value, ValueView};
use crate::graph::{BackReference, Entry, EntryId, Paragraph, Site};
use crate::pages::address::{crop_address, paragraph_url, picture_address};
use crate::pages::channel::Channel;
use crate::pages::files::{script_address, search_script};
use crate::path::encode;
use crate::schema::{FeedFormat, Field, LanguageId, SourceRole};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Backrefs {
    /// All.
    Include,
    /// But for the entries that have a tag: whoever names the tag would hang on all of them.
    ButTagged,
    Omit,
}

/// An entry without its fields.
pub(super) fn stub<R: Reading>(site: &Site, id: EntryId, reading: &mut R) -> R::Map {
    let entry = site.entry(id);
    // What stands in for a translation is the same as its original to whoever asks for one address.
    let original = site.words_of(entry);
    let permalink = original.url.as_ref();
    let permalink = permalink.map(|url| site.config.absolute(url));
    let mut map = R::Map::default();
    let mut text = |name, text: Option<&str>| {
        let value = reading.optional_text(text);
        reading.fixed(&mut map, name, value);
    };
    text("id", Some(&site.entry(entry.canonical).name));
    text("collection", Some(&site.collection(entry).name));
    text("slug", Some(&entry.document.slug));
    text("title", Some(site.title(entry)));
    text("url", entry.url.as_deref());
    text("permalink", permalink.as_deref());
    let language = site.config.in_language(original.document.language).language;
    text("language", Some(language.tag()));
    text("direction", Some(language.direction().name()));
    map
}

/// An entry with its fields.
pub(super) fn entry<R: Reading>(
    site: &Site,
    id: EntryId,
    backrefs: Backrefs,
    reading: &mut R,
) -> R::Map {
    let entry = site.entry(id);
    let collection = site.collection(entry);
    let mut map = reading.stub(id);
    let draft = reading.truth(site.absence(entry).is_some());
    reading.fixed(&mut map, "draft", draft);
    let schedule = entry.document.schedule;
    for (name, day) in [
        ("publish", schedule.publish),
        ("expires", schedule.expires),
        ("updated", site.updated(entry)),
    ] {
        let day = day.map(|day| day.to_string());
        let day = reading.optional_text(day.as_deref());
        reading.fixed(&mut map, name, day);
    }
    // A field that is declared by such a name takes its place.
    reading.body(&mut map, id, entry.document.collection);
    let mut describe = Description {
        site,
        entry,
        language: entry.document.language,
        reading,
    };
    for (field, value) in collection.fields.iter().zip(&entry.document.fields) {
        let value = match &collection.source {
            Some(role) if *field.name == *role.paragraphs.value => {
                describe.paragraphs(entry, role, value)
            }
            _ => describe.value(value),
        };
        describe.reading.field(&mut map, &field.name, value);
    }
    if collection.lists_others() {
        let count = i64::try_from(site.referring(id, 0).len()).unwrap_or(i64::MAX);
        let count = describe.reading.number(count);
        describe.reading.fixed(&mut map, "count", count);
    }
    if backrefs != Backrefs::Omit {
        let all = collection.backrefs.iter().zip(&entry.backrefs).enumerate();
        for (position, (backref, references)) in all {
            if collection.is_tagged(backref) {
                if backrefs == Backrefs::Include {
                    let tagged = site.referring(id, position).into_iter();
                    let tagged = tagged.map(|id| describe.reading.entry(id)).collect();
                    let tagged = describe.reading.list(tagged);
                    describe.reading.field(&mut map, &backref.name, tagged);
                }
                continue;
            }
            let references = references.iter();
            let references = references.map(|one| describe.back_reference(one)).collect();
            let references = describe.reading.list(references);
            describe.reading.field(&mut map, &backref.name, references);
        }
    }
    map
}

/// `site`, but for what site.toml alone decides.
pub(super) fn site<R: Reading>(site: &Site, language: LanguageId, reading: &mut R) -> R::Map {
    let config = &site.config;
    let here = config.in_language(language);
    let mut value = R::Map::default();
    let mut text = |name, text: &str| {
        let text = reading.text(text);
        reading.fixed(&mut value, name, text);
    };
    text("title", here.title);
    text("description", here.description);
    text("base_url", &config.base_url);
    text("home", site.home(language));
    text("language", here.language.tag());
    text("direction", here.language.direction().name());
    text("generator", concat!("warraq ", env!("CARGO_PKG_VERSION")));
    let search = search_script(config, language);
    let offline = config.offline.as_ref();
    let offline = offline.map(|_| format!("/{}", script_address()));
    for (name, address) in [("search", search), ("offline", offline)] {
        let script = address.map(|address| {
            let mut map = R::Map::default();
            let script = reading.text(&address);
            reading.fixed(&mut map, "script", script);
            reading.map(map)
        });
        let script = script.unwrap_or_else(|| reading.absent());
        reading.fixed(&mut value, name, script);
    }
    let feeds = feeds(site, Channel::of_collections(site, language), reading);
    reading.fixed(&mut value, "feeds", feeds);
    let mut menus = R::Map::default();
    for (name, items) in here.menus {
        let is_there = |item: &&MenuItem| {
            !item.is_entry
                || !is_of_theme(&item.target.span)
                || site.named(&item.target.value).is_some()
        };
        let items = items.iter().filter(is_there).map(|item| {
            let target = &*item.target.value;
            let entry = site.named(target).filter(|_| item.is_entry);
            let entry = entry.map(|id| site.version(id, language));
            let url = entry.and_then(|id| site.entry(id).url.as_deref());
            let mut map = R::Map::default();
            let mut text = |name, text: Option<&str>| {
                let text = reading.optional_text(text);
                reading.fixed(&mut map, name, text);
            };
            text("label", Some(&item.label));
            text("url", Some(url.unwrap_or(target)));
            let canonical = entry.map(|id| site.entry(site.entry(id).canonical));
            text("id", canonical.map(|one| one.name.as_str()));
            // Of the page that it leads to, since it is said in the language of this one.
            let led_to = entry.map(|id| site.language_of_words(site.entry(id)));
            let led_to = led_to.map(|language| config.in_language(language).language.tag());
            text("language", led_to);
            reading.map(map)
        });
        let items = items.collect();
        let items = reading.list(items);
        reading.field(&mut menus, &name.as_str().into(), items);
    }
    let menus = reading.map(menus);
    reading.fixed(&mut value, "menus", menus);
    value
}

/// Feeds, each in its formats.
pub(super) fn feeds<R: Reading>(
    site: &Site,
    channels: impl Iterator<Item = Channel>,
    reading: &mut R,
) -> R::Value {
    let mut described = Vec::new();
    for channel in channels {
        let collection = &site.config.schema.collection(channel.collection).name;
        let title = channel.title(site).unwrap_or_default();
        for format in FeedFormat::ALL {
            let Some(Ok(address)) = channel.address(site, format) else {
                continue;
            };
            let mut map = R::Map::default();
            for (name, text) in [
                ("collection", &**collection),
                ("title", &title),
                ("type", format.media_type().as_str()),
                ("url", address.as_str()),
            ] {
                let text = reading.text(text);
                reading.fixed(&mut map, name, text);
            }
            described.push(reading.map(map));
        }
    }
    reading.list(described)
}

struct Description<'a, R> {
    site: &'a Site,
    entry: &'a Entry,
    /// The language in which references are resolved.
    language: LanguageId,
    reading: &'a mut R,
}

impl<R: Reading> Description<'_, R> {
    fn value(&mut self, value: &Value) -> R::Value {
        match value.view() {
            ValueView::Nothing => self.reading.absent(),
            ValueView::Text(text) => self.reading.text(&text),
            ValueView::Prose(prose) => {
                let html = in_its_language(self.site, self.entry, &prose.body.html);
                self.reading.html(&html)
            }
            ValueView::Number(number) => self.reading.number(number),
            ValueView::Truth(truth) => self.reading.truth(truth),
            ValueView::Entry(reference) => {
                let target = self.site.resolve(reference, self.language);
                self.reading.optional_entry(target)
            }
            ValueView::Citation(citation) => self.citation(citation),
            ValueView::Picture(picture) => self.picture(picture),
            ValueView::List(items) => {
                let mut tags = BTreeSet::new();
                // A tag that is written in two ways is one.
                let items = items.iter().filter(|item| match item {
                    Value::Reference(tag) if tag.is_tag => {
                        tags.insert(self.site.resolve(tag, self.language))
                    }
                    _ => true,
                });
                let items: Vec<&Value> = items.collect();
                let items = items.into_iter().map(|item| self.value(item)).collect();
                self.reading.list(items)
            }
            ValueView::Record(id, values) => {
                let record = self.record(&self.site.config.schema.record(id).fields, values);
                self.reading.map(record)
            }
        }
    }

    fn record(&mut self, fields: &[Field], values: &[Value]) -> R::Map {
        let mut map = R::Map::default();
        for (field, value) in fields.iter().zip(values) {
            let value = self.value(value);
            self.reading.field(&mut map, &field.name, value);
        }
        map
    }

    fn back_reference(&mut self, reference: &BackReference) -> R::Value {
        let mut map = R::Map::default();
        let entry = self.reading.entry(reference.entry);
        self.reading.fixed(&mut map, "entry", entry);
        let via = match &reference.via {
            Some((id, values)) => {
                // It is said in the entry that refers.
                let entry = std::mem::replace(&mut self.entry, self.site.entry(reference.entry));
                let record = self.record(&self.site.config.schema.record(*id).fields, values);
                self.entry = entry;
                self.reading.map(record)
            }
            None => self.reading.absent(),
        };
        self.reading.fixed(&mut map, "via", via);
        self.reading.map(map)
    }

    fn picture(&mut self, picture: &Picture) -> R::Value {
        let mut map = R::Map::default();
        let address = picture_address(self.site, picture);
        let crops = picture.crops.iter().map(|crop| {
            let address = address.as_deref();
            (
                crop,
                address.map(|address| crop_address(address, crop, picture.focus)),
            )
        });
        for (crop, address) in crops {
            let address = address.as_deref().map(encode);
            let text = self.reading.optional_text(address.as_deref());
            self.reading.field(&mut map, crop, text);
        }
        let address = address.as_deref().map(encode);
        for (name, text) in [("url", address.as_deref()), ("alt", picture.alt.as_deref())] {
            let text = self.reading.optional_text(text);
            self.reading.fixed(&mut map, name, text);
        }
        self.reading.map(map)
    }

    fn citation(&mut self, citation: &Citation) -> R::Value {
        let quote: Vec<&str> = citation.quote.iter().map(|(text, _)| &**text).collect();
        let number = citation.paragraph;
        let source = citation.source.as_deref();
        let source = self.site.provenance.source(source);
        let url = source.and_then(|id| paragraph_url(self.site, id, number));
        let mut map = R::Map::default();
        let mut text = |name, text: Option<&str>| {
            let text = self.reading.optional_text(text);
            self.reading.fixed(&mut map, name, text);
        };
        text("text", Some(&quote.join(" … ")));
        text("url", url.as_deref());
        let directive = source.map(|id| self.site.directive(id, number, quote.iter().copied()));
        text("directive", directive.as_deref());
        let labels = self.site.paragraph_labels(source, number, self.language);
        let [label, long_label] = labels.map_or([None, None], |all| all.map(Some));
        text("label", label.as_deref());
        text("long_label", long_label.as_deref());
        text("translation", citation.translation.as_deref());
        let number = self.reading.number(number);
        self.reading.fixed(&mut map, "p", number);
        let quote = self.reading.texts(quote);
        self.reading.fixed(&mut map, "quote", quote);
        let source = source.map(|id| self.source(id));
        let source = source.unwrap_or_else(|| self.reading.absent());
        self.reading.fixed(&mut map, "source", source);
        let against = citation.against.iter();
        let against = against.map(|other| self.citation(other)).collect();
        let against = self.reading.list(against);
        self.reading.fixed(&mut map, "against", against);
        self.reading.map(map)
    }

    /// The source of a citation.
    fn source(&mut self, id: EntryId) -> R::Value {
        let mut map = self.reading.stub(self.site.version(id, self.language));
        let name = self.site.source_name(id, self.language);
        let name = self.reading.optional_text(name);
        self.reading.fixed(&mut map, "name", name);
        self.reading.map(map)
    }

    /// A source's paragraphs, each with its address, its quoted words and the pages that cite it.
    fn paragraphs(&mut self, entry: &Entry, role: &SourceRole, value: &Value) -> R::Value {
        let Value::List(items) = value else {
            return self.value(value);
        };
        let items = items.iter();
        let items = items.filter_map(|item| self.paragraph(entry, role, item));
        let items = items.collect();
        self.reading.list(items)
    }

    fn paragraph(&mut self, entry: &Entry, role: &SourceRole, item: &Value) -> Option<R::Value> {
        let Value::Record(record, values) = item else {
            return None;
        };
        let fields = &self.site.config.schema.record(*record).fields;
        let position = fields.iter().position(|f| *f.name == *role.number.value)?;
        let Value::Int(number) = values.get(position)? else {
            return None;
        };
        let mut map = self.record(fields, values);
        let paragraphs = &self.site.provenance.paragraphs;
        let paragraph = paragraphs.get(&(entry.canonical, *number));
        let url = entry.page.as_ref().map(|page| format!("{page}#p{number}"));
        let name = self.reading.text(&format!("p{number}"));
        self.reading.fixed(&mut map, "id", name);
        let url = self.reading.optional_text(url.as_deref());
        self.reading.fixed(&mut map, "url", url);
        let excerpts = paragraph.into_iter().flat_map(Paragraph::excerpts);
        let excerpts = self.reading.texts(excerpts);
        self.reading.fixed(&mut map, "excerpts", excerpts);
        let cited_by = paragraph.into_iter().flat_map(|one| &one.cited_by);
        // Readers of this language find the version in theirs, or what there is.
        let cited_by = cited_by.filter_map(|id| {
            let listed = self.site.listed_as(*id, self.language)?;
            let shown = self.site.entry(listed);
            let is_it = listed == *id || shown.document.is_stand_in() && shown.canonical == *id;
            is_it.then(|| self.reading.entry(listed))
        });
        let cited_by = cited_by.collect();
        let cited_by = self.reading.list(cited_by);
        self.reading.fixed(&mut map, "cited_by", cited_by);
        Some(self.reading.map(map))
    }
}
