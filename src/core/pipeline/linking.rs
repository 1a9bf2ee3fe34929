//! The first stages alone: for commands that ask what entries there are, and need no page.

use std::sync::Arc;

use super::{Options, Pipeline};
use crate::config::Extent;
use crate::diagnostic::{Checked, Diagnostic};
use crate::graph::Site;
use crate::source::Snapshot;

/// The entries of a site, drafts included, and what was found while they were read and linked. None where site.toml does not
/// say what an entry is.
#[must_use]
pub fn link(snapshot: &Snapshot) -> Checked<Option<Arc<Site>>> {
    let mut pipeline = Pipeline::new(Options {
        drafts: true,
        ..Options::default()
    });
    let mut diagnostics = Vec::new();
    let config = pipeline.config(snapshot);
    let config = config.and_then(|config| config.collect(&mut diagnostics));
    let config = config.filter(|config| config.extent == Extent::Whole);
    let site = config.map(|config| {
        let (documents, _) = pipeline.parse(snapshot, &config).collect(&mut diagnostics);
        pipeline
            .link(&config, documents, snapshot)
            .collect(&mut diagnostics)
    });
    Checked::new(site, Diagnostic::in_order(diagnostics))
}
