//! A text that was read from another, and where its bytes stand there: escapes, references and the ends of lines
//! make the two differ.

use std::ops::Range;

/// Where in its file a part of a text is written, and how.
#[derive(Debug)]
pub(crate) struct SourceRange {
    pub(crate) range: Range<usize>,
    pub(crate) notation: Notation,
}

/// How a part of a text is written in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Notation {
    /// Letter for letter.
    Verbatim,
    /// With escapes or references in it.
    Escaped,
    /// With markup, or the end of a line, in it.
    Interrupted,
}

/// Where the bytes of a text come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SourceMap {
    /// In the order of the text, without gaps.
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    text: Range<usize>,
    /// The bytes that it was read from.
    source: Range<usize>,
    reading: Reading,
}

/// How a piece of a text was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Letter for letter.
    Verbatim,
    /// One character, behind the sign that escapes it.
    Escape,
    /// A reference, or an escape that stands for another character.
    Reference,
    /// The end of a line or of a part of the text, with what belongs to it.
    Break,
}

impl SourceMap {
    /// The length of the text.
    pub(crate) fn len(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.text.end)
    }

    /// Whether all of the text is written letter for letter.
    pub(crate) fn is_verbatim(&self) -> bool {
        let mut pieces = self.pieces.iter();
        pieces.all(|piece| piece.reading == Reading::Verbatim)
    }

    /// Adds a piece of so many bytes at the end of the text.
    pub(crate) fn push(&mut self, length: usize, source: Range<usize>, reading: Reading) {
        if length == 0 {
            return;
        }
        let start = self.len();
        if let Some(last) = self.pieces.last_mut()
            && (last.reading, reading) == (Reading::Verbatim, Reading::Verbatim)
            && last.source.end == source.start
        {
            last.text.end += length;
            last.source.end = source.end;
            return;
        }
        self.pieces.push(Piece {
            text: start..start + length,
            source,
            reading,
        });
    }

    /// Adds what another text has in `range`.
    pub(crate) fn append(&mut self, other: &Self, range: Range<usize>) {
        for piece in &other.pieces {
            let text = piece.text.start.max(range.start)..piece.text.end.min(range.end);
            if text.start < text.end {
                let source = match piece.reading {
                    Reading::Verbatim => piece.start(text.start)..piece.end(text.end),
                    _ => piece.source.clone(),
                };
                self.push(text.len(), source, piece.reading);
            }
        }
    }

    /// Takes away what the text has from byte `start` on, and gives it as a map of its own.
    pub(crate) fn split_off(&mut self, start: usize) -> Self {
        let whole = std::mem::take(self);
        let mut rest = Self::default();
        rest.append(&whole, start..whole.len());
        self.append(&whole, 0..start);
        rest
    }

    /// Where bytes of the text stand.
    pub(crate) fn of(&self, range: Range<usize>) -> SourceRange {
        let pieces = self.pieces_in(&range);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else {
            let end = self.pieces.last().map_or(0, |piece| piece.source.end);
            return SourceRange {
                range: end..end,
                notation: Notation::Interrupted,
            };
        };
        let start = first.start(range.start);
        let notation = match pieces {
            [piece] if piece.reading == Reading::Verbatim => Notation::Verbatim,
            pieces if is_unbroken(pieces) => Notation::Escaped,
            _ => Notation::Interrupted,
        };
        SourceRange {
            range: start..last.end(range.end).max(start),
            notation,
        }
    }

    /// The bytes to replace in order to replace just these of the text: an escape goes with its character. None where
    /// there are no such bytes.
    pub(crate) fn edit(&self, range: Range<usize>) -> Option<Range<usize>> {
        if range.is_empty() {
            // Behind the character before it.
            let before = self.pieces_in(&(range.start.checked_sub(1)?..range.start));
            let before = before.first()?;
            let is_between = before.is_cut_at(range.start) && before.reading != Reading::Break;
            let at = before.end(range.start);
            return is_between.then_some(at..at);
        }
        let pieces = self.pieces_in(&range);
        let (first, last) = (pieces.first()?, pieces.last()?);
        let start = match first.reading {
            Reading::Verbatim => first.start(range.start),
            _ => first.source.start,
        };
        let is_exact = first.is_cut_at(range.start) && last.is_cut_at(range.end);
        (is_exact && is_unbroken(pieces)).then(|| start..last.end(range.end))
    }

    /// The pieces that a range of the text has a part in; of an empty one, the piece that it stands before.
    fn pieces_in(&self, range: &Range<usize>) -> &[Piece] {
        let end = range.end.max(range.start + 1);
        let first = self
            .pieces
            .partition_point(|piece| piece.text.end <= range.start);
        let behind = self.pieces.partition_point(|piece| piece.text.start < end);
        self.pieces.get(first..behind).unwrap_or_default()
    }
}

