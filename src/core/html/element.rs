//! Elements, as far as tokens tell where they end.

use super::tag::Tag;
use super::token::Token;

/// An element, from the tag that begins it to the one that ends it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Element<'a> {
    name: &'a str,
    /// How many of its name are open.
    depth: usize,
}

impl<'a> Element<'a> {
    /// The element that a tag begins; `None` where it is empty.
    pub(crate) fn of(tag: &Tag<'_, 'a>) -> Option<Self> {
        let (name, depth) = (tag.name, 1);
        (!tag.is_empty()).then_some(Self { name, depth })
    }

    /// Takes in the next token, and answers whether it ends the element.
    pub(crate) fn ends_with(&mut self, token: &Token<'_, '_>) -> bool {
        match token {
            Token::Start(tag) if tag.is(self.name) && !tag.is_empty() => self.depth += 1,
            Token::End(tag) if tag.is(self.name) => self.depth -= 1,
            _ => {}
        }
        self.depth == 0
    }
}
