//! Tags and their attributes.

use memchr::memchr;

use super::scan::{is_between, position};

/// The elements that never close (HTML, "Void elements").
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

/// The elements whose end may be left out (HTML, "Optional tags").
const MAY_STAY_OPEN: [&str; 20] = [
    "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot",
    "option", "colgroup", "caption", "optgroup", "rb", "rt", "rp",
];

/// A tag.
#[derive(Debug, Clone, Copy)]
pub struct Tag<'t, 'a> {
    /// The byte at which it begins.
    pub at: usize,
    /// From `<` to `>`.
    pub text: &'a str,
    /// The name of the element, as it is written.
    pub name: &'a str,
    /// Its attributes in their order. Of two with one name, the first counts.
    pub(crate) attributes: &'t [Attribute<'a>],
    /// Whether its element is part of a drawing or a formula.
    pub(crate) is_foreign: bool,
}

/// An attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attribute<'a> {
    /// All of it.
    pub text: &'a str,
    /// Its name, as it is written.
    pub name: &'a str,
    /// Its value, as it is written: references are not decoded. Empty where there is none.
    pub value: &'a str,
    /// Where it begins, in bytes from the start of the tag.
    pub at: usize,
    /// Where its value begins, behind the quotation mark if there is one.
    pub(crate) value_at: usize,
}

impl<'a> Attribute<'a> {
    /// The attribute that begins at a byte of a tag (HTML, "Attribute name state" up to "After attribute value (quoted)
    /// state"). `None` where the tag breaks off in it.
    pub(super) fn read(tag: &'a str, at: usize) -> Option<Self> {
        // What begins with `=` is a name.
        let first = tag[at..].chars().next()?.len_utf8();
        let ends_name = |byte| is_between(byte) || matches!(byte, b'=' | b'>');
        let name_end = at + first + position(&tag[at + first..], ends_name);
        let behind = |from: usize| from + tag[from..].len() - tag[from..].trim_ascii_start().len();
        let equals = behind(name_end);
        let (value, end) = if tag[equals..].starts_with('=') {
            let start = behind(equals + 1);
            let first = tag.as_bytes().get(start)?;
            if matches!(first, b'"' | b'\'') {
                let length = memchr(*first, &tag.as_bytes()[start + 1..])?;
                let end = start + 1 + length;
                (start + 1..end, end + 1)
            } else {
                let ends = |byte: u8| byte.is_ascii_whitespace() || byte == b'>';
                let end = start + position(&tag[start..], ends);
                (start..end, end)
            }
        } else {
            (name_end..name_end, name_end)
        };
        Some(Self {
            text: &tag[at..end],
            name: &tag[at..name_end],
            value: &tag[value.clone()],
            at,
            value_at: value.start,
        })
    }

    /// Whether it has this name.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

impl<'a> Tag<'_, 'a> {
    /// Whether its element has this name.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Whether its element has one of these names.
    pub(crate) fn is_one_of(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.is(name))
    }

    /// Whether it says that it ends its element, too. Only in drawings it does.
    pub(crate) fn is_closed(&self) -> bool {
        let last = self
            .attributes
            .last()
            .map_or(1 + self.name.len(), |last| last.at + last.text.len());
        self.text.ends_with("/>") && last < self.text.len() - 1
    }

    /// Whether its element never has an end tag.
    #[must_use]
    pub fn is_void(&self) -> bool {
        self.is_one_of(&VOID)
    }

    /// Whether its element may lack an end tag, so that the absence of one says nothing.
    pub(crate) fn may_stay_open(&self) -> bool {
        self.is_one_of(&MAY_STAY_OPEN)
    }

    /// Whether nothing stands in its element.
    pub(crate) fn is_empty(&self) -> bool {
        self.is_void() || self.is_foreign && self.is_closed()
    }

    /// Whether an attribute has a value, in letters of either case.
    pub(crate) fn says(&self, name: &str, value: &str) -> bool {
        let found = self.value(name);
        found.is_some_and(|found| found.eq_ignore_ascii_case(value))
    }

    /// The value of an attribute: empty where it has none, and nothing where it is not there.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&'a str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|attribute| attribute.is(name));
        found.map(|attribute| attribute.value)
    }
}
