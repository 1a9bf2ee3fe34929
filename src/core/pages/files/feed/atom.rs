//! Atom (RFC 4287).

use super::issue::{FeedItem, Issue, noon};

/// When a feed was updated that has no posts yet: it must say when (RFC 4287, section 4.1.1), and never was.
const NEVER: &str = "1970-01-01T00:00:00Z";

pub(super) fn write(issue: &Issue<'_>) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let language = escape(issue.language);
    xml.push_str(&format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n"
    ));
    element(&mut xml, "id", &issue.itself);
    element(&mut xml, "title", &issue.title);
    if !issue.description.is_empty() {
        element(&mut xml, "subtitle", &issue.description);
    }
    let updated = issue.updated().map_or_else(|| NEVER.to_owned(), noon);
    element(&mut xml, "updated", &updated);
    author(&mut xml, &issue.author);
    link(&mut xml, "self", "application/atom+xml", &issue.itself);
    link(&mut xml, "alternate", "text/html", &issue.home);
    let version = env!("CARGO_PKG_VERSION");
    xml.push_str(&format!(
        "<generator version=\"{version}\">warraq</generator>\n"
    ));
    for post in &issue.posts {
        entry(&mut xml, post);
    }
    xml.push_str("</feed>\n");
    xml
}

fn entry(xml: &mut String, post: &FeedItem) {
    xml.push_str("<entry>\n");
    element(xml, "id", &post.url);
    element(xml, "title", &post.title);
    element(xml, "published", &noon(post.published));
    element(xml, "updated", &noon(post.updated));
    for name in &post.authors {
        author(xml, name);
    }
    link(xml, "alternate", "text/html", &post.url);
    if let Some(summary) = &post.summary {
        element(xml, "summary", summary);
    }
    let html = escape(&post.html);
    xml.push_str(&format!("<content type=\"html\">{html}</content>\n"));
    xml.push_str("</entry>\n");
}

fn author(xml: &mut String, name: &str) {
    let name = escape(name);
    xml.push_str(&format!("<author><name>{name}</name></author>\n"));
}

fn link(xml: &mut String, relation: &str, media_type: &str, url: &str) {
    let url = escape(url);
    xml.push_str(&format!(
        "<link rel=\"{relation}\" type=\"{media_type}\" href=\"{url}\"/>\n"
    ));
}

fn element(xml: &mut String, name: &str, text: &str) {
    let text = escape(text);
    xml.push_str(&format!("<{name}>{text}</{name}>\n"));
}

/// Text for an element or an attribute. Characters that no XML document may hold, by whatever name, are left out
/// (XML 1.0, section 2.2); white space that a parser would fold goes by its number (sections 2.11 and 3.3.3).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\r' => escaped.push_str(&format!("&#{};", u32::from(c))),
            '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use resvg::usvg::roxmltree::Document;

    use super::*;

    /// Whether XML 1.0 has the character (section 2.2, `Char`).
    fn is_xml(c: char) -> bool {
        matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_it_was_written(text in any::<String>(), odd in "[\\PC\\x00-\\x20\u{FFFE}&<>\"\\]]{0,20}") {
            let text = text + &odd;
            let xml = format!("<a b=\"{0}\">{0}</a>", escape(&text).replace('\n', "&#10;"));
            let read = Document::parse(&xml).unwrap();
            let expected: String = text.chars().filter(|c| is_xml(*c)).collect();
            prop_assert_eq!(read.root_element().text().unwrap_or_default(), &expected);
            prop_assert_eq!(read.root_element().attribute("b").unwrap(), &expected);
        }
    }
}
