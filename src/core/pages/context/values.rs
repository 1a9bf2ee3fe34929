//! Entries as template values, made when a page first needs them.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use tera::Value as TeraValue;
use tera::value::Key;

use super::bodies::{Asked, Texts};
use super::describe::{self, Backrefs};
use super::digests::Digests;
use super::reading::Reading;
use crate::graph::{EntryId, Site};
use crate::pages::holes::Holes;
use crate::schema::{CollectionId, LanguageId};

/// A site as template values.
pub(in crate::pages) struct Values {
    pub(super) site: Arc<Site>,
    /// What each entry's values at all levels begin with.
    stubs: Vec<OnceLock<Fields>>,
    /// The values of each entry at each level.
    levels: [Vec<OnceLock<TeraValue>>; 3],
    /// By language and collection.
    lists: Vec<Vec<OnceLock<TeraValue>>>,
    /// The pages of each list that takes several, by their numbers.
    pub(super) pagers: BTreeMap<EntryId, OnceLock<TeraValue>>,
    /// `site`, by language.
    sites: Vec<TeraValue>,
    digests: OnceLock<Digests>,
    /// What their templates ask of bodies.
    pub(super) asked: Asked,
    pub(super) texts: Arc<Texts>,
}

/// How much a value tells of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    /// No fields.
    Stub,
    /// Fields, with stubs for references.
    Fields,
    /// Fields and back-references, with fields for either.
    Linked,
}

impl Values {
    pub(in crate::pages) fn new(site: Arc<Site>, asked: Asked, texts: Arc<Texts>) -> Self {
        fn empty<T>(count: usize) -> Vec<OnceLock<T>> {
            (0..count).map(|_| OnceLock::new()).collect()
        }
        let entries = site.entries.len();
        let mut values = Self {
            stubs: empty(entries),
            levels: [empty(entries), empty(entries), empty(entries)],
            lists: site
                .config
                .languages()
                .map(|_| empty(site.config.schema.collections.len()))
                .collect(),
            pagers: site
                .listings
                .keys()
                .map(|host| (*host, OnceLock::new()))
                .collect(),
            sites: Vec::new(),
            digests: OnceLock::new(),
            asked,
            texts,
            site,
        };
        let sites = values.site.config.languages().map(|language| {
            let mut reading = values.reading(None);
            let mut site_value = describe::site(&values.site, language, &mut reading);
            // Nothing but site.toml makes this, and a page is rendered anew whenever that changes.
            let extra = values.site.config.in_language(language).extra.clone();
            reading.fixed(&mut site_value, "extra", extra);
            reading.map(site_value)
        });
        values.sites = sites.collect();
        values
    }

    /// Reads values whose references come from the level `below`.
    pub(super) fn reading(&self, below: Option<Level>) -> ForTemplates<'_> {
        ForTemplates {
            values: self,
            below,
        }
    }

    fn stub(&self, id: EntryId) -> &Fields {
        self.stubs[id.0].get_or_init(|| describe::stub(&self.site, id, &mut self.reading(None)))
    }

    fn entry(&self, level: Level, id: EntryId) -> TeraValue {
        let value = self.levels[level as usize][id.0].get_or_init(|| {
            let (below, backrefs) = match level {
                Level::Stub => return self.reading(None).map(self.stub(id).clone()),
                Level::Fields => (Level::Stub, Backrefs::Omit),
                Level::Linked => (Level::Fields, Backrefs::ButTagged),
            };
            let mut reading = self.reading(Some(below));
            let fields = describe::entry(&self.site, id, backrefs, &mut reading);
            reading.map(fields)
        });
        value.clone()
    }

    /// An entry as a collection's list and its own page hold it.
    pub(super) fn listed(&self, id: EntryId) -> Fields {
        let mut reading = self.reading(Some(Level::Linked));
        describe::entry(&self.site, id, Backrefs::Include, &mut reading)
    }

    /// Makes the lists of these collections. Not while pages are rendered: a thread that waits for a list may
    /// be the one that makes it.
    pub(in crate::pages) fn prepare(&self, collections: impl IntoIterator<Item = CollectionId>) {
        for collection in collections {
            for (language, lists) in self.site.config.languages().zip(&self.lists) {
                lists[collection.0].get_or_init(|| {
                    let ids = self.site.listed(collection, language).par_iter();
                    let entries = ids.map(|id| self.reading(None).map(self.listed(*id)));
                    entries.collect::<Vec<_>>().into()
                });
            }
        }
    }

    /// A collection's entries as a language lists them, once they are prepared.
    pub(in crate::pages) fn list(
        &self,
        collection: CollectionId,
        language: LanguageId,
    ) -> Option<&TeraValue> {
        self.lists[language.0][collection.0].get()
    }

    /// `site` in a language.
    pub(in crate::pages) fn site_value(&self, language: LanguageId) -> &TeraValue {
        &self.sites[language.0]
    }

    /// Digests of what the values are made of.
    pub(in crate::pages) fn digests(&self) -> &Digests {
        let bodies = (&self.asked, &*self.texts);
        self.digests
            .get_or_init(|| Digests::new(&self.site, bodies, None))
    }

    /// The same values, with other digests where they have a hole.
    pub(super) fn marked(&self, holes: &Holes) -> Self {
        let bodies = (&self.asked, &*self.texts);
        let digests = Digests::new(&self.site, bodies, Some(holes));
        let (asked, texts) = (self.asked.clone(), self.texts.clone());
        Self {
            digests: digests.into(),
            ..Self::new(self.site.clone(), asked, texts)
        }
    }
}

/// The fields of a map before it becomes a value. Making one hashes every key, so that is done once.
pub(super) type Fields = Vec<(Key<'static>, TeraValue)>;

/// Reads values for templates.
pub(super) struct ForTemplates<'a> {
    pub(super) values: &'a Values,
    pub(super) below: Option<Level>,
}

impl Reading for ForTemplates<'_> {
    type Value = TeraValue;
    type Map = Fields;

    fn absent(&mut self) -> TeraValue {
        TeraValue::none()
    }

    fn text(&mut self, text: &str) -> TeraValue {
        text.into()
    }

    fn html(&mut self, html: &str) -> TeraValue {
        TeraValue::safe_string(html)
    }

    fn number(&mut self, number: i64) -> TeraValue {
        number.into()
    }

    fn truth(&mut self, truth: bool) -> TeraValue {
        truth.into()
    }

    fn list(&mut self, items: Vec<TeraValue>) -> TeraValue {
        items.into()
    }

    fn map(&mut self, map: Fields) -> TeraValue {
        BTreeMap::from_iter(map).into()
    }

    fn field(&mut self, map: &mut Fields, name: &Arc<str>, value: TeraValue) {
        map.push((Key::String(name.clone()), value));
    }

    fn fixed(&mut self, map: &mut Fields, name: &'static str, value: TeraValue) {
        map.push((Key::Str(name), value));
    }

    fn entry(&mut self, id: EntryId) -> TeraValue {
        let below = self.below.map(|level| self.values.entry(level, id));
        below.into()
    }

    fn body(&mut self, map: &mut Fields, id: EntryId, collection: CollectionId) {
        for field in self.values.asked.of(collection).each() {
            let value = self.values.texts.of(id, field);
            self.fixed(
                map,
                field.name(),
                value.map(|(value, _)| value.clone()).into(),
            );
        }
    }

    fn stub(&mut self, id: EntryId) -> Fields {
        self.values.stub(id).clone()
    }
}
