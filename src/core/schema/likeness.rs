//! In what a text differs from the one that is meant, where a reader would not see it: by position and by name.

use crate::arabic::{first_difference, is_easily_missed, look_alike};
use crate::locale::{Text, text};

/// In what `written` differs from `meant`. `None` where everybody sees it.
pub(crate) fn difference(written: &str, meant: &str) -> Option<Text> {
    let found = first_difference(written, meant)?;
    let is_missed = |c: Option<char>| c.is_some_and(is_easily_missed);
    let (is_extra, is_lacking) = (is_missed(found.left), is_missed(found.right));
    if !is_extra && !is_lacking && !look_alike(written, meant) {
        return None;
    }
    let position = found.position;
    Some(match (found.left, found.right) {
        (Some(extra), right) if right.is_none() || is_extra && !is_lacking => {
            text!("differs-by-extra", position, extra = character(extra))
        }
        (left, Some(lacking)) if left.is_none() || is_lacking && !is_extra => {
            text!("differs-by-lack", position, lacking = character(lacking))
        }
        (Some(written), Some(meant)) => {
            let (written, meant) = (character(written), character(meant));
            text!("differs-at", position, written, meant)
        }
        _ => return None,
    })
}

/// A character by its look, if it has one, its number and its name.
fn character(c: char) -> Text {
    let code = format!("U+{:04X}", u32::from(c));
    match (name(c), is_easily_missed(c) || c.is_whitespace()) {
        (Some(name), true) => text!("character-unseen", code, name),
        (None, true) => Text::verbatim(code),
        (Some(name), false) => text!("character-seen", character = c.to_string(), code, name),
        (None, false) => text!("character-unnamed", character = c.to_string(), code),
    }
}

fn name(c: char) -> Option<Text> {
    Some(match c {
        ' ' => text!("name-space"),
        '\u{A0}' | '\u{202F}' => text!("name-no-break-space"),
        '\u{AD}' => text!("name-soft-hyphen"),
        '\u{200B}' => text!("name-zero-width-space"),
        '\u{200C}' => text!("name-zero-width-non-joiner"),
        '\u{200D}' => text!("name-zero-width-joiner"),
        '\u{FEFF}' => text!("name-byte-order-mark"),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            text!("name-direction-mark")
        }
        '\u{640}' => text!("name-tatweel"),
        '\u{64B}'..='\u{652}' | '\u{670}' => text!("name-vowel-sign"),
        '\u{653}'..='\u{655}' => text!("name-combining-hamza"),
        'ک' => text!("name-persian-kaf"),
        'ك' => text!("name-arabic-kaf"),
        'ی' => text!("name-persian-ya"),
        'ي' => text!("name-arabic-ya"),
        'ى' => text!("name-alif-maqsura"),
        'ئ' => text!("name-ya-hamza"),
        'ة' => text!("name-ta-marbuta"),
        'ه' => text!("name-arabic-ha"),
        'ا' => text!("name-bare-alif"),
        'أ' => text!("name-alif-hamza-above"),
        'إ' => text!("name-alif-hamza-below"),
        'آ' => text!("name-alif-madda"),
        'ٱ' => text!("name-alif-wasla"),
        'و' => text!("name-waw"),
        'ؤ' => text!("name-waw-hamza"),
        '٠'..='٩' => text!("name-arabic-digit"),
        '۰'..='۹' => text!("name-persian-digit"),
        '\u{400}'..='\u{52F}' => text!("name-cyrillic-letter"),
        '\u{370}'..='\u{3FF}' => text!("name-greek-letter"),
        'a'..='z' | 'A'..='Z' => text!("name-latin-letter"),
        '-' => text!("name-hyphen"),
        '\u{2010}'..='\u{2015}' => text!("name-dash"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn what_a_reader_does_not_see_is_named() {
        for (written, meant, said) in [
            (
                "کينيا",
                "كينيا",
                "they differ at character 1: `ک` (U+06A9, Persian kaf) for `ك` (U+0643, Arabic kaf)",
            ),
            (
                "كينيا\u{200B}",
                "كينيا",
                "they differ at character 6: U+200B (zero-width space) does not belong there",
            ),
            (
                "كـينيا",
                "كينيا",
                "they differ at character 2: U+0640 (tatweel) does not belong there",
            ),
            (
                "ميخواهد",
                "مي\u{200C}خواهد",
                "they differ at character 3: U+200C (zero-width non-joiner) is missing",
            ),
            (
                "kenуa",
                "kenya",
                "they differ at character 4: `у` (U+0443, Cyrillic letter) for `y` (U+0079, Latin letter)",
            ),
            (
                "a\u{A0}b",
                "a b",
                "they differ at character 2: U+00A0 (no-break space) for U+0020 (space)",
            ),
        ] {
            let found = difference(written, meant).map(|text| text.to_string());
            assert_eq!(found.as_deref(), Some(said), "{written}");
        }
        for (written, meant) in [("kenia", "kenya"), ("كينيا", "كينيا"), ("", "a")] {
            assert_eq!(difference(written, meant), None, "{written}");
        }
    }
}
