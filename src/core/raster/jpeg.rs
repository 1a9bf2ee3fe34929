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

/// As much of a segment's content as is there for the picture and not about it: what decoders need, and its colours.
fn kept<'a>(segment: &Segment<'a>) -> Option<&'a [u8]> {
    let content = segment.content;
    match segment.marker {
        // Tables, frames, scans and how they are divided.
        0xC0..=0xCF | 0xDA..=0xDF => Some(content),
        // Behind the densities may be a small picture, of what was cut off perhaps.
        0xE0 if content.starts_with(b"JFIF\0") => content.get(..12),
        0xE2 if content.starts_with(PROFILE) => Some(content),
        // How the components of a picture of Adobe's are to be read.
        0xEE if content.starts_with(b"Adobe") => content.get(..12),
        _ => None,
    }
}

pub(super) fn facts(head: &[u8]) -> Result<Found, Fault> {
    let mut at = 2;
    let mut orientation = 1;
    while let Some(segment) = segment(head, at) {
        at = segment.end;
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
        return Ok(Found::Facts(facts.turned(orientation)));
    }
    Ok(Found::More)
}

/// Whether a file ends with the end of a picture. That may be one inside of it, such as the small one that cameras write into
/// EXIF, unless these bytes begin behind it.
pub(super) fn ends(tail: &[u8]) -> bool {
    tail.ends_with(&[0xFF, END])
}

/// Whether a file holds the end of its own picture, with whatever behind it.
pub(super) fn is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(marker) = next_marker(bytes, at) {
        if bytes[marker + 1] == END {
            return true;
        }
        at = segment(bytes, marker).map_or(bytes.len(), |segment| segment.end);
    }
    false
}

/// The file with the picture and its colours only; how it is to be turned is said in a block of its own. Whatever cannot be
/// told for a part of the picture is left out, so that nothing else is published of a file that is damaged.
pub(super) fn cleaned(bytes: &[u8], orientation: u8) -> Vec<u8> {
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend_from_slice(&[0xFF, 0xD8]);
    if orientation != 1 {
        push(&mut clean, 0xE1, &[EXIF, &exif::only(orientation)].concat());
    }
    let mut at = 2;
    while let Some(marker) = next_marker(bytes, at) {
        // What stands behind the end is another picture, or a film, with metadata of its own.
        let Some(segment) = segment(bytes, marker).filter(|_| bytes[marker + 1] != END) else {
            break;
        };
        if let Some(content) = kept(&segment) {
            push(&mut clean, segment.marker, content);
        }
        at = segment.end;
        if segment.marker == START_OF_SCAN {
            let end = next_marker(bytes, at).unwrap_or(bytes.len());
            clean.extend_from_slice(&bytes[at..end]);
            at = end;
        }
    }
    clean.extend_from_slice(&[0xFF, END]);
    clean
}

/// Writes a segment. That of JFIF ends with the size of a small picture, of which there is none.
fn push(file: &mut Vec<u8>, marker: u8, content: &[u8]) {
    let none: &[u8] = if marker == 0xE0 { &[0, 0] } else { &[] };
    // It is part of a segment, of which the length is within the range.
    let length = u16::try_from(2 + content.len() + none.len()).unwrap_or(u16::MAX);
    file.extend_from_slice(&[0xFF, marker]);
    file.extend_from_slice(&length.to_be_bytes());
    file.extend_from_slice(content);
    file.extend_from_slice(none);
}

/// Where the next marker is that begins a segment or ends the picture. Before it may be the coded pixels of a scan, or nothing.
fn next_marker(bytes: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let at = from + memchr::memchr(0xFF, bytes.get(from..)?)?;
        match bytes.get(at + 1)? {
            0x00 | 0x01 | 0xD0..=0xD8 => from = at + 2,
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
