//! What is published of a picture: its smaller copies, and itself without what is not for readers. Made when somebody first
//! reads them.

use super::facts::{Facts, Format};
use super::pixels::Area;
use super::{encode, jpeg, pixels, png, riff};
use crate::config;
use crate::digest::Digest;
use crate::output::Bytes;
use crate::source::Source;

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
            scaled(bytes, &facts, (width, None), quality).unwrap_or_else(|| clean(bytes, &facts))
        });
        Variant {
            width,
            digest: inputs,
            bytes,
        }
    };
    widths.into_iter().map(variant).collect()
}

/// What is to be cut out of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    /// Its shape: how wide it is, and how high.
    pub shape: (u32, u32),
    /// What is to be seen of the picture: how far from its left edge and from its top, in thousandths.
    pub focus: (u16, u16),
}

impl Cut {
    /// The largest part of a picture that has this shape, with the focus as near its middle as can be.
    pub(super) fn area(self, (width, height): (u32, u32)) -> Area {
        let (across, down) = (u64::from(self.shape.0), u64::from(self.shape.1));
        let (width, height) = (u64::from(width), u64::from(height));
        let (part, high) = if width * down > height * across {
            ((height * across / down).max(1), height)
        } else {
            (width, (width * down / across).max(1))
        };
        let start = |whole: u64, part: u64, focus: u16| {
            let centre = whole * u64::from(focus) / 1000;
            let start = centre.saturating_sub(part / 2).min(whole - part);
            usize::try_from(start).unwrap_or_default()
        };
        let size = |side: u64| usize::try_from(side).unwrap_or(usize::MAX);
        Area {
            x: start(width, part, self.focus.0),
            y: start(height, high, self.focus.1),
            width: size(part),
            height: size(high),
        }
    }
}

/// What is cut out of a picture, in the widths of copies, from the smallest on, and how wide and high it is. The last is what
/// stands for it: as large as the picture has it, or as the widest copy.
#[must_use]
pub fn cuts(
    source: &Source,
    facts: &Facts,
    settings: &config::Pictures,
    cut: Cut,
) -> (Vec<Variant>, (u32, u32)) {
    let area = cut.area((facts.width, facts.height));
    let size = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    let whole = (size(area.width), size(area.height));
    let widest = settings.widths.iter().max().copied().unwrap_or(whole.0);
    let largest = whole.0.min(widest);
    let mut widths: Vec<u32> = settings.widths.clone();
    widths.retain(|width| *width < largest);
    widths.push(largest);
    widths.sort_unstable();
    widths.dedup();
    let quality = settings.quality;
    let variant = |width| {
        let part = (area.x, area.y, area.width, area.height);
        let inputs = (
            "raster cut",
            source.digest(),
            width,
            i64::from(quality),
            part,
        );
        let inputs = Digest::of_value(&inputs);
        let facts = *facts;
        let bytes = Bytes::lazy_of(inputs, source, move |bytes| {
            let made = scaled(bytes, &facts, (width, Some(area)), quality);
            made.unwrap_or_else(|| clean(bytes, &facts))
        });
        Variant {
            width,
            digest: inputs,
            bytes,
        }
    };
    let variants = widths.into_iter().map(variant).collect();
    (variants, (largest, height(whole, largest)))
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

/// How high a picture of this width and height is in another width.
#[must_use]
pub(super) fn height(whole: (u32, u32), width: u32) -> u32 {
    let exact = u64::from(width) * u64::from(whole.1) + u64::from(whole.0) / 2;
    let height = exact / u64::from(whole.0.max(1));
    u32::try_from(height.max(1)).unwrap_or(u32::MAX)
}

/// A copy in WebP of the whole or of a part, shown so wide.
fn scaled(
    bytes: &[u8],
    facts: &Facts,
    (width, area): (u32, Option<Area>),
    quality: u8,
) -> Option<Vec<u8>> {
    let _alone = pixels::alone(facts);
    let (pixels, profile) = pixels::decode(bytes, facts)?;
    let (mut pixels, mut whole) = (pixels, (facts.width, facts.height));
    if let Some(area) = area {
        // A file may hold fewer pixels than it says.
        let (wide, high) = match facts.orientation {
            5.. => (pixels.height, pixels.width),
            _ => (pixels.width, pixels.height),
        };
        if area.x + area.width > wide || area.y + area.height > high {
            return None;
        }
        pixels = pixels.cut(area, facts.orientation);
        whole = (
            u32::try_from(area.width).ok()?,
            u32::try_from(area.height).ok()?,
        );
    }
    let (mut across, mut down) = (width, height(whole, width));
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
