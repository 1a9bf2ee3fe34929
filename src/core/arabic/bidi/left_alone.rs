//! Elements in which nothing is isolated, while a text is read token by token.

use super::inline::Part;
use super::tag::{is_left_alone, is_note_reference, part};
use crate::arabic::Direction;
use crate::html::{Element, Token, Tokens};

/// Tells what stands in such elements.
#[derive(Debug)]
pub(super) struct LeftAlone<'a> {
    /// The direction of the lines.
    base: Direction,
    inside: Option<Inside<'a>>,
    /// The names of those that were never closed.
    unclosed: Vec<&'a str>,
}

/// The element that is being read.
#[derive(Debug)]
enum Inside<'a> {
    Closed(Element<'a>),
    /// One that is never closed ends with its block.
    Unclosed,
}

impl<'a> LeftAlone<'a> {
    pub(super) fn of(base: Direction) -> Self {
        Self {
            base,
            inside: None,
            unclosed: Vec::new(),
        }
    }

    /// Takes in a token, with which `html` begins, and answers whether it is part of such an element.
    pub(super) fn read(&mut self, token: &Token<'_, 'a>, html: &'a str) -> bool {
        match &mut self.inside {
            Some(Inside::Closed(element)) => {
                if element.ends_with(token) {
                    self.inside = None;
                }
                return true;
            }
            Some(Inside::Unclosed) if part(token) != Part::Edge => return true,
            Some(Inside::Unclosed) | None => self.inside = None,
        }
        let Token::Start(tag) = token else {
            return false;
        };
        if !is_left_alone(tag, self.base) && !is_note_reference(tag) {
            return false;
        }
        self.inside = Element::of(tag).map(|element| {
            let is_known = self.unclosed.iter().any(|name| tag.is(name));
            if !is_known && closes(element, html) {
                Inside::Closed(element)
            } else {
                self.unclosed.push(tag.name);
                Inside::Unclosed
            }
        });
        true
    }

    /// Whether it has not ended yet.
    pub(super) fn is_inside(&self) -> bool {
        self.inside.is_some()
    }
}

/// Whether the element is closed with which a text begins.
fn closes(mut element: Element<'_>, html: &str) -> bool {
    let mut tokens = Tokens::of(html);
    tokens.read();
    while let Some(token) = tokens.read() {
        if element.ends_with(&token) {
            return true;
        }
    }
    false
}
