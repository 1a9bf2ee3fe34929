//! `check --external`: links out of the site are asked, and what comes of it joins the other problems.
#![expect(clippy::disallowed_methods, reason = "answers are kept for some days")]

use std::path::Path;
use std::time::Duration;
use std::time::SystemTime;

use crate::diagnostic::Diagnostic;
use crate::external::{self, RequestPolicy};
use crate::pipeline::Build;
use crate::publish;
use crate::source::Snapshot;

/// Asks the links of a build, adds their problems to its own, and says in a few words what was done.
pub(super) fn ask(build: &mut Build, snapshot: &Snapshot, root: &Path) -> String {
    let Some(config) = &build.config else {
        return String::new();
    };
    let rules = &config.external;
    let manners = RequestPolicy {
        timeout: Duration::from_secs(rules.timeout_seconds),
        ..RequestPolicy::default()
    };
    let folder = publish::state_folder(&root.join("public"));
    let kept = folder.as_deref().ok();
    let now = SystemTime::now();
    let asked = external::check(&build.outbound, rules, &manners, snapshot, kept, now);
    let mut problems = std::mem::take(&mut build.diagnostics);
    problems.extend(asked.diagnostics);
    if let Err(Diagnostic { message, .. }) = folder {
        let problem = Diagnostic::warning("W804", format!("the answers cannot be kept: {message}"));
        problems.push(problem.hint("make room beside public/, or every run asks all links anew"));
    }
    build.diagnostics = Diagnostic::in_order(problems);
    format!("; links asked: {}, known: {}", asked.asked, asked.known)
}
