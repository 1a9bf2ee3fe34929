//! What templates see: entries as template values, three levels deep.
//!
//! References make the site a graph with cycles and a template value is a tree, so each level is built of
//! the one below: level 0 has an entry's fields with bare stubs for its references, level 1 has level 0
//! there, level 2 has level 1. Values share their insides, so a level costs little more than its own fields.
//! They are made when a page first needs them; digests of what they would be made of are made for all.

mod describe;
mod reading;
mod shape;

use std::sync::Arc;
use std::sync::OnceLock;

use rayon::prelude::*;
use tera::Value as TeraValue;

use describe::Backrefs;
use reading::{Fields, ForDigest, ForTemplates, Reading};
pub(super) use shape::{PageBody, Shape, Shapes};

use super::plan::card_address;
use crate::digest::{Digest, StableHasher};
use crate::graph::{EntryId, Site};
use crate::markdown::Body;
use crate::pictures::card;
use crate::schema::CollectionId;

/// A site as template values.
pub(super) struct Values {
    site: Arc<Site>,
    /// What each entry's values at all levels begin with.
    stubs: Vec<OnceLock<Fields>>,
    /// The values of each entry at each level.
    levels: [Vec<OnceLock<TeraValue>>; 3],
    lists: Vec<OnceLock<TeraValue>>,
    /// `site`.
    pub(super) site_value: TeraValue,
    digests: OnceLock<Digests>,
}

/// How much a value tells of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    /// No fields.
    Stub,
    /// Fields, with stubs for references.
    Fields,
    /// Fields and back-references, with fields for either.
    Linked,
}

impl Values {
    pub(super) fn new(site: Arc<Site>) -> Self {
        fn empty<T>(count: usize) -> Vec<OnceLock<T>> {
            (0..count).map(|_| OnceLock::new()).collect()
        }
        let entries = site.entries.len();
        let mut values = Self {
            stubs: empty(entries),
            levels: [empty(entries), empty(entries), empty(entries)],
            lists: empty(site.config.schema.collections.len()),
            site_value: TeraValue::none(),
            digests: OnceLock::new(),
            site,
        };
        let mut reading = values.reading(None);
        let mut site_value = describe::site(&values.site, &mut reading);
        // Nothing but site.toml makes this, and a page is rendered anew whenever that changes.
        let extra = values.site.config.extra.clone();
        reading.fixed(&mut site_value, "extra", extra);
        let site_value = reading.map(site_value);
        values.site_value = site_value;
        values
    }

    /// Whether these are the values of this very site.
    pub(super) fn are_of(&self, site: &Arc<Site>) -> bool {
        Arc::ptr_eq(&self.site, site)
    }

