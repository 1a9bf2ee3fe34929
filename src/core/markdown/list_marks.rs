//! Lines that were meant as items of a list and run together in a paragraph: their marks are those of word processors (`•`, `1-`,
//! `أ-`, `(1)`), or lack the space behind them (`-بند`).

use std::ops::Range;

use super::reader::ProseReader;
use crate::locale::text;

/// Marks that are nothing else at the beginning of a line.
const BULLETS: [char; 8] = ['•', '●', '▪', '◦', '‣', '○', '■', '·'];

/// Marks that may be the dash of a dialogue: two lines with them are a list.
const DASHES: [char; 2] = ['–', '—'];

/// The mark of an item, and what is written for it in Markdown.
#[derive(Debug, PartialEq, Eq)]
struct Mark<'a> {
    kind: Kind,
    /// What of the line is written otherwise.
    written: &'a str,
    right: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bullet,
    Dash,
    Number,
    Letter,
    Unspaced,
}

impl ProseReader<'_> {
    /// Warns of the first of such lines in a paragraph. The text begins a line, at the beginning of `range`.
    pub(super) fn warn_of_list_marks(&mut self, range: &Range<usize>) {
        let rest = self.markdown.get(range.start..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default();
        let Some(mark) = mark_of(line) else { return };
        let kind_of = |line: Option<&str>| {
            let line = line?.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
            mark_of(line).map(|mark| mark.kind)
        };
        let before = self.markdown.get(..range.start).unwrap_or_default();
        let above = before.trim_end_matches(['>', ' ', '\t']).strip_suffix('\n');
        if kind_of(above.and_then(|above| above.lines().next_back())) == Some(mark.kind) {
            // Told at the first of them.
            return;
        }
        if mark.kind == Kind::Bullet || kind_of(rest.lines().nth(1)) == Some(mark.kind) {
            let message = text!("list-mark-unread", mark = mark.written);
            let hint = text!("write-instead", words = mark.right.as_str());
            let range = range.start..range.start + mark.written.len();
            self.warn_meant(range, message, hint);
        }
    }
}

/// The mark with which a line begins. Those in digits of another script are a matter of typography.
fn mark_of(line: &str) -> Option<Mark<'_>> {
    let first = line.chars().next()?;
    let behind = &line[first.len_utf8()..];
    let made = |kind, length: usize, right: &str| {
        let right = right.to_owned();
        Some(Mark {
            kind,
            written: &line[..length],
            right,
        })
    };
    let is_spaced = |text: &str| text.starts_with([' ', '\u{A0}', '\t']);
    let is_mark = BULLETS.contains(&first) || DASHES.contains(&first);
    if is_mark && is_spaced(behind) {
        let is_dash = DASHES.contains(&first);
        return made(
            if is_dash { Kind::Dash } else { Kind::Bullet },
            first.len_utf8(),
            "-",
        );
    }
    if matches!(first, '-' | '*' | '+') && behind.starts_with(is_arabic_letter) {
        let word = behind.find(char::is_whitespace).unwrap_or(behind.len());
        let right = format!("{first} {}", &behind[..word]);
        return made(Kind::Unspaced, 1 + word, &right);
    }
    // «أ)» numbers the parts of a sentence, too.
    let behind_sign = behind.strip_prefix(['-', '–']);
    if is_arabic_letter(first) && behind_sign.is_some_and(is_spaced) {
        return made(Kind::Letter, line.find(char::is_whitespace)?, "-");
    }
    let bare = line.strip_prefix('(').unwrap_or(line);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let number = bare.get(..digits).filter(|_| (1..=2).contains(&digits))?;
    let behind = &bare[digits..];
    let sign = behind.chars().next()?;
    let after = &behind[sign.len_utf8()..];
    let is_bracketed = bare.len() < line.len();
    let is_number = match sign {
        ')' => is_bracketed && is_spaced(after),
        '-' | '–' | '/' | '_' => {
            !is_bracketed && (is_spaced(after) || after.starts_with(is_arabic_letter))
        }
        '.' => !is_bracketed && after.starts_with(is_arabic_letter),
        _ => false,
    };
    let written = line.len() - after.len();
    match sign {
        _ if !is_number => None,
        _ if is_spaced(after) => made(Kind::Number, written, &format!("{number}.")),
        _ => {
            let word = after.find(char::is_whitespace).unwrap_or(after.len());
            made(
                Kind::Number,
                written + word,
                &format!("{number}. {}", &after[..word]),
            )
        }
    }
}

fn is_arabic_letter(c: char) -> bool {
    matches!(c, 'ء'..='ي')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_from_words() {
        for (line, written, right) in [
            ("• بند", "•", "-"),
            ("– بند", "–", "-"),
            ("1- بند", "1-", "1."),
            ("12-بند آخر", "12-بند", "12. بند"),
            ("(3) بند", "(3)", "3."),
            ("2.بند", "2.بند", "2. بند"),
            ("1/ بند", "1/", "1."),
            ("أ- بند", "أ-", "-"),
            ("-بند آخر", "-بند", "- بند"),
        ] {
            let found = mark_of(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!(
                (found.written, found.right.as_str()),
                (written, right),
                "{line}"
            );
        }
        for line in [
            "بند",
            "- بند",
            "1. بند",
            "1) بند",
            "2025-11-24",
            "1-2 بنود",
            "-5 درجات",
            "٢- بند",
            "(بند) آخر",
            "1/2 كوب",
            "أ) بند",
            "",
        ] {
            assert_eq!(mark_of(line), None, "{line}");
        }
    }
}
