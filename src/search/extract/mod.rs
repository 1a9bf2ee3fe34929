//! A finished page to what the index holds of it: its title, its places and the words of each. Reads `<main>`; what is
//! navigation, a program or a drawing is left out, and so is whatever stands in an element with `data-search="off"`.

mod reader;
#[cfg(test)]
mod tests;
mod text;

use crate::arabic::bidi::Tag;
use crate::digest::{Digest, StableHash, StableHasher};
use reader::Reader;

/// A page as the index sees it.
#[derive(Debug, PartialEq, Eq)]
pub struct Extract {
    /// The first heading, or what the window is called.
    pub(super) title: String,
    /// What the page says of itself.
    pub(super) description: String,
    /// Where results may lead: the page as a whole, then every block of it that has an id.
    pub(super) places: Vec<Place>,
    /// The words of the page, folded, each once and sorted.
    pub(super) words: Vec<Box<str>>,
    /// Where each word stands, in the order of words and places.
    pub(super) hits: Vec<Hit>,
    /// A digest of all that.
    pub(super) digest: Digest,
}

/// A place of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) id: String,
    /// What stands above it; empty for the page as a whole.
    pub(super) heading: String,
}

/// A word in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) word: u32,
    pub(super) place: u32,
    pub(super) field: Field,
    /// How often it is there.
    pub(super) times: u32,
}

impl Hit {
    /// Takes in another of the same word in the same place.
    fn add(&mut self, other: Self) {
        self.field = self.field.max(other.field);
        self.times += other.times;
    }
}

/// What a word is part of, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Body,
    Heading,
    Title,
}

/// The elements whose text is no part of what a page says.
const LEFT_OUT: [&str; 10] = [
    "button", "form", "nav", "noscript", "script", "select", "style", "svg", "template", "textarea",
];

impl Extract {
    /// What the index holds of a page.
    #[must_use]
    pub fn of(html: &str) -> Self {
        let (main, head) = text::main(html);
        let mut reader = Reader::new();
        let mut rest = main;
        while let Some(at) = rest.find('<') {
            reader.text(&rest[..at]);
            rest = &rest[at..];
            let tag = Tag::first(rest);
            let length = if is_left_out(&tag) {
                reader.end_of_text();
                tag.element_length(rest)
            } else {
                reader.tag(&tag);
                tag.length
            };
            rest = &rest[length..];
        }
        reader.text(rest);
        reader.end_of_text();
        reader.extract(head)
    }

    /// How many words there are to be found, a word in two places counting twice.
    #[must_use]
    pub fn size(&self) -> usize {
        self.hits.len()
    }
}

fn is_left_out(tag: &Tag<'_>) -> bool {
    let is_off = || tag.attribute("data-search") == Some("off");
    !tag.closes() && (LEFT_OUT.contains(&tag.name()) || is_off())
}

impl StableHash for Place {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&(&self.id, &self.heading));
    }
}

impl StableHash for Hit {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        // There are more of them than of anything else: two numbers in one.
        let pair = |one: u32, other: u32| ((u64::from(one) << 32) | u64::from(other)).cast_signed();
        hasher.number(pair(self.word, self.place));
        hasher.number(pair(self.times, self.field as u32));
    }
}