    /// Reads values whose references come from the level `below`.
    fn reading(&self, below: Option<Level>) -> ForTemplates<'_> {
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
                Level::Linked => (Level::Fields, Backrefs::Include),
            };
            let mut reading = self.reading(Some(below));
            let fields = describe::entry(&self.site, id, backrefs, &mut reading);
            reading.map(fields)
        });
        value.clone()
    }

    /// An entry as a collection's list and its own page hold it.
    fn listed(&self, id: EntryId) -> Fields {
        let mut reading = self.reading(Some(Level::Linked));
        describe::entry(&self.site, id, Backrefs::Include, &mut reading)
    }

    /// Makes the lists of these collections. Not while pages are rendered: a thread that waits for a list may
    /// be the one that makes it.
    pub(super) fn prepare(&self, collections: impl IntoIterator<Item = CollectionId>) {
        for collection in collections {
            self.lists[collection.0].get_or_init(|| {
                let ids = self.site.of(collection).par_iter();
                let entries = ids.map(|id| self.reading(None).map(self.listed(*id)));
                entries.collect::<Vec<_>>().into()
            });
        }
    }

    /// A collection's entries, in order, once they are prepared.
    pub(super) fn list(&self, collection: CollectionId) -> Option<&TeraValue> {
        self.lists[collection.0].get()
    }

    /// Digests of what the values are made of.
    pub(super) fn digests(&self) -> &Digests {
        self.digests.get_or_init(|| Digests::new(&self.site))
    }

    /// Where a card is, and its size. The entry's address and site.toml alone decide it, so no digest need know of it.
    fn card(&self, address: &str) -> TeraValue {
        let mut reading = self.reading(None);
        let mut map = Fields::default();
        let (width, height) = card::SIZE;
        let permalink = self.site.config.absolute(address);
        reading.fixed(&mut map, "url", format!("/{address}").into());
        reading.fixed(&mut map, "permalink", permalink.into());
        reading.fixed(&mut map, "width", u64::from(width).into());
        reading.fixed(&mut map, "height", u64::from(height).into());
        reading.map(map)
    }

    /// An entry as its own page has it; its card has no body.
    pub(super) fn page(&self, id: EntryId, template: &str, body: Option<&Body>) -> TeraValue {
        let entry = self.site.entry(id);
        let mut page = self.listed(id);
        let mut reading = self.reading(Some(Level::Fields));
        if let Some(body) = body {
            let toc = body.headings.iter().map(|heading| {
                let mut map = Fields::default();
                reading.fixed(&mut map, "id", heading.id.as_str().into());
                reading.fixed(&mut map, "title", heading.title.as_str().into());
                reading.fixed(&mut map, "level", u64::from(heading.level).into());
                reading.map(map)
            });
            let toc: Vec<TeraValue> = toc.collect();
            reading.fixed(&mut page, "toc", toc.into());
            reading.fixed(&mut page, "content", TeraValue::safe_string(&body.html));
        }
        reading.fixed(&mut page, "template", template.into());
        let card = card_address(&self.site, id).map(|address| self.card(&address));
        reading.fixed(&mut page, "card", card.into());
        for (name, neighbour) in [
            ("parent", entry.parent),
            ("prev", entry.prev),
            ("next", entry.next),
        ] {
            let neighbour = reading.optional_entry(neighbour);
            reading.fixed(&mut page, name, neighbour);
        }
        reading.map(page)
    }
}

/// For each value of a site, a digest of what it is made of.
pub(super) struct Digests {
    fields: Vec<Digest>,
    listed: Vec<Digest>,
    lists: Vec<Digest>,
    /// Of `site`.
    pub(super) site: Digest,
}

impl Digests {
    fn new(site: &Site) -> Self {
        type Read<'a> = dyn Fn(EntryId, &mut ForDigest<'_>) + Sync + 'a;
        let ids: Vec<EntryId> = site.ids().collect();
        let level = |stubs: &[Digest], below: &[Digest], read: &Read<'_>| -> Vec<Digest> {
            let digest = |id: &EntryId| {
                let trace = StableHasher::default();
                let mut reading = ForDigest {
                    trace,
                    stubs,
                    below,
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
            })
        };
        let fields = entry(&stubs, Backrefs::Omit);
        let linked = entry(&fields, Backrefs::Include);
        let listed = entry(&linked, Backrefs::Include);
        let lists = site.config.schema.ids().map(|collection| {
            let mut trace = StableHasher::default();
            trace.list(site.of(collection).len());
            for id in site.of(collection) {
                trace.part(listed[id.0]);
            }
            trace.digest()
        });
        let lists = lists.collect();
        let mut reading = ForDigest {
            trace: StableHasher::default(),
            stubs: &[],
            below: &[],
        };
        describe::site(site, &mut reading);
        Self {
            fields,
            listed,
            lists,
            site: reading.trace.digest(),
        }
    }

    /// Writes down what a page's value is made of, but for its body.
    pub(super) fn trace_page(&self, site: &Site, id: EntryId, trace: &mut StableHasher) {
        trace.part(self.listed[id.0]);
        let entry = site.entry(id);
        for neighbour in [entry.parent, entry.prev, entry.next] {
            match neighbour {
                Some(id) => trace.part(self.fields[id.0]),
                None => trace.absent(),
            }
        }
    }

    /// Of a collection's entries, in order.
    pub(super) fn list(&self, collection: CollectionId) -> Digest {
        self.lists[collection.0]
    }
}

/// The address of a paragraph on its source's page.
pub(super) fn paragraph_url(site: &Site, source: EntryId, number: i64) -> Option<String> {
    let page = site.entry(source).page.as_ref()?;
    Some(format!("{page}#p{number}"))
}
