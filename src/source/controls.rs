//! Invisible controls that were pasted into a file and turn round what stands after them: reported, each at its
//! place. warraq isolates by itself, so nobody needs them.

use super::snapshot::Source;
use crate::arabic::bidi::{Fault, faulty_controls};
use crate::diagnostic::{Diagnostic, Span};

/// What is wrong with the controls in a file.
pub(crate) fn problems(source: &Source) -> Vec<Diagnostic> {
    let text = source.text();
    let faults = faulty_controls(text).into_iter();
    let problems = faults.map(|(range, fault)| {
        problem(&text[range.clone()], fault, Span::new(source.path(), range))
    });
    problems.collect()
}

/// What is wrong with the controls of a text that do not stand in the file as they are, but as an escape or an
/// entity.
pub(crate) fn written_otherwise(text: &str, written: &str, span: Span) -> Option<Diagnostic> {
    let mut faults = faulty_controls(text).into_iter();
    let (range, fault) = faults.find(|(range, _)| !written.contains(&text[range.clone()]))?;
    Some(problem(&text[range], fault, span))
}

fn problem(control: &str, fault: Fault, span: Span) -> Diagnostic {
    let code = control.chars().next().map_or(0, u32::from);
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
