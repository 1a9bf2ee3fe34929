//! Runs that a reader would see in another order than they are written in. Prose is isolated unasked, so these
//! are values that a template prints as they are, or its own words.

use rayon::prelude::*;

use super::Page;
use super::place::Sources;
use crate::arabic::bidi::{Misplaced, misplaced};
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;

/// The pages with such runs, each with its problem.
pub(super) fn check(pages: &[Page<'_>], sources: Sources<'_>) -> Vec<(OutputPath, Diagnostic)> {
    if sources.site.config.prose.isolation.is_none() {
        return Vec::new();
    }
    let found = pages.par_iter().flat_map_iter(|Page { path, html, .. }| {
        let runs = misplaced(html).into_iter();
        runs.map(move |run| ((*path).clone(), problem(&run, path, sources)))
    });
    found.collect()
}

fn problem(misplaced: &Misplaced, path: &OutputPath, sources: Sources<'_>) -> Diagnostic {
    let Misplaced { run, shown } = misplaced;
    let message = if run == shown {
        format!("`{run}` is shown in another place of its line than it is read in")
    } else {
        format!("`{run}` is shown as `{shown}`")
    };
    let hint = "print the value with the filter bidi, or put <bdi dir=\"ltr\"> round the words";
    let problem = Diagnostic::error("E305", message)
        .note(format!("at {}", path.url()))
        .hint(hint);
    let place = sources.place(run, path, |_| true);
    match (place, sources.own(path)) {
        (Some(place), _) => problem.at(place),
        (None, Some(own)) => problem.at(&own),
        (None, None) => problem,
    }
}
