//! Pixels to WebP.

use super::pixels::Pixels;
use super::riff;

/// How hard the encoder tries that loses nothing, of 100.
const EFFORT: f32 = 50.0;

/// The file of a picture, with the profile of its colours if it has one. What may be a drawing or a screenshot is kept exact
/// where that takes less room, as it does of large areas in one colour.
pub(super) fn webp(
    pixels: &Pixels,
    profile: Option<&[u8]>,
    quality: u8,
    may_be_drawn: bool,
) -> Option<Vec<u8>> {
    let width = u32::try_from(pixels.width).ok()?;
    let height = u32::try_from(pixels.height).ok()?;
    let has_alpha = pixels.channels == 4;
    let encoder = if has_alpha {
        webp::Encoder::from_rgba(&pixels.bytes, width, height)
    } else {
        webp::Encoder::from_rgb(&pixels.bytes, width, height)
    };
    let mut file = encoder.encode_simple(false, quality.into()).ok()?;
    if may_be_drawn {
        let exact = encoder.encode_simple(true, EFFORT).ok()?;
        if exact.len() < file.len() {
            file = exact;
        }
    }
    match profile {
        Some(profile) => Some(riff::with_profile(
            &file,
            (width, height),
            has_alpha,
            profile,
        )),
        None => Some(file.to_vec()),
    }
}
