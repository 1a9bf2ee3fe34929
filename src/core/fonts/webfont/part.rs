//! The subset of a face that a site needs. It sets every text exactly as the whole face does.

use std::fmt;
use std::sync::Arc;

use read_fonts::model::glyph::outline::SvgSink;

use crate::arabic::Direction;
use crate::config::FontStyle;
use crate::digest::Digest;
use crate::fonts::rename::rename;
use crate::fonts::subset::{Subset, subset, woff2};
use crate::fonts::{Face, SiteFace};
use crate::locale::{Text, text};
use crate::output::Bytes;

/// What the digests of fonts begin with. They are in published names, which stay what they are as long as the font does.
const NAMED_BY: &[u8] = b"ttf2woff2 0.14, quality 11, transformed";

/// The part of a face that a site needs.
pub struct Webfont {
    /// The face that it is a part of.
    pub face: SiteFace,
    /// The characters that it is for, sorted.
    pub characters: Vec<char>,
    /// Its name among the assets: `fonts/text-400.woff2`.
    pub name: String,
    /// Its bytes as published, made when they are first needed.
    pub bytes: Bytes,
    pub(super) part: Arc<Subset>,
    pub(super) part_face: Face,
}

impl fmt::Debug for Webfont {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webfont")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Webfont {
    pub(super) fn new(face: &SiteFace, characters: Vec<char>) -> Result<Self, Text> {
        let mut part = subset(face.source.bytes(), &characters)?;
        let (name, weight) = (&face.family.name.value, face.declared.weight);
        if face.is_reserved {
            part.bytes =
                rename(&part.bytes, name, weight).ok_or_else(|| text!("font-not-renamed"))?;
        }
        let part = Arc::new(part);
        let part_face = Face::new(part.bytes.clone())?;
        let made_of = Digest::of(&[NAMED_BY, &part.bytes].concat());
        let late = part.clone();
        let bytes = Bytes::lazy(made_of, move || woff2(&late.bytes));
        let font = Self {
            name: file_name(face),
            face: face.clone(),
            characters,
            bytes,
            part,
            part_face,
        };
        match font.differing_outline() {
            Some(glyph) => Err(text!("font-drawn-otherwise", glyph)),
            None => Ok(font),
        }
    }

    /// A glyph that differs between the subset and the whole face.
    pub(super) fn differing_outline(&self) -> Option<u32> {
        let drawn = |face: &Face, glyph| {
            let mut pen = SvgSink::new();
            face.outline(glyph, &mut pen);
            pen.to_string()
        };
        // Glyph 0 stands for missing characters and is emptied by subsetting.
        let mut glyphs = self.part.glyphs.iter().filter(|(whole, _)| **whole != 0);
        let differing = glyphs.find(|(whole, part)| {
            drawn(&self.face.face, **whole) != drawn(&self.part_face, **part)
        });
        differing.map(|(whole, _)| *whole)
    }

    /// Whether the subset sets a text differently from the whole face: other glyphs or other positions.
    #[must_use]
    pub fn differs(&self, text: &str, direction: Direction, language: &str) -> bool {
        let whole = self.face.face.shape(text, direction, language);
        let part = self.part_face.shape(text, direction, language);
        let expected = whole.into_iter().map(|mut glyph| {
            let number = self.part.glyphs.get(&glyph.id);
            glyph.id = number.copied().unwrap_or(u32::MAX);
            glyph
        });
        !expected.eq(part)
    }

    /// Whether the part has this character.
    #[must_use]
    pub fn has(&self, character: char) -> bool {
        self.characters.binary_search(&character).is_ok()
    }
}

/// `fonts/text-400.woff2`, with a suffix for style and number where needed.
fn file_name(face: &SiteFace) -> String {
    let (role, weight) = (&face.family.role.value, face.declared.weight);
    let style = match face.declared.style {
        FontStyle::Normal => "",
        FontStyle::Italic => "-italic",
    };
    let alike = face.alike_before;
    let number = if alike == 0 {
        String::new()
    } else {
        format!("-{}", alike + 1)
    };
    format!("fonts/{role}-{weight}{style}{number}.woff2")
}
