//! A run, and a text cut at its runs.

use std::ops::Range;

use super::table::Script;

/// A run that has to be isolated: one of the other direction than its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The script of its words; none where it has only digits and signs.
    pub script: Option<Script>,
}

/// The text, in pieces: those with a run are to be isolated, those without stay as they are.
pub fn pieces<'a>(
    text: &'a str,
    runs: &'a [Run],
) -> impl Iterator<Item = (&'a str, Option<&'a Run>)> {
    let mut done = 0;
    let isolated = runs.iter().flat_map(move |run| {
        let before = &text[done..run.range.start];
        done = run.range.end;
        [(before, None), (&text[run.range.clone()], Some(run))]
    });
    let end = runs.last().map_or(0, |run| run.range.end);
    isolated
        .chain([(&text[end..], None)])
        .filter(|(piece, _)| !piece.is_empty())
}
