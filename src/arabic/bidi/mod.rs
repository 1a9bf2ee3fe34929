//! A text to the left-to-right runs in it that have to be isolated, so that what stands around them cannot
//! turn them round: Latin words, URLs, phone numbers, dates such as 2025-11-24, signed numbers.
//! What right-to-left text leaves as it is (`2025`, `12.500`, `24/11/2025`) and ranges (`24–27`, which read
//! from right to left as their sentence does) are not.

mod controls;
mod html;
mod inline;
mod phrase;
mod plain;
mod shown;
mod simulation;
mod stretch;
mod table;
mod tag;
mod token;
mod trim;
mod whole;

use std::ops::Range;

pub use controls::{Fault, faulty_controls};
pub use html::{END, Isolation};
pub use inline::{Change, Mark, Part, marks};
pub use plain::isolate_in_plain_text;
pub use shown::{Misplaced, misplaced};
pub use simulation::{Seen, visual_order};
pub use table::Script;
pub use tag::Tag;

use super::Direction;
use table::Class;

/// A left-to-right run that has to be isolated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The script of its words; none where it has only digits and signs.
    pub script: Option<Script>,
}

/// The runs of a text that have to be isolated, in order. What lies between explicit controls (U+202A to
/// U+202E, U+2066 to U+2069) has been seen to by whoever wrote them.
///
/// A text without a right-to-left letter is one run from end to end.
#[must_use]
pub fn runs(text: &str) -> Vec<Run> {
    if !may_hold_runs(text) {
        return Vec::new();
    }
    if let Some(runs) = whole::runs(text) {
        return runs;
    }
    let mut runs = Vec::new();
    let mut stretch = Stretch::at(0);
    let mut explicit = 0_usize;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let class = Class::of(c);
        let is_inside = explicit > 0;
        match class {
            Class::Opener => explicit += 1,
            Class::Closer => explicit = explicit.saturating_sub(1),
            _ => {}
        }
        if is_inside || class.ends_stretch() {
            stretch.close(text, at, &mut runs);
            stretch = Stretch::at(at + c.len_utf8());
        } else {
            if stretch.range.is_empty() {
                stretch.follows_letter = before == Some(Class::Rtl);
            }
            stretch.range.end = at + c.len_utf8();
            stretch.has_content |= matches!(class, Class::Letter(_) | Class::Digit);
        }
        before = Some(class);
    }
    stretch.close(text, text.len(), &mut runs);
    runs
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

/// The direction of a text by its first letter; left to right where it has none.
#[must_use]
pub fn direction(text: &str) -> Direction {
    let strong = text.chars().find_map(|c| match Class::of(c) {
        Class::Rtl => Some(Direction::Rtl),
        Class::Letter(_) => Some(Direction::Ltr),
        _ => None,
    });
    strong.unwrap_or(Direction::Ltr)
}

/// Text between two right-to-left characters.
struct Stretch {
    range: Range<usize>,
    has_content: bool,
    /// Whether it touches the right-to-left letter before it.
    follows_letter: bool,
}

impl Stretch {
    fn at(start: usize) -> Self {
        Self {
            range: start..start,
            has_content: false,
            follows_letter: false,
        }
    }

    fn close(&self, text: &str, end: usize, runs: &mut Vec<Run>) {
        if self.has_content {
            let found = stretch::runs(&text[self.range.clone()], self.follows_letter, &text[end..]);
            let found = found.into_iter().map(|run| Run {
                range: run.range.start + self.range.start..run.range.end + self.range.start,
                ..run
            });
            runs.extend(found);
        }
    }
}

/// A quick no for text of Arabic letters, spaces and common punctuation, which is most text.
fn may_hold_runs(text: &str) -> bool {
    // In UTF-8 the first byte of a character tells its block. C2 leads symbols (« ±), D6 to DF right-to-left
    // scripts, E2 80 to E2 83 punctuation and currencies (– “ €): no run is of these alone.
    let bytes = text.as_bytes();
    let leads =
        |byte: &u8| matches!(byte, 0xC3..=0xD5 | 0xE0..=0xF4) | byte.is_ascii_alphanumeric();
    // Whole pieces without a branch, which is many bytes at once.
    let is_suspect = |piece: &[u8]| piece.iter().fold(false, |any, byte| any | leads(byte));
    bytes.chunks(32).any(is_suspect)
        && bytes.iter().enumerate().any(|(at, byte)| match byte {
            0xE2 => bytes.get(at + 1).is_some_and(|next| *next > 0x83),
            byte => leads(byte),
        })
}

#[cfg(test)]
mod tests;
