//! A line of text to the order in which a reader sees its characters: the Unicode Bidirectional Algorithm, as
//! browsers run it.

use icu::properties::CodePointMapData;
use icu::properties::props::BidiMirroringGlyph;
use unicode_bidi::{BidiInfo, Level};

use crate::arabic::Direction;

/// A character of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Where it starts, in bytes.
    pub at: usize,
    /// Whether it stands in right-to-left text, where brackets are mirrored.
    pub is_rtl: bool,
}

impl Seen {
    /// What is seen of it.
    #[must_use]
    pub fn glyph(self, line: &str) -> Option<char> {
        let c = line.get(self.at..)?.chars().next()?;
        let mirror = CodePointMapData::<BidiMirroringGlyph>::new().get(c);
        let mirrored = mirror.mirroring_glyph.filter(|_| self.is_rtl);
        Some(mirrored.unwrap_or(c))
    }
}

/// The characters of a line, from the leftmost to the rightmost. Without a direction, its first letter decides.
#[must_use]
pub fn visual_order(line: &str, direction: Option<Direction>) -> Vec<Seen> {
    let level = direction.map(|direction| match direction {
        Direction::Ltr => Level::ltr(),
        Direction::Rtl => Level::rtl(),
    });
    let bidi = BidiInfo::new(line, level);
    let mut order = Vec::with_capacity(line.len());
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_rtl = levels[run.start].is_rtl();
            let before = order.len();
            let starts = line[run.clone()].char_indices();
            order.extend(starts.map(|(at, _)| Seen {
                at: run.start + at,
                is_rtl,
            }));
            if is_rtl {
                order[before..].reverse();
            }
        }
    }
    order
}
