//! The card of a page, which networks show beside a link to it: an SVG of 1200 by 630 units becomes a PNG of as many pixels.
//! Checking a card reports every problem that drawing it could have, in a fraction of the time.

use resvg::tiny_skia::Transform;

use super::drawing::Drawing;
use super::problem::Problem;
use super::typesetter::Typesetter;
use super::{png, raster};
use crate::digest::Digest;
use crate::locale::text;

/// Width and height of a card, in pixels: 1.91 to 1, which networks ask for and crop least.
pub const SIZE: (u32, u32) = (1200, 630);

/// How large a card may be, in bytes. `WhatsApp` shows none that is larger.
pub const LARGEST: usize = 300_000;

/// Everything that is wrong with a card.
#[must_use]
pub fn judge(svg: &str, typesetter: &Typesetter) -> Vec<Problem> {
    let (drawing, mut problems) = Drawing::read(svg, typesetter);
    let Some(drawing) = drawing else {
        return problems;
    };
    if problems.is_empty() && drawing.size() != Some(SIZE) {
        let (width, height) = SIZE;
        let tag = format!("<svg width=\"{width}\" height=\"{height}\" …>");
        let hint = text!("card-size-hint", tag);
        let message = text!("card-size", width, height);
        problems.push(Problem::in_markup(drawing.root(), message, hint));
    }
    problems
}

/// A digest of everything that a card is made of.
#[must_use]
pub fn digest(svg: &str, typesetter: &Typesetter) -> Digest {
    Digest::of_value(&("card", typesetter.digest(), svg))
}

/// Draws a card that was checked without problems.
///
/// # Panics
/// When there is something wrong with it.
#[must_use]
pub fn draw(svg: &str, typesetter: &Typesetter) -> Vec<u8> {
    let (drawing, problems) = Drawing::read(svg, typesetter);
    let Some(drawing) = drawing.filter(|_| problems.is_empty()) else {
        panic!("a card that was not judged: {problems:?}");
    };
    let picture = raster::render(&drawing.outlined(), SIZE, Transform::identity());
    png::encode(picture, LARGEST)
}
