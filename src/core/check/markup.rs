//! Tags of pages that do not belong together, told where they are written.

use std::collections::BTreeSet;

use super::elements::{Fault, Kind};
use super::place::Sources;
use super::reading::Reading;
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
use crate::path::OutputPath;

/// The pages with such tags, each with its problem: one for each place that writes it.
pub(super) fn check(
    readings: &[Reading<'_>],
    sources: Sources<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let mut found = Vec::new();
    for reading in readings {
        let page = &reading.page;
        let mut told = BTreeSet::new();
        for Fault { at, text, kind } in &reading.elements.faults {
            let place = sources.of_tag(page.html, *at, text, page.path);
            let start = place
                .as_ref()
                .map(|span| (span.path.clone(), span.range.start));
            if told.insert((*kind, start)) {
                let (message, hint) = words(text, *kind);
                let mut problem = Diagnostic::warning("W417", message)
                    .hint(hint)
                    .on(page.path.url());
                problem.span = place;
                found.push((page.path.clone(), problem));
            }
        }
    }
    found
}

fn words(tag: &str, kind: Kind<'_>) -> (Text, Text) {
    match kind {
        Kind::Unclosed(name) => {
            let end = format!("</{name}>");
            (text!("element-open", tag), text!("element-open-hint", end))
        }
        Kind::Stray => (text!("end-tag-stray", tag), text!("end-tag-stray-hint")),
        Kind::MeantAsEndOf(name) => {
            let end = format!("</{name}>");
            let message = text!("end-tag-other", tag, end = end.as_str());
            (message, text!("write-instead", words = end))
        }
        Kind::MeantAsEnd(name) => {
            let message = text!("element-in-itself", tag);
            (
                message,
                text!("write-instead", words = format!("</{name}>")),
            )
        }
        Kind::OpenMark => {
            let inside = tag.strip_suffix('>');
            let inside = inside.filter(|inside| inside.matches('"').count() % 2 == 1);
            let hint = match inside {
                Some(inside) => text!("write-instead", words = format!("{inside}\">")),
                None => text!("attribute-open-hint"),
            };
            (text!("attribute-open", tag), hint)
        }
    }
}
