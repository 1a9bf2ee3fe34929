//! A text to its tokens (HTML, "Tokenization"). Every byte is in one of them, so that a text can be written anew from
//! what was read. Nothing is copied and no character reference decoded: it is run over every byte of a site.

use memchr::memchr;

use super::foreign::Foreign;
use super::raw_text::{RawText, end_of_raw_text};
use super::scan::{is_between, position};
use super::tag::{Attribute, Tag};

/// A piece of a text, as it is written.
#[derive(Debug, Clone, Copy)]
pub enum Token<'t, 'a> {
    /// Text with character references.
    Text(&'a str),
    /// Text without: that of `<script>` and its like.
    Raw(&'a str),
    /// A tag that begins an element.
    Start(Tag<'t, 'a>),
    /// A tag that ends one, which has no attributes.
    End(Tag<'t, 'a>),
    /// A comment, a doctype, an instruction, or a tag that breaks off: what is never seen.
    Other(&'a str),
}

/// Reads tokens, one after the other. A tag is lent until the next token is asked for.
#[derive(Debug)]
pub struct Tokens<'a> {
    html: &'a str,
    /// The byte at which the next token begins.
    at: usize,
    /// The attributes of the last tag.
    attributes: Vec<Attribute<'a>>,
    /// The element that began last, if the text in it is not markup.
    raw: Option<(RawText, &'a str)>,
    foreign: Foreign<'a>,
}

impl<'a> Tokens<'a> {
    /// The tokens of a text.
    #[must_use]
    pub fn of(html: &'a str) -> Self {
        Self {
            html,
            at: 0,
            attributes: Vec::new(),
            raw: None,
            foreign: Foreign::default(),
        }
    }

    /// The byte at which the next token begins.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The next token.
    pub fn read(&mut self) -> Option<Token<'_, 'a>> {
        let rest = &self.html[self.at..];
        if let Some((kind, name)) = self.raw.take() {
            let end = end_of_raw_text(rest, name);
            if end > 0 {
                let text = self.take(end);
                return Some(match kind {
                    RawText::Plain => Token::Raw(text),
                    RawText::WithReferences => Token::Text(text),
                });
            }
        }
        match rest.as_bytes() {
            [] => None,
            [b'<', b'a'..=b'z' | b'A'..=b'Z', ..] => Some(self.read_tag(1)),
            [b'<', b'/', b'a'..=b'z' | b'A'..=b'Z', ..] => Some(self.read_tag(2)),
            bytes if is_markup(bytes) => {
                let length = length_of_other(rest, self.foreign.is_here());
                Some(Token::Other(self.take(length)))
            }
            _ => {
                let length = length_of_text(rest);
                Some(Token::Text(self.take(length)))
            }
        }
    }

    /// Goes on as if such an element had begun.
    #[cfg(test)]
    pub(super) fn set_raw(&mut self, kind: RawText, element: &'a str) {
        self.raw = Some((kind, element));
    }

    /// Goes on by some bytes, and answers them.
    fn take(&mut self, length: usize) -> &'a str {
        let start = self.at;
        self.at += length;
        &self.html[start..self.at]
    }

    /// Reads a tag whose name begins `name_at` bytes further on (HTML, "Tag name state" up to "Self-closing start tag
    /// state").
    fn read_tag(&mut self, name_at: usize) -> Token<'_, 'a> {
        let (rest, start) = (&self.html[self.at..], self.at);
        self.attributes.clear();
        let ends_name = |byte| is_between(byte) || byte == b'>';
        let name_end = name_at + position(&rest[name_at..], ends_name);
        let mut at = name_end;
        loop {
            let between = rest.as_bytes()[at..]
                .iter()
                .take_while(|byte| is_between(**byte));
            at += between.count();
            if rest[at..].starts_with('>') {
                break;
            }
            let Some(attribute) = Attribute::read(rest, at) else {
                return Token::Other(self.take(rest.len()));
            };
            at += attribute.text.len();
            if name_at == 1 {
                self.attributes.push(attribute);
            }
        }
        let text = self.take(at + 1);
        let tag = Tag {
            at: start,
            text,
            name: &text[name_at..name_end],
            attributes: &self.attributes,
            is_foreign: false,
        };
        if name_at == 2 {
            self.foreign.end(tag.name);
            return Token::End(tag);
        }
        let is_foreign = self.foreign.start(&tag);
        if !is_foreign {
            self.raw = RawText::of(tag.name).map(|kind| (kind, tag.name));
        }
        Token::Start(Tag { is_foreign, ..tag })
    }
}

impl<'a> Token<'_, 'a> {
    /// All of it, as it is written.
    #[must_use]
    pub fn text(&self) -> &'a str {
        match self {
            Self::Text(text) | Self::Raw(text) | Self::Other(text) => text,
            Self::Start(tag) | Self::End(tag) => tag.text,
        }
    }
}

/// Whether something other than text begins here.
fn is_markup(bytes: &[u8]) -> bool {
    matches!(bytes, [b'<', b'a'..=b'z' | b'A'..=b'Z' | b'!' | b'?', ..] | [b'<', b'/', _, ..])
}

/// The bytes of the text that something begins with.
fn length_of_text(html: &str) -> usize {
    let mut at = 0;
    while let Some(next) = memchr(b'<', &html.as_bytes()[at..]) {
        at += next;
        if is_markup(&html.as_bytes()[at..]) {
            return at;
        }
        at += 1;
    }
    html.len()
}

/// The bytes of the comment, doctype or instruction that something begins with (HTML, "Comment start state", "Bogus
/// comment state").
fn length_of_other(html: &str, is_foreign: bool) -> usize {
    let end = if html.starts_with("<!--") {
        end_of_comment(html)
    } else if is_foreign && html.starts_with("<![CDATA[") {
        html.find("]]>").map(|at| at + 3)
    } else {
        memchr(b'>', html.as_bytes()).map(|at| at + 1)
    };
    end.unwrap_or(html.len())
}

fn end_of_comment(html: &str) -> Option<usize> {
    const START: usize = "<!--".len();
    for end in [">", "->"] {
        if html[START..].starts_with(end) {
            return Some(START + end.len());
        }
    }
    let mut from = START;
    loop {
        from += html[from..].find("--")?;
        for end in ["-->", "--!>"] {
            if html[from..].starts_with(end) {
                return Some(from + end.len());
            }
        }
        from += 1;
    }
}

/// Hands out the tags of a text that begin elements.
pub(crate) fn each_tag<'a>(html: &'a str, mut each: impl FnMut(Tag<'_, 'a>)) {
    let mut tokens = Tokens::of(html);
    while let Some(token) = tokens.read() {
        if let Token::Start(tag) = token {
            each(tag);
        }
    }
}
