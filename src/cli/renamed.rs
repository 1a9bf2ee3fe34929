//! What the last published site tells of references that lead nowhere now.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::edit::{is_dangling, offer_mv};
use crate::pipeline;
use crate::publish;
use crate::source::Snapshot;

/// Lets references to an entry that was renamed offer the command that follows it.
pub(super) fn offer(problems: &mut [Diagnostic], snapshot: &Snapshot, folder: &Path) {
    if !problems.iter().any(is_dangling) {
        return;
    }
    let published = publish::published(folder);
    if published.is_empty() {
        return;
    }
    if let Some(site) = pipeline::link(snapshot).value {
        offer_mv(problems, &site, &published);
    }
}
