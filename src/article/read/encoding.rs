//! The bytes of a text to the text. What is not UTF-8 is refused under its name, with the command that converts it.

use crate::diagnostic::Diagnostic;
use crate::locale::text;

pub(super) fn decoded<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, Diagnostic> {
    if let Some(encoding) = utf16(bytes) {
        return Err(wrong(name, encoding));
    }
    match str::from_utf8(bytes) {
        Ok(text) => Ok(text.trim_start_matches('\u{FEFF}')),
        Err(_) => Err(wrong(name, eight_bit(bytes))),
    }
}

fn wrong(name: &str, encoding: &str) -> Diagnostic {
    let problem = Diagnostic::error("E106", text!("article-encoding", name, encoding));
    // A page that is called a text would be read as one.
    let extension = name
        .rsplit_once('.')
        .map_or("txt", |(_, extension)| extension);
    problem.hint(text!("article-encoding-hint", name, encoding, extension))
}

/// UTF-16 by its mark, or by bytes of zero, which no text has.
fn utf16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some("UTF-16LE"),
        [0xFE, 0xFF, ..] => return Some("UTF-16BE"),
        _ => {}
    }
    let start = bytes.get(..bytes.len().min(4_096)).unwrap_or_default();
    // Spaces and digits have a zero; of Arabic letters, the upper byte is 6.
    let upper = |offset| {
        start
            .iter()
            .skip(offset)
            .step_by(2)
            .filter(|byte| matches!(byte, 0 | 6))
    };
    let half = start.len() / 2;
    let (even, odd) = (upper(0).count(), upper(1).count());
    if !start.contains(&0) || half == 0 {
        None
    } else if odd * 10 >= half * 8 {
        Some("UTF-16LE")
    } else if even * 10 >= half * 8 {
        Some("UTF-16BE")
    } else {
        None
    }
}

/// Which of the two eight-bit encodings of Arabic: only in Windows-1256, ة, ا or ل are where ISO 8859-6 has vowel signs or
/// nothing.
fn eight_bit(bytes: &[u8]) -> &'static str {
    let count = |range: std::ops::RangeInclusive<u8>| {
        bytes.iter().filter(|byte| range.contains(byte)).count()
    };
    // و and ي are frequent; 8859-6 has them at E8 and EA, 1256 at E6 and ED. ل, the most frequent, is at E4 and E1.
    let iso = count(0xE4..=0xE4) + count(0xEA..=0xEA);
    let windows = count(0xE1..=0xE1) + count(0xED..=0xED);
    if iso > windows {
        "ISO-8859-6"
    } else {
        "WINDOWS-1256"
    }
}
