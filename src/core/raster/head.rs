//! The first bytes of a file to what is known of its picture.

use super::facts::{Facts, Fault, Format, Found};
use super::{jpeg, png, riff};
use crate::locale::text;

/// Reads the facts from the first bytes of a file.
pub(super) fn read(head: &[u8]) -> Result<Found, Fault> {
    match Format::of(head) {
        Some(Format::Jpeg) => jpeg::facts(head),
        Some(Format::Png) => Ok(png::facts(head)),
        Some(Format::WebP) => Ok(riff::facts(head)),
        Some(Format::Gif) => match head.get(6..10) {
            Some(&[w, w2, h, h2]) => {
                let size = (u16::from_le_bytes([w, w2]), u16::from_le_bytes([h, h2]));
                let facts = Facts::stored(Format::Gif, size.0.into(), size.1.into());
                Ok(Found::Facts(facts))
            }
            _ => Ok(Found::More),
        },
        None => Err((text!("picture-unknown"), text!("picture-unknown-hint"))),
    }
}
