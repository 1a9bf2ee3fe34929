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
}
