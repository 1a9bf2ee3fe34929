//! Character references (HTML, "Character reference state").

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use entities::ENTITIES;
use foldhash::fast::FixedState;

/// What each name stands for, `&` and a semicolon included where it has one.
static NAMED: LazyLock<HashMap<&str, &str, FixedState>> = LazyLock::new(|| {
    let pairs = ENTITIES.iter();
    pairs
        .map(|known| (known.entity, known.characters))
        .collect()
});

/// The most bytes that a name has which is read without a semicolon, too: `&middot`.
const LONGEST_WITHOUT_SEMICOLON: usize = 7;

/// What the numbers of C1 controls stand for, from U+0080 on; 0 where it is the control (HTML, "Numeric character
/// reference end state").
const CONTROLS: [u32; 32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
];

/// Text with its character references as characters.
pub fn decode(text: &str) -> Cow<'_, str> {
    decode_by(text, reference)
}

/// The same for the value of an attribute, in which addresses need not be escaped: `?a=1&copy=2` stays what it is.
#[must_use]
pub fn decode_value(value: &str) -> Cow<'_, str> {
    decode_by(value, |text| {
        let found = reference(text)?;
        let end = &text[..found.length];
        let next = text.as_bytes().get(found.length);
        let goes_on = next.is_some_and(|next| *next == b'=' || next.is_ascii_alphanumeric());
        let is_name = !end.starts_with("&#") && !end.ends_with(';');
        (!is_name || !goes_on).then_some(found)
    })
}

fn decode_by(text: &str, read: impl Fn(&str) -> Option<Reference>) -> Cow<'_, str> {
    let mut decoded = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(next) = text[at..].find('&') {
        at += next;
        let Some(found) = read(&text[at..]) else {
            at += 1;
            continue;
        };
        decoded.push_str(&text[copied..at]);
        decoded.push_str(&found.characters);
        at += found.length;
        copied = at;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    decoded.push_str(&text[copied..]);
    Cow::Owned(decoded)
}

/// A character reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference {
    /// What it stands for.
    pub(crate) characters: Cow<'static, str>,
    /// Its bytes.
    pub(crate) length: usize,
}

/// The reference that a text begins with.
pub(crate) fn reference(text: &str) -> Option<Reference> {
    let name = text.strip_prefix('&')?;
    match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => numbered(text, digits, 16),
            None => numbered(text, number, 10),
        },
        None => named(text),
    }
}

/// What a text begins with that is written like a reference to a name, where there is no such name.
pub(crate) fn unknown_reference(text: &str) -> Option<&str> {
    let name = text.strip_prefix('&')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let end = name.find(|c| !is_name(c))?;
    let is_unknown = end > 0 && name[end..].starts_with(';') && reference(text).is_none();
    is_unknown.then(|| &text[..end + 2])
}

fn numbered(text: &str, digits: &str, radix: u32) -> Option<Reference> {
    let end = digits.find(|c: char| !c.is_digit(radix));
    let end = end.unwrap_or(digits.len());
    let number = digits[..end].chars().filter_map(|c| c.to_digit(radix));
    // Far too high a number stays that.
    let number =
        number.reduce(|number, digit| number.saturating_mul(radix).saturating_add(digit))?;
    let control = number
        .checked_sub(0x80)
        .and_then(|at| CONTROLS.get(at as usize));
    let code = control.copied().filter(|code| *code != 0).unwrap_or(number);
    let character = char::from_u32(code).filter(|c| *c != '\0');
    let semicolon = usize::from(digits[end..].starts_with(';'));
    Some(Reference {
        characters: character
            .unwrap_or(char::REPLACEMENT_CHARACTER)
            .to_string()
            .into(),
        length: text.len() - digits.len() + end + semicolon,
    })
}

fn named(text: &str) -> Option<Reference> {
    let end = text[1..].find(|c: char| !c.is_ascii_alphanumeric());
    let end = end.map_or(text.len(), |end| 1 + end);
    let whole = text[end..].starts_with(';').then_some(end + 1);
    let parts = (2..=end.min(LONGEST_WITHOUT_SEMICOLON)).rev();
    whole.into_iter().chain(parts).find_map(|length| {
        let characters = *NAMED.get(&text[..length])?;
        Some(Reference {
            characters: characters.into(),
            length,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_every_kind_are_read() {
        for (text, decoded) in [
            (
                "&lt;b&gt; &amp;amp; &quot;&#1606;&#x646;&hellip;",
                "<b> &amp; \"نن…",
            ),
            ("a & b &nosuch; &; &#; &#x;", "a & b &nosuch; &; &#; &#x;"),
            ("&notin; &notit; &amplt;", "∉ ¬it; &lt;"),
            ("&#38;lt &#x26lt;", "&lt &lt;"),
            (
                "&#0;&#xD800;&#x110000;&#99999999999;",
                "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}",
            ),
            ("&#128;&#x9F;&#129;", "€Ÿ\u{81}"),
            ("&NotEqualTilde;", "\u{2242}\u{338}"),
        ] {
            assert_eq!(decode(text), decoded, "{text}");
        }
    }

    #[test]
    fn an_address_in_an_attribute_is_not_taken_for_references() {
        for (value, decoded) in [
            ("?a=1&copy=2&reg", "?a=1&copy=2®"),
            ("?a&amp=1&ampb&amp;c", "?a&amp=1&ampb&c"),
            ("&#38a&lt;", "&a<"),
        ] {
            assert_eq!(decode_value(value), decoded, "{value}");
        }
        assert_eq!(decode("?a=1&copy=2"), "?a=1©=2");
    }

    #[test]
    fn what_names_nothing_is_known() {
        for (text, unknown) in [
            ("&spade; a", Some("&spade;")),
            ("&#xZ;", Some("&#xZ;")),
            ("&spades;", None),
            ("& ;", None),
            ("&;", None),
            ("&a b;", None),
        ] {
            assert_eq!(unknown_reference(text), unknown, "{text}");
        }
    }
}
