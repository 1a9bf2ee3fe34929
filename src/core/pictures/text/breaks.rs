//! The pieces of a text, which no line may cut, become lines: as many pieces on each as have room, and all lines about as long
//! as each other where that is asked.

use std::ops::Range;

/// A stretch of text that a line break cannot cut, and how much room it takes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// The bytes, without the spaces that follow.
    pub(super) range: Range<usize>,
    pub(super) width: f64,
    /// Of the spaces that follow, which count unless the line ends there.
    pub(super) space: f64,
}

/// How often a width is halved to find the narrowest that does: the last step is less than a thousandth of a pixel.
const STEPS: usize = 24;

/// Breaks into lines that are no wider than `width`, each a range of pieces. None where a piece is wider alone.
pub(super) fn greedy(pieces: &[Piece], width: f64) -> Option<Vec<Range<usize>>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut taken = 0.0;
    for (at, piece) in pieces.iter().enumerate() {
        if piece.width > width {
            return None;
        }
        match lines.last_mut() {
            Some(line) if taken + piece.width <= width => line.end = at + 1,
            _ => {
                lines.push(at..at + 1);
                taken = 0.0;
            }
        }
        taken += piece.width + piece.space;
    }
    Some(lines)
}

/// Breaks into as many lines as [`greedy`] does, in the least width for which they are enough.
pub(super) fn balanced(pieces: &[Piece], width: f64) -> Option<Vec<Range<usize>>> {
    let mut lines = greedy(pieces, width)?;
    let (mut narrow, mut wide) = (0.0, width);
    for _ in 0..STEPS {
        let middle = f64::midpoint(narrow, wide);
        match greedy(pieces, middle).filter(|other| other.len() <= lines.len()) {
            Some(other) => (lines, wide) = (other, middle),
            None => narrow = middle,
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of these widths with a space of one between them.
    fn pieces(widths: &[f64]) -> Vec<Piece> {
        let pieces = widths.iter().enumerate().map(|(at, width)| Piece {
            range: at..at + 1,
            width: *width,
            space: 1.0,
        });
        pieces.collect()
    }

    #[test]
    fn a_line_takes_what_it_has_room_for_and_its_last_space_takes_none() {
        let words = pieces(&[4.0, 5.0, 3.0, 3.0]);
        assert_eq!(greedy(&words, 10.0), Some(vec![0..2, 2..4]));
        assert_eq!(greedy(&words, 9.9), Some(vec![0..1, 1..3, 3..4]));
        assert_eq!(greedy(&words, 18.0).unwrap().len(), 1);
        assert_eq!(greedy(&[], 1.0), Some(vec![]));
    }

    #[test]
    fn a_word_is_never_cut() {
        assert_eq!(greedy(&pieces(&[2.0, 11.0]), 10.0), None);
        assert_eq!(balanced(&pieces(&[2.0, 11.0]), 10.0), None);
    }

    #[test]
    fn balanced_lines_are_as_many_and_about_as_long() {
        let words = pieces(&[3.0, 3.0, 3.0, 3.0, 3.0]);
        assert_eq!(greedy(&words, 15.0), Some(vec![0..4, 4..5]));
        assert_eq!(balanced(&words, 15.0), Some(vec![0..3, 3..5]));
        assert_eq!(balanced(&words, 30.0).unwrap().len(), 1);
    }
}
