//! Foreign phrases that an editor marked by hand: `[Police nationale]{lang=fr}`. To `CommonMark` these are
//! plain characters, as long as no link has that name.

use std::ops::Range;

use super::signs::has_any;
use crate::arabic::Direction;

/// A piece of text: its bytes, and what they are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) range: Range<usize>,
    pub(super) kind: PieceKind<'a>,
}

/// What a piece is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PieceKind<'a> {
    /// Text as it stands.
    Plain,
    /// The words of a phrase in this language.
    Phrase(&'a str, Direction),
    /// What looks like the mark of a phrase and is none.
    Malformed,
}

/// Between the words and their language.
const MARK: &str = "]{lang=";

/// Whether a text may hold such phrases. Most hold none.
pub(super) fn may_be_in(text: &str) -> bool {
    has_any(text, b"{") && text.contains(MARK)
}

/// The pieces of a text, without the brackets and marks of its phrases.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut push = |range: Range<usize>, kind| {
        if !range.is_empty() {
            pieces.push(Piece { range, kind });
        }
    };
    let mut done = 0;
    while let Some(at) = text[done..].find(MARK) {
        let mark = done + at;
        let (end, language) = tag(text, mark);
        let phrase = opening(&text[done..mark]).zip(language.and_then(Direction::of_tag));
        if let (Some((open, direction)), Some(language)) = (phrase, language) {
            push(done..done + open, PieceKind::Plain);
            push(
                done + open + 1..mark,
                PieceKind::Phrase(language, direction),
            );
        } else {
            push(done..mark, PieceKind::Plain);
            push(mark..end, PieceKind::Malformed);
        }
        done = end;
    }
    push(done..text.len(), PieceKind::Plain);
    pieces
}

/// The end of the mark that starts at `mark`, and the language it names.
fn tag(text: &str, mark: usize) -> (usize, Option<&str>) {
    let start = mark + MARK.len();
    match text[start..].find('}') {
        Some(length) => {
            let language = text[start..start + length].trim_matches('"');
            (start + length + 1, Some(language))
        }
        None => (start, None),
    }
}

/// The bracket that opens the words before a mark.
fn opening(before: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in before.char_indices().rev() {
        match c {
            ']' => depth += 1,
            '[' if depth == 0 => {
                let words = &before[at + 1..];
                return (!words.trim().is_empty()).then_some(at);
            }
            '[' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let pieces = pieces(text).into_iter().map(|piece| {
            let words = &text[piece.range];
            match piece.kind {
                PieceKind::Plain => words.to_owned(),
                PieceKind::Phrase(language, direction) => {
                    format!("⟨{words}:{language}:{}⟩", direction.name())
                }
                PieceKind::Malformed => format!("⟨!{words}⟩"),
            }
        });
        pieces.collect()
    }

    #[test]
    fn phrases_are_found_and_malformed_marks_told() {
        for (text, expected) in [
            (
                "قالت [Police nationale]{lang=fr} أمس",
                "قالت ⟨Police nationale:fr:ltr⟩ أمس",
            ),
            (
                "[a [b] c]{lang=\"en-GB\"}[پلیس]{lang=fa}",
                "⟨a [b] c:en-GB:ltr⟩⟨پلیس:fa:rtl⟩",
            ),
            ("[1] و[2]", "[1] و[2]"),
            ("[x]{lang=no such}", "[x⟨!]{lang=no such}⟩"),
            ("x]{lang=fr}", "x⟨!]{lang=fr}⟩"),
            ("[ ]{lang=fr}", "[ ⟨!]{lang=fr}⟩"),
            ("[x]{lang=fr", "[x⟨!]{lang=⟩fr"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }
}
