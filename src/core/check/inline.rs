//! Code and style that stand on pages themselves. A Content-Security-Policy worth having refuses them, and readers would then
//! see a page without them.

use std::collections::BTreeSet;

use super::place::{Sources, Tags};
use super::reading::Reading;
use super::resources::{Inline, What};
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::OutputPath;

/// The pages with some, each with its problem: one for each kind and each place that writes it.
pub(super) fn check(
    readings: &[Reading<'_>],
    sources: Sources<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    if sources.site.config.inline {
        return Vec::new();
    }
    let mut places = Tags::new(sources);
    let mut found = Vec::new();
    for reading in readings {
        let (page, resources) = (&reading.page, &reading.resources);
        let mut told = BTreeSet::new();
        for Inline { what, text, least } in &resources.inline {
            let place = places.of(text, *least, page.path);
            let at = place
                .as_ref()
                .map(|span| (span.path.clone(), span.range.start));
            if told.insert((what, at)) {
                let mut problem = problem(what).on(page.path.url());
                problem.span = place;
                found.push((page.path.clone(), problem));
            }
        }
    }
    found
}

fn problem(what: &What) -> Diagnostic {
    let (message, hint) = match what {
        What::StyleAttribute => (
            text!("inline-style-attribute"),
            text!("inline-style-attribute-hint"),
        ),
        What::StyleElement => (
            text!("inline-style-element"),
            text!("inline-style-element-hint"),
        ),
        What::ScriptElement => (
            text!("inline-script-element"),
            text!("inline-script-element-hint"),
        ),
        What::Handler(name) => (text!("inline-handler", name), text!("inline-handler-hint")),
        What::Document => (text!("inline-document"), text!("inline-document-hint")),
        What::EndOfNoscript => (text!("inline-noscript"), text!("inline-noscript-hint")),
        What::Address(code) => (
            text!("inline-address", scheme = *code),
            text!("inline-address-hint"),
        ),
    };
    Diagnostic::error("E406", message).hint(hint)
}
