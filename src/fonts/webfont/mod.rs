//! Faces and the characters of a site become [`Webfonts`]: what is published of them, under which names, and the style
//! sheet that brings them into others.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use rayon::prelude::*;
use read_fonts::model::glyph::outline::SvgSink;

use super::rename::rename;
use super::sheet::sheet;
use super::subset::{RECIPE, Subset, subset, woff2};
use super::{Face, Fonts, SiteFace, unusable};
use crate::arabic::Direction;
use crate::config::FontStyle;
use crate::diagnostic::Checked;
use crate::output::Bytes;

/// The fonts that a site publishes.
#[derive(Debug, Default)]
pub struct Webfonts {
    /// One for each face that the site has characters for, in the order of site.toml.
    pub fonts: Vec<Webfont>,
    /// The style sheet that `@import "warraq:fonts"` means.
    pub sheet: String,
}

/// The part of a face that a site needs.
pub struct Webfont {
    /// The face that it is a part of.
    pub face: SiteFace,
    /// The characters that it is for, sorted.
    pub characters: Vec<char>,
    /// Its name among the assets: `fonts/text-400.woff2`.
    pub name: String,
    /// As it is published; made when somebody looks at it.
    pub bytes: Bytes,
    part: Arc<Subset>,
    part_face: Face,
}

impl fmt::Debug for Webfont {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webfont")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Webfonts {
    /// Takes from every face the part that these characters need.
    #[must_use]
    pub fn make(fonts: &Fonts, characters: &BTreeSet<char>) -> Checked<Self> {
        let shares = shares(fonts, characters);
        let made = fonts.faces.par_iter().zip(shares);
        let made = made.filter(|(_, characters)| !characters.is_empty());
        let made = made.map(|(face, characters)| {
            Webfont::new(face, characters).map_err(|reason| unusable(&face.declared.file, &reason))
        });
        let mut diagnostics = Vec::new();
        let mut fonts = Vec::new();
        for font in made.collect::<Vec<_>>() {
            match font {
                Ok(font) => fonts.push(font),
                Err(problem) => diagnostics.push(problem),
            }
        }
        let sheet = sheet(&fonts);
        Checked::new(Self { fonts, sheet }, diagnostics)
    }
}

/// The characters that each face is for. Of faces that differ in nothing else, the first that has a character gets it.
fn shares(fonts: &Fonts, characters: &BTreeSet<char>) -> Vec<Vec<char>> {
    let mut shares: Vec<Vec<char>> = Vec::new();
    for (at, face) in fonts.faces.iter().enumerate() {
        let taken = fonts.faces[..at].iter().zip(&shares);
        let taken = taken.filter(|(other, _)| other.is_alike(face));
        let taken: BTreeSet<char> = taken.flat_map(|(_, share)| share).copied().collect();
        let is_its = |c: &char| face.has(*c) && !taken.contains(c);
        shares.push(characters.iter().copied().filter(is_its).collect());
    }
    shares
}

impl SiteFace {
    /// Whether text that asks for one of them may get the other: they are of one family, weight and style.
    pub(super) fn is_alike(&self, other: &Self) -> bool {
        let description = |face: &Self| (face.declared.weight, face.declared.style);
        self.family.name.value == other.family.name.value && description(self) == description(other)
    }

    /// Whether the face has the character and is for it.
    #[must_use]
    pub fn has(&self, character: char) -> bool {
        self.declared.is_for(character) && self.face.covers(character)
    }
}

impl Webfont {
    fn new(face: &SiteFace, characters: Vec<char>) -> Result<Self, String> {
        let mut part = subset(face.source.bytes(), &characters)?;
        let (name, weight) = (&face.family.name.value, face.declared.weight);
        if face.is_reserved {
            part.bytes = rename(&part.bytes, name, weight).ok_or("it cannot be renamed")?;
        }
        let part = Arc::new(part);
        let part_face = Face::new(part.bytes.clone())?;
        let mut of = blake3::Hasher::new();
        of.update(RECIPE.as_bytes());
        of.update(&part.bytes);
        let late = part.clone();
        let bytes = Bytes::later(of.finalize(), move || woff2(&late.bytes));
        let font = Self {
            name: file_name(face),
            face: face.clone(),
            characters,
            bytes,
            part,
            part_face,
        };
        match font.differing_outline() {
            Some(glyph) => Err(format!("a part of it draws the glyph {glyph} otherwise")),
            None => Ok(font),
        }
    }

    /// A glyph that the part draws otherwise than the whole.
    fn differing_outline(&self) -> Option<u32> {
        let drawn = |face: &Face, glyph| {
            let mut pen = SvgSink::new();
            face.outline(glyph, &mut pen);
            pen.to_string()
        };
        // Glyph 0 stands for characters that are not there, and is left empty.
        let mut glyphs = self.part.glyphs.iter().filter(|(whole, _)| **whole != 0);
        let differing = glyphs.find(|(whole, part)| {
            drawn(&self.face.face, **whole) != drawn(&self.part_face, **part)
        });
        differing.map(|(whole, _)| *whole)
    }

    /// Whether the part sets a text otherwise than the whole font: other glyphs, or in other places.
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

/// `fonts/text-400.woff2`, with what else tells it from its siblings.
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

#[cfg(test)]
mod tests;
