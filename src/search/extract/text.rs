//! Pieces of HTML to the text that a reader sees.

use crate::arabic::bidi::{Tag, isolate_in_plain_text};
use crate::source::reference;

/// What is between the tags of `<main>`, or of `<body>` where a page has none; and what is before it.
pub(super) fn main(html: &str) -> (&str, &str) {
    for name in ["main", "body"] {
        let Some(start) = html.find(&format!("<{name}")) else {
            continue;
        };
        let (head, element) = html.split_at(start);
        let content = &element[Tag::first(element).length..];
        let end = content.rfind(&format!("</{name}>"));
        return (&content[..end.unwrap_or(content.len())], head);
    }
    (html, "")
}

/// The content of the first such element.
pub(super) fn element<'a>(html: &'a str, name: &str) -> Option<&'a str> {
    let start = html.find(&format!("<{name}>"))? + name.len() + 2;
    let length = html[start..].find("</")?;
    Some(&html[start..start + length])
}

/// `<meta name="description">`.
pub(super) fn description(head: &str) -> String {
    let metas = head
        .match_indices("<meta ")
        .map(|(at, _)| Tag::first(&head[at..]));
    let mut named = metas.filter(|tag| tag.attribute("name") == Some("description"));
    let content = named.next().and_then(|tag| tag.attribute("content"));
    content.map(decoded).unwrap_or_default()
}

/// Adds a piece of text, with single spaces.
pub(super) fn push_text(to: &mut String, text: &str) {
    for word in text.split_whitespace() {
        if !to.is_empty() {
            to.push(' ');
        }
        to.push_str(word);
    }
}

/// A text as it can be shown by itself.
pub(super) fn shown(text: &str) -> String {
    isolate_in_plain_text(text).into_owned()
}

/// HTML's text with its references as characters.
pub(super) fn decoded(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = if let Some(c) = reference(rest) {
            text.push(c);
            rest.find(';').map_or(1, |end| end + 1)
        } else {
            text.push('&');
            1
        };
        rest = &rest[length..];
    }
    text.push_str(rest);
    text
}
