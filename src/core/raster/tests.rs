//! Pictures made for the purpose: every format, held in every way, with metadata, and broken in every way that is told apart.

mod cut;

use proptest::prelude::*;

use super::pixels::Pixels;
use super::*;
use crate::config;
use crate::path::SourcePath;
use crate::source::Source;

/// What no published file may hold: where a photograph was taken.
const SECRET: &[u8] = b"GPS 33.57 N 7.58 W";

/// A JPEG file of 16 by 8 pixels, dark on the left and light on the right (made by Chromium).
const JPEG: &[u8] = include_bytes!("tests/plain.jpg");

fn source(name: &str, bytes: impl Into<Vec<u8>>) -> Source {
    Source::new(SourcePath::new(name), bytes.into())
}

fn settings() -> config::Pictures {
    config::Pictures::default()
}

fn looked_at(source: &Source) -> Result<Facts, String> {
    let checked = look_at(source, &settings(), &Colours::default());
    match checked.diagnostics.first() {
        None => Ok(checked.value.unwrap()),
        Some(problem) => Err(problem.message.to_string()),
    }
}

/// EXIF with an orientation, and with a secret.
fn exif(orientation: u8) -> Vec<u8> {
    [&exif::only(orientation)[..], SECRET].concat()
}

fn jpeg_with(orientation: u8) -> Vec<u8> {
    let tiff = [&b"Exif\0\0"[..], &exif(orientation)].concat();
    let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
    let mut bytes = JPEG[..2].to_vec();
    bytes.extend([0xFF, 0xE1]);
    bytes.extend(length);
    bytes.extend(tiff);
    bytes.extend([0xFF, 0xFE, 0, u8::try_from(SECRET.len() + 2).unwrap()]);
    bytes.extend(SECRET);
    bytes.extend(&JPEG[2..]);
    // A film of the moment, as telephones append it.
    bytes.extend(SECRET);
    bytes
}

/// A PNG file whose left half is dark and whose right half is light.
fn png_of(width: u32, height: u32, depth: ::png::BitDepth) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = ::png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(::png::ColorType::Rgb);
    encoder.set_depth(depth);
    encoder
        .add_text_chunk("Comment".into(), String::from_utf8_lossy(SECRET).into())
        .unwrap();
    let mut writer = encoder.write_header().unwrap();
    let sample = if depth == ::png::BitDepth::Sixteen {
        2
    } else {
        1
    };
    let row = (0..width).flat_map(|x| vec![if x < width / 2 { 20_u8 } else { 220 }; 3 * sample]);
    let row: Vec<u8> = row.collect();
    let rows = row.repeat(height as usize);
    writer.write_image_data(&rows).unwrap();
    writer.finish().unwrap();
    bytes
}

fn webp_with(orientation: u8) -> Vec<u8> {
    let pixels = Pixels {
        width: 16,
        height: 8,
        channels: 3,
        bytes: [[20; 24], [220; 24]].concat().repeat(8),
    };
    let file = encode::webp(&pixels, Some(b"a profile"), 90, false).unwrap();
    let mut file = riff::cleaned(&file, 1);
    file[20] |= 0x08;
    let exif = exif(orientation);
    file.extend(b"EXIF");
    file.extend(u32::try_from(exif.len()).unwrap().to_le_bytes());
    file.extend(&exif);
    let length = u32::try_from(file.len() - 8).unwrap().to_le_bytes();
    file[4..8].copy_from_slice(&length);
    file
}

/// A chunk of PNG. Nobody here looks at its checksum.
fn png_chunk(kind: &[u8], content: &[u8]) -> Vec<u8> {
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length, kind, content, &[0; 4]].concat()
}

/// A PNG file with a chunk before its pixels.
fn png_with(kind: &[u8], content: &[u8]) -> Vec<u8> {
    let png = png_of(16, 8, ::png::BitDepth::Eight);
    [&png[..33], &png_chunk(kind, content), &png[33..]].concat()
}

/// A WebP file with a chunk of this kind, and a header that says these flags.
fn webp_with_chunk(kind: &[u8], flags: u8) -> Vec<u8> {
    let mut file = webp_with(6);
    let at = file
        .windows(4)
        .position(|window| window == b"EXIF")
        .unwrap();
    file[at..at + 4].copy_from_slice(kind);
    file[20] = flags;
    file
}

