//! `<base href>`, which gives every relative address of its page another meaning: those that are written, and those
//! that links have been made to.

use std::collections::BTreeMap;

use super::place::Sources;
use super::reading::Reading;
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;

/// The pages with one, each with its problem.
pub(super) fn check(
    readings: &[Reading<'_>],
    sources: Sources<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    const LEAST: usize = "<base".len();
    let mut in_templates = BTreeMap::new();
    let mut found = Vec::new();
    for reading in readings {
        let (page, resources) = (&reading.page, &reading.resources);
        for tag in &resources.bases {
            let in_templates = in_templates
                .entry(*tag)
                .or_insert_with(|| sources.in_templates(tag, LEAST));
            let message = "`<base>` changes where every relative address of the page leads";
            let hint = "take it out: write addresses from the root of the site, `/about/`, and they are made to fit each page";
            let mut problem = Diagnostic::error("E225", message)
                .note(format!("at {}", page.path.url()))
                .hint(hint);
            problem.span = sources.beginning(tag, LEAST, page.path, in_templates.as_ref());
            found.push((page.path.clone(), problem));
        }
    }
    found
}
