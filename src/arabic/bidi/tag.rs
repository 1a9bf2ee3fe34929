//! A tag of HTML to what it is to isolation.

use super::inline::Part;

/// The elements that lie within a line and have no direction of their own.
const INLINE: [&str; 21] = [
    "a", "abbr", "b", "cite", "data", "del", "dfn", "em", "i", "ins", "label", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u",
];

/// The elements that are left alone with all that stands in them.
const LEFT_ALONE: [&str; 15] = [
    "bdi", "bdo", "code", "kbd", "math", "pre", "samp", "script", "select", "style", "svg",
    "template", "textarea", "title", "var",
];

/// Elements without an end.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "source", "wbr"];

/// A tag, or a comment.
#[derive(Debug)]
pub struct Tag<'a> {
    name: &'a str,
    closes: bool,
    has_own_direction: bool,
    /// Its bytes.
    pub length: usize,
}

impl<'a> Tag<'a> {
    /// The tag at the start of `html`, which begins with `<`.
    #[must_use]
    pub fn first(html: &'a str) -> Self {
        let length = length(html);
        let inside = html[1..length].trim_end_matches('>');
        let (closes, inside) = match inside.strip_prefix('/') {
            Some(name) => (true, name),
            None => (false, inside),
        };
        let end = inside.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let (name, attributes) = inside.split_at(end.unwrap_or(inside.len()));
        let has = |name| {
            attributes
                .split(name)
                .skip(1)
                .any(|rest: &str| rest.starts_with('='))
        };
        Self {
            name,
            closes,
            has_own_direction: has(" dir") || has(" lang"),
            length,
        }
    }

    /// Whether all of its element is left alone.
    #[must_use]
    pub fn is_left_alone(&self) -> bool {
        !self.closes
            && !VOID.contains(&self.name)
            && (LEFT_ALONE.contains(&self.name) || self.has_own_direction)
    }

    /// The name of its element.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// Whether it ends an element.
    #[must_use]
    pub fn closes(&self) -> bool {
        self.closes
    }

    /// What it is.
    #[must_use]
    pub fn part<'t>(&self) -> Part<'t> {
        // A comment has no name.
        if self.name.is_empty() || VOID.contains(&self.name) {
            Part::Object
        } else if !INLINE.contains(&self.name) {
            Part::Edge
        } else if self.closes {
            Part::Close
        } else {
            Part::Open
        }
    }

    /// The bytes of the element that begins with this tag; to the end where it does not close.
    pub(super) fn element_length(&self, html: &str) -> usize {
        let mut depth = 1_usize;
        let mut at = self.length;
        while let Some(next) = html[at..].find('<') {
            at += next;
            let tag = Tag::first(&html[at..]);
            at += tag.length;
            if tag.name == self.name {
                depth = if tag.closes { depth - 1 } else { depth + 1 };
            }
            if depth == 0 {
                return at;
            }
        }
        html.len()
    }
}

/// The bytes of a tag or comment; quotation marks hide a `>` inside them.
fn length(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |end| end + 3);
    }
    let mut quote = None;
    for (at, byte) in html.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return at + 1,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    html.len()
}
