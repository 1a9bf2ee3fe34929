//! Pixels become a PNG within a size limit.

use std::borrow::Cow;

use png::{BitDepth, ColorType, DeflateCompression, Encoder, Filter};
use resvg::tiny_skia::Pixmap;

use super::palette::{Indexed, Palette};

/// How many colours a picture keeps that is too large with all of them. Four always do for a card: two bits a pixel
/// are less than 300,000 bytes even if nothing can be packed.
const FEWER: [usize; 3] = [256, 16, 4];

/// How hard deflate tries, of nine levels. On cards the sixth takes half as long again for a hundredth of the bytes, the fourth is no
/// quicker.
const LEVEL: DeflateCompression = DeflateCompression::Level(5);

/// Packs a picture, with the numbers of its colours where a byte has room for them, as it has for most drawings: that takes half the
/// time and half the room. One that comes out larger than `largest` is given fewer colours until it does not, as far as four.
pub(super) fn encode(picture: Pixmap, largest: usize) -> Vec<u8> {
    let size = (picture.width(), picture.height());
    let (pixels, _) = picture.data().as_chunks::<4>();
    let is_opaque = pixels.iter().all(|[.., alpha]| *alpha == u8::MAX);
    if !is_opaque {
        let pixels = picture.take_demultiplied();
        return write(size, ColorType::Rgba, BitDepth::Eight, None, &pixels);
    }
    let indexed = |palette: Palette| {
        let Indexed {
            depth,
            rows,
            colours,
        } = palette.apply(pixels, size.0);
        write(size, ColorType::Indexed, depth, Some(colours), &rows)
    };
    let mut packed = if let Some(palette) = Palette::exact(pixels) {
        indexed(palette)
    } else {
        let colours = pixels.iter().map(|[colour @ .., _]| *colour);
        let colours: Vec<[u8; 3]> = colours.collect();
        let bytes = colours.as_flattened();
        write(size, ColorType::Rgb, BitDepth::Eight, None, bytes)
    };
    for colours in FEWER {
        if packed.len() <= largest {
            break;
        }
        packed = indexed(Palette::of(pixels, colours));
    }
    packed
}

fn write(
    (width, height): (u32, u32),
    colours: ColorType,
    depth: BitDepth,
    palette: Option<Vec<u8>>,
    data: &[u8],
) -> Vec<u8> {
    let mut png = Vec::new();
    let mut encoder = Encoder::new(&mut png, width, height);
    encoder.set_color(colours);
    encoder.set_depth(depth);
    encoder.set_deflate_compression(LEVEL);
    if let Some(palette) = palette {
        encoder.set_palette(Cow::Owned(palette));
        encoder.set_filter(Filter::NoFilter);
    }
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(data)?;
        writer.finish()
    });
    // Writing to memory cannot fail, and the data have the size that the header says.
    written.unwrap_or_else(|error| panic!("a PNG that cannot be written: {error}"));
    png
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::{IntSize, Pixmap};

    use super::*;
    use crate::pictures::card::{LARGEST, SIZE};

    /// A picture in which no two pixels have to do with each other.
    fn noise((width, height): (u32, u32)) -> Pixmap {
        let mut state = 0x2545_F491_u32;
        let mut pixels = Vec::new();
        for _ in 0..width * height {
            // Marsaglia's xorshift.
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            let [red, green, blue, _] = state.to_le_bytes();
            pixels.extend([red, green, blue, u8::MAX]);
        }
        Pixmap::from_vec(pixels, IntSize::from_wh(width, height).unwrap()).unwrap()
    }

    fn read(png: &[u8]) -> (png::Info<'static>, Vec<u8>) {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        (reader.info().clone(), pixels)
    }

    #[test]
    fn no_picture_is_too_large_for_a_card() {
        // A quarter of the width and of the height is a sixteenth of the bytes.
        let (size, largest) = ((SIZE.0 / 4, SIZE.1.div_ceil(4)), LARGEST / 16);
        let packed = encode(noise(size), largest);
        assert!(packed.len() <= largest, "{}", packed.len());
        let (info, _) = read(&packed);
        assert_eq!((info.width, info.height), size);
    }

    #[test]
    fn a_picture_that_fits_keeps_every_pixel() {
        let picture = noise((30, 20));
        let all: Vec<u8> = picture
            .data()
            .chunks(4)
            .flat_map(|pixel| pixel[..3].to_vec())
            .collect();
        let (info, pixels) = read(&encode(picture, LARGEST));
        assert_eq!((info.color_type, pixels), (ColorType::Rgb, all));
    }

    #[test]
    fn a_picture_of_as_many_colours_as_a_byte_counts_keeps_them_by_number() {
        for (colours, expected) in [
            (1, (ColorType::Indexed, BitDepth::Two)),
            (5, (ColorType::Indexed, BitDepth::Four)),
            (17, (ColorType::Indexed, BitDepth::Eight)),
            (256, (ColorType::Indexed, BitDepth::Eight)),
            (257, (ColorType::Rgb, BitDepth::Eight)),
        ] {
            let colour = |at: u32| {
                let [low, high, ..] = (at * at % colours).to_le_bytes();
                [low, high, 77, u8::MAX]
            };
            let every = (0..colours).map(|at| {
                let [low, high, ..] = at.to_le_bytes();
                [low, high, 77, u8::MAX]
            });
            let pixels: Vec<u8> = every
                .chain((0..1000 - colours).map(colour))
                .flatten()
                .collect();
            let size = IntSize::from_wh(40, 25).unwrap();
            let all: Vec<u8> = pixels.chunks(4).flat_map(|one| one[..3].to_vec()).collect();
            let picture = Pixmap::from_vec(pixels, size).unwrap();
            let (info, pixels) = read(&encode(picture, LARGEST));
            assert_eq!((info.color_type, info.bit_depth), expected, "{colours}");
            assert_eq!(pixels, all);
        }
    }

    #[test]
    fn a_picture_of_few_colours_keeps_them_when_it_is_packed_tighter() {
        // Of three colours in a row of seven, so that the last byte of a row is not full.
        let colours = [[250, 246, 238, 255], [6, 63, 42, 255], [33, 28, 22, 255]];
        let pixels: Vec<u8> = (0..7 * 5).flat_map(|at| colours[at * at % 3]).collect();
        let picture = Pixmap::from_vec(pixels.clone(), IntSize::from_wh(7, 5).unwrap()).unwrap();
        let all: Vec<u8> = pixels
            .chunks(4)
            .flat_map(|pixel| pixel[..3].to_vec())
            .collect();
        let (info, pixels) = read(&encode(picture, 0));
        assert_eq!(
            (info.color_type, info.bit_depth),
            (ColorType::Indexed, BitDepth::Two)
        );
        assert_eq!(pixels, all);
    }
}
