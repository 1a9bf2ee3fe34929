//! Marks as keyboards write them: the straight apostrophe, three full stops, a hyphen for a dash, straight quotation marks.

use super::{Page, is_end};
use crate::arabic::typography::finding::{Replacement, Rule};

impl Page<'_> {
    /// Judges a straight apostrophe between two letters.
    pub(super) fn apostrophe(&mut self, at: usize) {
        let is_letter = |c: Option<char>| c.is_some_and(is_latin);
        if is_letter(self.before(at)) && is_letter(self.after(at + 1)) {
            self.find(Rule::KeyboardMark, at..at + 1, Replacement::safe("’"));
        }
    }

    /// Judges full stops, and says where they end.
    pub(super) fn dots(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let length = rest.len() - rest.trim_start_matches('.').len();
        let is_mark = |c: Option<char>| {
            c.is_none_or(|c| c.is_alphanumeric() || c.is_whitespace() || "()[]»”,".contains(c))
        };
        // `a...b` is a range.
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, after) = (self.before(at), self.after(at + length));
        let is_range = is_word(before) && is_word(after);
        if length == 3 && is_mark(before) && is_mark(after) && !is_range {
            self.find(Rule::KeyboardMark, at..at + 3, Replacement::safe("…"));
        }
        at + length
    }

    /// Judges one hyphen or two, between words with a space on both sides, and says where they end.
    pub(super) fn dash(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let length = rest.len() - rest.trim_start_matches('-').len();
        let end = at + length;
        let head = self.text[..at].strip_suffix([' ', '\u{A0}']);
        let tail = self.text[end..].strip_prefix([' ', '\u{A0}']);
        let is_word =
            |c: char| is_latin(c) || matches!(c, ')' | '»' | '”' | ',' | '.' | '(' | '«' | '“');
        if length < 3
            && head.is_some_and(|head| head.ends_with(is_word))
            && tail.is_some_and(|tail| tail.starts_with(is_word))
        {
            self.find(Rule::KeyboardMark, at..end, Replacement::safe("–"));
        }
        end
    }

    /// Judges straight quotation marks round words. Beside code they are those of strings, after a digit inches. In French
    /// they become « and », whose words are held against a source: that is for the author to decide.
    pub(super) fn straight_quotes(&mut self) {
        if !self.opaque.is_empty() {
            return;
        }
        let marks: Vec<usize> = self.text.match_indices('"').map(|(at, _)| at).collect();
        let opens = |at: usize| {
            let is_before =
                |c: char| c.is_whitespace() || matches!(c, '(' | '[' | '«' | '’' | '—' | '–');
            self.before(at).is_none_or(is_before) && self.after(at + 1).is_some_and(is_latin)
        };
        let closes = |at: usize| {
            let next = self.after(at + 1);
            let is_after = is_end(next) || matches!(next, Some(',' | '.' | ';' | ':' | '!' | '?'));
            is_after
                && self
                    .before(at)
                    .is_some_and(|c| !c.is_whitespace() && !c.is_ascii_digit())
        };
        let (pairs, []) = marks.as_chunks::<2>() else {
            return;
        };
        if !pairs
            .iter()
            .all(|[open, close]| opens(*open) && closes(*close))
        {
            return;
        }
        for [open, close] in pairs {
            let replacements = if self.is_french() {
                [
                    Replacement::likely("«\u{A0}"),
                    Replacement::likely("\u{A0}»"),
                ]
            } else {
                [Replacement::safe("“"), Replacement::safe("”")]
            };
            for (at, replacement) in [*open, *close].into_iter().zip(replacements) {
                self.find(Rule::KeyboardMark, at..at + 1, replacement);
            }
        }
    }
}

/// A letter of the scripts that these marks stand between.
fn is_latin(c: char) -> bool {
    c.is_alphabetic() && c < '\u{250}'
}
