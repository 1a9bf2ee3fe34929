//! The bytes of one font become a [`Face`]: which characters it has, and text set in it as glyphs, advances and
//! outlines, in the font's own units.

use std::fmt;
use std::sync::Arc;
use std::sync::RwLock;

use harfrust::{
    Buffer, Direction as Way, Font, Language as Tongue, Script, ShapeOptions, ShapePlan,
    ShapePlanKey, ShaperFont, shape,
};
use read_fonts::model::glyph::outline::{DrawMemory, DrawOptions};
use read_fonts::types::{GlyphId, NameId};

pub use read_fonts::model::glyph::outline::PathSink as Pen;

use crate::arabic::Direction;
use crate::locale::{Text, text};

/// One font, ready to set text. Costs little to make and is shared by reference between threads.
pub struct Face {
    font: Font,
    /// Which features apply to a script, a direction and a language: to find out takes longer than to set a word.
    plans: RwLock<Vec<Arc<ShapePlan>>>,
}

/// One glyph of a text that has been set, in the order from left to right. All lengths are in units of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// Its number in the font; 0 is the glyph for characters that the font has not.
    pub id: u32,
    /// The byte of the text at which the characters that it stands for begin.
    pub cluster: usize,
    /// How far it moves the pen.
    pub advance: i32,
    /// Where it stands from the pen, to the right.
    pub offset_x: i32,
    /// Where it stands from the pen, upwards.
    pub offset_y: i32,
}

/// The heights of a line, in units of the font.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LineMetrics {
    /// From the base line up.
    pub ascent: f64,
    /// From the base line down; positive.
    pub descent: f64,
    /// Between two lines besides.
    pub gap: f64,
}

impl Face {
    /// The font in these bytes.
    ///
    /// # Errors
    /// The reason, when the bytes are no TrueType or OpenType font, when the font has no
    /// characters or no outlines, or when it is variable.
    pub fn new(bytes: Vec<u8>) -> Result<Self, Text> {
        let font = Font::new(bytes, 0).ok_or_else(|| text!("font-of-no-kind"))?;
        if !font.charmap().has_unicode() {
            return Err(text!("font-without-characters"));
        }
        if font.outline_glyphs().is_empty() {
            return Err(text!("font-without-outlines"));
        }
        if !font.axes().is_empty() {
            return Err(text!("font-variable"));
        }
        Ok(Self {
            font,
            plans: RwLock::default(),
        })
    }

    /// The family that the font says it is of; empty where it says none.
    #[must_use]
    pub fn family(&self) -> String {
        self.name(NameId::FAMILY_NAME)
    }

    /// What the font says of its copyright and licence.
    #[must_use]
    pub fn licence(&self) -> String {
        let [copyright, licence] =
            [NameId::COPYRIGHT_NOTICE, NameId::LICENSE_DESCRIPTION].map(|id| self.name(id));
        format!("{copyright}\n{licence}")
    }

    fn name(&self, id: NameId) -> String {
        let names = self.font.names();
        let name = names.get(id).and_then(|name| name.english_or_first());
        name.map(|name| name.name().chars().collect())
            .unwrap_or_default()
    }

    /// How many units make the size of the font.
    #[must_use]
    pub fn units_per_em(&self) -> u16 {
        self.font.units_per_em()
    }

    /// The heights of a line, as browsers take them: those that the font asks for.
    #[must_use]
    pub fn line(&self) -> LineMetrics {
        let line = self.font.metrics().h_line().unwrap_or_default();
        LineMetrics {
            ascent: line.ascender.to_f64(),
            descent: -line.descender.to_f64(),
            gap: line.line_gap.to_f64(),
        }
    }

    /// Whether the font has this character.
    #[must_use]
    pub fn covers(&self, character: char) -> bool {
        self.glyph(character).is_some()
    }

    /// The characters that the font has.
    pub fn characters(&self) -> impl Iterator<Item = char> {
        let unicodes = self.font.charmap().unicodes();
        unicodes.filter_map(|(code, _)| char::from_u32(code))
    }

    /// The glyph that the font has for a character that stands alone.
    fn glyph(&self, character: char) -> Option<GlyphId> {
        let glyph = self.font.charmap().map_unicode(character);
        glyph.filter(|glyph| glyph.to_u32() != 0)
    }

    /// Sets a text that runs in one direction, with the features that the font has for its script and language.
    /// The glyphs come from left to right, whichever way the text is read.
    #[must_use]
    pub fn shape(&self, text: &str, direction: Direction, language: &str) -> Vec<Glyph> {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(match direction {
            Direction::Ltr => Way::LeftToRight,
            Direction::Rtl => Way::RightToLeft,
        });
        buffer.set_language(Tongue::new(language));
        buffer.guess_segment_properties();
        let plan = self.plan(&buffer);
        let options = ShapeOptions::new().plan(Some(&plan));
        let set = shape(&ShaperFont::new(&self.font), &mut buffer, options);
        debug_assert!(
            set.is_ok(),
            "the plan is the buffer's own, and the buffer is new"
        );
        let glyphs = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
        let glyphs = glyphs.map(|(info, position)| Glyph {
            id: info.glyph_id,
            cluster: info.cluster as usize,
            advance: position.x_advance,
            offset_x: position.x_offset,
            offset_y: position.y_offset,
        });
        glyphs.collect()
    }

    fn plan(&self, buffer: &Buffer) -> Arc<ShapePlan> {
        let (script, direction): (Option<Script>, Way) = (buffer.script(), buffer.direction());
        let key = ShapePlanKey::new(&self.font, script, direction).language(buffer.language());
        let known = self.plans.read().map_or(None, |plans| {
            plans.iter().find(|plan| key.matches(plan)).cloned()
        });
        known.unwrap_or_else(|| {
            let plan = ShapePlan::new(&self.font, direction, script, buffer.language(), &[]);
            let plan = Arc::new(plan);
            if let Ok(mut plans) = self.plans.write() {
                plans.push(plan.clone());
            }
            plan
        })
    }

    /// Draws the outline of a glyph, in units of the font, y upwards. A glyph without one, such as that of the space,
    /// draws nothing.
    pub fn outline(&self, glyph: u32, pen: &mut dyn Pen) {
        let glyph = self.font.outline_glyphs().get(GlyphId::new(glyph));
        if let Some(glyph) = glyph {
            // An outline that is broken in the font ends where it breaks, as it does in browsers.
            let _ = glyph.draw(&DrawOptions::new(), DrawMemory::default(), pen);
        }
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Face")
            .field("family", &self.family())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
