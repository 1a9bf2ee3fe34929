//! Whether text is in NFC for certain, at a glance: most is, and need not be composed.

/// A quick test that recognises most text in NFC: ASCII, Latin-1, plain Arabic and common punctuation cannot compose.
/// U+0653–U+0655 are the only characters of U+0600–U+06FF that compose with what precedes them
/// (`DerivedNormalizationProps.txt`, `NFC_Quick_Check=Maybe`).
pub(super) fn surely_nfc(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Without a branch, which is many bytes at once.
    let is_suspect = |(first, next): (&u8, &u8)| {
        matches!(first, 0xC0 | 0xC1 | 0xC4..=0xD7 | 0xDC..=0xFF)
            | ((*first == 0xD9) & matches!(next, 0x93..=0x95))
    };
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    if !pairs.fold(false, |any, pair| any | is_suspect(pair)) {
        return true;
    }
    // In valid UTF-8 the first byte of a character tells its block; continuation bytes are skipped.
    bytes.iter().enumerate().all(|(at, first)| match first {
        0x00..=0xBF | 0xC2 | 0xC3 | 0xD8 | 0xDA | 0xDB => true,
        0xD9 => !matches!(bytes.get(at + 1), Some(0x93..=0x95)),
        // U+2000–U+203F except U+2000 and U+2001, which NFC replaces by U+2002 and U+2003.
        0xE2 => matches!(bytes.get(at + 1..at + 3), Some([0x80, 0x82..=0xBF])),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use icu::normalizer::ComposingNormalizerBorrowed;

    use super::*;

    #[test]
    fn the_quick_check_agrees_with_the_full_one() {
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        for c in ('\u{1}'..='\u{2FFF}').filter(|c| surely_nfc(&c.to_string())) {
            for before in ["", "ا", "و", "ي", "a", "ه", "\u{6D5}", "\u{6C1}"] {
                let pair = format!("{before}{c}");
                assert!(nfc.is_normalized(&pair), "{pair:?}");
            }
        }
    }
}
