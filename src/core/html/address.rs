//! The attributes that hold addresses, and how each writes them.

use std::borrow::Cow;
use std::ops::Range;

use super::reference::decode_value;
use super::tag::{Attribute, Tag};
use super::token::each_tag;

/// How an attribute writes addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Addresses {
    /// One, and nothing else (HTML, "Valid URL potentially surrounded by spaces").
    One,
    /// Several, parted by spaces.
    List,
    /// Several, parted by commas, each with a width or a density (HTML, "Srcset attributes").
    Candidates,
    /// One behind a number of seconds (HTML, "Refresh state").
    Refresh,
}

/// The attributes that hold addresses (HTML, "Attributes"; SVG 2, "Linking"), with the elements that they do so on; where
/// none is named, all.
const ATTRIBUTES: [(&str, &[&str], Addresses); 14] = [
    ("href", &[], Addresses::One),
    ("src", &[], Addresses::One),
    ("poster", &[], Addresses::One),
    ("action", &[], Addresses::One),
    ("xlink:href", &[], Addresses::One),
    ("background", &[], Addresses::One),
    ("formaction", &["button", "input"], Addresses::One),
    ("cite", &["blockquote", "del", "ins", "q"], Addresses::One),
    ("data", &["object"], Addresses::One),
    ("manifest", &["html"], Addresses::One),
    ("srcset", &["img", "source"], Addresses::Candidates),
    ("imagesrcset", &["link"], Addresses::Candidates),
    ("ping", &["a", "area"], Addresses::List),
    ("content", &["meta"], Addresses::Refresh),
];

impl Addresses {
    /// How an attribute of a tag writes addresses; `None` for one that holds none.
    pub(crate) fn of(tag: &Tag<'_, '_>, attribute: &Attribute<'_>) -> Option<Self> {
        let is_on = |elements: &[&str]| elements.is_empty() || tag.is_one_of(elements);
        let mut attributes = ATTRIBUTES.iter();
        let (.., form) =
            attributes.find(|(name, elements, _)| attribute.is(name) && is_on(elements))?;
        let leads_on = || tag.says("http-equiv", "refresh");
        (*form != Self::Refresh || leads_on()).then_some(*form)
    }

    /// The bytes of the addresses in a value whose character references are decoded.
    fn places(self, value: &str) -> Vec<Range<usize>> {
        match self {
            Self::One => vec![trimmed(value, 0..value.len())],
            Self::List => words(value),
            Self::Candidates => candidates(value),
            Self::Refresh => refresh(value).into_iter().collect(),
        }
    }

    /// The value with other addresses; `None` where all stay. Character references in `value` are decoded, and so are
    /// those of the answer.
    pub(crate) fn replace(
        self,
        value: &str,
        mut other: impl FnMut(&str) -> Option<String>,
    ) -> Option<String> {
        let mut other = |address: &str| {
            let other = other(address)?;
            // It comes to stand between such marks.
            let has_marks = other.contains('"');
            Some(if has_marks {
                other.replace('"', "%22")
            } else {
                other
            })
        };
        if self == Self::One && value.trim().len() == value.len() {
            return other(value);
        }
        let mut replaced = String::new();
        let mut copied = None;
        for place in self.places(value) {
            let Some(address) = other(&value[place.clone()]) else {
                continue;
            };
            replaced.push_str(&value[copied.unwrap_or(0)..place.start]);
            replaced.push_str(&address);
            copied = Some(place.end);
        }
        let copied = copied?;
        if self == Self::Refresh {
            // A mark at its start would be taken for one round the address.
            replaced = replaced.replace('\'', "%27");
        }
        replaced.push_str(&value[copied..]);
        Some(replaced)
    }
}

/// The addresses in an attribute of a tag, as they are meant.
pub(crate) fn addresses<'a>(tag: &Tag<'_, 'a>, attribute: &Attribute<'a>) -> Vec<Cow<'a, str>> {
    let Some(form) = Addresses::of(tag, attribute) else {
        return Vec::new();
    };
    let value = decode_value(attribute.value);
    let places = form.places(&value).into_iter();
    let addresses = places.map(|place| match value {
        Cow::Borrowed(value) => Cow::Borrowed(&value[place]),
        Cow::Owned(ref value) => Cow::Owned(value[place].to_owned()),
    });
    addresses.collect()
}

/// Hands out every address in the attributes of a text's tags, as it is meant, with the bytes of the attribute's value.
pub(crate) fn each_address(html: &str, mut each: impl FnMut(&str, Range<usize>)) {
    each_tag(html, |tag| {
        for attribute in tag.attributes {
            let Some(form) = Addresses::of(&tag, attribute) else {
                continue;
            };
            let start = tag.at + attribute.value_at;
            let value = decode_value(attribute.value);
            for place in form.places(&value) {
                let is_as_written = value.len() == attribute.value.len();
                let bytes = if is_as_written {
                    place.clone()
                } else {
                    0..attribute.value.len()
                };
                each(&value[place], start + bytes.start..start + bytes.end);
            }
        }
    });
}

