//! Strings that may not reach the output, by `[[forbid]]` in site.toml.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::place::Sources;
use crate::config::Forbidden;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::output::{Bytes, Output};
use crate::pages::Page;
use crate::parallel::FILES_AT_A_TIME;
use crate::path::OutputPath;
use crate::schema::LanguageId;
use crate::source::Source;

/// The kinds of file that people and programs read as text.
const READ: [&str; 8] = [
    "html",
    "xml",
    "atom",
    "json",
    "csv",
    "txt",
    "svg",
    "webmanifest",
];

/// The files that hold such a string, each with its problem.
pub(super) fn check(
    files: &[(&OutputPath, &Bytes)],
    drawings: &Output,
    sources: Sources<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let forbidden = &sources.site.config.forbidden;
    if forbidden.is_empty() {
        return Vec::new();
    }
    // Where a rule's string stands besides in the page's own file.
    let elsewhere: Vec<OnceLock<Option<Span>>> =
        forbidden.iter().map(|_| OnceLock::new()).collect();
    let elsewhere = &elsewhere;
    let files = files.par_iter().with_max_len(FILES_AT_A_TIME);
    let found = files.flat_map_iter(|(path, bytes)| {
        let extension = path.as_str().rsplit('.').next().unwrap_or_default();
        let read = match drawings.get(path) {
            Some(drawing) => Some(drawing),
            None => READ.contains(&extension).then_some(*bytes),
        };
        let text = read.and_then(Bytes::as_text).unwrap_or_default();
        let rules = forbidden.iter().zip(elsewhere);
        let broken = rules.filter(move |(rule, _)| {
            text.contains(&rule.text.value)
                && !is_allowed(rule, path)
                && rule
                    .language
                    .is_none_or(|one| one == language_of(path, sources))
        });
        broken.map(|(rule, others)| ((*path).clone(), problem(rule, path, others, sources)))
    });
    found.collect()
}

/// Whether the file's address is one of those allowed; `/books/*` allows all below.
fn is_allowed(rule: &Forbidden, path: &OutputPath) -> bool {
    let address = path.url();
    rule.allow
        .iter()
        .any(|allowed| match allowed.value.strip_suffix('*') {
            Some(prefix) => address.as_str().starts_with(prefix),
            None => address.as_str() == allowed.value,
        })
}

/// The language of what a file shows: that of its entry, as an entry may have its address anywhere; of a feed or a list of
/// data that of the folder.
fn language_of(path: &OutputPath, sources: Sources<'_>) -> LanguageId {
    let page = sources.plan.page(path).and_then(Page::entry);
    let own = || sources.site.at(&sources.own(path)?);
    if let Some(entry) = page.or_else(own) {
        return sources.site.entry(entry).document.language;
    }
    let below = sources.site.config.language_below(&path.url());
    below.unwrap_or(LanguageId::OWN)
}

/// Blames the file that most likely brought the string in: the page's own, then any other.
fn problem(
    rule: &Forbidden,
    path: &OutputPath,
    others: &OnceLock<Option<Span>>,
    sources: Sources<'_>,
) -> Diagnostic {
    let text = &rule.text.value;
    let address = path.url();
    let mut problem = Diagnostic::error("E304", text!("forbidden-published", words = text))
        .on(address)
        .hint(text!("forbidden-published-hint"));
    if let Some(reason) = &rule.reason {
        problem = problem.note(Text::verbatim(reason.value.clone()));
    }
    let in_others = || {
        let (own, mut others): (Vec<_>, Vec<_>) = sources
            .snapshot
            .iter()
            .partition(|other| *other.path() == rule.text.span.path);
        others.extend(own);
        let rules = &sources.site.config.forbidden;
        others
            .into_iter()
            .find_map(|other| place_besides(rules, other, text))
    };
    let place = sources.place_in_own(text, path);
    let place = place.or_else(|| others.get_or_init(in_others).clone());
    problem.at(place.unwrap_or_else(|| rule.text.span.clone()))
}

/// Where a string stands in a file, but for the rules that forbid it.
fn place_besides(rules: &[Forbidden], source: &Source, text: &str) -> Option<Span> {
    let spans = rules.iter().flat_map(|rule| {
        let allowed = rule.allow.iter().chain(&rule.reason);
        allowed.chain([&rule.text]).map(|said| &said.span)
    });
    let of_rules: Vec<_> = spans.filter(|span| span.path == *source.path()).collect();
    let mut places = source.text().match_indices(text).map(|(at, _)| at);
    let is_of_rule = |at: &usize| of_rules.iter().any(|span| span.range.contains(at));
    let at = places.find(|at| !is_of_rule(at))?;
    Some(Span::new(source.path(), at..at + text.len()))
}
