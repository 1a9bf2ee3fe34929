//! The chunks of a WebP file, which is a RIFF file: what they say of the picture, the file without what is not for readers,
//! and a file with a colour profile.

use super::exif;
use super::facts::{Facts, Format, Found};

/// Where the first chunk begins.
const FIRST: usize = 12;

/// What every file begins with, before its length is known.
const START: &[u8; FIRST] = b"RIFF\0\0\0\0WEBP";

/// How long the header of a frame is, behind which its own chunks begin.
const FRAME: usize = 16;

/// What the flags of the extended header say is in the file.
const PROFILE: u8 = 0x20;
const ALPHA: u8 = 0x10;
const EXIF: u8 = 0x08;
const XMP: u8 = 0x04;
const ANIMATION: u8 = 0x02;

/// The chunks from a place on, each with its kind and its content. They end where the bytes end in one.
fn chunks(bytes: &[u8], mut at: usize) -> impl Iterator<Item = (&[u8], &[u8])> {
    std::iter::from_fn(move || {
        let head = bytes.get(at..at.checked_add(8)?)?;
        let length = u32::from_le_bytes(head[4..].try_into().ok()?);
        let start = at + 8;
        let end = start.checked_add(usize::try_from(length).ok()?)?;
        let content = bytes.get(start..end)?;
        at = end + end % 2;
        Some((&head[..4], content))
    })
}

/// Whether a file of this size has all that its header says.
pub(super) fn is_whole(head: &[u8], size: u64) -> bool {
    let length = head.get(4..8).and_then(|bytes| bytes.try_into().ok());
    length.is_some_and(|length| u64::from(u32::from_le_bytes(length)) + 8 <= size)
}

pub(super) fn facts(head: &[u8]) -> Found {
    let little = |bytes: &[u8]| {
        bytes
            .iter()
            .rev()
            .fold(0_u32, |sum, byte| sum << 8 | u32::from(*byte))
    };
    // The pixels of a large picture go on behind the head, and their sizes stand at their start.
    let Some(kind) = head.get(FIRST..FIRST + 4) else {
        return Found::More;
    };
    let Some(content) = head.get(FIRST + 8..FIRST + 18) else {
        return Found::More;
    };
    let mut facts = match kind {
        b"VP8X" => {
            let (width, height) = (little(&content[4..7]) + 1, little(&content[7..10]) + 1);
            let mut facts = Facts::stored(Format::WebP, width, height);
            facts.is_animated = content[0] & ANIMATION != 0;
            facts
        }
        b"VP8L" => {
            let bits = little(&content[1..5]);
            let (width, height) = ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
            Facts::stored(Format::WebP, width, height)
        }
        _ => {
            let (width, height) = (little(&content[6..8]), little(&content[8..10]));
            Facts::stored(Format::WebP, width & 0x3FFF, height & 0x3FFF)
        }
    };
    // Browsers look for it only where the header says so.
    if kind == b"VP8X" && content[0] & EXIF != 0 {
        // It stands behind the pixels.
        match chunks(head, FIRST).find(|(kind, _)| kind == b"EXIF") {
            Some((_, tiff)) => {
                let tiff = tiff.strip_prefix(b"Exif\0\0").unwrap_or(tiff);
                facts = facts.turned(exif::orientation(tiff));
            }
            // The header says more than there is.
            None if is_whole(head, head.len() as u64) => {}
            None => return Found::More,
        }
    }
    Found::Facts(facts)
}

/// Whether a chunk is the picture, its colours or its movement. All others are about it, whatever programs call them.
fn is_kept(kind: &[u8]) -> bool {
    matches!(
        kind,
        b"VP8 " | b"VP8L" | b"ALPH" | b"ICCP" | b"ANIM" | b"ANMF"
    )
}

/// The file with the picture and its colours only; how it is to be turned is said in a block of its own. It ends where it is
/// damaged, so that nothing else is published of it.
pub(super) fn cleaned(bytes: &[u8], orientation: u8) -> Vec<u8> {
    let mut clean = START.to_vec();
    for (kind, content) in chunks(bytes, FIRST) {
        match (kind, content) {
            (b"VP8X", [flags, rest @ ..]) => {
                let exif = if orientation == 1 { 0 } else { EXIF };
                let flags = flags & !(EXIF | XMP) | exif;
                let header = [&[flags], rest.get(..9).unwrap_or(rest)].concat();
                push(&mut clean, kind, &header);
            }
            (b"ANMF", content) => push(&mut clean, kind, &cleaned_frame(content)),
            _ if is_kept(kind) => push(&mut clean, kind, content),
            _ => {}
        }
    }
    if orientation != 1 {
        push(&mut clean, b"EXIF", &exif::only(orientation));
    }
    sized(clean)
}

/// A frame of a picture that moves has chunks of its own.
fn cleaned_frame(frame: &[u8]) -> Vec<u8> {
    let mut clean = frame[..frame.len().min(FRAME)].to_vec();
    for (kind, content) in chunks(frame, FRAME).filter(|(kind, _)| is_kept(kind)) {
        push(&mut clean, kind, content);
    }
    clean
}

/// A file with pixels only, and with the profile of their colours.
pub(super) fn with_profile(
    bytes: &[u8],
    (width, height): (u32, u32),
    has_alpha: bool,
    profile: &[u8],
) -> Vec<u8> {
    let mut file = START.to_vec();
    let alpha = if has_alpha { ALPHA } else { 0 };
    let mut header = vec![PROFILE | alpha, 0, 0, 0];
    header.extend_from_slice(&(width - 1).to_le_bytes()[..3]);
    header.extend_from_slice(&(height - 1).to_le_bytes()[..3]);
    push(&mut file, b"VP8X", &header);
    push(&mut file, b"ICCP", profile);
    for (kind, content) in chunks(bytes, FIRST).filter(|(kind, _)| *kind != b"VP8X") {
        push(&mut file, kind, content);
    }
    sized(file)
}

/// The colour profile.
pub(super) fn profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut chunks = chunks(bytes, FIRST);
    let (_, profile) = chunks.find(|(kind, _)| *kind == b"ICCP")?;
    Some(profile.to_vec())
}

fn push(file: &mut Vec<u8>, kind: &[u8], content: &[u8]) {
    file.extend_from_slice(kind);
    file.extend_from_slice(
        &u32::try_from(content.len())
            .unwrap_or_default()
            .to_le_bytes(),
    );
    file.extend_from_slice(content);
    if content.len() % 2 == 1 {
        file.push(0);
    }
}

/// The file with its length in its header.
fn sized(mut file: Vec<u8>) -> Vec<u8> {
    // A file that is longer than the format can say has no pixels that anybody could decode.
    let length = u32::try_from(file.len() - 8).unwrap_or(u32::MAX);
    file[4..8].copy_from_slice(&length.to_le_bytes());
    file
}