/// A JPEG file with a segment right before the one with this marker.
fn jpeg_with_comment(before: u8) -> Vec<u8> {
    let mut bytes = JPEG.to_vec();
    let found = bytes.windows(2).position(|pair| pair == [0xFF, before]);
    let length = u8::try_from(SECRET.len() + 2).unwrap();
    let comment = [&[0xFF, 0xFE, 0, length], SECRET].concat();
    let at = found.unwrap();
    bytes.splice(at..at, comment);
    bytes
}

/// A JPEG file with a small picture in its header, and what no standard knows behind that.
fn jpeg_with_thumbnail() -> Vec<u8> {
    let length = u8::try_from(SECRET.len() + 16).unwrap();
    let header = [&[0xFF, 0xE0, 0, length], &JPEG[6..18], &[1, 6], SECRET].concat();
    let unknown = [&[0xFF, 0xF7, 0, length - 14], SECRET].concat();
    [&JPEG[..2], &header, &unknown, &JPEG[20..]].concat()
}

/// A photograph with a small one in its EXIF, which lost its end.
fn jpeg_without_end() -> Vec<u8> {
    let small = [SECRET, JPEG].concat();
    let length = u16::try_from(small.len() + 8).unwrap().to_be_bytes();
    let exif = [&[0xFF, 0xE1], &length[..], b"Exif\0\0", &small].concat();
    [&JPEG[..2], &exif, &JPEG[2..JPEG.len() - 9]].concat()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn what_a_file_is_stands_in_its_first_bytes() {
    let eight = png_of(300, 40, ::png::BitDepth::Eight);
    let cases = [
        ("a.jpg", JPEG.to_vec(), (16, 8)),
        ("a.JPEG", jpeg_with(1), (16, 8)),
        // Held on its side.
        ("a.jpg", jpeg_with(6), (8, 16)),
        ("a.png", eight.clone(), (300, 40)),
        ("a.webp", webp_with(1), (16, 8)),
        ("a.webp", webp_with(8), (8, 16)),
        // Browsers read how it was held only where the header says that it is said.
        ("a.webp", webp_with_chunk(b"EXIF", 0x20), (16, 8)),
        ("a.webp", webp_with_chunk(b"XMP ", 0x24), (16, 8)),
        ("a.webp", webp_with_chunk(b"XMP ", 0x2C), (16, 8)),
        ("a.png", png_with(b"eXIf", &exif(6)), (8, 16)),
        ("a.jfif", JPEG.to_vec(), (16, 8)),
        ("a.pjp", JPEG.to_vec(), (16, 8)),
        (
            "a.gif",
            b"GIF89a\x10\x00\x08\x00 and so on".to_vec(),
            (16, 8),
        ),
    ];
    for (name, bytes, size) in cases {
        let facts = looked_at(&source(name, bytes)).unwrap();
        assert_eq!((facts.width, facts.height), size, "{name}");
    }
    let half = |bytes: &[u8]| bytes[..bytes.len() / 2].to_vec();
    // The number of components stands behind the size.
    let mut cmyk = JPEG.to_vec();
    let frame = cmyk
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC0])
        .unwrap();
    cmyk[frame + 9] = 4;
    let mut huge = eight.clone();
    huge[16..24].copy_from_slice(&[0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50]);
    for (name, bytes, expected) in [
        ("a.jpg", half(JPEG), "is cut off"),
        ("a.jpg", JPEG[..JPEG.len() - 9].to_vec(), "is cut off"),
        ("a.jpg", jpeg_without_end(), "is cut off"),
        ("a.png", half(&eight), "is cut off"),
        ("a.webp", half(&webp_with(1)), "is cut off"),
        ("a.gif", b"GIF89a".to_vec(), "is cut off"),
        ("a.png", JPEG.to_vec(), "is JPEG"),
        ("a.jpg", eight.clone(), "is PNG"),
        ("a.jpg", b"<svg/>".to_vec(), "no picture"),
        ("a.jpg", Vec::new(), "no picture"),
        ("a.jpg", cmyk, "CMYK"),
        ("a.png", huge, "50000"),
    ] {
        let found = looked_at(&source(name, bytes)).unwrap_err();
        let found = found.replace(['\u{2068}', '\u{2069}', ',', ' '], "");
        assert!(found.contains(&expected.replace(' ', "")), "{found}");
    }
}

