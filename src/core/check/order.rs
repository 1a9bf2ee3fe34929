//! Runs that a reader would see in another order than they are written in. Prose is isolated unasked, so these
//! are values that a template prints as they are, or its own words.

use super::place::Sources;
use crate::arabic::bidi::Misplaced;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
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
        text!("shown-elsewhere", words = run)
    } else {
        text!("shown-otherwise", words = run, shown)
    };
    let problem = Diagnostic::error("E305", message).on(path.url());
    let problem = problem.hint(text!("shown-otherwise-hint"));
    match sources.place_of_words(run, path) {
        Some(place) => problem.at(place),
        None => problem,
    }
}
