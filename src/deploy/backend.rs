//! What all kinds of targets have in common.

use super::lock_token::LockToken;
use super::manifest::{Record, Records};
use super::plan::Plan;
use super::progress::Progress;
use super::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::hosting::Release;
use crate::path::OutputPath;

/// A kind of target. A deploy calls `lock`, `survey`, `apply` and `unlock`; a dry run calls
/// `survey` alone.
pub(crate) trait Backend {
    /// Whether the target stores this header with each file and serves it.
    fn keeps_header(&self, name: &str) -> bool;

    /// Keeps other deploys out until `unlock`, or until the lock expires if this one dies. A lock
    /// with an inherited token is taken over.
    fn lock(&mut self, token: &LockToken) -> Result<(), Diagnostic>;

    /// Finds out what is at the target.
    fn survey(&mut self) -> Result<Survey, Diagnostic>;

    /// Carries out the plan: uploads in the order of the steps, verifies the uploads, writes
    /// `plan.next`, and deletes, in this order. After an error nothing is deleted, no published
    /// page links to a missing file, and a later deploy continues from there.
    fn apply(&mut self, job: &Job<'_>) -> Result<(), Vec<Diagnostic>>;

    /// Releases the lock.
    fn unlock(&mut self) -> Result<(), Diagnostic>;
}

/// What a backend carries out.
pub(crate) struct Job<'a> {
    /// The steps.
    pub(crate) plan: &'a Plan,
    /// What is at the target.
    pub(crate) survey: &'a Survey,
    /// Where the bytes come from.
    pub(crate) content: Content<'a>,
    /// Receives the progress.
    pub(crate) progress: &'a dyn Progress,
}

/// Where the bytes of a deploy come from.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    /// This machine.
    Release(&'a Release),
    /// The backup of the release before, at the target.
    Before,
}

impl Job<'_> {
    /// The record of a file of the release.
    pub(crate) fn record(&self, path: &OutputPath) -> Option<&Record> {
        self.plan.next.files.get(path)
    }

    /// The files that are uploaded, with their records.
    pub(crate) fn uploads(&self) -> Records {
        let paths = self.plan.uploads().map(|step| &step.path);
        let known = paths.filter_map(|path| Some((path.clone(), self.record(path)?.clone())));
        known.collect()
    }
}
