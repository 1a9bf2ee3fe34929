//! The places that name an entry, found by what a build without that entry reports, and the fixes that name another there.

use std::ops::Range;

use super::name::EntryName;
use crate::arabic::nfc;
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::locale::Argument;
use crate::path::decode;
use crate::source::{Snapshot, Source, load, quoted};

/// Whether a problem is that there is no such entry, or no such source.
pub(super) fn names(problem: &Diagnostic, name: &EntryName) -> bool {
    let Some((_, Argument::Words(words))) = problem.message.arguments().first() else {
        return false;
    };
    match problem.message.id() {
        Some("entry-none") => *words == name.to_string(),
        Some("source-none") => *words == name.slug,
        _ => false,
    }
}

/// The fixes that let whatever a problem is about name `to`, where it names `from`.
pub(super) fn fixes(
    problem: &Diagnostic,
    snapshot: &Snapshot,
    from: &EntryName,
    to: &EntryName,
) -> Vec<Diagnostic> {
    let Some(span) = &problem.span else {
        return Vec::new();
    };
    let Some(source) = snapshot.get(&span.path) else {
        return Vec::new();
    };
    let text = source.text();
    let is_named = names(problem, from);
    if is_named
        && let Some(value) = text.get(span.range.clone()).and_then(string)
        && let Some(new) = renamed(&value, from, to)
    {
        return vec![fix(source, span.range.clone(), quoted(&new))];
    }
    let all = tokens(source, from, to);
    let within = |fix: &Diagnostic| {
        let range = fix.span.as_ref().map(|span| &span.range);
        range.is_some_and(|at| span.range.start <= at.start && at.end <= span.range.end)
    };
    if all.iter().any(within) {
        return all.into_iter().filter(within).collect();
    }
    // The address may stand elsewhere: Markdown has definitions of links.
    let defines = |fix: &Diagnostic| {
        let start = fix.span.as_ref().map_or(0, |span| span.range.start);
        let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let label = text[line..start].trim_start().strip_prefix('[');
        label.is_some_and(|label| label.contains("]:"))
    };
    let defining = all.into_iter().filter(|fix| is_named && defines(fix));
    defining.collect()
}

/// The fixes of all templates.
pub(super) fn in_templates(
    snapshot: &Snapshot,
    from: &EntryName,
    to: &EntryName,
) -> Vec<Diagnostic> {
    let templates = snapshot.below(load::TEMPLATES);
    templates
        .flat_map(|source| tokens(source, from, to))
        .collect()
}

/// The string that a value of TOML is.
fn string(value: &str) -> Option<String> {
    if !value.starts_with(['"', '\'']) {
        return None;
    }
    let table: toml::Table = toml::from_str(&format!("x = {value}")).ok()?;
    Some(table.get("x")?.as_str()?.to_owned())
}

/// The name of an entry in a field, with its collection or without.
fn renamed(value: &str, from: &EntryName, to: &EntryName) -> Option<String> {
    if value == from.to_string() {
        return Some(to.to_string());
    }
    (value == from.slug).then(|| {
        if from.collection == to.collection {
            to.slug.clone()
        } else {
            to.to_string()
        }
    })
}

/// The fixes of all addresses such as `ref:books/kalila#copies` and `cite:notice/p4` in a text.
fn tokens(source: &Source, from: &EntryName, to: &EntryName) -> Vec<Diagnostic> {
    let text = source.text();
    let mut fixes = Vec::new();
    for (scheme, old, new) in [
        ("ref:", from.to_string(), to.to_string()),
        ("cite:", from.slug.clone(), to.slug.clone()),
    ] {
        for (range, mut named) in addresses(text, scheme) {
            if scheme == "cite:" {
                // Without a name before the paragraph, it is of the only source.
                named = named.rsplit_once('/').map_or("", |(source, _)| source);
            }
            let range = range.start..range.start + named.len();
            if nfc(&decode(named)) == old {
                fixes.push(fix(source, range, new.clone()));
            }
        }
    }
    fixes
}

/// What stands behind a scheme such as `cite:` wherever it begins an address in a text, and where.
pub(super) fn addresses<'a>(
    text: &'a str,
    scheme: &'a str,
) -> impl Iterator<Item = (Range<usize>, &'a str)> {
    let all = text.match_indices(scheme);
    let all = all.filter(|(at, _)| !text[..*at].ends_with(char::is_alphanumeric));
    all.map(move |(at, _)| {
        let start = at + scheme.len();
        let rest = &text[start..];
        let is_end = |c: char| c.is_whitespace() || "()[]{}<>\"'`#\\|".contains(c);
        let named = &rest[..rest.find(is_end).unwrap_or(rest.len())];
        (start..start + named.len(), named)
    })
}

fn fix(source: &Source, range: Range<usize>, replacement: String) -> Diagnostic {
    let span = Span::new(source.path(), range.clone());
    Diagnostic::error("E201", crate::locale::Text::verbatim(""))
        .at(span)
        .fix(Fix {
            range,
            replacement,
            is_safe: true,
        })
}
