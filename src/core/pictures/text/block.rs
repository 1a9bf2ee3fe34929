//! A set text, or the reason why it cannot be set.

use crate::fonts::SiteFace;

/// A text that has been set.
pub(in crate::pictures) struct Block<'a> {
    pub(in crate::pictures) glyphs: Vec<Placed<'a>>,
    /// The size that it had to take.
    pub(in crate::pictures) size: f64,
    /// How many lines it takes.
    pub(in crate::pictures) lines: usize,
}

/// A glyph and where it stands in the drawing.
pub(in crate::pictures) struct Placed<'a> {
    pub(in crate::pictures) face: &'a SiteFace,
    pub(in crate::pictures) glyph: u32,
    pub(in crate::pictures) x: f64,
    pub(in crate::pictures) y: f64,
}

/// Why a text cannot be set.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::pictures) enum Misfit {
    /// None of its fonts has this character.
    Unknown(char),
    /// It does not fit, however small it may be.
    TooLong,
}
