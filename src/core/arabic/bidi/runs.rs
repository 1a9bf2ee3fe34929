//! A text to its runs: it is cut at right-to-left letters and at explicit controls, and what is left is looked at
//! stretch by stretch.

use std::ops::Range;

use super::foreign;
use super::mixed;
use super::run::Run;
use super::stretch;
use super::table::Class;
use super::whole;
use crate::arabic::Direction;

/// The runs of a text that have to be isolated in a line that runs in a direction, in order.
#[must_use]
pub fn runs_in(text: &str, base: Direction) -> Vec<Run> {
    match base {
        Direction::Rtl => runs(text),
        Direction::Ltr => foreign::runs(text),
    }
}

/// Whether [`runs_in`] may find any: a quick no for most texts.
pub(super) fn may_hold(text: &str, base: Direction) -> bool {
    match base {
        Direction::Rtl => may_hold_runs(text),
        Direction::Ltr => foreign::may_hold_runs(text),
    }
}

/// The runs of a text that have to be isolated in a line that runs from right to left, in order. What lies between explicit controls (U+202A to
/// U+202E, U+2066 to U+2069) has been seen to by whoever wrote them.
///
/// A text without a right-to-left letter is one run from end to end.
#[must_use]
pub fn runs(text: &str) -> Vec<Run> {
    if !may_hold_runs(text) {
        return Vec::new();
    }
    let names = mixed::tokens(text);
    if let Some(runs) = whole::runs(text, &names) {
        return runs;
    }
    let runs = apart(text, &names);
    with_names(text, runs, &names)
}

/// The runs of a text that has right-to-left letters, each of its names by itself.
fn apart(text: &str, names: &[Range<usize>]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut stretch = Stretch::at(0);
    let mut explicit = 0_usize;
    let mut before = None;
    let mut names = names.iter().cloned().peekable();
    let mut resume = 0;
    for (at, c) in text.char_indices() {
        if at < resume {
            continue;
        }
        let class = Class::of(c);
        let is_inside = explicit > 0;
        if let Some(name) = names.next_if(|name| name.start <= at)
            && !is_inside
            && name.start == at
        {
            stretch.close(text, at, &mut runs);
            resume = name.end;
            stretch = Stretch::at(resume);
            before = None;
            runs.push(Run {
                range: name,
                script: None,
            });
            continue;
        }
        match class {
            Class::Opener => explicit += 1,
            Class::Closer => explicit = explicit.saturating_sub(1),
            _ => {}
        }
        // `جملة.Word`, `عام/API`: between two words, it is no sign of the second.
        let separates = before == Some(Class::Rtl)
            && matches!(c, '.' | '/')
            && !mixed::is_particle(last_word(&text[..at]));
        if is_inside || separates || class.ends_stretch() {
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

/// Whether a name begins with the conjunction that joins it to what stands before: `a.png وصورة.png`.
fn begins_anew(name: &str) -> bool {
    name.starts_with(['و', 'ف'])
}

/// The right-to-left letters that a text ends with.
fn last_word(text: &str) -> &str {
    let letters = text.trim_end_matches(|c| Class::of(c) == Class::Rtl);
    &text[letters.len()..]
}

/// The runs, with names of two scripts and the words beside them in one: `npm run مجلد/a.js`.
fn with_names(text: &str, runs: Vec<Run>, names: &[Range<usize>]) -> Vec<Run> {
    if names.is_empty() {
        return runs;
    }
    let is_name = |run: &Run| {
        let at = names.binary_search_by_key(&run.range.start, |name| name.start);
        at.is_ok_and(|at| names[at] == run.range)
    };
    let mut joined: Vec<(Run, bool)> = Vec::with_capacity(runs.len());
    for run in runs {
        let ends_in_name = is_name(&run);
        if let Some((last, is_after_name)) = joined.last_mut() {
            let between = text[last.range.end..run.range.start].trim_start_matches([',', ';', ':']);
            let has_words =
                (*is_after_name || last.script.is_some()) && (ends_in_name || run.script.is_some());
            let is_beside = !between.is_empty()
                && !begins_anew(&text[run.range.start..])
                && between.chars().all(|c| Class::of(c) == Class::Space);
            if (*is_after_name || ends_in_name) && has_words && is_beside {
                last.range.end = run.range.end;
                last.script = last.script.or(run.script);
                *is_after_name = ends_in_name;
                continue;
            }
        }
        joined.push((run, ends_in_name));
    }
    joined.into_iter().map(|(run, _)| run).collect()
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
