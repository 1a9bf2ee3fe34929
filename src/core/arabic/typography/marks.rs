//! Punctuation: Latin marks after Arabic, spaces where none should be, none where one should be.

use super::character::{
    is_arabic, is_closer, is_closing_mark, is_letter, is_mark, is_opener, is_space,
};
use super::finding::{Replacement, Rule};
use super::scan::Scan;
use super::surroundings::{after, before, stem, words_before};

/// Words after which a mark is mentioned rather than used.
const NAMED: [&str; 10] = [
    "علامة",
    "علامتا",
    "علامات",
    "فاصلة",
    "نقطة",
    "استفهام",
    "تعجب",
    "منقوطة",
    "رمز",
    "مفتاح",
];

impl Scan<'_> {
    /// Judges `,` `;` or `?`.
    pub(super) fn ascii_mark(&mut self, at: usize, c: char) {
        let before_it = self.text[..at]
            .trim_end_matches(is_space)
            .trim_end_matches(is_closer);
        let is_first = !self.text[..at].ends_with(c);
        if !is_first || !before_it.ends_with(is_arabic) {
            return;
        }
        let rest = self.text[at..].trim_start_matches(c);
        let next = rest.chars().next();
        let ends = next.is_none_or(|c| {
            c.is_whitespace() || is_arabic(c) || is_closer(c) || is_opener(c) || is_closing_mark(c)
        });
        // `;)` is a smile.
        let is_smile = c == ';' && matches!(next, Some(')' | '('));
        let is_apart = self.text[..at].ends_with(is_space);
        let is_named = is_apart && (self.is_named(at, rest) || is_operator(&self.text[at..]));
        if !ends || is_smile || is_named {
            return;
        }
        let end = self.text.len() - rest.len();
        let mark = match c {
            ',' => "،",
            ';' => "؛",
            _ => "؟",
        };
        let text = mark.repeat(end - at);
        // Alone among words it may be an operator; a comma is none.
        let replacement =
            if is_apart && c != ',' && rest.trim_start_matches(is_space).starts_with(is_arabic) {
                Replacement::likely(text)
            } else {
                Replacement::safe(text)
            };
        self.find(Rule::AsciiPunctuation, at..end, replacement);
    }

    /// Judges the spaces round ، ؛ ؟ . or !
    pub(super) fn mark(&mut self, at: usize, c: char) {
        match before(self.text, at) {
            Some(space) if is_space(space) => self.space_before(at, c),
            Some(last) => self.none_after(at, c, last),
            None => {}
        }
    }

    fn space_before(&mut self, at: usize, c: char) {
        let end = at + c.len_utf8();
        let words = self.text[..at].trim_end_matches(is_space);
        let Some(last) = words.chars().next_back() else {
            return;
        };
        let follows = match c {
            // `.NET`, `.5` and three dots are no full stop, `!=` is no exclamation.
            '.' | '!' => is_arabic(last) || last.is_ascii_digit() || is_closer(last),
            _ => last.is_alphanumeric() || is_mark(last) || is_closer(last),
        };
        let next = after(self.text, end);
        let ends = match c {
            '.' | '!' => next.is_none_or(|c| c.is_whitespace() || is_closer(c)),
            _ => true,
        };
        if follows && ends && !self.is_named(at, &self.text[end..]) {
            self.find(
                Rule::SpaceBefore,
                words.len()..end,
                Replacement::safe(c.to_string()),
            );
        }
    }

    /// Whether a mark at this byte is mentioned rather than used: after such a word, or in a row of marks.
    fn is_named(&self, at: usize, rest: &str) -> bool {
        let last = words_before(self.text, at).next();
        let is_mark = |c| is_closing_mark(c) || matches!(c, ',' | ';' | ':' | '?');
        last.is_some_and(|word| NAMED.contains(&stem(word)))
            || rest.trim_start_matches(is_space).starts_with(is_mark)
    }

    fn none_after(&mut self, at: usize, c: char, last: char) {
        let end = at + c.len_utf8();
        let Some(next) = after(self.text, end) else {
            return;
        };
        let is_missing = match c {
            // A full stop also shortens words (د.محمد, ق.م, هـ.م) and parts names of files and hosts.
            '.' => is_arabic(last) && is_letter(next) && self.parts_sentences(at),
            '!' => is_arabic(last) && is_letter(next),
            // `1،5` is a decimal as many write it.
            _ if next.is_ascii_digit() => is_arabic(last) || is_closer(last),
            _ => (is_letter(next) || next.is_alphabetic()) && last != '(' && last != '/',
        };
        if is_missing {
            let replacement = Replacement::safe(format!("{c} {next}"));
            self.find(Rule::NoSpaceAfter, at..end + next.len_utf8(), replacement);
        }
    }

    /// Whether the words on both sides of a full stop are long enough to be words, and nothing else hints at a name.
    fn parts_sentences(&self, at: usize) -> bool {
        let letters = |word: &str| word.chars().filter(|c| is_letter(*c)).count();
        let before = &self.text[..at];
        let head = before.trim_end_matches(is_arabic);
        let word = &before[head.len()..];
        let after = &self.text[at + 1..];
        let end = after.find(|c| !is_arabic(c)).unwrap_or(after.len());
        let is_dotted = after[end..].starts_with('.') && after[end + 1..].starts_with(is_arabic)
            || head.ends_with('.');
        letters(word) > 3 && letters(&after[..end]) > 1 && !is_dotted
    }
}

/// Whether a text begins with an operator, such as `??` or `?.`: two signs of ASCII and more, and then a space.
fn is_operator(text: &str) -> bool {
    let token = text.split(char::is_whitespace).next().unwrap_or_default();
    let token = token.trim_end_matches(is_closer);
    token.len() > 1 && token.bytes().all(|byte| byte.is_ascii_punctuation())
}
