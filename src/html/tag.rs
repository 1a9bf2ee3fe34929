//! A finished page to the tags that open elements on it, with their attributes. It is run over every byte of a site, and
//! makes nothing that nobody asks for.

use std::iter;

/// The elements whose text is not markup (HTML, "Raw text elements", "Escapable raw text elements").
const RAW_TEXT: [&str; 4] = ["script", "style", "textarea", "title"];

/// The elements that never close (HTML, "Void elements").
pub(crate) const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// A tag that opens an element.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tag<'a> {
    /// From `<` to `>`.
    pub(crate) text: &'a str,
    /// The name of the element, as it is written.
    pub(crate) name: &'a str,
}

/// An attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attribute<'a> {
    /// All of it.
    pub(crate) text: &'a str,
    /// Its name, as it is written.
    pub(crate) name: &'a str,
    /// Its value, as it is written: references are not decoded. Empty where there is none.
    pub(crate) value: &'a str,
    /// Where it begins, in bytes from the start of the tag.
    pub(crate) at: usize,
    /// Where its value begins, behind the quotation mark if there is one.
    pub(crate) value_at: usize,
}

impl Attribute<'_> {
    /// Whether it has this name, which is given in small letters.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// The tags of a page that open elements, in their order, each with the byte at which it begins.
pub(crate) fn tags(html: &str) -> impl Iterator<Item = (usize, Tag<'_>)> {
    let mut rest = html;
    iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')?..];
            if rest.starts_with("<!--") {
                rest = rest.split_once("-->")?.1;
                continue;
            }
            let tag = Tag::first(rest);
            if tag.name.is_empty() {
                // The end of an element, or a `<` of a text.
                rest = &rest[1..];
                continue;
            }
            let at = html.len() - rest.len();
            rest = &rest[tag.text.len()..];
            if tag.is_raw_text() {
                rest = &rest[end_of_raw_text(rest, tag.name)..];
            }
            return Some((at, tag));
        }
    })
}

/// Where the tag begins that ends the text of an element such as `script`, or how long the text is.
pub(crate) fn end_of_raw_text(text: &str, name: &str) -> usize {
    let ends = |rest: &[u8]| {
        let (end, behind) = rest.split_at_checked(name.len())?;
        let is_whole = behind
            .first()
            .is_none_or(|next| is_between(*next) || *next == b'>');
        (end.eq_ignore_ascii_case(name.as_bytes()) && is_whole).then_some(())
    };
    let mut found = text.match_indices("</");
    let found = found.find(|(at, _)| ends(&text.as_bytes()[at + 2..]).is_some());
    found.map_or(text.len(), |(at, _)| at)
}

impl<'a> Tag<'a> {
    /// The tag at the start of a text that begins with `<`. Its name is empty where it opens no element.
    pub(crate) fn first(text: &'a str) -> Self {
        let name = text.get(1..).unwrap_or_default();
        let end = position(name, |byte| !byte.is_ascii_alphanumeric() && byte != b'-');
        Self {
            text: &text[..length(text)],
            name: &name[..end],
        }
    }

    /// Whether the text of its element is not markup.
    pub(crate) fn is_raw_text(&self) -> bool {
        RAW_TEXT.iter().any(|raw| self.is(raw))
    }

    /// Whether it opens an element of this name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute: empty where it has none, and nothing where it is not there.
    pub(crate) fn value(&self, name: &str) -> Option<&'a str> {
        let mut attributes = self.attributes();
        let found = attributes.find(|attribute| attribute.is(name));
        found.map(|attribute| attribute.value)
    }

    /// Its attributes, in their order.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = Attribute<'a>> + use<'a> {
        let whole = self.text;
        let inside = &whole[1 + self.name.len()..];
        let mut rest = inside.strip_suffix('>').unwrap_or(inside);
        iter::from_fn(move || {
            rest = &rest[position(rest, |byte| !is_between(byte))..];
            let first = rest.chars().next()?.len_utf8();
            let ends = |byte| byte == b'=' || is_between(byte);
            // What begins with `=` is a name (HTML, "Before attribute name state").
            let name = &rest[..first + position(&rest[first..], ends)];
            let behind = rest[name.len()..].trim_ascii_start();
            let (value, behind) = match behind.strip_prefix('=') {
                Some(behind) => split_value(behind.trim_ascii_start()),
                None => ("", &rest[name.len()..]),
            };
            let text = &rest[..rest.len() - behind.len()];
            rest = behind;
            let at = offset(whole, text);
            let value_at = if value.is_empty() {
                at + text.len()
            } else {
                offset(whole, value)
            };
            Some(Attribute {
                text,
                name,
                value,
                at,
                value_at,
            })
        })
    }
}

/// Where a part of a text begins in it.
fn offset(whole: &str, part: &str) -> usize {
    part.as_ptr().addr() - whole.as_ptr().addr()
}

fn is_between(byte: u8) -> bool {
    byte.is_ascii_whitespace() || byte == b'/'
}

/// Where the first such byte is, or how long the text is. Only for bytes of ASCII, so that no character is cut.
fn position(text: &str, is: impl Fn(u8) -> bool) -> usize {
    let at = text.bytes().position(|byte| byte.is_ascii() && is(byte));
    at.unwrap_or(text.len())
}

/// The bytes of the tag at the start of a text. Quotation marks hide a `>`.
pub(super) fn length(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// A value with or without quotation marks, and what is behind it.
fn split_value(text: &str) -> (&str, &str) {
    for mark in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(mark) {
            return quoted.split_once(mark).unwrap_or((quoted, ""));
        }
    }
    text.split_at(position(text, |byte| byte.is_ascii_whitespace()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_attributes_are_read_as_a_browser_reads_them() {
        let html = "<!doctype html><p class=a data-x='>' hidden/><!-- <b> --><title><i></title>1 < 2\
            <script src=\"/a?b=c\" defer>if (a <b) x</script></p><IMG Alt = \"ب > ت\"/src=x=y>";
        let read = tags(html).map(|(_, tag)| {
            let attributes = tag.attributes();
            let pairs = attributes.map(|attribute| (attribute.name, attribute.value));
            (tag.name, pairs.collect::<Vec<_>>())
        });
        let expected = [
            ("p", vec![("class", "a"), ("data-x", ">"), ("hidden", "")]),
            ("title", vec![]),
            ("script", vec![("src", "/a?b=c"), ("defer", "")]),
            ("IMG", vec![("Alt", "ب > ت"), ("src", "x=y")]),
        ];
        assert_eq!(read.collect::<Vec<_>>(), expected);
        let (_, tag) = tags(html).last().unwrap();
        assert_eq!(tag.attributes().next().unwrap().text, "Alt = \"ب > ت\"");
        assert!(tag.is("img") && tag.value("SRC") == Some("x=y") && tag.value("id").is_none());
    }

    #[test]
    fn the_text_of_a_script_ends_with_its_own_tag() {
        for (text, end) in [
            ("a</script>", 1),
            ("a</SCRIPT >", 1),
            ("</scripts></script/>", 10),
            ("</b>", 4),
        ] {
            assert_eq!(end_of_raw_text(text, "script"), end, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_stands_in_a_page_ends_the_reading(html in "[<>a=\"'/ ب!-]{0,24}") {
            for (_, tag) in tags(&html) {
                for attribute in tag.attributes() {
                    proptest::prop_assert!(!attribute.text.is_empty());
                    let (value, at) = (attribute.value, attribute.value_at);
                    proptest::prop_assert_eq!(&tag.text[at..at + value.len()], value);
                }
            }
        }
    }
}