/// Where a refresh leads on to: behind a time, a separator and perhaps `url=`, perhaps between quotation marks (HTML, "Shared
/// declarative refresh steps").
fn refresh(value: &str) -> Option<Range<usize>> {
    let is_time = |c: char| c.is_ascii_digit() || c == '.' || c.is_ascii_whitespace();
    let rest = value.trim_start_matches(is_time);
    let rest = rest.strip_prefix([';', ',']).unwrap_or(rest).trim_start();
    let named = rest
        .get(..3)
        .filter(|name| name.eq_ignore_ascii_case("url"));
    let named = named.and_then(|_| rest[3..].trim_start().strip_prefix('='));
    let rest = named.unwrap_or(rest).trim_start();
    let marked = rest.strip_prefix(['"', '\'']);
    let (start, text) = match marked {
        Some(inside) => {
            let end = inside.find(&rest[..1]).unwrap_or(inside.len());
            (value.len() - inside.len(), &inside[..end])
        }
        None => (value.len() - rest.len(), rest),
    };
    let place = trimmed(value, start..start + text.len());
    (!place.is_empty()).then_some(place)
}

/// A range without the white space at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

/// The words of a text.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut start = 0;
    for word in text.split(|c: char| c.is_ascii_whitespace()) {
        words.extend((!word.is_empty()).then_some(start..start + word.len()));
        start += word.len() + 1;
    }
    words
}

/// The addresses of candidates: words, each with what follows it up to a comma outside of brackets (HTML, "Parsing a srcset
/// attribute").
fn candidates(text: &str) -> Vec<Range<usize>> {
    let is_between = |c: char| c == ',' || c.is_ascii_whitespace();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c| !is_between(c)).map(|start| at + start) {
        let end = text[start..].find(|c: char| c.is_ascii_whitespace());
        let end = end.map_or(text.len(), |end| start + end);
        let address = text[start..end].trim_end_matches(',');
        found.push(start..start + address.len());
        at = end;
        if start + address.len() == end {
            let mut depth = 0_usize;
            let comma = text[end..].find(|c| {
                match c {
                    '(' => depth += 1,
                    ')' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                c == ',' && depth == 0
            });
            at = comma.map_or(text.len(), |comma| end + comma);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The addresses of a tag.
    fn found(html: &str) -> Vec<String> {
        let mut found = Vec::new();
        each_address(html, |address, _| found.push(address.to_owned()));
        found
    }

    #[test]
    fn every_form_of_addresses_is_taken_apart() {
        for (html, addresses) in [
            ("<a href=' /a/ '>", vec!["/a/"]),
            (
                "<img srcset='/a.png 2x, /b.png 1.5x,/c.png'>",
                vec!["/a.png", "/b.png", "/c.png"],
            ),
            (
                "<img srcset='data:image/png;base64,AA== 1x, /b.png'>",
                vec!["data:image/png;base64,AA==", "/b.png"],
            ),
            (
                "<img srcset='/a.png calc(1, 2), /b.png,'>",
                vec!["/a.png", "/b.png"],
            ),
            ("<link imagesrcset=/a.png>", vec!["/a.png"]),
            ("<a ping='/a /b'>", vec!["/a", "/b"]),
            ("<meta content='0; URL=/a' http-equiv=Refresh>", vec!["/a"]),
            (
                "<meta http-equiv=refresh content=\"0; url='/a'\">",
                vec!["/a"],
            ),
            ("<meta http-equiv=refresh content='0;url = /a'>", vec!["/a"]),
            ("<meta http-equiv=refresh content='1.5, /a'>", vec!["/a"]),
            ("<meta http-equiv=refresh content='0; url='>", vec![]),
            ("<meta http-equiv=refresh content=5>", vec![]),
            ("<a href=''>", vec![""]),
            ("<meta name=x content='0; url=/a'>", vec![]),
            ("<p data=/a cite=/a formaction=/a>", vec![]),
            ("<q cite=/a>", vec!["/a"]),
            ("<object data=/a>", vec!["/a"]),
            ("<html manifest=/a>", vec!["/a"]),
            ("<a ب href=/a>", vec!["/a"]),
            ("<a title=\"x\"'>' href=/a>", vec![]),
        ] {
            assert_eq!(found(html), addresses, "{html}");
        }
    }

    #[test]
    fn an_empty_address_is_replaced_like_others() {
        let new = |address: &str| Some(format!("/new{address}"));
        assert_eq!(Addresses::One.replace("", new).as_deref(), Some("/new"));
        assert_eq!(Addresses::One.replace("", |_| None), None);
    }

    #[test]
    fn an_address_stands_where_it_is_said_to() {
        let html = "ا <a title='>' href = '/أ/'>";
        each_address(html, |address, range| assert_eq!(&html[range], address));
        assert_eq!(found(html), ["/أ/"]);
    }
}
