//! What the index holds of a page.

use std::num::NonZeroU32;

use crate::digest::{Digest, StableHash, StableHasher};

/// A page as the index sees it.
#[derive(Debug, PartialEq, Eq)]
pub struct Extract {
    /// The first heading, or what the window is called.
    pub(in crate::search) title: String,
    /// What the page says of itself.
    pub(in crate::search) description: String,
    /// Where results may lead: the page as a whole, then every block of it that has an id.
    pub(in crate::search) places: Vec<Place>,
    /// Where each word stands, in the order of terms and places.
    pub(in crate::search) hits: Vec<Hit>,
    /// The blocks of text that other pages may have as well.
    pub(in crate::search) passages: Vec<Passage>,
    /// A digest of all that.
    pub(in crate::search) digest: Digest,
}

/// A place of a page.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::search) struct Place {
    pub(in crate::search) id: String,
    /// What stands above it; empty for the page as a whole.
    pub(in crate::search) heading: String,
}

/// A block of text that is long enough to be told from others.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::search) struct Passage {
    /// A digest of its words.
    pub(in crate::search) digest: Digest,
    /// Whether the page quotes it.
    pub(in crate::search) is_quoted: bool,
}

/// A word in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::search) struct Hit {
    /// The number of its term.
    pub(in crate::search) term: u32,
    pub(in crate::search) place: u32,
    /// The passage in which it is, counted from one, if it is nowhere else in the place.
    pub(in crate::search) passage: Option<NonZeroU32>,
    /// How often it is there, as far as that can be counted.
    pub(in crate::search) times: u16,
    pub(in crate::search) field: Field,
}

impl Hit {
    /// Takes in another of the same word in the same place.
    pub(super) fn add(&mut self, other: Self) {
        self.field = self.field.max(other.field);
        self.times = self.times.saturating_add(other.times);
        self.passage = self
            .passage
            .filter(|passage| other.passage == Some(*passage));
    }
}

/// What a word is part of, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::search) enum Field {
    Body,
    Heading,
    Title,
}

impl Extract {
    /// How many words there are to be found, a word in two places counting twice.
    #[must_use]
    pub fn size(&self) -> usize {
        self.hits.len()
    }
}

impl StableHash for Place {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&(&self.id, &self.heading));
    }
}

impl StableHash for Passage {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&(self.digest, self.is_quoted));
    }
}
