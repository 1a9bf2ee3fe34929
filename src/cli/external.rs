//! `check --external`: links out of the site are requested, and their problems join the others.
#![expect(
    clippy::disallowed_methods,
    reason = "answers are cached for some days"
)]

use std::path::Path;
use std::time::Duration;
use std::time::SystemTime;

use super::outcome::PUBLIC;
use crate::diagnostic::Diagnostic;
use crate::external::{self, RequestPolicy};
use crate::locale::{Text, text};
use crate::pipeline::Build;
use crate::publish;
use crate::source::Snapshot;

/// Checks the links of a build, adds their problems to its own, and says in a few words what was
/// done.
pub(super) fn check(mut build: Build, snapshot: &Snapshot, root: &Path) -> (Build, Option<Text>) {
    let Some(config) = &build.config else {
        return (build, None);
    };
    let rules = &config.external;
    let policy = RequestPolicy {
        timeout: Duration::from_secs(rules.timeout_seconds),
        ..RequestPolicy::default()
    };
    let folder = publish::state_folder(&root.join(PUBLIC));
    let cache = folder.as_deref().ok();
    let now = SystemTime::now();
    let checked = external::check(&build.outbound, rules, &policy, snapshot, cache, now);
    let mut problems = build.diagnostics;
    problems.extend(checked.diagnostics);
    if let Err(Diagnostic { message, .. }) = folder {
        let problem = Diagnostic::warning("W804", text!("answers-not-kept", reason = message));
        problems.push(problem.hint(text!("answers-not-kept-hint")));
    }
    build.diagnostics = Diagnostic::in_order(problems);
    let summary = text!(
        "links-asked",
        asked = checked.requested,
        known = checked.cached
    );
    (build, Some(summary))
}
