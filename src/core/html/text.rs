//! The text of HTML without its tags.

use super::reference::decode;
use super::token::{Token, Tokens};

/// The text of a piece of HTML, with its character references as characters.
pub(crate) fn plain_text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut tokens = Tokens::of(html);
    while let Some(token) = tokens.read() {
        if let Token::Text(piece) = token {
            text.push_str(&decode(piece));
        }
    }
    text.trim().to_owned()
}

/// The title of a page, with its character references as characters.
#[must_use]
pub fn title(html: &str) -> Option<String> {
    let mut tokens = Tokens::of(html);
    let mut title = None;
    while let Some(token) = tokens.read() {
        match (token, &mut title) {
            // A drawing has titles of its own.
            (Token::Start(tag), None) if tag.is("title") && !tag.is_foreign => {
                title = Some(String::new());
            }
            (Token::Text(text), Some(title)) => title.push_str(&decode(text)),
            (Token::End(_), Some(_)) => return title.map(|title| title.trim().to_owned()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_without_tags_and_references() {
        for (html, text) in [
            ("<p>كتب <b title='a > b'>الوراق</b></p>", "كتب الوراق"),
            (
                " 1 &lt; 2 &amp;amp; <!-- 3 --> <script>4</script> ",
                "1 < 2 &amp;",
            ),
            ("a < b</", "a < b</"),
        ] {
            assert_eq!(plain_text(html), text, "{html}");
        }
    }

    #[test]
    fn the_title_is_that_of_the_page() {
        for (html, expected) in [
            ("<head><TITLE> كتب &amp; أقلام </TITLE>", Some("كتب & أقلام")),
            (
                "<svg><title>رسم</title></svg><title>كتب</title>",
                Some("كتب"),
            ),
            ("<svg><title>رسم</title></svg>", None),
            ("<title>كتب", None),
        ] {
            assert_eq!(title(html).as_deref(), expected, "{html}");
        }
    }
}
