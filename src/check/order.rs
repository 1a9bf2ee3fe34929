//! Runs that a reader would see in another order than they are written in. Prose is isolated unasked, so these
//! are values that a template prints as they are, or its own words.

use super::place::Sources;
use crate::arabic::bidi::Misplaced;
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;

/// What is wrong with the lines of a page.
pub(super) fn problems(
    misplaced: &[Misplaced],
    path: &OutputPath,
    sources: Sources<'_>,
) -> impl Iterator<Item = Diagnostic> {
    misplaced.iter().map(move |run| problem(run, path, sources))
}

fn problem(misplaced: &Misplaced, path: &OutputPath, sources: Sources<'_>) -> Diagnostic {
    let Misplaced { run, shown } = misplaced;
    let message = if run == shown {
        format!("`{run}` is shown in another place of its line than it is read in")
    } else {
        format!("`{run}` is shown as `{shown}`")
    };
    let hint = "print the value with the filter bidi, or put <bdi dir=\"ltr\"> round the words";
    let problem = Diagnostic::error("E305", message).on(path.url()).hint(hint);
    match sources.place_of_words(run, path) {
        Some(place) => problem.at(place),
        None => problem,
    }
}
