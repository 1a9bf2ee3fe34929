//! What is wrong with the TOML of an entry and can be told better by who knows its fields: keys that TOML cannot read, values
//! that lack quotation marks where none belong, fields below a heading that takes them.

use crate::diagnostic::{Diagnostic, Fix};
use crate::locale::{Argument, text};
use crate::path::SourcePath;
use crate::schema::{Collection, Kind, did_you_mean};
use crate::source::{Toml, day_in_words, latin_digits, parse_toml, unquoted};

/// Parses the front matter of a file, which begins at a byte of its text, with what is wrong in it.
pub(super) fn parse<'a>(
    path: &SourcePath,
    toml: &'a str,
    (text, start): (&str, usize),
    collection: &Collection,
) -> Toml<'a> {
    let mut parsed = parse_toml(path, toml, start);
    for problem in &mut parsed.diagnostics {
        match problem.message.id() {
            Some("toml-key") => name_fields(problem, text, collection),
            Some("toml-unquoted") => as_declared(problem, text, collection),
            _ => {}
        }
    }
    parsed
}

/// Says of a key in another script which field of the collection is meant, or which there are.
fn name_fields(problem: &mut Diagnostic, text: &str, collection: &Collection) {
    let Some(span) = &problem.span else { return };
    let names = || collection.fields.iter().map(|field| &*field.name);
    let written = &text[span.range.clone()];
    let hint = did_you_mean(written, names());
    let all = || {
        text!(
            "fields-hint",
            names = names().map(str::to_owned).collect::<Vec<_>>()
        )
    };
    problem.hint = Some(hint.unwrap_or_else(all));
}

/// Says of words where a number or a day belongs which that is: between quotation marks they would be as wrong.
fn as_declared(problem: &mut Diagnostic, text: &str, collection: &Collection) {
    let Some(span) = &problem.span else { return };
    let line = text[..span.range.start].rfind('\n').map_or(0, |at| at + 1);
    let key = text[line..span.range.start].split('=').next();
    let key = key.unwrap_or_default().trim();
    let declared = collection.fields.iter().find(|field| *field.name == *key);
    let words = latin_digits(&text[span.range.clone()]);
    let right = match declared.map(|field| &field.field_type.kind) {
        Some(Kind::Int) => leading_number(&words).map(str::to_owned),
        Some(Kind::Date) => leading_day(&words),
        None if ["publish", "expires", "updated"].contains(&key) => leading_day(&words),
        _ => None,
    };
    if let Some(right) = right {
        problem.hint = Some(text!("write-instead", words = &right));
        problem.fix = Some(Fix {
            range: span.range.clone(),
            replacement: right,
            is_safe: false,
        });
    }
}

/// The day that words name, or with which they begin: `2025-11-24 at noon`.
fn leading_day(words: &str) -> Option<String> {
    let first = || words.split_whitespace().next().and_then(unquoted);
    let is_day = |day: &String| day.len() == 10 && day.matches('-').count() == 2;
    day_in_words(words).or_else(|| first().filter(is_day))
}

/// The number with which words begin: `1 أول`.
fn leading_number(words: &str) -> Option<&str> {
    let (first, _) = words.split_once(char::is_whitespace)?;
    let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && !first.starts_with('0')).then_some(first)
}

/// Says of fields of the entry that stand below a heading, and so belong to what the heading names, where they belong. That
/// they are missing is a consequence.
pub(super) fn above_headings(
    problems: &mut Vec<Diagnostic>,
    (text, start): (&str, usize),
    collection: &Collection,
) {
    let mut moved = Vec::new();
    for problem in problems.iter_mut() {
        let Some(Argument::Words(name)) = problem.message.arguments().first().map(|(_, one)| one)
        else {
            continue;
        };
        let is_unknown = ["citation-key-unknown", "field-unknown"];
        let Some(span) = problem.span.as_ref().filter(|_| {
            let id = problem.message.id().unwrap_or_default();
            is_unknown.contains(&id) && collection.fields.iter().any(|field| *field.name == **name)
        }) else {
            continue;
        };
        let name = name.clone();
        let above = &text[start..span.range.start];
        let is_line = above.ends_with('\n');
        let heading = above.lines().rev().find(|line| line.starts_with('['));
        if let Some(heading) = heading.filter(|_| is_line) {
            let heading = heading.split('#').next().unwrap_or_default().trim_end();
            problem.hint = Some(text!("field-below-heading-hint", heading));
            moved.push(name);
        }
    }
    problems.retain(|problem| {
        let is_missing = problem.message.id() == Some("field-missing");
        let mut names = problem.message.arguments().iter();
        !is_missing
            || !names.any(|(_, one)| {
                matches!(one, Argument::Words(name) if moved.iter().any(|moved| **moved == **name))
            })
    });
}
