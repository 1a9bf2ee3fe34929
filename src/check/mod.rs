//! Rules over the finished output.

mod forbidden;

use crate::content::Snapshot;
use crate::diagnostic::Diagnostic;
use crate::graph::Site;
use crate::output::Output;
use crate::pages::Plan;

/// Holds an output against every rule.
#[must_use]
pub fn check(site: &Site, plan: &Plan, output: &Output, snapshot: &Snapshot) -> Vec<Diagnostic> {
    forbidden::check(site, plan, output, snapshot)
}
