//! The segments of a JPEG file (ITU-T T.81, annex B): what they say of the picture, and the file without what is not for readers.

use super::exif;
use super::facts::{Facts, Fault, Format, Found};
use crate::locale::text;

/// What a segment of EXIF begins with.
const EXIF: &[u8] = b"Exif\0\0";
/// What a segment with a part of a colour profile begins with.
const PROFILE: &[u8] = b"ICC_PROFILE\0";

const START_OF_SCAN: u8 = 0xDA;
const END: u8 = 0xD9;
const COMMENT: u8 = 0xFE;

/// A segment with a length.
struct Segment<'a> {
    marker: u8,
    content: &'a [u8],
    /// Where it ends, and the next marker is looked for.
    end: usize,
}

/// The segment behind a byte, whose marker may be filled up. None where the bytes end in it, or there is none.
fn segment(bytes: &[u8], mut at: usize) -> Option<Segment<'_>> {
    while bytes.get(at) == Some(&0xFF) && bytes.get(at + 1) == Some(&0xFF) {
        at += 1;
    }
    let [0xFF, marker, high, low] = *bytes.get(at..at + 4)? else {
        return None;
    };
    let end = at + 2 + usize::from(u16::from_be_bytes([high, low]));
    let content = bytes.get(at + 4..end)?;
    Some(Segment {
        marker,
        content,
        end,
    })
}

/// Whether a segment with this marker says the size of the picture.
fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

/// Whether a segment is there for the picture and not about it: what decoders need, and its colours.
fn is_kept(segment: &Segment<'_>) -> bool {
    match segment.marker {
        0xE0 => segment.content.starts_with(b"JFIF\0"),
        0xE2 => segment.content.starts_with(PROFILE),
        // How the components of a picture of Adobe's are to be read.
        0xEE => segment.content.starts_with(b"Adobe"),
        0xE1..=0xEF | COMMENT => false,
        _ => true,
    }
}

pub(super) fn facts(head: &[u8]) -> Result<Found, Fault> {
    let mut at = 2;
    let (mut orientation, mut has_metadata) = (1, false);
    while let Some(segment) = segment(head, at) {
        at = segment.end;
        has_metadata |= !is_kept(&segment);
        if let Some(tiff) = segment.content.strip_prefix(EXIF) {
            orientation = exif::orientation(tiff);
        }
        let (true, [_, high, low, wide, narrow, components, ..]) =
            (is_frame(segment.marker), segment.content)
        else {
            if segment.marker == START_OF_SCAN {
                break;
            }
            continue;
        };
        if *components == 4 {
            return Err((text!("picture-cmyk"), text!("picture-cmyk-hint")));
        }
        let height = u16::from_be_bytes([*high, *low]);
        let width = u16::from_be_bytes([*wide, *narrow]);
        let facts = Facts::stored(Format::Jpeg, width.into(), height.into());
        let facts = Facts {
            has_metadata,
            ..facts
        };
        return Ok(Found::Facts(facts.turned(orientation)));
    }
    Ok(Found::More)
}

/// Whether these bytes, which end a file, hold the end of a picture.
pub(super) fn holds_end(tail: &[u8]) -> bool {
    tail.windows(2).any(|pair| pair == [0xFF, END])
}

/// The file with the picture and its colours only; how it is to be turned is said in a block of its own.
pub(super) fn cleaned(bytes: &[u8], orientation: u8) -> Option<Vec<u8>> {
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend_from_slice(bytes.get(..2)?);
    if orientation != 1 {
        let tiff = exif::only(orientation);
        let length = u16::try_from(2 + EXIF.len() + tiff.len()).ok()?;
        clean.extend_from_slice(&[0xFF, 0xE1]);
        clean.extend_from_slice(&length.to_be_bytes());
        clean.extend_from_slice(EXIF);
        clean.extend_from_slice(&tiff);
    }
    let mut at = 2;
    loop {
        if bytes.get(at..at + 2)? == [0xFF, END] {
            // What stands behind the end is another picture, or a film, with metadata of its own.
            clean.extend_from_slice(&[0xFF, END]);
            return Some(clean);
        }
        let segment = segment(bytes, at)?;
        if is_kept(&segment) {
            clean.extend_from_slice(&bytes[at..segment.end]);
        }
        at = segment.end;
        if segment.marker == START_OF_SCAN {
            let end = at + end_of_scan(&bytes[at..])?;
            clean.extend_from_slice(&bytes[at..end]);
            at = end;
        }
    }
}

/// Where the coded pixels of a scan end: before the next marker that is none of theirs.
fn end_of_scan(scan: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + memchr::memchr(0xFF, &scan[from..])?;
        match scan.get(at + 1)? {
            0x00 | 0xD0..=0xD7 => from = at + 2,
            0xFF => from = at + 1,
            _ => return Some(at),
        }
    }
}

/// The colour profile, which may be spread over several segments.
pub(super) fn profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut parts: Vec<(u8, &[u8])> = Vec::new();
    let mut at = 2;
    while let Some(segment) = segment(bytes, at).filter(|segment| segment.marker != START_OF_SCAN) {
        at = segment.end;
        let part = segment.content.strip_prefix(PROFILE);
        if let (0xE2, Some([number, _, rest @ ..])) = (segment.marker, part) {
            parts.push((*number, rest));
        }
    }
    parts.sort_by_key(|(number, _)| *number);
    let profile: Vec<u8> = parts.iter().flat_map(|(_, part)| *part).copied().collect();
    (!profile.is_empty()).then_some(profile)
}
