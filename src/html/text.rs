//! Text as it is written in HTML, and what it says.

use std::borrow::Cow;

use super::tag::length;

/// Text as it is written in HTML, with its character references as characters.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    html_escape::decode_html_entities(text)
}

/// The text of a piece of HTML: without tags, and with its character references as characters.
pub(crate) fn plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at + length(&rest[at..])..];
    }
    text.push_str(rest);
    decode(&text).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_without_tags_and_references() {
        for (html, text) in [
            ("<p>كتب <b title='a > b'>الوراق</b></p>", "كتب الوراق"),
            (
                "&lt;b&gt; &amp;amp; &quot;&#1606;&#x646;&hellip;",
                "<b> &amp; \"نن…",
            ),
            ("a & b &nosuch; ?a=1&copy=2", "a & b &nosuch; ?a=1&copy=2"),
        ] {
            assert_eq!(plain_text(html), text, "{html}");
        }
    }
}
