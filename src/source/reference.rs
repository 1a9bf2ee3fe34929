//! A character that is written as a reference or an escape becomes the character: `&#x646;`, `&hellip;`, `\u0646`, `\2014`.

/// The names of HTML that people type (HTML, "Named character references"). Whoever writes another is told by `check`.
const NAMES: [(&str, char); 44] = [
    ("amp", '&'),
    ("apos", '\''),
    ("bdquo", '„'),
    ("bull", '•'),
    ("cent", '¢'),
    ("copy", '©'),
    ("darr", '↓'),
    ("deg", '°'),
    ("divide", '÷'),
    ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'),
    ("euro", '€'),
    ("gt", '>'),
    ("hearts", '♥'),
    ("hellip", '…'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("laquo", '«'),
    ("larr", '←'),
    ("ldquo", '“'),
    ("lrm", '\u{200E}'),
    ("lsaquo", '‹'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("minus", '−'),
    ("nbsp", '\u{A0}'),
    ("ndash", '–'),
    ("para", '¶'),
    ("plusmn", '±'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rarr", '→'),
    ("rdquo", '”'),
    ("reg", '®'),
    ("rlm", '\u{200F}'),
    ("rsaquo", '›'),
    ("rsquo", '’'),
    ("sect", '§'),
    ("shy", '\u{AD}'),
    ("times", '×'),
    ("trade", '™'),
];

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
    let at = NAMES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    Some(NAMES[at].1)
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
    use super::{NAMES, reference};

    #[test]
    fn references_and_escapes_of_every_language_are_read() {
        for (text, character) in [
            ("&#1606; ", Some('ن')),
            ("&#x646;", Some('ن')),
            ("&laquo;ن", Some('«')),
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
        assert!(NAMES.is_sorted());
    }
}
