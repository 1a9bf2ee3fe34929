//! The parts of a page that are searched: its `<main>`, or its body where it has none. What is navigation, a program or a
//! drawing is left out, and so is whatever stands in an element with `data-search="off"`.

use super::reader::Reader;
use super::value::Extract;
use crate::arabic::Direction;
use crate::arabic::bidi::direction_of_page;
use crate::html::{Element, Tag, Token, Tokens, decode, decode_value};

/// The elements whose text is no part of what a page says.
const LEFT_OUT: [&str; 10] = [
    "button", "form", "nav", "noscript", "script", "select", "style", "svg", "template", "textarea",
];

impl Extract {
    /// What the index holds of a page.
    #[must_use]
    pub fn of(html: &str) -> Self {
        let mut reader = PageReader::default();
        let mut tokens = Tokens::of(html);
        while let Some(token) = tokens.read() {
            reader.read(&token);
        }
        reader.extract()
    }
}

/// A page while it is read.
#[derive(Debug, Default)]
pub(crate) struct PageReader<'a> {
    reader: Reader<'a>,
    /// What the window is called.
    window: String,
    description: Option<String>,
    /// The direction of its lines, where it says so.
    base: Option<Direction>,
    title: Option<Element<'a>>,
    main: Main<'a>,
    left_out: Option<Element<'a>>,
}

/// Where a page is read, as far as it is known.
#[derive(Debug, Default)]
enum Main<'a> {
    /// No `<main>` has come.
    #[default]
    Unknown,
    Inside(Element<'a>),
    /// Behind one.
    Outside,
}

impl<'a> PageReader<'a> {
    /// Takes in the next token.
    pub(crate) fn read(&mut self, token: &Token<'_, 'a>) {
        if let Token::Start(tag) = token
            && self.begins(tag)
        {
            return;
        }
        match &mut self.main {
            Main::Unknown => {
                if self.is_head(token) {
                    return;
                }
            }
            Main::Inside(main) => {
                if main.ends_with(token) {
                    self.main = Main::Outside;
                    return;
                }
            }
            Main::Outside => return,
        }
        if let Some(element) = &mut self.left_out {
            if element.ends_with(token) {
                self.left_out = None;
            }
            return;
        }
        match token {
            Token::Start(tag) if tag.is_one_of(&LEFT_OUT) || is_off(tag) => {
                self.reader.end_of_text();
                self.left_out = Element::of(tag);
            }
            token => self.reader.read(token),
        }
    }

    /// Whether a tag begins what is searched. What was read before is no part of it.
    fn begins(&mut self, tag: &Tag<'_, 'a>) -> bool {
        let is_main = tag.is("main") && !matches!(self.main, Main::Inside(_));
        let is_body = tag.is("body") && matches!(self.main, Main::Unknown);
        if !is_main && !is_body {
            return false;
        }
        if matches!(self.main, Main::Unknown) {
            self.reader = Reader::default();
        }
        let element = Element::of(tag);
        self.left_out = element.filter(|_| is_off(tag));
        if let Some(element) = element.filter(|_| is_main) {
            self.main = Main::Inside(element);
        }
        true
    }

    /// Whether a token says something of the page and stands in none of its lines.
    fn is_head(&mut self, token: &Token<'_, 'a>) -> bool {
        if let Some(title) = &mut self.title {
            match token {
                token if title.ends_with(token) => self.title = None,
                Token::Text(text) => self.window.push_str(&decode(text)),
                _ => {}
            }
            return true;
        }
        let Token::Start(tag) = token else {
            return false;
        };
        if tag.is("html") {
            self.base = self.base.or_else(|| direction_of_page(tag));
        } else if tag.is("title") && !tag.is_foreign && self.window.is_empty() {
            self.title = Element::of(tag);
        } else if tag.is("meta") && self.description.is_none() {
            let is_description = tag.says("name", "description");
            let content = tag.value("content").filter(|_| is_description);
            self.description = content.map(|content| decode_value(content).into_owned());
        }
        self.title.is_some()
    }

    /// What was read.
    pub(crate) fn extract(self) -> Extract {
        let description = self.description.unwrap_or_default();
        let base = self.base.unwrap_or(Direction::Rtl);
        self.reader.extract(self.window, &description, base)
    }
}

fn is_off(tag: &Tag<'_, '_>) -> bool {
    tag.says("data-search", "off")
}
