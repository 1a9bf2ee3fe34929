//! The chunks of a PNG file: what they say of the picture, and the file without what is not for readers.

use super::exif;
use super::facts::{Facts, Format, Found};

/// What every file begins with.
const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1A\n";

/// The chunks that are the picture, its colours and its movement. All others are about it, whatever programs call them.
const KEPT: [&[u8; 4]; 17] = [
    b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV",
    b"cLLI", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
];

/// What every file ends with: an empty chunk with its checksum.
const END: &[u8] = b"\0\0\0\0IEND\xAE\x42\x60\x82";

/// The chunks from a place on, each with its kind and all of its bytes. They end where the bytes end in one.
fn chunks(bytes: &[u8], mut at: usize) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let length = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let length = usize::try_from(u32::from_be_bytes(length)).ok()?;
        let end = at.checked_add(length)?.checked_add(12)?;
        let chunk = bytes.get(at..end)?;
        at = end;
        Some((&chunk[4..8], chunk))
    })
}

/// What a chunk of EXIF says of the orientation.
fn orientation(chunk: &[u8]) -> u8 {
    exif::orientation(&chunk[8..chunk.len() - 4])
}

pub(super) fn facts(head: &[u8]) -> Found {
    let Some(&[w, w2, w3, w4, h, h2, h3, h4]) = head.get(16..24) else {
        return Found::More;
    };
    let width = u32::from_be_bytes([w, w2, w3, w4]);
    let height = u32::from_be_bytes([h, h2, h3, h4]);
    let mut facts = Facts::stored(Format::Png, width, height);
    let mut turned = 1;
    for (kind, chunk) in chunks(head, SIGNATURE.len()) {
        match kind {
            b"acTL" => facts.is_animated = true,
            b"eXIf" => turned = orientation(chunk),
            b"IEND" => break,
            _ => {}
        }
    }
    Found::Facts(facts.turned(turned))
}

/// The orientation that stands behind the pixels of a large file, in the bytes that end it.
pub(super) fn orientation_behind(tail: &[u8]) -> Option<u8> {
    memchr::memmem::find_iter(tail, b"eXIf").find_map(|at| {
        // What only looks like a chunk is not followed by others.
        let mut chunks = chunks(tail, at.checked_sub(4)?);
        let (_, chunk) = chunks.next()?;
        let is_one = chunks.any(|(kind, _)| kind == b"IEND");
        is_one.then(|| orientation(chunk))
    })
}

/// Whether these bytes hold the end of a picture.
pub(super) fn holds_end(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes, END).is_some()
}

/// The file with the picture and its colours only; how it is to be turned is said in a chunk of its own. It ends where it is
/// damaged, so that nothing else is published of it.
pub(super) fn cleaned(bytes: &[u8], orientation: u8) -> Vec<u8> {
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend_from_slice(SIGNATURE);
    for (kind, chunk) in chunks(bytes, SIGNATURE.len()) {
        if kind == b"IEND" {
            break;
        }
        if KEPT.iter().any(|kept| *kept == kind) {
            clean.extend_from_slice(chunk);
        }
        if kind == b"IHDR" && orientation != 1 {
            let tiff = exif::only(orientation);
            let chunk = [b"eXIf", &tiff[..]].concat();
            clean.extend_from_slice(&[0, 0, 0, 26]);
            clean.extend_from_slice(&chunk);
            clean.extend_from_slice(&checksum(&chunk).to_be_bytes());
        }
    }
    clean.extend_from_slice(END);
    clean
}

/// The checksum of a chunk's kind and content (PNG, annex D), of so few bytes that it needs no table.
fn checksum(bytes: &[u8]) -> u32 {
    let sum = bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ ((sum & 1) * 0xEDB8_8320)
        })
    });
    !sum
}
