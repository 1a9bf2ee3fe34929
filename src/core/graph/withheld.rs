//! Removes the text that may not be republished from the site, once all quotations have been checked against it.
//! Templates, feeds, search and exports read entries from the site, so none of them can publish it.

use std::sync::Arc;

use super::site::Site;
use crate::schema::Republish;

/// Removes all text from the paragraphs of sources with `republish = "excerpts"`. Numbers, dates and references stay.
pub(super) fn withhold(site: &mut Site) {
    let config = site.config.clone();
    let Some((collection, role)) = config.schema.source() else {
        return;
    };
    match role.republish {
        Republish::Full => return,
        Republish::Excerpts => {}
    }
    let Some(field) = config
        .schema
        .collection(collection)
        .field(&role.paragraphs.value)
    else {
        return;
    };
    // Each version of a source, since translations share its paragraphs or have their own.
    let sources = site.entries.iter_mut();
    for entry in sources.filter(|one| one.document.collection == collection) {
        let document = Arc::make_mut(&mut entry.document);
        if let Some(paragraphs) = document.fields.get_mut(field) {
            *paragraphs = paragraphs.without_words();
        }
    }
}
