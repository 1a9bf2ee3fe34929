//! Faces and the characters of a site become [`Webfonts`]: what is published of them, under which names, and the style
//! sheet that brings them into others.

mod part;

use std::collections::BTreeSet;

use rayon::prelude::*;

pub use part::Webfont;

use super::sheet::sheet;
use super::{Fonts, SiteFace, unusable};
use crate::arabic::Language;
use crate::diagnostic::Checked;

/// The fonts that a site publishes.
#[derive(Debug, Default)]
pub struct Webfonts {
    /// One for each face that the site has characters for, in the order of site.toml.
    pub fonts: Vec<Webfont>,
    /// The style sheet behind `@import "warraq:fonts"`.
    pub sheet: String,
}

impl Webfonts {
    /// Takes from every face the part that these characters need.
    #[must_use]
    pub fn make(fonts: &Fonts, characters: &BTreeSet<char>) -> Checked<Self> {
        let shares = shares(fonts, characters);
        let made = fonts.faces.par_iter().zip(shares);
        let made = made.filter(|(_, characters)| !characters.is_empty());
        let made = made.map(|(face, characters)| {
            Webfont::new(face, characters).map_err(|reason| unusable(&face.declared.file, reason))
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

    /// Whether the face is for a letter of a language. Of one whose letters are not known it may be.
    #[must_use]
    pub fn is_for(&self, language: &Language) -> bool {
        let alphabet = language.alphabet();
        let mut letters = alphabet.iter().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_none() || letters.any(|letter| self.has(*letter))
    }
}

#[cfg(test)]
mod tests;
