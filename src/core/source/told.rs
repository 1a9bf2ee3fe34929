//! Many problems, told so that somebody can read them: how many there are, and the first of those that say the same.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::diagnostic::{Diagnostic, Severity};
use crate::locale::{Text, text};

/// How many problems of one code are told of a page, or of a file.
const TOLD: usize = 20;

/// `2 errors, 1 warning`.
#[must_use]
pub fn count(diagnostics: &[Diagnostic]) -> Text {
    let of = |severity| {
        let of_it = diagnostics.iter().filter(|one| one.severity == severity);
        of_it.count()
    };
    let errors = |count| text!("errors", count);
    let warnings = |count| text!("warnings", count);
    match (of(Severity::Error), of(Severity::Warning)) {
        (count, 0) => errors(count),
        (0, count) => warnings(count),
        (of_errors, of_warnings) => text!(
            "errors-and-warnings",
            errors = errors(of_errors),
            warnings = warnings(of_warnings)
        ),
    }
}

/// How many problems a program mends without being watched.
#[must_use]
pub fn fixable(diagnostics: &[Diagnostic]) -> usize {
    let fixes = diagnostics.iter().filter_map(|one| one.fix.as_ref());
    fixes.filter(|fix| fix.is_safe).count()
}

/// How many problems each code has, the most frequent first.
#[must_use]
pub fn by_code(diagnostics: &[Diagnostic]) -> Vec<(&'static str, usize)> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for one in diagnostics {
        *counts.entry(one.code).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

/// The problems that people are told: of one code the first of each page and file, the last of them with how many more there
/// are.
pub fn told(diagnostics: &[Diagnostic]) -> impl Iterator<Item = (&Diagnostic, Option<Text>)> {
    let place = |problem: &'_ Diagnostic| {
        let file = problem.span.as_ref().map(|span| span.path.to_string());
        let page = problem.page.as_ref().map(ToString::to_string);
        (problem.code, page.or(file))
    };
    let mut left = HashMap::new();
    for problem in diagnostics {
        *left.entry(place(problem)).or_insert(0_usize) += 1;
    }
    let mut seen = HashMap::new();
    diagnostics.iter().filter_map(move |problem| {
        let place = place(problem);
        if place.1.is_none() {
            return Some((problem, None));
        }
        let more = left[&place].saturating_sub(TOLD);
        let seen = seen.entry(place).or_insert(0_usize);
        *seen += 1;
        let code = problem.code;
        let said = if problem.page.is_some() {
            text!("more-on-page", count = more, code)
        } else {
            text!("more-in-file", count = more, code)
        };
        (*seen <= TOLD).then_some((problem, (*seen == TOLD && more > 0).then_some(said)))
    })
}
