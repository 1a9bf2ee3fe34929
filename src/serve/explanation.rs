//! The page of a code: what the documentation says of it, as `warraq explain` prints it.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::browser::EXPLAIN;
use super::document::page;
use crate::diagnostic::{Code, Explanation};
use crate::html::{escape, escape_value};
use crate::locale::{Language, Text, text};

/// The page of a code, in a language. `None` where there is no such code.
pub(super) fn explanation(code: &str, language: Language) -> Option<String> {
    let Explanation {
        code,
        title,
        meaning,
        example,
        fix,
        ..
    } = Explanation::of(Code::find(code)?, language)?;
    let say = |text: Text| inline(&text.say(language));
    let paragraphs = |all: &[String]| {
        let all = all.iter().map(|one| format!("<p>{}</p>\n", inline(one)));
        all.collect::<String>()
    };
    let before = match example.file {
        Some(file) => text!("example-before-in", file),
        None => text!("example-before"),
    };
    let part = |label: Text, words: &str| {
        let (label, words) = (say(label), escape(words));
        format!("<p class=\"label\">{label}</p>\n<pre dir=\"auto\">{words}</pre>\n")
    };
    let body = format!(
        "{}{}{}<h2>{}</h2>\n{}",
        paragraphs(&meaning),
        part(before, example.before),
        part(text!("example-after"), example.after),
        say(text!("hint")),
        paragraphs(&fix)
    );
    let title = format!("{}: {}", code.code, plain(&title));
    Some(page(language, &escape(&title), &body))
}

/// The words of Markdown without what marks them.
fn plain(markdown: &str) -> String {
    let mut words = String::new();
    for event in Parser::new(markdown) {
        if let Event::Text(text) | Event::Code(text) = event {
            words.push_str(&text);
        }
    }
    words
}

/// A paragraph of Markdown as HTML. Links lead to pages of other codes and out of the documentation; what the documentation is
/// linked to within itself is not here.
fn inline(markdown: &str) -> String {
    let mut html = String::new();
    let mut ends = Vec::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => {
                html.push_str(&escape(&text));
            }
            Event::Code(text) => {
                html.push_str(&format!("<bdi><code>{}</code></bdi>", escape(&text)));
            }
            Event::SoftBreak | Event::HardBreak => html.push(' '),
            Event::Start(Tag::Strong) => html.push_str("<strong>"),
            Event::End(TagEnd::Strong) => html.push_str("</strong>"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let address = address(&dest_url);
                ends.push(address.is_some());
                if let Some(address) = address {
                    let address = escape_value(&address);
                    html.push_str(&format!("<a href=\"{address}\">"));
                }
            }
            Event::End(TagEnd::Link) if ends.pop() == Some(true) => html.push_str("</a>"),
            _ => {}
        }
    }
    html
}

/// Where a link of the documentation leads here.
fn address(link: &str) -> Option<String> {
    let code = link
        .rsplit_once('#')
        .map(|(_, code)| code.to_ascii_uppercase());
    match code.and_then(|code| Code::find(&code)) {
        Some(code) => Some(format!("{EXPLAIN}{}", code.code)),
        None => link.starts_with("https://").then(|| link.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::CODES;
    use crate::html::{Token, Tokens};

    #[test]
    fn every_code_has_a_page_that_is_well_formed() {
        for language in Language::ALL {
            for code in CODES {
                let page = explanation(code.code, language).unwrap();
                let mut open: Vec<String> = Vec::new();
                let mut tokens = Tokens::of(&page);
                while let Some(token) = tokens.read() {
                    match token {
                        Token::Start(tag) if !tag.is_void() => open.push(tag.name.to_string()),
                        Token::End(tag) => {
                            let last = open.pop().unwrap_or_default();
                            assert!(tag.is(&last), "{last} is open in {page}");
                        }
                        _ => {}
                    }
                }
                assert!(open.is_empty(), "{page}");
                assert!(page.contains(&format!("<h1>{}", code.code)));
                assert!(!page.contains(".md\">") && !page.contains(".md#"), "{page}");
            }
        }
        assert_eq!(explanation("E999", Language::English), None);
        assert_eq!(explanation("../E301", Language::English), None);
    }

    #[test]
    fn links_lead_to_pages_of_codes_or_out() {
        let markdown = "**See** [E109](#e109), [`x`](site-toml.md#limits) and [y](https://a.example/?a&b). 1 < 2 <b>";
        let html = "<strong>See</strong> <a href=\"/.warraq/explain/E109\">E109</a>, <bdi><code>x</code></bdi> and \
            <a href=\"https://a.example/?a&amp;b\">y</a>. 1 &lt; 2 &lt;b&gt;";
        assert_eq!(inline(markdown), html);
    }
}
