//! A text becomes lines of glyphs: broken between words, put into visual order, shaped, and placed.
//!
//! The direction of the text as a whole is decided once, by whoever made the drawing, and never guessed from its first letter.
//! Lines are broken in the order in which they are read; only then is each put into the order in which it is seen.

mod block;
mod breaks;
mod outline;
mod runs;
pub(super) mod style;

use std::ops::Range;

use icu::segmenter::LineSegmenter;
use icu::segmenter::options::LineBreakOptions;
use unicode_bidi::{BidiInfo, Level};

pub(super) use self::block::{Block, Misfit, Placed};
use self::breaks::{Piece, balanced, greedy};
use self::runs::{Run, Runs};
use self::style::{Anchor, Hold, Style};
use super::typesetter::Typesetter;
use crate::arabic::Direction;
use crate::arabic::bidi::isolate_in_plain_text;

/// Sets a text. White space is one space, but for those that do not break.
pub(super) fn set<'a>(
    text: &str,
    style: &Style<'a>,
    typesetter: &Typesetter,
) -> Result<Block<'a>, Misfit> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let text = words.join(" ");
    let text = isolate_in_plain_text(&text, style.direction);
    let level = match style.direction {
        Direction::Rtl => Level::rtl(),
        Direction::Ltr => Level::ltr(),
    };
    let bidi = BidiInfo::new(&text, Some(level));
    let runs = Runs::new(&text, &bidi, &style.stack, &typesetter.language)?;
    let pieces = pieces(&text, &runs);
    let (size, lines) = fit(&pieces, style).ok_or(Misfit::TooLong)?;
    let mut block = Block {
        glyphs: Vec::new(),
        size,
        lines: lines.len(),
    };
    for (number, line) in lines.iter().enumerate() {
        let range = pieces[line.start].range.start..pieces[line.end - 1].range.end;
        let runs = runs.in_visual_order(&bidi, range);
        place(&mut block, number, &runs, style);
    }
    Ok(block)
}

/// Cuts a text where lines may break (UAX #14).
fn pieces(text: &str, runs: &Runs<'_, '_>) -> Vec<Piece> {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let ends: Vec<usize> = segmenter.segment_str(text).collect();
    let pieces = ends.windows(2).map(|ends| {
        let whole = &text[ends[0]..ends[1]];
        let end = ends[0] + whole.trim_end_matches(' ').len();
        Piece {
            range: ends[0]..end,
            width: runs.width(ends[0]..end),
            space: runs.width(end..ends[1]),
        }
    });
    pieces.collect()
}

/// The largest size at which the text fits, and its lines as ranges of pieces.
fn fit(pieces: &[Piece], style: &Style<'_>) -> Option<(f64, Vec<Range<usize>>)> {
    if pieces.is_empty() {
        return Some((style.size, Vec::new()));
    }
    let Some(room) = &style.room else {
        return Some((style.size, greedy(pieces, f64::INFINITY)?));
    };
    let at_size = |size: f64| {
        let width = room.width / size;
        let lines = if room.is_balanced {
            balanced(pieces, width)
        } else {
            greedy(pieces, width)
        };
        let lines = lines.filter(|lines| room.lines.is_none_or(|most| lines.len() <= most))?;
        Some((size, lines))
    };
    // What fits at a size fits at each that is smaller, so that few have to be tried.
    let smallest = room.smallest.min(style.size);
    let size = |step: u32| (style.size - f64::from(step)).max(smallest);
    let (mut first, mut last) = (0, 0);
    while size(last) > smallest {
        last = 2 * last + 1;
    }
    let mut fits = at_size(size(last))?;
    while first < last {
        let middle = u32::midpoint(first, last);
        match at_size(size(middle)) {
            Some(found) => (fits, last) = (found, middle),
            None => first = middle + 1,
        }
    }
    Some(fits)
}

fn place<'a>(block: &mut Block<'a>, number: usize, runs: &[Run<'a>], style: &Style<'a>) {
    let size = block.size;
    let width = size * runs.iter().map(Run::width).sum::<f64>();
    let before = match (style.anchor, style.direction) {
        (Anchor::Middle, _) => width / 2.0,
        (Anchor::Start, Direction::Ltr) | (Anchor::End, Direction::Rtl) => 0.0,
        (Anchor::Start, Direction::Rtl) | (Anchor::End, Direction::Ltr) => width,
    };
    let after_first = match style.hold {
        Hold::First => 0.0,
        Hold::Middle => lossless(block.lines - 1) / 2.0,
        Hold::Last => lossless(block.lines - 1),
    };
    let y = style.y + (lossless(number) - after_first) * size * style.line_height;
    let mut x = style.x - before;
    for run in runs {
        let scale = size / run.units();
        for glyph in &run.glyphs {
            block.glyphs.push(Placed {
                face: run.face,
                glyph: glyph.id,
                x: x + f64::from(glyph.offset_x) * scale,
                y: y - f64::from(glyph.offset_y) * scale,
            });
            x += f64::from(glyph.advance) * scale;
        }
    }
}

/// A count of lines. No drawing has so many that it matters.
fn lossless(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests;
