//! Markup that is opened and not closed, so that its signs would be printed: `[نص](address`, `~~نص`, `[^1`, `{#id`, a backtick.

use super::reader::ProseReader;
use super::signs::has_any;
use super::stray;
use super::text::without_meant;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::text;
use crate::source::SourceMap;

/// Signs that open something, each with what closes it in its line.
const PAIRS: [(&str, &str); 7] = [
    ("](", ")"),
    ("[^", "]"),
    ("{#", "}"),
    ("{.", "}"),
    ("{decorative", "}"),
    ("~~", "~~"),
    ("`", "`"),
];

impl ProseReader<'_> {
    /// Warns of signs that open what the parser has read no end of. The text is not in a code block.
    pub(super) fn warn_of_open_markup(&mut self, text: &str, map: &SourceMap) {
        if !has_any(text, b"[{~`") || self.is_in_code_block() {
            return;
        }
        let text = without_meant(text, map, &['[', ']', '{', '~', '`']);
        for (open, close) in PAIRS {
            let Some(at) = opened(&text, open, close) else {
                continue;
            };
            let span = self.place.of(map.of(at..at + open.len()).range);
            let problem = Diagnostic::warning("W214", text!("mark-open", open))
                .at(Span::new(self.path, span))
                .hint(text!("mark-open-hint", close));
            self.diagnostics.push(problem);
        }
    }
}

/// Where a sign stands that nothing closes, and behind which words begin.
fn opened(text: &str, open: &str, close: &str) -> Option<usize> {
    let at = text.rfind(open)?;
    let (before, rest) = (&text[..at], &text[at + open.len()..]);
    let begins = match open {
        "](" => before.contains('[') && !stray::may_be_in(rest),
        // A backtick in a word is the ayn of a transliteration.
        "`" => !before.ends_with(char::is_alphanumeric),
        _ => true,
    };
    let is_open = if open == close {
        text.matches(open).count() % 2 == 1
    } else {
        !rest.contains(close)
    };
    let has_words = open.starts_with('{') || !rest.starts_with(char::is_whitespace);
    (begins && is_open && has_words).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_open_where_nothing_closes_them() {
        let found = |text: &str| {
            let all = PAIRS.iter();
            let open = all.filter(|(open, close)| opened(text, open, close).is_some());
            open.map(|(open, _)| *open).collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            ("فقرة فيها [رابط](https://example.org/a لم يغلق", "]("),
            ("![صورة](a.png) {decorative لم", "{decorative"),
            ("![صورة](pic.png {decorative=x لم تغلق", "]( {decorative"),
            ("عنوان {#id لم يغلق", "{#"),
            ("عنوان {#id}", ""),
            ("نص فيه `شفرة", "`"),
            ("نص ~~محذوف", "~~"),
            ("حاشية [^1 لم تغلق", "[^"),
            ("حاشية [^1] لا نص لها", ""),
            ("من ~~ إلى", ""),
            ("(قوس](مقلوب", ""),
            ("Ma`arri و al-Ma`mun و Shi`a", ""),
            ("[النسخ](ref:terms/copying", ""),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
