//! What a body is about: its beginning, up to the mark that its author set (`<!-- more -->`), else its first paragraphs.

use super::mark::MORE;
use super::notes;
use super::prose::Body;
use crate::arabic::search;
use crate::html::{Token, Tokens, plain_text};

/// Without a mark, paragraphs are taken until they have so many words.
const ENOUGH_WORDS: usize = 70;

impl Body {
    /// The beginning of the text, as HTML without footnotes. None where there is no text.
    #[must_use]
    pub fn summary(&self) -> Option<String> {
        let html = notes::without(&self.html);
        let summary = match html.find(MORE) {
            Some(at) => whole(&html[..at]),
            None => first_paragraphs(&html),
        };
        let summary = summary.trim();
        (!summary.is_empty()).then(|| summary.to_owned())
    }
}

/// HTML that breaks off, with what is open in it closed. What is open and empty is left out.
fn whole(html: &str) -> String {
    // Of each element that is open: its name, where its tag begins, and where that ends.
    let mut open: Vec<(&str, usize, usize)> = Vec::new();
    let mut tokens = Tokens::of(html);
    while let Some(token) = tokens.read() {
        match token {
            Token::Start(tag) if !tag.is_empty() => {
                open.push((tag.name, tag.at, tag.at + tag.text.len()));
            }
            Token::End(tag) => {
                let begun = open.iter().rposition(|(name, ..)| tag.is(name));
                open.truncate(begun.unwrap_or(open.len()));
            }
            _ => {}
        }
    }
    let mut end = html.len();
    while let Some((_, start, _)) = open.pop_if(|(.., inside)| html[*inside..end].trim().is_empty())
    {
        end = start;
    }
    let mut whole = html[..end].trim_end().to_owned();
    for (name, ..) in open.iter().rev() {
        whole.push_str(&format!("</{name}>"));
    }
    whole
}

/// The paragraphs with which a text begins, whatever stands before them: no headings, lists or pictures.
fn first_paragraphs(html: &str) -> String {
    let mut taken = String::new();
    let mut words = 0;
    let mut open: Vec<&str> = Vec::new();
    let mut paragraph = None;
    let mut tokens = Tokens::of(html);
    while let Some(token) = tokens.read() {
        match token {
            Token::Start(tag) if !tag.is_empty() => {
                if open.is_empty() {
                    if tag.is("p") {
                        paragraph = Some(tag.at);
                    } else if words > 0 {
                        break;
                    }
                }
                open.push(tag.name);
            }
            Token::End(tag) => {
                let begun = open.iter().rposition(|name| tag.is(name));
                open.truncate(begun.unwrap_or(open.len()));
                let Some(start) = paragraph.take_if(|_| open.is_empty()) else {
                    continue;
                };
                let text = &html[start..tag.at + tag.text.len()];
                let more = search::words(&plain_text(text)).count();
                if more > 0 {
                    taken.push_str(text);
                    taken.push('\n');
                    words += more;
                }
                if words >= ENOUGH_WORDS {
                    break;
                }
            }
            _ => {}
        }
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(html: &str) -> Option<String> {
        let body = Body {
            html: html.to_owned(),
            headings: Vec::new(),
            near_calls: Vec::new(),
            calls: Vec::new(),
        };
        body.summary()
    }

    #[test]
    fn what_is_open_at_the_mark_is_closed_and_what_is_empty_is_left_out() {
        for (before, expected) in [
            ("<p>أ</p>\n", "<p>أ</p>"),
            ("<p>أ <b title='>'>ب ", "<p>أ <b title='>'>ب</b></p>"),
            ("<p>أ</p>\n<p>", "<p>أ</p>"),
            ("<p>أ</p>\n<ul>\n<li><p>", "<p>أ</p>"),
            ("<ul>\n<li>أ<br>\n", "<ul>\n<li>أ<br></li></ul>"),
            ("<p>أ <img src=\"/a\">", "<p>أ <img src=\"/a\"></p>"),
            ("<p><b title='>'>", ""),
        ] {
            let html = format!("{before}{MORE}ج</p>");
            let expected = Some(expected.to_owned()).filter(|html| !html.is_empty());
            assert_eq!(summary(&html), expected, "{before}");
        }
    }

    #[test]
    fn without_a_mark_the_first_paragraphs_are_taken() {
        let long = format!("<p>{}</p>", "كلمة ".repeat(ENOUGH_WORDS));
        for (html, expected) in [
            (
                "<h2>أ</h2>\n<p>ب</p>\n<p>ج</p>\n<h2>د</h2>\n<p>ه</p>",
                Some("<p>ب</p>\n<p>ج</p>"),
            ),
            (
                "<p><img src=\"/a\" alt=\"أ\"></p>\n<p>ب</p>\n<ul>\n<li><p>ج</p></li></ul><p>د</p>",
                Some("<p>ب</p>"),
            ),
            ("<ul><li><p>أ</p></li></ul>", None),
            ("", None),
            (&format!("{long}<p>ب</p>"), Some(&*long)),
        ] {
            assert_eq!(summary(html).as_deref(), expected, "{html}");
        }
    }
}
