//! The signs of a text: a quick no for rules about those that few texts have, and which of them are only meant to be read.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr2, memchr3};

/// Whether a text has one of these signs, which are of ASCII.
pub(super) fn has_any(text: &str, signs: &[u8]) -> bool {
    let text = text.as_bytes();
    signs.chunks(3).any(|signs| {
        let found = match *signs {
            [a] => memchr(a, text),
            [a, b] => memchr2(a, b, text),
            [a, b, c] => memchr3(a, b, c, text),
            _ => None,
        };
        found.is_some()
    })
}

/// A part of the Markdown in which each sign that a backslash makes plain is a full stop, at the same byte.
pub(super) fn without_escaped<'m>(markdown: &'m str, range: &Range<usize>) -> Cow<'m, str> {
    let written = markdown.get(range.clone()).unwrap_or_default();
    let before = markdown.as_bytes()[..range.start].iter().rev();
    let mut is_escaped = before.take_while(|byte| **byte == b'\\').count() % 2 == 1;
    if !is_escaped && !has_any(written, b"\\") {
        return written.into();
    }
    let masked = written.chars().map(|c| {
        let is_plain = is_escaped && c.is_ascii_punctuation();
        is_escaped = c == '\\' && !is_escaped;
        if is_plain { '.' } else { c }
    });
    masked.collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_is_found_wherever_it_stands() {
        for text in ["[نص", "نص!", "ن#ص", "a{b", "نص: ب"] {
            assert!(has_any(text, b"{[:#!"), "{text}");
        }
        assert!(!has_any("نص (ب)، «ج» <د>", b"{[:#!"));
    }

    #[test]
    fn a_sign_behind_a_backslash_is_none() {
        for (markdown, start, expected) in [
            ("\\:::نص", 1, ".::نص"),
            ("\\:::نص", 0, "\\.::نص"),
            ("\\\\:::", 2, ":::"),
            ("نص \\\\\\[a\\ب", 0, "نص \\.\\.a\\ب"),
            ("[a]", 0, "[a]"),
        ] {
            let unescaped = without_escaped(markdown, &(start..markdown.len()));
            assert_eq!(unescaped, expected, "{markdown}");
        }
    }
}
