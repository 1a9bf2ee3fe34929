//! What templates see: entries as template values, three levels deep. `docs/templates.md` is the contract.
//!
//! References make the site a graph with cycles and a template value is a tree, so each level is built of
//! the one below: level 0 has an entry's fields with bare stubs for its references, level 1 has level 0
//! there, level 2 has level 1. Values share their insides, so a level costs little more than its own fields.
//! Every value comes with a digest of what it is made of.

mod level;
mod trace;

use std::sync::Arc;
use std::sync::OnceLock;

use rayon::prelude::*;
use tera::Value as TeraValue;
use tera::value::Key;

use level::{Backrefs, level, stub};
use trace::Fields;
pub(super) use trace::{Digest, Part, Trace};

use crate::content::Body;
use crate::graph::{EntryId, Site};
use crate::schema::CollectionId;

/// A site as template values.
pub(super) struct Values {
    site: Arc<Site>,
    stubs: Vec<Fields>,
    fields: Vec<Part>,
    linked: Vec<Part>,
    /// Digests of the entries as lists and their own pages have them.
    listed: OnceLock<Vec<Digest>>,
    lists: Vec<OnceLock<Part>>,
    /// `site`.
    pub(super) site_value: Part,
}

impl Values {
    pub(super) fn new(site: Arc<Site>) -> Self {
        let ids: Vec<EntryId> = site.ids().collect();
        let stubs: Vec<Fields> = ids.par_iter().map(|id| stub(&site, *id)).collect();
        let parts = |level: &(dyn Fn(EntryId) -> Fields + Sync)| -> Vec<Part> {
            ids.par_iter().map(|id| level(*id).into()).collect()
        };
        let bare = parts(&|id| stubs[id.0].clone());
        let fields = parts(&|id| level(&site, id, &stubs[id.0], &bare, Backrefs::Omit));
        let linked = parts(&|id| level(&site, id, &stubs[id.0], &fields, Backrefs::Include));
        Self {
            stubs,
            fields,
            linked,
            listed: OnceLock::new(),
            lists: site.config.schema.ids().map(|_| OnceLock::new()).collect(),
            site_value: site_value(&site).into(),
            site,
        }
    }

    /// Whether these are the values of this very site.
    pub(super) fn are_of(&self, site: &Arc<Site>) -> bool {
        Arc::ptr_eq(&self.site, site)
    }

    /// An entry as a collection's list holds it.
    fn listed(&self, id: EntryId) -> Fields {
        let stub = &self.stubs[id.0];
        level(&self.site, id, stub, &self.linked, Backrefs::Include)
    }

    /// Makes the lists of these collections. Not while pages are rendered: a thread that waits for a list may
    /// be the one that makes it.
    pub(super) fn prepare(&self, collections: impl IntoIterator<Item = CollectionId>) {
        for collection in collections {
            self.lists[collection.0].get_or_init(|| {
                let ids = self.site.of(collection);
                let entries: Vec<Part> = ids.par_iter().map(|id| self.listed(*id).into()).collect();
                let mut trace = Trace::default();
                trace.list(entries.len());
                for entry in &entries {
                    trace.part(entry.digest);
                }
                let entries: Vec<TeraValue> = entries.into_iter().map(|one| one.value).collect();
                Part {
                    value: entries.into(),
                    digest: trace.digest(),
                }
            });
        }
    }

    /// A collection's entries, in order, once they are prepared.
    pub(super) fn list(&self, collection: CollectionId) -> Option<&Part> {
        self.lists[collection.0].get()
    }

    /// Makes the digests of all entries as their own pages have them; see [`Values::prepare`].
    pub(super) fn prepare_digests(&self) {
        self.listed.get_or_init(|| {
            let ids: Vec<EntryId> = self.site.ids().collect();
            ids.par_iter().map(|id| self.listed(*id).digest()).collect()
        });
    }

    /// Writes down what a page's value is made of, but for its body and what its template's name brings in.
    /// Nothing when the digests are not prepared.
    pub(super) fn trace_page(&self, id: EntryId, trace: &mut Trace) -> Option<()> {
        trace.part(*self.listed.get()?.get(id.0)?);
        let entry = self.site.entry(id);
        for neighbour in [entry.parent, entry.prev, entry.next] {
            match neighbour {
                Some(id) => trace.part(self.fields[id.0].digest),
                None => trace.absent(),
            }
        }
        Some(())
    }

    /// An entry as its own page has it.
    pub(super) fn page(&self, id: EntryId, template: &str, body: &Body) -> TeraValue {
        let entry = self.site.entry(id);
        let mut page = self.listed(id);
        let headings = body.headings.iter().map(|heading| {
            let mut map = Fields::default();
            map.text("id", Some(&heading.id));
            map.text("title", Some(&heading.title));
            map.insert(Key::Str("level"), u64::from(heading.level).into());
            TeraValue::from(map)
        });
        let neighbour = |id: Option<EntryId>| id.map(|id| &self.fields[id.0]);
        page.text("template", Some(template));
        page.insert(Key::Str("content"), TeraValue::safe_string(&body.html));
        page.insert(Key::Str("toc"), headings.collect::<Vec<_>>().into());
        page.part("parent", neighbour(entry.parent));
        page.part("prev", neighbour(entry.prev));
        page.part("next", neighbour(entry.next));
        page.into()
    }
}

/// `site`.
fn site_value(site: &Site) -> Fields {
    let config = &site.config;
    let mut value = Fields::default();
    value.text("title", Some(&config.title));
    value.text("description", Some(&config.description));
    value.text("base_url", Some(&config.base_url));
    value.text("language", Some(config.language.tag()));
    value.text("direction", Some(config.language.direction().name()));
    value.text(
        "generator",
        Some(concat!("warraq ", env!("CARGO_PKG_VERSION"))),
    );
    let mut menus = Fields::default();
    for (name, items) in &config.menus {
        let items = items.iter().map(|item| {
            let target = &*item.target.value;
            let entry = site.named(target).filter(|_| item.is_entry);
            let url = entry.and_then(|id| site.entry(id).url.as_deref());
            let mut map = Fields::default();
            map.text("label", Some(&item.label));
            map.text("url", Some(url.unwrap_or(target)));
            map.text("id", entry.map(|_| target));
            Part::from(map)
        });
        let items: Vec<Part> = items.collect();
        for item in &items {
            value.trace.part(item.digest);
        }
        let items: Vec<TeraValue> = items.into_iter().map(|item| item.value).collect();
        menus.insert(Key::from(name.clone()), items.into());
    }
    value.insert(Key::Str("menus"), menus.into());
    // Nothing but site.toml makes this, and a page is rendered anew whenever that changes.
    value.insert(Key::Str("extra"), config.extra.clone());
    value
}

/// The address of a paragraph on its source's page.
pub(super) fn paragraph_url(site: &Site, source: EntryId, number: i64) -> Option<String> {
    let page = site.entry(source).page.as_ref()?;
    Some(format!("{page}#p{number}"))
}
