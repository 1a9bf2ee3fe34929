//! What a site is linked from. The last site stands as long as no document says anything else to it; where in its body
//! a document says it does not matter: editing prose re-links nothing.

use std::collections::HashSet;
use std::sync::Arc;

use crate::config::Config;
use crate::content::Document;
use crate::diagnostic::Diagnostic;
use crate::graph::{Documents, Included};
use crate::memo::ByPointer;

pub(super) struct LinkKey {
    pub(super) config: ByPointer<Config>,
    pub(super) documents: Documents,
    pub(super) included: Included,
}

impl LinkKey {
    /// Whether another site comes of these documents than of the last ones, of which `reported` was reported.
    pub(super) fn differs(&self, last: &Self, reported: &[Diagnostic]) -> bool {
        let spans = reported.iter().filter_map(|one| one.span.as_ref());
        let reported: HashSet<_> = spans.map(|span| &span.path).collect();
        let (old, new) = (&last.documents, &self.documents);
        let says_the_same = |(old, new): (&Arc<Document>, &Arc<Document>)| {
            // What was reported of a file has a place in it, and that may have moved.
            Arc::ptr_eq(old, new) || !reported.contains(&new.path) && old.says_the_same(new)
        };
        self.config != last.config
            || self.included != last.included
            || old.unread != new.unread
            || old.read.len() != new.read.len()
            || !old.read.iter().zip(&new.read).all(says_the_same)
    }
}
