//! Code and style that stand on pages themselves. A Content-Security-Policy worth having refuses them, and readers would then
//! see a page without them.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::place::Sources;
use super::reading::Reading;
use super::resources::{Inline, What};
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;

/// The pages with some, each with its problem: one for each kind and each place that writes it.
pub(super) fn check(
    readings: &[Reading<'_>],
    sources: Sources<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    if sources.site.config.inline {
        return Vec::new();
    }
    let mut in_templates = BTreeMap::new();
    let mut found = Vec::new();
    for reading in readings {
        let (page, resources) = (&reading.page, &reading.resources);
        let mut told = BTreeSet::new();
        for Inline { what, text, least } in &resources.inline {
            let in_templates = in_templates
                .entry(*text)
                .or_insert_with(|| sources.in_templates(text, *least));
            let place = sources.beginning(text, *least, page.path, in_templates.as_ref());
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
            "an attribute `style` brings its style along".to_owned(),
            "write a class, and its style into a style sheet; `width` and the like of SVG may stand",
        ),
        What::StyleElement => (
            "an element `<style>` brings its style along".to_owned(),
            "write it into a style sheet below templates/assets/",
        ),
        What::ScriptElement => (
            "an element `<script>` brings its code along".to_owned(),
            "write it into a file below templates/assets/, and its address into `src`",
        ),
        What::Handler(name) => (
            format!("an attribute `{name}` brings code along"),
            "let a script of the site listen for it",
        ),
        What::Document => (
            "an attribute `srcdoc` brings a page along".to_owned(),
            "publish it as a page of the site, and write its address into `src`",
        ),
        What::Address(code) => (
            format!("an address with `{code}` brings code along"),
            "write a button, and let a script of the site listen for it",
        ),
    };
    Diagnostic::error("E406", message).hint(hint)
}
