//! A character that is written as a reference or an escape becomes the character: `&#x646;`, `&hellip;`, `\u0646`, `\2014`.

use crate::html;

/// The most bytes that a named reference of HTML has, `&` and `;` included.
const LONGEST: usize = 33;

/// The character that the text begins with a reference to, or an escape of, in HTML, CSS, TOML, JSON or JavaScript.
pub(crate) fn reference(text: &str) -> Option<char> {
    if let Some(escape) = text.strip_prefix('\\') {
        return escaped(escape);
    }
    let (name, _) = text.strip_prefix('&')?.split_once(';')?;
    if let Some(number) = name.strip_prefix('#') {
        return match number.strip_prefix(['x', 'X']) {
            Some(digits) => code(digits),
            None => char::from_u32(number.parse().ok()?),
        };
    }
    let reference = &text[..name.len() + 2];
    let decoded = html::decode(Some(reference).filter(|text| text.len() <= LONGEST)?);
    let mut characters = decoded.chars();
    let first = characters.next()?;
    // A few names stand for two characters, and an unknown one for itself.
    characters.next().is_none().then_some(first)
}

fn escaped(escape: &str) -> Option<char> {
    match escape.as_bytes().first()? {
        b'u' if escape[1..].starts_with('{') => code(escape[2..].split_once('}')?.0),
        b'u' => code(escape.get(1..5)?),
        b'U' => code(escape.get(1..9)?),
        _ => {
            // CSS: up to six digits, as many as there are.
            let digits = escape.bytes().take(6).take_while(u8::is_ascii_hexdigit);
            code(&escape[..digits.count()])
        }
    }
}

fn code(digits: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::reference;

    #[test]
    fn references_and_escapes_of_every_language_are_read() {
        for (text, character) in [
            ("&#1606; ", Some('ن')),
            ("&#x646;", Some('ن')),
            ("&laquo;ن", Some('«')),
            ("&Aacute;", Some('Á')),
            ("&zwnj;", Some('\u{200C}')),
            ("\\u0646\"", Some('ن')),
            ("\\u{1F600}", Some('😀')),
            ("\\U00000646", Some('ن')),
            ("\\2014 x", Some('—')),
            ("\\n", None),
            ("\\", None),
            ("\\uن", None),
            ("& ", None),
            ("&#xFFFFFFFF;", None),
            ("&nosuchname;", None),
        ] {
            assert_eq!(reference(text), character, "{text}");
        }
    }
}
