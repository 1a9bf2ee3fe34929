//! What pages show of the bodies of entries that are not their own: summaries and whole texts, where a template asks
//! for them. Which template asks for what is known before anything is rendered (`templates::names`), so that a page
//! hangs on no body that it does not show.

mod elsewhere;
mod texts;

use std::collections::BTreeMap;

pub(super) use elsewhere::summary;
pub(in crate::pages) use texts::Texts;
pub(super) use texts::words;

use crate::digest::StableHasher;
use crate::schema::CollectionId;

/// What a template may ask of an entry's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) enum BodyField {
    Summary,
    Content,
    WordCount,
    ReadingTime,
}

impl BodyField {
    pub(in crate::pages) const ALL: [Self; 4] = [
        Self::Summary,
        Self::Content,
        Self::WordCount,
        Self::ReadingTime,
    ];

    /// Those that are a text to be read.
    pub(in crate::pages) const READ: [Self; 2] = [Self::Summary, Self::Content];

    /// As templates name it.
    pub(in crate::pages) fn name(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Content => "content",
            Self::WordCount => "word_count",
            Self::ReadingTime => "reading_time",
        }
    }

    pub(in crate::pages) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Some of what a template may ask.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) struct BodyFields(u8);

impl BodyFields {
    pub(super) fn has(self, field: BodyField) -> bool {
        self.0 & field.bit() != 0
    }

    pub(super) fn each(self) -> impl Iterator<Item = BodyField> {
        BodyField::ALL
            .into_iter()
            .filter(move |field| self.has(*field))
    }
}

/// What a template asks of bodies.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) struct Asked {
    /// Of the entries of each collection.
    pub(super) of: BTreeMap<CollectionId, BodyFields>,
    /// Of the entry of its own page.
    pub(super) own: BodyFields,
}

impl Asked {
    /// Nothing.
    pub(in crate::pages) const NOTHING: &'static Self = &Self {
        of: BTreeMap::new(),
        own: BodyFields(0),
    };

    /// Notes that a template asks this of the entries of a collection.
    pub(in crate::pages) fn note(&mut self, collection: CollectionId, field: BodyField) {
        self.of.entry(collection).or_default().0 |= field.bit();
    }

    /// Notes that a template asks this of the entry of its own page.
    pub(in crate::pages) fn note_own(&mut self, field: BodyField) {
        self.own.0 |= field.bit();
    }

    /// Adds what another asks.
    pub(in crate::pages) fn add(&mut self, other: &Self) {
        for (collection, fields) in &other.of {
            self.of.entry(*collection).or_default().0 |= fields.0;
        }
        self.own.0 |= other.own.0;
    }

    /// Whether it asks any of this of the entries of a collection.
    pub(in crate::pages) fn asks(&self, collection: CollectionId, fields: &[BodyField]) -> bool {
        let asked = self.of(collection);
        fields.iter().any(|field| asked.has(*field))
    }

    /// Whether it asks any of this of the entry of its own page.
    pub(in crate::pages) fn asks_own(&self, fields: &[BodyField]) -> bool {
        fields.iter().any(|field| self.own.has(*field))
    }

    pub(super) fn of(&self, collection: CollectionId) -> BodyFields {
        self.of.get(&collection).copied().unwrap_or_default()
    }

    pub(in crate::pages) fn trace(&self, trace: &mut StableHasher) {
        trace.list(self.of.len());
        for (collection, fields) in &self.of {
            trace.write(&(collection.0, usize::from(fields.0)));
        }
        trace.write(&usize::from(self.own.0));
    }
}
