//! Text as HTML.

/// Text to stand between tags.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 16);
    escape_into(text, &mut html);
    html
}

/// Adds text to stand between tags.
pub(crate) fn escape_into(text: &str, html: &mut String) {
    push(text, &['&', '<', '>'], html);
}

/// Text for the value of an attribute between double quotation marks.
#[must_use]
pub fn escape_value(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push(text, &['&', '<', '"'], &mut html);
    html
}

fn push(text: &str, signs: &[char], html: &mut String) {
    let mut copied = 0;
    for (at, sign) in text.match_indices(signs) {
        html.push_str(&text[copied..at]);
        html.push_str(match sign {
            "&" => "&amp;",
            "<" => "&lt;",
            ">" => "&gt;",
            _ => "&quot;",
        });
        copied = at + sign.len();
    }
    html.push_str(&text[copied..]);
}

#[cfg(test)]
mod tests {
    use super::super::{decode, decode_value, plain_text};
    use super::*;

    proptest::proptest! {
        #[test]
        fn what_is_escaped_is_read_as_it_was(text in "[a-zA-Z0-9&;#<>\"' أ]{0,40}") {
            let (html, value) = (escape(&text), escape_value(&text));
            proptest::prop_assert_eq!(plain_text(&html), text.trim());
            proptest::prop_assert_eq!(decode(&html), &*text);
            proptest::prop_assert_eq!(decode_value(&value), &*text);
            let tag = format!("<a title=\"{value}\">");
            let mut read = None;
            super::super::each_tag(&tag, |tag| read = tag.value("title").map(|value| decode_value(value).into_owned()));
            proptest::prop_assert_eq!(read.as_deref(), Some(&*text));
        }
    }
}
