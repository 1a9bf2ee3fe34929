//! What an entry's own file names in its fields: words of sources, and other entries. What a translation shares with its
//! original stands in the file of that.

use crate::content::{Citation, Reference, Value};
use crate::graph::{Entry, Site};

pub(super) fn citations<'a>(site: &'a Site, entry: &'a Entry) -> Vec<&'a Citation> {
    let mut all = Vec::new();
    for field in entry.document.own_fields(site.collection(entry)) {
        field.walk(&mut |value| {
            if let Value::Citation(citation) = value {
                all.extend(citation.with_those_against());
            }
        });
    }
    all
}

pub(super) fn references<'a>(site: &'a Site, entry: &'a Entry) -> Vec<&'a Reference> {
    let mut all = Vec::new();
    for field in entry.document.own_fields(site.collection(entry)) {
        field.walk(&mut |value| {
            if let Value::Reference(reference) = value {
                all.push(reference);
            }
        });
    }
    all
}
