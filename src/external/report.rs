//! The diagnostics of links, at every place where a link is written: in the file of its page, else
//! in a template, in site.toml or in another entry.

use super::request::Verdict;
use crate::config;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::text;
use crate::pages::Outbound;
use crate::path::decode;
use crate::source::{Snapshot, Source, load};

/// The problem of a link, if it has one, at every place where it is written.
pub(super) fn problems(link: &Outbound, verdict: &Verdict, snapshot: &Snapshot) -> Vec<Diagnostic> {
    let Some(problem) = problem(&decode(&link.address), verdict) else {
        return Vec::new();
    };
    let places = places(link, snapshot);
    let at = |place: Span| {
        let is_own = place.path == link.source;
        let problem = problem.clone().at(place);
        if is_own {
            problem
        } else {
            problem.note(text!("on-the-page-of", path = link.source.as_str()))
        }
    };
    places.into_iter().map(at).collect()
}

fn problem(address: &str, verdict: &Verdict) -> Option<Diagnostic> {
    Some(match verdict {
        Verdict::Good { moved_to: None } => return None,
        Verdict::Good {
            moved_to: Some(new),
        } => {
            let hint = text!("write", words = decode(new));
            Diagnostic::warning("W802", text!("link-moved", address)).hint(hint)
        }
        Verdict::Broken { why, at } => {
            let message = text!("link-broken", address, why = why.clone());
            let problem = Diagnostic::warning("W801", message).hint(text!("link-broken-hint"));
            match at {
                Some(at) => problem.note(text!("link-redirected", address = decode(at))),
                None => problem,
            }
        }
        Verdict::Unanswered { why } => {
            let message = text!("link-unanswered", address, why = why.clone());
            Diagnostic::warning("W803", message).hint(text!("link-unanswered-hint"))
        }
    })
}

/// Every place of the page's own file where the link is written; else the first of any other; else
/// the file.
fn places(link: &Outbound, snapshot: &Snapshot) -> Vec<Span> {
    let plain = decode(&link.address).into_owned();
    let mut forms = vec![link.address.to_string(), plain];
    forms.push(link.address.replace('&', "&amp;"));
    forms.dedup();
    let own = snapshot.get(&link.source);
    let in_own: Vec<Span> = own
        .into_iter()
        .flat_map(|own| written_in(own, &forms))
        .collect();
    if !in_own.is_empty() {
        return in_own;
    }
    let templates = snapshot.below(load::TEMPLATES);
    let config = snapshot.get(&config::path());
    let entries = snapshot.below(load::CONTENT);
    let mut others = templates.chain(config).chain(entries);
    let elsewhere = others.find_map(|source| written_in(source, &forms).into_iter().next());
    vec![elsewhere.unwrap_or_else(|| Span::from(&link.source))]
}

/// Where an address is written, and not one that only begins like it.
fn written_in(source: &Source, forms: &[String]) -> Vec<Span> {
    let text = source.text();
    let found = forms
        .iter()
        .flat_map(|form| text.match_indices(form.as_str()));
    let whole = found.filter(|(start, form)| {
        let after = text[start + form.len()..].chars().next();
        after.is_none_or(|c| c.is_whitespace() || "\"'<>()[]{}|`\\".contains(c))
    });
    let ranges = whole.map(|(start, form)| Span::new(source.path(), start..start + form.len()));
    ranges.collect()
}
