//! A tag of HTML to what it is to isolation.

use super::inline::Part;
use crate::arabic::Direction;

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
    attributes: &'a str,
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
        Self {
            name,
            closes,
            attributes,
            length,
        }
    }

    /// Whether all of its element is left alone.
    #[must_use]
    pub fn is_left_alone(&self) -> bool {
        !self.closes
            && !VOID.contains(&self.name)
            && (LEFT_ALONE.contains(&self.name) || self.has_its_own())
    }

    /// Whether it has a direction or a language of its own. A block that runs from right to left is like those
    /// around it.
    fn has_its_own(&self) -> bool {
        let is_inline = INLINE.contains(&self.name);
        match self.attribute("dir") {
            Some("rtl") => is_inline,
            Some(_) => true,
            None => self.attribute("lang").is_some(),
        }
    }

    /// The direction in which it isolates what stands in it, where it does; `Some(None)` where its first letter
    /// decides.
    #[must_use]
    pub fn isolates(&self) -> Option<Option<Direction>> {
        match self.attribute("dir") {
            Some("ltr") => Some(Some(Direction::Ltr)),
            Some("rtl") => Some(Some(Direction::Rtl)),
            Some(_) => Some(None),
            None => ["bdi", "bdo"].contains(&self.name).then_some(None),
        }
    }

    /// The value of an attribute that stands with or without quotation marks.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let ends = |c: char| c.is_ascii_whitespace() || c == '=';
            // What begins with `=` is a name, and not the end of one (HTML, "Before attribute name state").
            let end = rest.char_indices().skip(1).find(|(_, c)| ends(*c));
            let (found, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
            let value;
            (value, rest) = match after.trim_ascii_start().strip_prefix('=') {
                Some(after) => split_value(after.trim_ascii_start()),
                None => ("", after),
            };
            if found == name {
                return Some(value);
            }
        }
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
    #[must_use]
    pub fn element_length(&self, html: &str) -> usize {
        self.closed_length(html).unwrap_or(html.len())
    }

    /// The bytes of the element that begins with this tag, where it closes.
    #[must_use]
    pub fn closed_length(&self, html: &str) -> Option<usize> {
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
                return Some(at);
            }
        }
        None
    }
}

/// An attribute's value, and what follows it.
fn split_value(text: &str) -> (&str, &str) {
    if let Some(quote @ ('"' | '\'')) = text.chars().next() {
        let value = &text[1..];
        return value.split_once(quote).unwrap_or((value, ""));
    }
    let end = text.find(|c: char| c.is_ascii_whitespace());
    text.split_at(end.unwrap_or(text.len()))
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

#[cfg(test)]
mod tests {
    use super::Tag;

    #[test]
    fn an_attribute_is_found_by_its_name_and_nowhere_else() {
        for (html, expected) in [
            ("<p>", None),
            ("<p dir=ltr>", Some("ltr")),
            ("<p class='a b'\n dir = \"rtl\" hidden>", Some("rtl")),
            ("<p dir>", Some("")),
            ("<p title=\" dir=ltr\">", None),
            ("<p data-dir=ltr =dir dirs=x>", None),
            ("<br/dir='auto'/>", Some("auto")),
            ("<p dir='ltr", Some("ltr")),
        ] {
            assert_eq!(Tag::first(html).attribute("dir"), expected, "{html}");
        }
    }
}
