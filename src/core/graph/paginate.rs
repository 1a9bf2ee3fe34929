//! Finds the lists that are spread over several pages, and the entries whose pages show them.

use std::collections::BTreeSet;

use super::listing::Listing;
use super::site::Site;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::schema::{CollectionId, Pagination};

pub(super) fn find(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let config = site.config.clone();
    for (id, collection) in config.schema.ids().zip(&config.schema.collections) {
        let Some(pagination) = &collection.paginate else {
            continue;
        };
        if let Some(list) = &pagination.list {
            let mut backrefs = collection.backrefs.iter();
            if let Some(position) = backrefs.position(|one| *one.name == list.value) {
                on_each(site, id, position, pagination);
            }
            continue;
        }
        let Some(index) = &collection.index else {
            continue;
        };
        // An index that is not there has been reported.
        let Some(host) = site.named(&index.value) else {
            continue;
        };
        if site.entry(host).page.is_none() {
            let message = text!("entry-without-page", name = &index.value);
            let problem = Diagnostic::error("E201", message)
                .at(pagination.span.clone())
                .hint(text!("paginate-without-page-hint"));
            diagnostics.push(problem);
            continue;
        }
        for host in site.versions(host) {
            let Some(first) = site.entry(host).page.clone() else {
                continue;
            };
            let language = site.entry(host).document.language;
            let listing = Listing {
                collections: vec![id],
                entries: site.listed(id, language).to_vec(),
                pagination: pagination.clone(),
                first,
            };
            site.listings.insert(host, listing);
        }
    }
}

/// The lists of a back-reference, each on the page of its entry.
fn on_each(site: &mut Site, id: CollectionId, backref: usize, pagination: &Pagination) {
    let schema = &site.config.schema;
    let from = schema.collection(id).backrefs[backref].from.iter();
    let starts = from.filter_map(|path| path.value.split('.').next());
    let collections = starts.filter_map(|name| schema.collection_named(name));
    let collections: BTreeSet<CollectionId> = collections.collect();
    let hosts = site.of(id).iter().flat_map(|id| site.versions(*id));
    for host in hosts.collect::<Vec<_>>() {
        let Some(first) = site.entry(host).page.clone() else {
            continue;
        };
        let listing = Listing {
            collections: collections.iter().copied().collect(),
            entries: site.referring(host, backref),
            pagination: pagination.clone(),
            first,
        };
        site.listings.insert(host, listing);
    }
}
