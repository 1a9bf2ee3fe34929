//! How far a deploy is: its stages, and who is told of them.

use std::time::Duration;

/// The order of a deploy: a file comes after everything that it may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Stage {
    /// Style sheets, fonts, pictures, data.
    Assets,
    /// Pages whose addresses are new.
    NewPages,
    /// Pages that readers know already.
    Pages,
    /// Lists of the pages, such as the sitemap.
    Listings,
    /// What is taken away.
    Removals,
}

/// Who wants to know how a deploy goes.
pub trait Watch: Sync {
    /// A stage begins, with so many files and bytes.
    fn begin(&self, stage: Stage, files: usize, bytes: u64);
    /// A file of so many bytes is done.
    fn done(&self, bytes: u64);
    /// The target does not answer, and will be asked again.
    fn waiting(&self, reason: &str, pause: Duration);
}

/// Nobody is told.
pub(super) struct Silence;

impl Watch for Silence {
    fn begin(&self, _: Stage, _: usize, _: u64) {}
    fn done(&self, _: u64) {}
    fn waiting(&self, _: &str, _: Duration) {}
}
