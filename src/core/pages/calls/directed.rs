//! What stands in an element that a component gives a direction: isolated as on a page of that direction, and no more as on
//! the page of the text, which knew nothing of the element.

use crate::arabic::Direction;
use crate::arabic::bidi::Isolation;
use crate::html::{Element, Tag, Token, Tokens};

/// The elements whose inside is no prose.
const NO_PROSE: [&str; 9] = [
    "bdi", "bdo", "code", "kbd", "pre", "samp", "script", "style", "svg",
];

/// What components printed in a text whose page isolates so; its language is `language`, a tag.
pub(super) fn directed(html: String, page: &Isolation, language: &str) -> String {
    if !html.contains("dir=") {
        return html;
    }
    inside(&html, page, language, page.base())
}

/// HTML whose lines have the direction `around`, with the insides of elements that say another isolated in that. Where lines
/// have not the direction of the page, its isolation is taken out of them.
fn inside(html: &str, page: &Isolation, language: &str, around: Direction) -> String {
    let mut out = String::with_capacity(html.len());
    // Of each `bdi` that is open, whether it is taken out.
    let mut open = Vec::new();
    let mut tokens = Tokens::of(html);
    loop {
        let at = tokens.at();
        let Some(token) = tokens.read() else {
            return out;
        };
        match &token {
            Token::Start(tag) if tag.is("bdi") => {
                let is_out = around != page.base() && is_of(page, tag);
                open.push(is_out);
                if is_out {
                    continue;
                }
            }
            Token::End(tag) if tag.is("bdi") && open.pop() == Some(true) => continue,
            Token::Start(tag) => {
                let own = own(tag, &html[at..]);
                if let Some((direction, length)) = own.filter(|own| own.0 != around) {
                    let within = &html[at + tag.text.len()..at + length];
                    let within = inside(within, page, language, direction);
                    let isolation = Isolation::new(direction, language);
                    let isolated = isolation.html(&within);
                    let isolated = isolated.filter(|_| direction != page.base());
                    out.push_str(tag.text);
                    out.push_str(isolated.as_deref().unwrap_or(&within));
                    while tokens.at() < at + length && tokens.read().is_some() {}
                    continue;
                }
            }
            _ => {}
        }
        out.push_str(token.text());
    }
}

/// Whether a tag is as isolation on the page writes it. What an author marks in a call is written the other way round.
fn is_of(page: &Isolation, tag: &Tag<'_, '_>) -> bool {
    let begin = page.begin(None);
    tag.text.starts_with(begin.trim_end_matches('>'))
}

/// The direction that an element says it has, in which prose stands, and where its inside ends.
fn own(tag: &Tag<'_, '_>, html: &str) -> Option<(Direction, usize)> {
    let said = [Direction::Ltr, Direction::Rtl];
    let direction = said.into_iter().find(|one| tag.says("dir", one.name()))?;
    let mut element = Element::of(tag).filter(|_| !tag.is_one_of(&NO_PROSE))?;
    let mut tokens = Tokens::of(html);
    tokens.read();
    loop {
        let at = tokens.at();
        let token = tokens.read()?;
        if element.ends_with(&token) {
            return Some((direction, at));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RTL: &str = "<bdi dir=\"ltr\" lang=\"fr\">";

    #[test]
    fn what_is_in_an_element_with_a_direction_is_isolated_in_that() {
        let cases = [
            // Nothing is isolated in its own direction.
            (
                Direction::Rtl,
                format!(
                    "<q dir=\"ltr\" lang=\"en\"><p>{RTL}Good <b>day</b></bdi>.</p></q> {RTL}C++</bdi>"
                ),
                format!("<q dir=\"ltr\" lang=\"en\"><p>Good <b>day</b>.</p></q> {RTL}C++</bdi>"),
            ),
            (
                Direction::Rtl,
                format!("<q dir=\"ltr\">{RTL}two</bdi> (المغرب) {RTL}three</bdi></q>"),
                "<q dir=\"ltr\">two (<bdi dir=\"rtl\" lang=\"ar-MA\">المغرب</bdi>) three</q>"
                    .to_owned(),
            ),
            (
                Direction::Ltr,
                "<q dir=\"rtl\"><bdi dir=\"rtl\" lang=\"ar-MA\">كتب C++ هنا</bdi></q>".to_owned(),
                "<q dir=\"rtl\">كتب <bdi dir=\"ltr\" lang=\"fr\">C++</bdi> هنا</q>".to_owned(),
            ),
            // Each of several elements in one another has its own.
            (
                Direction::Rtl,
                format!("<q dir=\"ltr\">{RTL}a</bdi> <i dir=\"rtl\">ب {RTL}c</bdi></i></q>"),
                format!("<q dir=\"ltr\">a <i dir=\"rtl\">ب {RTL}c</bdi></i></q>"),
            ),
            // What an author marks stays, and so does what is no prose.
            (
                Direction::Rtl,
                format!(
                    "<q dir=\"ltr\" lang=\"en\">the <bdi lang=\"fr\" dir=\"ltr\">mot</bdi></q><pre dir=\"ltr\">{RTL}a</bdi></pre>"
                ),
                format!(
                    "<q dir=\"ltr\" lang=\"en\">the <bdi lang=\"fr\" dir=\"ltr\">mot</bdi></q><pre dir=\"ltr\">{RTL}a</bdi></pre>"
                ),
            ),
            (
                Direction::Rtl,
                format!("<p dir=\"auto\">{RTL}a</bdi></p><p dir=\"ltr\">{RTL}open</bdi>"),
                format!("<p dir=\"auto\">{RTL}a</bdi></p><p dir=\"ltr\">{RTL}open</bdi>"),
            ),
        ];
        for (base, html, expected) in cases {
            let (foreign, language) = match base {
                Direction::Rtl => ("fr", "ar-MA"),
                Direction::Ltr => ("ar-MA", "fr"),
            };
            let page = Isolation::new(base, foreign);
            let settled = directed(html, &page, language);
            assert_eq!(settled, expected);
            assert_eq!(directed(settled, &page, language), expected, "twice");
        }
    }
}
