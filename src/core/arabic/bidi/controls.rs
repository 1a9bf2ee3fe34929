//! The controls in a text that reach further than they should: what opens and does not close in its line, what
//! closes without having been opened, and what overrides the order of letters (CVE-2021-42574).

use std::ops::Range;

/// What is wrong with a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It overrides the order of the letters after it.
    Overrides,
    /// Nothing in its line closes it.
    Unclosed,
    /// Nothing in its line opened it.
    Unopened,
}

/// The faulty controls of a text, with their bytes, in order.
#[must_use]
pub fn faulty_controls(text: &str) -> Vec<(Range<usize>, Fault)> {
    let mut faults = Vec::new();
    if !has_controls(text) {
        return faults;
    }
    let mut open: Vec<(Range<usize>, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        match c {
            '\u{202D}' | '\u{202E}' => {
                faults.push((range.clone(), Fault::Overrides));
                open.push((range, c));
            }
            '\u{202A}' | '\u{202B}' | '\u{2066}'..='\u{2068}' => open.push((range, c)),
            '\u{202C}' => match open.last() {
                Some((_, opener)) if !is_isolate(*opener) => {
                    open.pop();
                }
                _ => faults.push((range, Fault::Unopened)),
            },
            // It closes what was opened inside the isolate, too (UAX #9, X6a).
            '\u{2069}' => match open.iter().rposition(|(_, opener)| is_isolate(*opener)) {
                Some(opener) => {
                    faults.extend(open.drain(opener + 1..).filter_map(unclosed));
                    open.pop();
                }
                None => faults.push((range, Fault::Unopened)),
            },
            '\n' | '\u{2029}' => faults.extend(open.drain(..).filter_map(unclosed)),
            _ => {}
        }
    }
    faults.extend(open.into_iter().filter_map(unclosed));
    faults.sort_by_key(|(range, _)| range.start);
    faults
}

fn is_isolate(opener: char) -> bool {
    matches!(opener, '\u{2066}'..='\u{2068}')
}

/// One that overrides has been told already.
fn unclosed((range, opener): (Range<usize>, char)) -> Option<(Range<usize>, Fault)> {
    let overrides = matches!(opener, '\u{202D}' | '\u{202E}');
    (!overrides).then_some((range, Fault::Unclosed))
}

/// Whether there is any control but the marks U+200E, U+200F and U+061C.
fn has_controls(text: &str) -> bool {
    let text = text.as_bytes();
    let mut starts = memchr::memchr_iter(0xE2, text);
    starts.any(|at| {
        let rest = text.get(at + 1..at + 3);
        matches!(rest, Some([0x80, 0xAA..=0xAE] | [0x81, 0xA6..=0xA9]))
    })
}

#[cfg(test)]
mod tests {
    use super::Fault::{Overrides, Unclosed, Unopened};
    use super::faulty_controls;

    #[test]
    fn pairs_in_a_line_are_fine_and_nothing_else_is() {
        for (text, expected) in [
            ("أ\u{2066}b\u{2069}\u{200F} \u{202A}c\u{202C}", vec![]),
            ("\u{2067}\u{202B}a\u{202C}\u{2069}", vec![]),
            ("a\u{202E}b\u{202C}", vec![(1, Overrides)]),
            ("\u{202D}a", vec![(0, Overrides)]),
            ("\u{2066}a\nb\u{2069}", vec![(0, Unclosed), (6, Unopened)]),
            ("a\u{2069}", vec![(1, Unopened)]),
            ("a\u{202C}", vec![(1, Unopened)]),
            ("\u{2066}\u{202A}a\u{2069}", vec![(3, Unclosed)]),
            ("\u{2066}\u{202C}\u{2069}", vec![(3, Unopened)]),
        ] {
            let faults = faulty_controls(text).into_iter();
            let found: Vec<_> = faults.map(|(range, fault)| (range.start, fault)).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
