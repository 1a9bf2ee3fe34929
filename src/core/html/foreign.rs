//! Where drawings and formulas (SVG, `MathML`) stand in HTML: there no element's text is raw, and tags can close themselves.

use super::tag::Tag;

/// The elements of drawings and formulas that hold HTML again (HTML, "HTML integration point").
const HOLDING_HTML: [&str; 4] = ["foreignobject", "desc", "title", "annotation-xml"];

/// The elements of HTML that no drawing holds: they end it (HTML, "The rules for parsing tokens in foreign content").
const ENDING: [&str; 44] = [
    "b",
    "big",
    "blockquote",
    "body",
    "br",
    "center",
    "code",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "i",
    "img",
    "li",
    "listing",
    "menu",
    "meta",
    "nobr",
    "ol",
    "p",
    "pre",
    "ruby",
    "s",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tt",
    "u",
    "ul",
    "var",
];

/// The elements that begin drawings and formulas.
const FOREIGN: [&str; 2] = ["svg", "math"];

/// The open elements that change whether HTML stands in them, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Foreign<'a>(Vec<&'a str>);

impl<'a> Foreign<'a> {
    /// Whether what stands here is not HTML.
    pub(super) fn is_here(&self) -> bool {
        self.0.last().is_some_and(|name| is_one_of(name, &FOREIGN))
    }

    /// Takes in the tag that begins an element, and answers whether that is part of a drawing or a formula.
    pub(super) fn start(&mut self, tag: &Tag<'_, 'a>) -> bool {
        if self.is_here() && tag.is_one_of(&ENDING) {
            let html = self.0.iter().rposition(|open| !is_one_of(open, &FOREIGN));
            self.0.truncate(html.map_or(0, |at| at + 1));
        }
        let begins = tag.is_one_of(&FOREIGN);
        let is_foreign = begins || self.is_here();
        let holds_html = is_foreign && tag.is_one_of(&HOLDING_HTML);
        if (begins || holds_html) && !tag.is_closed() {
            self.0.push(tag.name);
        }
        is_foreign
    }

    /// Takes in the tag that ends an element.
    pub(super) fn end(&mut self, name: &str) {
        if let Some(at) = self
            .0
            .iter()
            .rposition(|open| open.eq_ignore_ascii_case(name))
        {
            self.0.truncate(at);
        }
    }
}

fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|one| name.eq_ignore_ascii_case(one))
}

#[cfg(test)]
mod tests {
    use super::super::token::{Token, Tokens};

    #[test]
    fn what_text_is_depends_on_where_it_stands() {
        for (html, raw) in [
            ("<style>a<b>", "a<b>"),
            ("<svg><style>a<b>", ""),
            ("<svg></svg><style>a<b>", "a<b>"),
            ("<svg><path/><script/></svg><script>a<b>", "a<b>"),
            ("<svg/><style>a<b>", "a<b>"),
            ("<SVG><foreignObject><style>a<b>", "a<b>"),
            ("<svg><foreignObject></foreignObject><style>a<b>", ""),
            ("<svg><title>a</title><style>a<b>", ""),
            ("<svg><p><style>a<b>", "a<b>"),
            ("<svg><![CDATA[</svg>]]><style>a<b>", ""),
            ("<![CDATA[<svg>]]><style>a<b>", "a<b>"),
            ("<math><mi><style>a<b>", ""),
        ] {
            let mut found = "";
            let mut tokens = Tokens::of(html);
            while let Some(token) = tokens.read() {
                if let Token::Raw(text) = token {
                    found = text;
                }
            }
            assert_eq!(found, raw, "{html}");
        }
    }
}
