//! A file to its pixels, eight bits a channel.

use std::sync::{Mutex, MutexGuard, PoisonError};

use ::png::{ColorType, Decoder, Transformations};
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::facts::{Facts, Format};
use super::{jpeg, riff};

/// From so many pixels on, one picture is decoded at a time.
const LARGE: u64 = 30_000_000;

/// Held while a large picture is in memory.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// What is held while the pixels of a picture are in memory, if it is a large one.
pub(super) fn alone(facts: &Facts) -> Option<MutexGuard<'static, ()>> {
    let is_large = facts.pixels() > LARGE;
    is_large.then(|| ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner))
}

/// A picture in memory, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pixels {
    pub(super) width: usize,
    pub(super) height: usize,
    /// 3, or 4 where pixels may be transparent.
    pub(super) channels: usize,
    pub(super) bytes: Vec<u8>,
}

/// The pixels of a picture as they are stored, and the profile of their colours. None for what cannot be decoded.
pub(super) fn decode(bytes: &[u8], facts: &Facts) -> Option<(Pixels, Option<Vec<u8>>)> {
    match facts.format {
        Format::Jpeg => Some((decode_jpeg(bytes)?, jpeg::profile(bytes))),
        Format::Png => decode_png(bytes),
        Format::WebP => Some((decode_webp(bytes)?, riff::profile(bytes))),
        Format::Gif => None,
    }
}

fn decode_jpeg(bytes: &[u8]) -> Option<Pixels> {
    let options = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let bytes = decoder.decode().ok()?;
    let info = decoder.info()?;
    Some(Pixels {
        width: info.width.into(),
        height: info.height.into(),
        channels: 3,
        bytes,
    })
}

fn decode_png(bytes: &[u8]) -> Option<(Pixels, Option<Vec<u8>>)> {
    let mut decoder = Decoder::new(ZCursor::new(bytes));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut bytes).ok()?;
    bytes.truncate(frame.buffer_size());
    let (channels, bytes) = match frame.color_type {
        ColorType::Rgb => (3, bytes),
        ColorType::Rgba => (4, bytes),
        ColorType::Grayscale => (3, bytes.iter().flat_map(|grey| [*grey; 3]).collect()),
        ColorType::GrayscaleAlpha => {
            let pairs = bytes.as_chunks::<2>().0.iter();
            let colours = pairs.flat_map(|[grey, alpha]| [*grey, *grey, *grey, *alpha]);
            (4, colours.collect())
        }
        ColorType::Indexed => return None,
    };
    let profile = reader.info().icc_profile.as_deref();
    // The profile of a grey picture says nothing of colours.
    let is_coloured = !matches!(
        frame.color_type,
        ColorType::Grayscale | ColorType::GrayscaleAlpha
    );
    let profile = profile.filter(|_| is_coloured).map(<[u8]>::to_vec);
    let pixels = Pixels {
        width: usize::try_from(frame.width).ok()?,
        height: usize::try_from(frame.height).ok()?,
        channels,
        bytes,
    };
    Some((pixels, profile))
}

fn decode_webp(bytes: &[u8]) -> Option<Pixels> {
    let image = webp::Decoder::new(bytes).decode()?;
    Some(Pixels {
        width: usize::try_from(image.width()).ok()?,
        height: usize::try_from(image.height()).ok()?,
        channels: if image.is_alpha() { 4 } else { 3 },
        bytes: image.to_vec(),
    })
}

/// A part of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// Where in a stored picture of this width and height the pixel of a place stands.
type Place = fn(usize, usize, usize, usize) -> (usize, usize);

/// Where pixels stand that are to be turned and mirrored as EXIF says. `None` where they stand as they are shown.
fn stored(orientation: u8) -> Option<Place> {
    Some(match orientation {
        2 => |x, y, w, _| (w - 1 - x, y),
        3 => |x, y, w, h| (w - 1 - x, h - 1 - y),
        4 => |x, y, _, h| (x, h - 1 - y),
        5 => |x, y, _, _| (y, x),
        6 => |x, y, _, h| (y, h - 1 - x),
        7 => |x, y, w, h| (w - 1 - y, h - 1 - x),
        8 => |x, y, w, _| (w - 1 - y, x),
        _ => return None,
    })
}

impl Pixels {
    /// A part of it as it is stored, given as it is shown.
    pub(super) fn cut(self, area: Area, orientation: u8) -> Self {
        let Area {
            x,
            y,
            width,
            height,
        } = area;
        let place = stored(orientation).unwrap_or(|x, y, _, _| (x, y));
        let (one, other) = (
            place(x, y, self.width, self.height),
            place(x + width - 1, y + height - 1, self.width, self.height),
        );
        let (left, right) = (one.0.min(other.0), one.0.max(other.0) + 1);
        let (top, bottom) = (one.1.min(other.1), one.1.max(other.1) + 1);
        let rows = self.bytes.chunks_exact(self.width * self.channels);
        let rows = rows.skip(top).take(bottom - top);
        let cut = rows.flat_map(|row| &row[left * self.channels..right * self.channels]);
        Self {
            width: right - left,
            height: bottom - top,
            bytes: cut.copied().collect(),
            ..self
        }
    }

    /// Turned and mirrored as EXIF says.
    pub(super) fn turned(self, orientation: u8) -> Self {
        let (width, height) = (self.width, self.height);
        let Some(stored) = stored(orientation) else {
            return self;
        };
        let (across, down) = if orientation >= 5 {
            (height, width)
        } else {
            (width, height)
        };
        let mut bytes = Vec::with_capacity(self.bytes.len());
        for y in 0..down {
            for x in 0..across {
                let (from_x, from_y) = stored(x, y, width, height);
                let at = (from_y * width + from_x) * self.channels;
                bytes.extend_from_slice(&self.bytes[at..at + self.channels]);
            }
        }
        Self {
            width: across,
            height: down,
            bytes,
            ..self
        }
    }
}
