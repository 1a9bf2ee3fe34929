//! The stages of a deploy, and the trait by which its progress is reported.

use crate::locale::Text;
use std::time::Duration;

/// The stages of a deploy, in order: a file is uploaded after everything that it may link to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Stage {
    /// Style sheets, fonts, pictures, data.
    Assets,
    /// Pages whose addresses are new.
    NewPages,
    /// Pages that were published before.
    Pages,
    /// Lists of the pages, such as the sitemap.
    Listings,
    /// Files that are deleted.
    Removals,
}

/// Receives the progress of a deploy.
pub trait Progress: Sync {
    /// A stage with so many files and bytes begins.
    fn begin(&self, stage: Stage, files: usize, bytes: u64);
    /// A file of so many bytes is uploaded.
    fn done(&self, bytes: u64);
    /// The target does not answer; the request is repeated after the pause.
    fn waiting(&self, reason: &Text, pause: Duration);
}

/// Reports nothing.
pub(super) struct NoProgress;

impl Progress for NoProgress {
    fn begin(&self, _: Stage, _: usize, _: u64) {}
    fn done(&self, _: u64) {}
    fn waiting(&self, _: &Text, _: Duration) {}
}
