//! Digests of what template values would be made of, without making them.

use std::sync::Arc;

use rayon::prelude::*;

use super::bodies::{Asked, Texts};
use super::describe::{self, Backrefs};
use super::reading::Reading;
use crate::digest::{Digest, StableHasher};
use crate::graph::{EntryId, Site};
use crate::pages::holes::Holes;
use crate::schema::{CollectionId, LanguageId};

/// For each value of a site, a digest of what it is made of.
pub(in crate::pages) struct Digests {
    fields: Vec<Digest>,
    listed: Vec<Digest>,
    /// By language and collection.
    lists: Vec<Vec<Digest>>,
    /// Of `site`, by language.
    sites: Vec<Digest>,
}

impl Digests {
    /// With `holes`, digests that differ of whatever lacks a value, or has another value in it that does.
    pub(super) fn new(
        site: &Site,
        (asked, texts): (&Asked, &Texts),
        holes: Option<&Holes>,
    ) -> Self {
        type Read<'a> = dyn Fn(EntryId, &mut ForDigest<'_>) + Sync + 'a;
        let ids: Vec<EntryId> = site.ids().collect();
        let level = |stubs: &[Digest], below: &[Digest], read: &Read<'_>| -> Vec<Digest> {
            let digest = |id: &EntryId| {
                let trace = StableHasher::default();
                let mut reading = ForDigest {
                    trace,
                    stubs,
                    below,
                    bodies: Some((asked, texts)),
                    holes,
                };
                read(*id, &mut reading);
                reading.trace.digest()
            };
            ids.par_iter().map(digest).collect()
        };
        let stubs = level(&[], &[], &|id, reading| {
            describe::stub(site, id, reading);
        });
        let entry = |below: &[Digest], backrefs| {
            level(&stubs, below, &|id, reading| {
                describe::entry(site, id, backrefs, reading);
                reading.mark_if(|holes| holes.are_in_fields_of(id));
            })
        };
        let fields = entry(&stubs, Backrefs::Omit);
        let linked = entry(&fields, Backrefs::ButTagged);
        let listed = entry(&linked, Backrefs::Include);
        let list = |collection: CollectionId, language: LanguageId| {
            let mut trace = StableHasher::default();
            let entries = site.listed(collection, language);
            trace.list(entries.len());
            for id in entries {
                trace.part(listed[id.0]);
            }
            trace.digest()
        };
        let languages = site.config.languages();
        let lists = languages.map(|language| {
            let collections = site.config.schema.ids();
            collections.map(|id| list(id, language)).collect()
        });
        let lists = lists.collect();
        let sites = site.config.languages().map(|language| {
            let mut reading = ForDigest {
                trace: StableHasher::default(),
                stubs: &[],
                below: &[],
                bodies: None,
                holes: None,
            };
            describe::site(site, language, &mut reading);
            reading.trace.digest()
        });
        Self {
            sites: sites.collect(),
            fields,
            listed,
            lists,
        }
    }

    /// Writes down what the value of an entry's own page is made of, but for its body.
    pub(super) fn trace_entry(&self, site: &Site, id: EntryId, trace: &mut StableHasher) {
        trace.part(self.listed[id.0]);
        let entry = site.entry(id);
        for neighbour in [entry.parent, entry.prev, entry.next] {
            match neighbour {
                Some(id) => trace.part(self.fields[id.0]),
                None => trace.absent(),
            }
        }
        for version in site.versions(id) {
            // The address of each, which search engines are told, is that of a page of its own.
            trace.part(self.fields[version.0]);
        }
        for entries in [&site.ancestors(id), &entry.children, &entry.related] {
            trace.list(entries.len());
            for id in entries {
                trace.part(self.fields[id.0]);
            }
        }
    }

    /// Of an entry as lists hold it.
    pub(super) fn listed(&self, id: EntryId) -> Digest {
        self.listed[id.0]
    }

    /// Of a collection's entries as a language lists them.
    pub(in crate::pages) fn list(&self, collection: CollectionId, language: LanguageId) -> Digest {
        self.lists[language.0][collection.0]
    }

    /// Of `site` in a language.
    pub(in crate::pages) fn site(&self, language: LanguageId) -> Digest {
        self.sites[language.0]
    }
}

/// Reads a digest. What a list or a map holds is written down before it, and its size with it: so no two records
/// read alike.
pub(super) struct ForDigest<'a> {
    pub(super) trace: StableHasher,
    pub(super) stubs: &'a [Digest],
    pub(super) below: &'a [Digest],
    /// What is asked of bodies.
    pub(super) bodies: Option<(&'a Asked, &'a Texts)>,
    pub(super) holes: Option<&'a Holes>,
}

impl ForDigest<'_> {
    /// Makes the digest another one than it would be without holes.
    fn mark_if(&mut self, has_hole: impl FnOnce(&Holes) -> bool) {
        if self.holes.is_some_and(has_hole) {
            self.trace.text("hole");
        }
    }
}

impl Reading for ForDigest<'_> {
    type Value = ();
    /// How many fields there are.
    type Map = usize;

    fn absent(&mut self) {
        self.trace.absent();
    }

    fn text(&mut self, text: &str) {
        self.trace.text(text);
    }

    fn html(&mut self, html: &str) {
        self.trace.text(html);
    }

    fn number(&mut self, number: i64) {
        self.trace.number(number);
    }

    fn truth(&mut self, truth: bool) {
        self.trace.number(truth.into());
    }

    fn list(&mut self, items: Vec<()>) {
        self.trace.list(items.len());
    }

    fn map(&mut self, fields: usize) {
        self.trace.list(fields);
    }

    fn field(&mut self, fields: &mut usize, _: &Arc<str>, (): ()) {
        // The name is in site.toml, and a page is rendered anew whenever that changes.
        *fields += 1;
    }

    fn fixed(&mut self, fields: &mut usize, _: &'static str, (): ()) {
        *fields += 1;
    }

    fn entry(&mut self, id: EntryId) {
        self.trace.part(self.below[id.0]);
    }

    fn optional_entry(&mut self, id: Option<EntryId>) {
        if let Some(id) = id {
            self.entry(id);
        } else {
            self.mark_if(|_| true);
            self.absent();
        }
    }

    fn body(&mut self, fields: &mut usize, id: EntryId, collection: CollectionId) {
        let Some((asked, texts)) = self.bodies else {
            return;
        };
        for field in asked.of(collection).each() {
            self.mark_if(|holes| holes.are_in_body_of(id));
            match texts.of(id, field) {
                Some((_, digest)) => self.trace.part(*digest),
                None => self.trace.absent(),
            }
            *fields += 1;
        }
    }

    fn stub(&mut self, id: EntryId) -> usize {
        self.trace.part(self.stubs[id.0]);
        1
    }
}