#[test]
fn nothing_that_is_published_says_where_a_photograph_was_taken() {
    let png = png_of(600, 40, ::png::BitDepth::Sixteen);
    for (name, bytes) in [
        ("a.jpg", jpeg_with(6)),
        ("a.png", png),
        ("a.webp", webp_with(3)),
        ("frame.jpg", jpeg_with_comment(0xC0)),
        ("behind the frame.jpg", jpeg_with_comment(0xC4)),
        ("scan.jpg", jpeg_with_comment(0xDA)),
        ("end.jpg", jpeg_with_comment(0xD9)),
        ("behind.jpg", [JPEG, SECRET].concat()),
        ("thumbnail.jpg", jpeg_with_thumbnail()),
        ("orientation.png", png_with(b"eXIf", &exif(6))),
        ("C2PA.png", png_with(b"caBX", SECRET)),
        ("unknown.png", png_with(b"abCd", SECRET)),
        (
            "behind.png",
            [&png_of(16, 8, ::png::BitDepth::Eight), SECRET].concat(),
        ),
        ("silent.webp", webp_with_chunk(b"EXIF", 0x20)),
        ("XMP.webp", webp_with_chunk(b"XMP ", 0x24)),
        ("unknown.webp", webp_with_chunk(b"ABCD", 0x20)),
        ("behind.webp", [&webp_with(1), SECRET].concat()),
        ("a.pjpeg", jpeg_with(1)),
    ] {
        let source = source(name, bytes);
        assert!(holds(source.bytes(), SECRET), "{name}");
        let facts = looked_at(&source).unwrap();
        says_nothing(&source, &facts);
        // It is turned as before, and its pixels are the same.
        let clean = cleaned(&source, &facts);
        let clean = Source::new(source.path().clone(), clean.as_slice().unwrap().to_vec());
        let now = looked_at(&clean).unwrap();
        assert_eq!(
            (now.width, now.orientation),
            (facts.width, facts.orientation)
        );
        let decoded = |source: &Source| pixels::decode(source.bytes(), &facts).unwrap();
        assert_eq!(decoded(&clean), decoded(&source), "{name}");
    }
}

/// Makes sure that nothing that is published of a picture holds the secret.
fn says_nothing(source: &Source, facts: &Facts) {
    let copies = variants(source, facts, &settings()).into_iter();
    let own = cleaned(source, facts);
    for bytes in copies.map(|copy| copy.bytes).chain([own]) {
        let bytes = bytes.as_slice().unwrap();
        let is_empty = bytes.is_empty();
        assert!(!holds(bytes, SECRET) && !is_empty, "{}", source.path());
    }
}

#[test]
fn what_cannot_be_decoded_is_not_published_as_it_came() {
    let png = png_of(16, 8, ::png::BitDepth::Eight);
    let pixels = png.windows(4).position(|kind| kind == b"IDAT").unwrap();
    let comment = png.windows(4).position(|kind| kind == b"tEXt").unwrap();
    // Without loss, which nobody decodes; twelve bits a sample; with arithmetic.
    let frame = |marker: u8, depth: u8| {
        let mut bytes = jpeg_with(1);
        let frame = bytes.windows(2).position(|pair| pair == [0xFF, 0xC0]);
        let at = frame.unwrap();
        (bytes[at + 1], bytes[at + 4]) = (marker, depth);
        bytes
    };
    let scan = JPEG.windows(2).position(|pair| pair == [0xFF, 0xDA]);
    let (header, scan) = JPEG.split_at(scan.unwrap());
    let damaged = |at: usize| {
        let mut bytes = [&png[..], &png_chunk(b"tEXt", SECRET)].concat();
        bytes[at] = 0x7F;
        bytes
    };
    let mut frames = webp_with_chunk(b"ANMF", 0x22);
    let at = frames.windows(4).position(|kind| kind == b"ANMF").unwrap();
    let chunk = [&b"EXIF"[..], &18_u32.to_le_bytes(), SECRET].concat();
    frames.splice(at + 8 + 16.., chunk);
    for (name, bytes) in [
        ("lossless.jpg", frame(0xC3, 8)),
        ("arithmetic.jpg", frame(0xC9, 8)),
        ("deep.jpg", frame(0xC1, 12)),
        ("gap.jpg", [header, SECRET, scan].concat()),
        ("length.png", damaged(pixels - 4)),
        ("zlib.png", damaged(pixels + 5)),
        ("comment.png", damaged(comment - 4)),
        ("frames.webp", frames),
        ("cut.webp", webp_with(1)[..110].to_vec()),
        ("cut.jpg", jpeg_without_end()),
        ("nothing.jpg", [&[0xFF, 0xD8, 0xFF], SECRET].concat()),
        ("short.webp", b"RIFF".to_vec()),
    ] {
        let source = source(name, bytes);
        // Whoever calls it a picture, it is cleaned as one: also where the survey has said that it is cut off.
        let format = survey::format_by_name(source.path()).unwrap();
        let facts = Facts::stored(format, 16, 8).turned(6);
        says_nothing(&source, &facts);
        if let Ok(facts) = looked_at(&source) {
            says_nothing(&source, &facts);
        }
    }
}

