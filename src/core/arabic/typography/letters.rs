//! The letters of a word: those that only look Arabic, and the stretch between them.

use std::ops::Range;

use super::character::{TATWEEL, is_letter};
use super::finding::{Replacement, Rule};
use super::scan::Scan;
use super::surroundings::{after, before};

/// Letters that Arabic does not use and its neighbours do. A word with one of them is theirs, and right as it is.
const FOREIGN: [char; 15] = [
    'پ', 'چ', 'ژ', 'گ', 'ٹ', 'ڈ', 'ڑ', 'ں', 'ې', 'ۆ', 'ێ', 'ە', 'ھ', 'ڕ', 'ڵ',
];

impl Scan<'_> {
    /// Judges a word with letters of Persian or Urdu that look like Arabic ones.
    pub(super) fn look_alikes(&mut self, word: Range<usize>) {
        let written = &self.text[word.clone()];
        if written.contains(FOREIGN) {
            return;
        }
        let mut is_safe = true;
        let mut corrected = String::with_capacity(written.len());
        for (at, c) in written.char_indices() {
            let is_last = !written[at + c.len_utf8()..].contains(is_letter);
            // At the end of a word ی may be ي or ى, and ہ may be ه or ة: only a reader can tell.
            is_safe &= !(is_last && matches!(c, 'ی' | 'ہ'));
            corrected.push(match c {
                'ک' => 'ك',
                'ی' | 'ے' => 'ي',
                'ہ' => 'ه',
                c => c,
            });
        }
        let replacement = if is_safe {
            Replacement::safe(corrected)
        } else {
            Replacement::likely(corrected)
        };
        self.find(Rule::LookAlike, word, replacement);
    }

    /// Judges a word with tatweel. Between two letters it only stretches the word. At either end it shows how a letter
    /// joins (`هـ`, `الـ93`), and under a mark it carries the mark.
    pub(super) fn tatweel(&mut self, word: Range<usize>) {
        let mut from = word.start;
        while let Some(at) = self.text[from..word.end].find(TATWEEL) {
            let start = from + at;
            let stretch = &self.text[start..word.end];
            let length = stretch.find(|c| c != TATWEEL).unwrap_or(stretch.len());
            let end = start + length;
            from = end;
            let next = after(self.text, end).filter(|_| end < word.end);
            let last = before(self.text, start).filter(|_| start > word.start);
            if let (Some(last), Some(next)) = (last, next.filter(|c| is_letter(*c))) {
                let range = start - last.len_utf8()..end + next.len_utf8();
                let corrected = format!("{last}{next}");
                self.find(Rule::Tatweel, range, Replacement::safe(corrected));
            }
        }
    }
}
