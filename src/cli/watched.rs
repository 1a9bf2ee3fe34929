//! A run of the stages that cannot keep its process for ever.

use super::outcome::Voice;
use super::report::Report;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::pipeline::{self, Options};
use crate::source::Snapshot;

/// Runs the stages. Where they do not end, or take memory without end, the process does, with what is at fault.
pub(super) fn watched<T>(
    options: &Options,
    voice: Voice,
    snapshot: &Snapshot,
    stages: impl FnOnce() -> T,
) -> T {
    let end = |problem: Diagnostic| {
        let mut report = Report::new(voice);
        report.problems(&[problem], snapshot);
        report.outcome(&text!("run-ended"));
        #[expect(
            clippy::disallowed_methods,
            reason = "a template that does not end cannot be asked to"
        )]
        std::process::exit(1);
    };
    pipeline::watch(&options.in_progress, end, stages)
}
