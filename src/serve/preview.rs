//! What a preview is asked to do, and what it reports while it runs.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use crate::diagnostic::Diagnostic;
use crate::path::SourcePath;
use crate::source::Snapshot;

/// What to preview.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The folder of the site.
    pub root: PathBuf,
    /// Includes entries marked `draft = true`.
    pub drafts: bool,
    /// The address that opens a place in an editor, with `{path}`, `{line}` and `{column}` in it.
    pub editor: Option<String>,
}

/// What happens while a preview runs.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// The site was built, with or without problems.
    Built(Round<'a>),
    /// The site could not be read; what was there before is still served.
    Unread(&'a Diagnostic),
    /// Something that is not the site's fault.
    Warning(&'a Diagnostic),
    /// From now on requests are answered.
    Ready,
}

/// One build.
#[derive(Debug)]
#[non_exhaustive]
pub struct Round<'a> {
    /// The files that are not what they were. `None` for the first build.
    pub changed: Option<BTreeSet<SourcePath>>,
    /// The files.
    pub snapshot: &'a Snapshot,
    /// Their problems.
    pub diagnostics: &'a [Diagnostic],
    /// How many pages the site has.
    pub pages: usize,
    /// How many had to be rendered.
    pub rendered: usize,
    /// Whether it is served now. Otherwise the last good version is, if there is one.
    pub is_served: bool,
    /// How long it took, from the first look at the files until it was served.
    pub took: Duration,
}
