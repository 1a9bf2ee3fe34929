//! What a change of entries would do, and why one is not made.

use std::path::Path;
use std::process::ExitCode;

use crate::cli::outcome::PUBLIC;
use crate::cli::reading::read;
use crate::cli::report::Report;
use crate::content::fix::{apply, changed_lines, recover};
use crate::diagnostic::Diagnostic;
use crate::edit::{Change, Refused};
use crate::locale::text;
use crate::source::Snapshot;

/// Makes a change of the site's files, or shows it. Where it is not made, the exit code of the command.
pub(super) fn carry_out(
    report: &mut Report,
    root: &Path,
    dry_run: bool,
    change: impl FnOnce(&Snapshot) -> Result<Change, Refused>,
) -> Result<Change, ExitCode> {
    report.progress(&text!("stage-looking"));
    repair(report, root).map_err(|problem| report.fail(&problem))?;
    let snapshot = read(root, &root.join(PUBLIC)).map_err(|problem| report.fail(&problem))?;
    let change = change(&snapshot).map_err(|refused| refuse(report, &refused))?;
    if dry_run {
        show(report, &change);
    } else {
        apply(root, &change.changes).map_err(|problem| report.fail(&problem))?;
    }
    report.problems(&change.left, &change.after);
    Ok(change)
}

/// Takes back what a run that was killed has left half done, and says so.
pub(in crate::cli) fn repair(report: &mut Report, root: &Path) -> Result<(), Diagnostic> {
    if recover(root)? {
        report.summary(&text!("changes-taken-back"));
    }
    Ok(())
}

/// Prints every file that would be moved or deleted, and every line that would change.
fn show(report: &mut Report, change: &Change) {
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
fn refuse(report: &mut Report, refused: &Refused) -> ExitCode {
    report.problems(&refused.problems, &refused.snapshot);
    report.outcome(&text!("nothing-changed"));
    report.exit(false)
}
