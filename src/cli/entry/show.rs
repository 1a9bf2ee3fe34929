//! What a change of entries would do, and why one is not made.

use std::process::ExitCode;

use crate::cli::report::Report;
use crate::content::fix::changed_lines;
use crate::edit::{Change, Refused};
use crate::locale::text;

/// Prints every file that would be moved or deleted, and every line that would change.
pub(super) fn show(report: &mut Report, change: &Change) {
    for (from, to) in &change.changes.moved {
        report.summary(&text!("file-moved", from = from.as_str(), to = to.as_str()));
    }
    for source in &change.changes.removed {
        report.summary(&text!("file-removed", path = source.path().as_str()));
    }
    for (before, after) in &change.changes.edited {
        for line in changed_lines(before, after) {
            report.change(after.path(), &line);
        }
    }
}

/// Prints what stands in the way of a change.
pub(super) fn refuse(report: &mut Report, refused: &Refused) -> ExitCode {
    report.problems(&refused.problems, &refused.snapshot);
    report.outcome(&text!("nothing-changed"));
    report.exit(false)
}
