//! What every way of carrying a release to its target has in common.

use super::lock_token::LockToken;
use super::manifest::{Record, Records};
use super::plan::Plan;
use super::progress::Watch;
use super::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::hosting::Release;
use crate::path::OutputPath;

/// Carries releases to one target. `lock`, then `survey`, then `carry`, then `unlock`; a mere look is `survey` alone.
pub(crate) trait Backend {
    /// Whether the target keeps a header with each file, and answers with it.
    fn keeps_header(&self, name: &str) -> bool;

    /// Keeps other deploys out until `unlock`, or until the lock expires if this one dies. A lock that the claim inherits is
    /// taken over.
    fn lock(&mut self, claim: &LockToken) -> Result<(), Diagnostic>;

    /// Looks at what is there.
    fn survey(&mut self) -> Result<Survey, Diagnostic>;

    /// Brings the target to where the plan ends: uploads in the order of the steps, verifies what was written, writes down
    /// `plan.next`, and takes away what is removed, in this order. After an error nothing has been removed, readers see no page that
    /// names what is not there, and a later deploy goes on from here.
    fn carry(&mut self, job: &Job<'_>) -> Result<(), Vec<Diagnostic>>;

    /// Lets others in.
    fn unlock(&mut self) -> Result<(), Diagnostic>;
}

/// What there is to carry.
pub(crate) struct Job<'a> {
    /// What to do.
    pub(crate) plan: &'a Plan,
    /// What was found.
    pub(crate) survey: &'a Survey,
    /// Where the bytes come from.
    pub(crate) content: Content<'a>,
    /// Who wants to know how it goes.
    pub(crate) watch: &'a dyn Watch,
}

/// Where the bytes of a deploy come from.
#[derive(Clone, Copy)]
pub(crate) enum Content<'a> {
    /// From here.
    Release(&'a Release),
    /// From what the target kept of the release before.
    Before,
}

impl Job<'_> {
    /// What the file at a path will be.
    pub(crate) fn record(&self, path: &OutputPath) -> Option<&Record> {
        self.plan.next.files.get(path)
    }

    /// What is uploaded, with what it will be.
    pub(crate) fn uploads(&self) -> Records {
        let paths = self.plan.uploads().map(|step| &step.path);
        let known = paths.filter_map(|path| Some((path.clone(), self.record(path)?.clone())));
        known.collect()
    }
}
