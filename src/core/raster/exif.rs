//! EXIF: how a camera was held. Everything else in it is not for readers.

/// The tag of the orientation.
const ORIENTATION: u16 = 0x0112;

/// The most entries that are looked at.
const ENTRIES: usize = 200;

/// The orientation in a block of EXIF, which is a TIFF file: 1 to 8, and 1 where it says none.
pub(super) fn orientation(tiff: &[u8]) -> u8 {
    read(tiff)
        .filter(|found| (1..=8).contains(found))
        .unwrap_or(1)
}

fn read(tiff: &[u8]) -> Option<u8> {
    let is_little = match tiff.get(..4)? {
        [b'I', b'I', 42, 0] => true,
        [b'M', b'M', 0, 42] => false,
        _ => return None,
    };
    let u16_at = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if is_little {
            u16::from_le_bytes(bytes)
        } else {
            u16::from_be_bytes(bytes)
        })
    };
    let u32_at = |at: usize| {
        let bytes = tiff.get(at..at.checked_add(4)?)?.try_into().ok()?;
        Some(if is_little {
            u32::from_le_bytes(bytes)
        } else {
            u32::from_be_bytes(bytes)
        })
    };
    let first = usize::try_from(u32_at(4)?).ok()?;
    let count = usize::from(u16_at(first)?).min(ENTRIES);
    let entries = (0..count).map(|entry| first + 2 + entry * 12);
    let mut found = entries.filter(|at| u16_at(*at) == Some(ORIENTATION));
    u8::try_from(u16_at(found.next()? + 8)?).ok()
}

/// A block of EXIF that says an orientation and nothing else.
pub(super) fn only(orientation: u8) -> [u8; 26] {
    let mut tiff = *b"II\x2a\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00";
    tiff[18] = orientation;
    tiff
}
