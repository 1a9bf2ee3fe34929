//! A text is taken apart where its direction or its face changes, and each run is shaped on its own.

use std::ops::Range;

use icu::properties::CodePointMapData;
use icu::properties::CodePointSetData;
use icu::properties::props::{DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup};
use unicode_bidi::{BidiInfo, Level};

use super::block::Misfit;
use crate::arabic::Direction;
use crate::fonts::{Glyph, SiteFace};
use crate::pictures::typesetter::has;

/// A text with the level and the face of each of its characters.
pub(super) struct Runs<'t, 'a> {
    text: &'t str,
    language: &'t str,
    /// One after the other, in the order in which they are read.
    parts: Vec<(Range<usize>, Level, &'a SiteFace)>,
}

/// A run that has been shaped.
pub(super) struct Run<'a> {
    pub(super) face: &'a SiteFace,
    /// From left to right; their clusters count from the beginning of the text.
    pub(super) glyphs: Vec<Glyph>,
}

impl<'t, 'a> Runs<'t, 'a> {
    /// Takes a text apart. Each character is set in the first face of the stack that has it.
    pub(super) fn new(
        text: &'t str,
        bidi: &BidiInfo<'_>,
        stack: &[&'a SiteFace],
        language: &'t str,
    ) -> Result<Self, Misfit> {
        let mut runs: Vec<(Range<usize>, Level, &'a SiteFace)> = Vec::new();
        for (at, character) in text.char_indices() {
            let (level, end) = (bidi.levels[at], at + character.len_utf8());
            let mut last = runs.last_mut();
            let before = last.as_ref().map(|(_, _, face)| *face);
            // Invisible characters are set in any face, and marks in the face of their letter.
            let follows = |face: &&SiteFace| {
                is_unseen(character) || is_mark(character) && has(face, character)
            };
            let first = || {
                stack
                    .iter()
                    .find(|face| is_unseen(character) || has(face, character))
            };
            let face = before.filter(follows).or_else(|| first().copied());
            let face = face.ok_or(Misfit::Unknown(character))?;
            match &mut last {
                Some((range, of, with)) if *of == level && std::ptr::eq(*with, face) => {
                    range.end = end;
                }
                _ => runs.push((at..end, level, face)),
            }
        }
        Ok(Self {
            text,
            language,
            parts: runs,
        })
    }

    /// How wide a part of the text is when it stands on one line, in sizes of the font.
    pub(super) fn width(&self, part: Range<usize>) -> f64 {
        let runs = self.within(part);
        runs.map(|(range, level, face)| self.shape(range, level, face).width())
            .sum()
    }

    /// The runs of a line, from left to right.
    pub(super) fn in_visual_order(&self, bidi: &BidiInfo<'_>, line: Range<usize>) -> Vec<Run<'a>> {
        let Some(paragraph) = bidi.paragraphs.first() else {
            return Vec::new();
        };
        let (levels, visual) = bidi.visual_runs(paragraph, line);
        let mut runs = Vec::new();
        for stretch in visual {
            let level = levels[stretch.start];
            let faces = self.within(stretch);
            let mut shaped: Vec<_> = faces
                .map(|(range, _, face)| self.shape(range, level, face))
                .collect();
            if level.is_rtl() {
                shaped.reverse();
            }
            runs.append(&mut shaped);
        }
        runs
    }

    fn within(
        &self,
        part: Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, Level, &'a SiteFace)> {
        let cut = self.parts.iter().map(move |(range, level, face)| {
            let range = range.start.max(part.start)..range.end.min(part.end);
            (range, *level, *face)
        });
        cut.filter(|(range, ..)| !range.is_empty())
    }

    fn shape(&self, range: Range<usize>, level: Level, face: &'a SiteFace) -> Run<'a> {
        let direction = if level.is_rtl() {
            Direction::Rtl
        } else {
            Direction::Ltr
        };
        let glyphs = face
            .face
            .shape(&self.text[range.clone()], direction, self.language);
        let glyphs = glyphs.into_iter().map(|glyph| Glyph {
            cluster: range.start + glyph.cluster,
            ..glyph
        });
        Run {
            face,
            glyphs: glyphs.collect(),
        }
    }
}

impl Run<'_> {
    /// How wide it is, in sizes of the font.
    pub(super) fn width(&self) -> f64 {
        let advances = self.glyphs.iter().map(|glyph| f64::from(glyph.advance));
        advances.sum::<f64>() / self.units()
    }

    /// How many units of the font make its size.
    pub(super) fn units(&self) -> f64 {
        f64::from(self.face.face.units_per_em())
    }
}

/// Invisible control characters, such as those around isolated words.
fn is_unseen(character: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
}

fn is_mark(character: char) -> bool {
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    GeneralCategoryGroup::Mark.contains(category)
}
