//! Pictures of which nothing is said to those who cannot see them.

use super::place::{Sources, Tags};
use super::reading::Reading;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::OutputPath;

/// The pages with one, each with its problem.
pub(super) fn check(
    readings: &[Reading<'_>],
    sources: Sources<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let mut places = Tags::new(sources);
    let mut found = Vec::new();
    for reading in readings {
        let page = &reading.page;
        for tag in &reading.resources.undescribed {
            let mut problem = Diagnostic::error("E213", text!("img-without-alt"))
                .note(text!("found-on-page", page = page.path.url().to_string()))
                .hint(text!("img-without-alt-hint"));
            problem.span = places.of(tag, "<img".len(), page.path);
            found.push((page.path.clone(), problem));
        }
    }
    found
}
