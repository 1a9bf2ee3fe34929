//! What of site.toml is for its author alone: the values of `[deploy]` and of an environment, and those of keys that are called
//! as secrets are. Whoever shows a line of it, or says what is wrong there, leaves them out.

use std::collections::BTreeSet;
use std::ops::Range;

use super::scan::{self, Statement};
use crate::diagnostic::{Diagnostic, is_secret, secret_parts};
use crate::path::SourcePath;

/// The tables of which no value is shown. Nobody has to name a password there for one to be in it: an address is enough.
const TABLES: [&str; 5] = ["deploy", "env", "environment", "credentials", "secrets"];

/// What stands in the place of a secret in a sentence.
const HIDDEN: &str = "…";

/// How long a word has to be for its being a part of another to be no accident.
const TELLING: usize = 6;

/// The bytes of the values that are not shown, in their order, up to the ends of their lines.
pub(in crate::source) fn secrets(toml: &str) -> Vec<Range<usize>> {
    let mut secrets = Vec::new();
    let mut is_below = false;
    for statement in scan::statements(toml, false) {
        if statement.is_heading {
            is_below = is_of_secrets(&statement.key);
        } else if is_below || is_of_secrets(&statement.key) || is_secret(&statement.key) {
            secrets.push(value(toml, &statement));
        } else {
            let mut start = statement.range.start;
            for line in toml[statement.range].split_inclusive('\n') {
                let mut parts = secret_parts(line);
                parts.sort_unstable_by_key(|part| part.start);
                secrets.extend(
                    parts
                        .iter()
                        .map(|part| start + part.start..start + part.end),
                );
                start += line.len();
            }
        }
    }
    secrets
}

/// Whether a name begins with that of a table of which nothing is shown, as `deploy.main` and `"deploy".main` do, or with one
/// that was to be that: `deply.main`.
fn is_of_secrets(key: &str) -> bool {
    let first = key.split('.').next().unwrap_or_default();
    let first = first.trim_matches([' ', '\t', '"', '\'']).to_lowercase();
    // `en` is the name of a language, and no slip of `env`.
    let slips = |table: &&str| if table.len() > 3 { 2 } else { 0 };
    let is_near = |table: &&str| strsim::damerau_levenshtein(&first, table) <= slips(table);
    TABLES.iter().any(is_near)
}

/// What follows the key, whether or not there is a sign of equality between.
fn value(toml: &str, statement: &Statement) -> Range<usize> {
    let written = &toml[statement.range.clone()];
    let quoted = written.chars().next().filter(|c| matches!(c, '"' | '\''));
    let key = quoted.map_or(0, |mark| written[1..].find(mark).map_or(0, |at| at + 2));
    let begins = |c: char| matches!(c, '=' | ':' | '＝' | '﹦' | '"' | '\'' | '«' | '“' | '„');
    let length = written[key..].find(begins);
    // Without any of these, the words behind the first may be what was meant.
    let length = length.or_else(|| written[key..].find([' ', '\t']));
    let start = key + length.unwrap_or(written.len() - key);
    statement.range.start + start..statement.range.end
}

/// What TOML is made of besides words. In its place, one sees what is wrong.
pub(in crate::source) fn is_structure(c: char) -> bool {
    c.is_whitespace() || "=＝﹦:,;،؛[]{}\"'`«»“”„".contains(c)
}

/// Takes the words of values that are not shown out of what is said of them.
pub(crate) fn hide_secrets(
    path: &SourcePath,
    toml: &str,
    mut problems: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let secrets = if problems.is_empty() {
        Vec::new()
    } else {
        secrets(toml)
    };
    for problem in &mut problems {
        let span = problem.span.as_ref();
        let Some(span) = span.filter(|span| span.path == *path) else {
            continue;
        };
        let after = secrets.partition_point(|range| range.end <= span.range.start);
        let lines = &toml[span.range.start.min(toml.len())..];
        // The place may be the key, or the whole of a table: what is said is of the values that follow.
        let end = span.range.start + lines.find('\n').unwrap_or(lines.len());
        let end = end.max(span.range.end);
        let meant = secrets[after..]
            .iter()
            .take_while(|range| range.start < end);
        let meant = meant.map(|range| {
            // Of a long list, each item may have a problem of its own.
            if range.contains(&span.range.start) && !span.range.is_empty() {
                span.range.start..span.range.end.min(range.end)
            } else {
                range.clone()
            }
        });
        let meant = meant.filter_map(|range| toml.get(range));
        let words = meant.flat_map(|value| value.split(is_structure));
        let words: BTreeSet<&str> = words.filter(|word| !word.is_empty()).collect();
        if words.is_empty() {
            continue;
        }
        let fix = problem.fix.take();
        problem.fix = fix.filter(|fix| hidden(&fix.replacement, &words) == fix.replacement);
        let hide = |said: &str| hidden(said, &words);
        problem.message = problem.message.map_words(&hide);
        problem.hint = problem.hint.as_ref().map(|hint| hint.map_words(&hide));
        let notes = problem.notes.iter();
        problem.notes = notes.map(|note| note.map_words(&hide)).collect();
    }
    problems
}

/// What is said, without these words.
fn hidden(said: &str, words: &BTreeSet<&str>) -> String {
    let mut shown = said.to_owned();
    for word in words {
        let is_whole = || said.split(is_structure).any(|part| part == *word);
        if (word.len() >= TELLING && shown.contains(word)) || is_whole() {
            shown = shown.replace(word, HIDDEN);
        }
    }
    shown
}
