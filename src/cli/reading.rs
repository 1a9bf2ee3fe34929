//! Reads a site for a command. Large files are read only if they have changed since a command last
//! read them.

use std::path::Path;

use crate::content::fix::pending;
use crate::diagnostic::Diagnostic;
use crate::publish;
use crate::source::Snapshot;
use crate::source::load::Loader;

/// The site in `root`, which is published to `folder`.
///
/// # Errors
/// A diagnostic, when there is no site, its site.toml cannot be read, or its files are half changed.
pub(super) fn read(root: &Path, folder: &Path) -> Result<Snapshot, Diagnostic> {
    let known = publish::known_digests(folder);
    let mut loader = Loader::new(root).with_digests(known.clone());
    let snapshot = loader.load()?;
    if let Some(problem) = pending(root) {
        return Err(problem);
    }
    publish::remember_digests(folder, &snapshot, &known);
    Ok(snapshot)
}