/// Whether pieces follow each other with nothing between them that is no text.
fn is_unbroken(pieces: &[Piece]) -> bool {
    let mut pairs = pieces.windows(2);
    pieces.iter().all(|piece| piece.reading != Reading::Break)
        && pairs.all(|pair| pair[0].source.end == pair[1].source.start)
}

impl Piece {
    /// Where what is at this byte of the text begins.
    fn start(&self, byte: usize) -> usize {
        match self.reading {
            Reading::Verbatim => self.source.start + byte.saturating_sub(self.text.start),
            Reading::Escape => self.source.start + 1,
            Reading::Reference | Reading::Break => self.source.start,
        }
    }

    /// Where what is before this byte of the text ends.
    fn end(&self, byte: usize) -> usize {
        match self.reading {
            Reading::Verbatim => self.source.start + byte.min(self.text.end) - self.text.start,
            _ => self.source.end,
        }
    }

    /// Whether what is before a byte of the text can be told from what is behind it.
    fn is_cut_at(&self, byte: usize) -> bool {
        self.reading == Reading::Verbatim || !(self.text.start + 1..self.text.end).contains(&byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `a\,b&amp;c` and `d` in the next line.
    fn map() -> SourceMap {
        let mut map = SourceMap::default();
        map.push(1, 10..11, Reading::Verbatim);
        map.push(1, 11..13, Reading::Escape);
        map.push(1, 13..14, Reading::Verbatim);
        map.push(1, 14..19, Reading::Reference);
        map.push(1, 19..20, Reading::Verbatim);
        map.push(1, 20..21, Reading::Break);
        map.push(1, 23..24, Reading::Verbatim);
        map
    }

    #[test]
    fn bytes_have_the_place_of_what_they_were_read_from() {
        use Notation::{Escaped, Interrupted, Verbatim};
        for (text, source, notation, edit) in [
            (0..1, 10..11, Verbatim, Some(10..11)),
            (1..2, 12..13, Escaped, Some(11..13)),
            (0..2, 10..13, Escaped, Some(10..13)),
            (3..4, 14..19, Escaped, Some(14..19)),
            (2..5, 13..20, Escaped, Some(13..20)),
            (4..7, 19..24, Interrupted, None),
            (1..1, 12..13, Escaped, Some(11..11)),
            (6..7, 23..24, Verbatim, Some(23..24)),
            (6..6, 23..23, Verbatim, None),
        ] {
            let found = map().of(text.clone());
            assert_eq!(
                (found.range, found.notation),
                (source, notation),
                "{text:?}"
            );
            assert_eq!(map().edit(text.clone()), edit, "{text:?}");
        }
    }

    #[test]
    fn a_map_is_cut_and_put_together_again() {
        for at in 0..=7 {
            let mut first = map();
            let rest = first.split_off(at);
            assert_eq!((first.len(), rest.len()), (at, 7 - at));
            first.append(&rest, 0..rest.len());
            assert_eq!(first, map());
        }
    }
}
