//! The chunks of a PNG file: what they say of the picture, and the file without what is not for readers.

use super::facts::{Facts, Format, Found};

/// How long the signature of the format is.
const SIGNATURE: usize = 8;

/// The chunks that are about the picture and not part of it.
const ABOUT: [&[u8]; 5] = [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"];

/// What every file ends with: an empty chunk with its checksum.
const END: &[u8] = b"IEND\xAE\x42\x60\x82";

/// The chunks, each with its kind and all of its bytes. They end where the bytes end in one.
fn chunks(bytes: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut at = SIGNATURE;
    std::iter::from_fn(move || {
        let length = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
        let length = usize::try_from(u32::from_be_bytes(length)).ok()?;
        let end = at.checked_add(length)?.checked_add(12)?;
        let chunk = bytes.get(at..end)?;
        at = end;
        Some((&chunk[4..8], chunk))
    })
}

pub(super) fn facts(head: &[u8]) -> Found {
    let Some(&[w, w2, w3, w4, h, h2, h3, h4]) = head.get(16..24) else {
        return Found::More;
    };
    let width = u32::from_be_bytes([w, w2, w3, w4]);
    let height = u32::from_be_bytes([h, h2, h3, h4]);
    let mut facts = Facts::stored(Format::Png, width, height);
    for (kind, _) in chunks(head) {
        facts.is_animated |= kind == b"acTL";
        facts.has_metadata |= ABOUT.contains(&kind);
    }
    // Metadata may stand behind the pixels as well.
    let is_whole = holds_end(head);
    facts.has_metadata |= !is_whole;
    Found::Facts(facts)
}

/// Whether these bytes, which end a file, hold the end of a picture.
pub(super) fn holds_end(tail: &[u8]) -> bool {
    tail.windows(END.len()).any(|bytes| bytes == END)
}

/// The file with the picture and its colours only.
pub(super) fn cleaned(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut clean = Vec::with_capacity(bytes.len());
    clean.extend_from_slice(bytes.get(..SIGNATURE)?);
    for (kind, chunk) in chunks(bytes) {
        if !ABOUT.contains(&kind) {
            clean.extend_from_slice(chunk);
        }
        if kind == b"IEND" {
            return Some(clean);
        }
    }
    None
}
