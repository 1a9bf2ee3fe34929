//! What is published of a picture: its smaller copies, and itself without what is not for readers. Made when somebody first
//! reads them.

use std::sync::{Mutex, PoisonError};

use super::facts::{Facts, Format};
use super::{encode, jpeg, pixels, png, riff};
use crate::config;
use crate::digest::Digest;
use crate::output::Bytes;
use crate::source::Source;

/// From so many pixels on, one picture is decoded at a time.
const LARGE: u64 = 30_000_000;

/// Held while a large picture is in memory.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// A copy of a picture in WebP.
#[derive(Debug, Clone)]
pub struct Variant {
    /// How wide it is, in pixels.
    pub width: u32,
    /// The digest of what it is made of, which its name holds.
    pub digest: Digest,
    /// Its bytes, made late.
    pub bytes: Bytes,
}

/// The copies that are made of a picture, from the smallest on: none is larger than the picture.
#[must_use]
pub fn variants(source: &Source, facts: &Facts, settings: &config::Pictures) -> Vec<Variant> {
    if !facts.is_scaled() {
        return Vec::new();
    }
    let widest = settings.widths.iter().max().copied().unwrap_or_default();
    let mut widths: Vec<u32> = settings.widths.clone();
    widths.retain(|width| *width < facts.width);
    // The picture itself stands for the largest copy where it is WebP already.
    if facts.width <= widest && facts.format != Format::WebP {
        widths.push(facts.width);
    }
    widths.sort_unstable();
    widths.dedup();
    let quality = settings.quality;
    let variant = |width| {
        let inputs = Digest::of_value(&("raster", source.digest(), width, i64::from(quality)));
        let facts = *facts;
        let bytes = Bytes::lazy_of(inputs, source, move |bytes| {
            // Where it cannot be decoded, browsers may know better.
            scaled(bytes, &facts, width, quality).unwrap_or_else(|| clean(bytes, &facts))
        });
        Variant {
            width,
            digest: inputs,
            bytes,
        }
    };
    widths.into_iter().map(variant).collect()
}

/// The picture as it is, without metadata: what was not to be changed is copied bit by bit.
#[must_use]
pub fn cleaned(source: &Source, facts: &Facts) -> Bytes {
    if facts.format == Format::Gif {
        return source.into();
    }
    let inputs = Digest::of_value(&("raster without metadata", source.digest()));
    let facts = *facts;
    Bytes::lazy_of(inputs, source, move |bytes| clean(bytes, &facts))
}

/// A file without metadata, whatever is wrong with it: what cannot be read is left out rather than published.
fn clean(bytes: &[u8], facts: &Facts) -> Vec<u8> {
    match facts.format {
        Format::Jpeg => jpeg::cleaned(bytes, facts.orientation),
        Format::Png => png::cleaned(bytes, facts.orientation),
        Format::WebP => riff::cleaned(bytes, facts.orientation),
        Format::Gif => bytes.to_vec(),
    }
}

/// How high a picture is in another width.
#[must_use]
pub(super) fn height(facts: &Facts, width: u32) -> u32 {
    let exact = u64::from(width) * u64::from(facts.height) + u64::from(facts.width) / 2;
    let height = exact / u64::from(facts.width.max(1));
    u32::try_from(height.max(1)).unwrap_or(u32::MAX)
}

/// A copy in WebP, shown so wide.
fn scaled(bytes: &[u8], facts: &Facts, width: u32, quality: u8) -> Option<Vec<u8>> {
    let _alone = (facts.pixels() > LARGE)
        .then(|| ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner));
    let (pixels, profile) = pixels::decode(bytes, facts)?;
    let (mut across, mut down) = (width, height(facts, width));
    if facts.orientation >= 5 {
        std::mem::swap(&mut across, &mut down);
    }
    let (across, down) = (usize::try_from(across).ok()?, usize::try_from(down).ok()?);
    let (across, down) = (across.min(pixels.width), down.min(pixels.height));
    let small = pixels.scaled(across, down);
    let small = small.turned(facts.orientation);
    encode::webp(
        &small,
        profile.as_deref(),
        quality,
        facts.format == Format::Png,
    )
}
