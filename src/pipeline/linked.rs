//! The last site, kept as long as no document says anything else to it. Where in its body a document says it
//! does not matter: editing prose re-links nothing.

use std::collections::HashSet;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic};
use crate::graph::{self, Documents, Site};
use crate::path::SourcePath;

/// A site and what it was linked from.
pub(super) struct Linked {
    documents: Documents,
    site: Arc<Site>,
    diagnostics: Vec<Diagnostic>,
    /// The files that something was reported of, with its place.
    reported: HashSet<SourcePath>,
}

/// The last site if it holds, else a new one.
pub(super) fn link(
    config: &Arc<Config>,
    documents: Documents,
    drafts: bool,
    last: &mut Option<Linked>,
) -> Checked<Arc<Site>> {
    let held = last.take().filter(|last| last.holds(config, &documents));
    let linked = last.insert(held.unwrap_or_else(|| Linked::new(config, documents, drafts)));
    Checked::new(linked.site.clone(), linked.diagnostics.clone())
}

impl Linked {
    fn new(config: &Arc<Config>, documents: Documents, drafts: bool) -> Self {
        let linked = graph::link(config, documents.clone(), drafts);
        let reported = linked
            .diagnostics
            .iter()
            .filter_map(|one| one.span.as_ref());
        Self {
            documents,
            reported: reported.map(|span| span.path.clone()).collect(),
            site: Arc::new(linked.value),
            diagnostics: linked.diagnostics,
        }
    }

    fn holds(&self, config: &Arc<Config>, documents: &Documents) -> bool {
        Arc::ptr_eq(&self.site.config, config)
            && self.documents.unread == documents.unread
            && self.documents.read.len() == documents.read.len()
            && self
                .documents
                .read
                .iter()
                .zip(&documents.read)
                .all(|(old, new)| {
                    let says_the_same = || {
                        // What was reported of a file has a place in it, and that may have moved.
                        !self.reported.contains(&new.path) && old.says_the_same(new)
                    };
                    Arc::ptr_eq(old, new) || says_the_same()
                })
    }
}
