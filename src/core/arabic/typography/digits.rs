//! Numbers that are written in other digits than the language's.

use std::ops::Range;

use super::character::{is_arabic, is_closer, is_closing_mark, is_space};
use super::finding::{Finding, Replacement, Rule};
use super::numerals::value;
use super::scan::Scan;
use super::surroundings::{after, before};

impl Scan<'_> {
    /// Judges a number in Arabic or Persian digits, and says where it ends.
    pub(super) fn other_digits(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let is_part = |c: char| value(c).is_some() || matches!(c, '٬' | '٫');
        let number = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
        let number = number.trim_end_matches(['٬', '٫']);
        let end = at + number.len();
        // After U+06DD stands the number of a verse.
        let is_verse = before(self.text, at) == Some('\u{6DD}');
        if number
            .chars()
            .all(|c| value(c).is_none() || self.rules.digits.has(c))
        {
            self.found.has_own_digits = true;
        } else if !is_verse {
            let replacement = Replacement::likely(self.rules.digits.rewritten(number));
            let rule = if self.is_list_mark(at, end) {
                Rule::ListMark
            } else {
                Rule::Digits
            };
            self.find(rule, at..end, replacement);
        }
        end
    }

    /// Whether a number marks an item of a list: at the beginning of a line, with a sign behind it and then a space.
    fn is_list_mark(&self, start: usize, end: usize) -> bool {
        let head = self.written_line(start).trim_start_matches(is_space);
        let signs = self.text[end..].strip_prefix([')', '.', '-', '–', '/', ':']);
        ["", "("].contains(&head) && signs.is_some_and(|rest| rest.starts_with(is_space))
    }

    /// Notes a number in Latin digits that stands among words, where the language has digits of its own.
    pub(super) fn latin_number(&mut self, range: Range<usize>) {
        if self.rules.digits.are_latin() || self.is_in_address(&range) {
            return;
        }
        let head = self.text[..range.start].trim_end_matches(is_space);
        let tail = self.text[range.end..].trim_start_matches(is_space);
        let ends = after(self.text, range.end)
            .is_none_or(|c| is_space(c) || is_arabic(c) || is_closing_mark(c) || is_closer(c));
        if head.ends_with(is_arabic)
            && ends
            && !tail.starts_with(|c: char| c.is_ascii_alphanumeric())
        {
            let replacement =
                Replacement::likely(self.rules.digits.rewritten(&self.text[range.clone()]));
            self.found.latin_numbers.push(Finding {
                rule: Rule::Digits,
                range,
                replacement,
                reason: None,
            });
        }
    }
}