#[test]
fn a_chunk_that_says_how_a_picture_was_held_is_one_that_others_read() {
    let source = source("a.png", png_of(16, 8, ::png::BitDepth::Eight));
    let clean = png::cleaned(source.bytes(), 6);
    let reader = ::png::Decoder::new(std::io::Cursor::new(&clean)).read_info();
    let info = reader.unwrap();
    let exif = info.info().exif_metadata.as_deref();
    assert_eq!(exif, Some(&exif::only(6)[..]));
}

#[test]
fn copies_are_no_larger_than_the_picture_and_look_like_it() {
    let source = source("a.png", png_of(1000, 500, ::png::BitDepth::Sixteen));
    let facts = looked_at(&source).unwrap();
    let copies = variants(&source, &facts, &settings());
    let widths: Vec<u32> = copies.iter().map(|copy| copy.width).collect();
    assert_eq!(widths, [480, 960, 1000]);
    for copy in copies {
        let image = webp::Decoder::new(copy.bytes.as_slice().unwrap())
            .decode()
            .unwrap();
        assert_eq!(
            (image.width(), image.height()),
            (copy.width, copy.width / 2)
        );
        let at = |x: u32| image[(copy.width * 10 + x) as usize * 3];
        assert!(at(10) < 40 && at(copy.width - 10) > 200);
    }
}

#[test]
fn a_picture_is_turned_as_it_was_held() {
    // 1 2 3
    // 4 5 6
    let stored = Pixels {
        width: 3,
        height: 2,
        channels: 3,
        bytes: (1..=6).flat_map(|value| [value; 3]).collect(),
    };
    for (orientation, width, expected) in [
        (1, 3, [1, 2, 3, 4, 5, 6]),
        (2, 3, [3, 2, 1, 6, 5, 4]),
        (3, 3, [6, 5, 4, 3, 2, 1]),
        (4, 3, [4, 5, 6, 1, 2, 3]),
        (5, 2, [1, 4, 2, 5, 3, 6]),
        (6, 2, [4, 1, 5, 2, 6, 3]),
        (7, 2, [6, 3, 5, 2, 4, 1]),
        (8, 2, [3, 6, 2, 5, 1, 4]),
    ] {
        let turned = stored.clone().turned(orientation);
        let values: Vec<u8> = turned.bytes.chunks(3).map(|pixel| pixel[0]).collect();
        assert_eq!(
            (turned.width, &values[..]),
            (width, &expected[..]),
            "{orientation}"
        );
    }
}

proptest! {
    #[test]
    fn no_bytes_make_reading_fail_in_another_way(
        at in 0..400_usize, new: Vec<u8>, which in 0..4_usize, cut in 0..600_usize,
    ) {
        let files = [jpeg_with(6), webp_with(6), png_of(20, 4, ::png::BitDepth::Eight), Vec::new()];
        let mut bytes = files[which].clone();
        bytes.truncate(cut);
        let at = at.min(bytes.len());
        bytes.splice(at..(at + new.len()).min(bytes.len()), new);
        for name in ["a.jpg", "a.png", "a.webp", "a.gif"] {
            let source = source(name, bytes.clone());
            if let Ok(facts) = looked_at(&source) && facts.pixels() < 100_000 {
                _ = cleaned(&source, &facts).size();
                for copy in variants(&source, &facts, &settings()) {
                    _ = copy.bytes.size();
                }
            }
        }
    }
}
