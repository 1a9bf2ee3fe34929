//! Finds the lists that are spread over several pages, and the entries whose pages show them.

use super::listing::Listing;
use super::site::Site;
use crate::diagnostic::Diagnostic;

pub(super) fn find(site: &mut Site, diagnostics: &mut Vec<Diagnostic>) {
    let config = site.config.clone();
    for (id, collection) in config.schema.ids().zip(&config.schema.collections) {
        let (Some(pagination), Some(index)) = (&collection.paginate, &collection.index) else {
            continue;
        };
        // An index that is not there has been reported.
        let Some(host) = site.named(&index.value) else {
            continue;
        };
        let Some(first) = site.entry(host).page.clone() else {
            let message = format!("`{}` has no page", index.value);
            let problem = Diagnostic::error("E201", message)
                .at(pagination.span.clone())
                .hint("a list that is spread over pages needs an index with one");
            diagnostics.push(problem);
            continue;
        };
        let listing = Listing {
            collection: id,
            entries: site.of(id).to_vec(),
            pagination: pagination.clone(),
            first,
        };
        site.listings.insert(host, listing);
    }
}
