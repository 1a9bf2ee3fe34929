//! Invisible controls that were pasted into a file: those that turn round what stands after them, and the codes of teletypes,
//! which no HTML and no CSV may hold. Each is reported at its place. warraq isolates by itself, so nobody needs them.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::reference::reference;
use super::snapshot::Source;
use crate::arabic::bidi::{Fault, faulty_controls};
use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;

/// The kinds of file in which references stand for characters wherever they are written.
const WITH_REFERENCES: [&str; 3] = ["html", "svg", "xml"];

/// What is wrong with the controls in a file.
pub(crate) fn problems(source: &Source) -> Vec<Diagnostic> {
    let text = source.text();
    let mut problems: Vec<_> = faulty(text)
        .map(|(range, fault)| {
            let span = Span::new(source.path(), range.clone());
            problem(&text[range], fault, span)
        })
        .collect();
    let extension = source.path().extension().unwrap_or_default();
    if WITH_REFERENCES.contains(&extension) {
        let references = text.match_indices("&#").filter_map(|(at, _)| {
            let meant = reference(&text[at..]).filter(|meant| is_code(*meant))?;
            let end = at + text[at..].find(';')? + 1;
            let span = Span::new(source.path(), at..end);
            Some(problem(&meant.to_string(), None, span))
        });
        problems.extend(references);
    }
    problems
}

/// What is wrong with the controls of a text that do not stand in the file as they are, but as an escape or an
/// entity.
pub(crate) fn written_otherwise(text: &str, written: &str, span: Span) -> Option<Diagnostic> {
    let mut faults = faulty(text);
    let (range, fault) = faults.find(|(range, _)| !written.contains(&text[range.clone()]))?;
    Some(problem(&text[range], fault, span))
}

/// What is wrong with the controls that the values of TOML have as escapes (`\u202E`). `offset` is where in `file` the TOML
/// begins.
pub(crate) fn escaped(
    path: &SourcePath,
    table: &DeTable<'_>,
    file: &str,
    offset: usize,
) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    for value in table.values() {
        walk(value, &mut |text, range| {
            let range = range.start + offset..range.end + offset;
            let written = file.get(range.clone()).unwrap_or_default();
            problems.extend(written_otherwise(text, written, Span::new(path, range)));
        });
    }
    problems
}

/// Hands out the strings of a value, each with its bytes.
fn walk(value: &toml::Spanned<DeValue<'_>>, each: &mut impl FnMut(&str, Range<usize>)) {
    match value.get_ref() {
        DeValue::String(text) => each(text, value.span()),
        DeValue::Array(items) => items.iter().for_each(|item| walk(item, each)),
        DeValue::Table(table) => table.values().for_each(|value| walk(value, each)),
        _ => {}
    }
}

/// The faulty controls of a text, with what they do to its order where they do something.
fn faulty(text: &str) -> impl Iterator<Item = (Range<usize>, Option<Fault>)> {
    let faults = faulty_controls(text).into_iter();
    let faults = faults.map(|(range, fault)| (range, Some(fault)));
    let codes = text.char_indices().filter(|(_, c)| is_code(*c));
    let codes = codes.map(|(at, c)| (at..at + c.len_utf8(), None));
    faults.chain(codes)
}

/// Whether a character is a control code (Unicode, `Cc`) that no text needs: all but tabs and the ends of lines.
fn is_code(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
}

fn problem(control: &str, fault: Option<Fault>, span: Span) -> Diagnostic {
    let code = control.chars().next().map_or(0, u32::from);
    let Some(fault) = fault else {
        return Diagnostic::error("E110", format!("the control character U+{code:04X}"))
            .at(span)
            .hint("take it out: no page, feed or table may hold it");
    };
    let does = match fault {
        Fault::Overrides => "turns the text after it round",
        Fault::Unclosed => "is not closed in its line",
        Fault::Unopened => "closes what its line did not open",
    };
    Diagnostic::error(
        "E109",
        format!("the invisible character U+{code:04X} {does}"),
    )
    .at(span)
    .hint("take it out: it came with copied text, and Latin words are isolated without it")
}
