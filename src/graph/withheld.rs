//! What may not be republished leaves the site once everything has been held against it. Templates, feeds, search and
//! exports read entries from the site, so none of them can publish what is not there.

use std::sync::Arc;

use super::site::Site;
use crate::schema::Republish;

/// Takes the words out of the paragraphs of sources that are quoted only in excerpts. The numbers of the paragraphs stay,
/// and so does what else of them is no text.
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
    for id in site.of(collection).to_vec() {
        let document = Arc::make_mut(&mut site.entries[id.0].document);
        if let Some(paragraphs) = document.fields.get_mut(field) {
            *paragraphs = paragraphs.without_words();
        }
    }
}
