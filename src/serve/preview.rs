//! What a preview is asked to do, and what it reports while it runs.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use crate::arabic::Date;
use crate::diagnostic::Diagnostic;
use crate::locale::Language;
use crate::path::SourcePath;
use crate::raster::Colours;
use crate::source::Snapshot;
use crate::source::load::KnownDigests;

/// The settings of a preview.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The folder of the site.
    pub root: PathBuf,
    /// What is known of its large files without reading them.
    pub digests: KnownDigests,
    /// The colours of pictures, from an earlier process.
    pub colours: Colours,
    /// Includes entries that are not published.
    pub drafts: bool,
    /// The day on which the site is built.
    pub today: Option<Date>,
    /// The address that opens a place in an editor, with `{path}`, `{line}` and `{column}` in it.
    pub editor: Option<String>,
    /// The language of the problems shown in pages; the site's own where it is none in particular.
    pub language: Option<Language>,
}

/// What a preview reports.
#[derive(Debug)]
#[non_exhaustive]
pub enum Event<'a> {
    /// The site was built, with or without problems.
    Built(Rebuilt<'a>),
    /// The site could not be read; the last one is still served.
    Unreadable(&'a Diagnostic),
    /// A problem outside the site.
    Warning(&'a Diagnostic),
    /// Requests are answered from now on.
    Ready,
}

/// A rebuild.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rebuilt<'a> {
    /// The files that changed; `None` for the first build.
    pub changed: Option<BTreeSet<SourcePath>>,
    /// The files.
    pub snapshot: &'a Snapshot,
    /// The problems.
    pub diagnostics: &'a [Diagnostic],
    /// How many pages the site has.
    pub pages: usize,
    /// How many were rendered.
    pub rendered: usize,
    /// Whether it is served; otherwise the last good one is, if there is one.
    pub is_served: bool,
    /// How long it took, from the first look at the files until it was served.
    pub took: Duration,
}
