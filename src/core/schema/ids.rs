//! Collections, records and languages by number: their places in site.toml.

/// A collection, as an index into [`super::Schema::collections`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollectionId(pub usize);

/// A record type, as an index into [`super::Schema::records`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub usize);

/// A language of the site: its own, or one of those of `[languages]`, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LanguageId(pub usize);

impl LanguageId {
    /// The site's own.
    pub const OWN: Self = Self(0);
}
