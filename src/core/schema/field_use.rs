//! The purposes for which site.toml can name a field.

use crate::locale::{Text, text};

/// A purpose for which site.toml can name a field. [`super::Kind::serves`] says which kinds are fit for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldUse {
    /// The name of an entry.
    Title,
    /// The slug of an entry that is a row.
    Slug,
    /// The order of entries.
    Order,
    /// Groups of entries, within which previous and next stay.
    Siblings,
    /// The page on which an entry is shown.
    Anchor,
    /// How many back-references there must be.
    Count,
    /// The day of a post in a feed.
    Day,
    /// What a post is about.
    Summary,
    /// Who wrote a post.
    Author,
    /// The day by which an archive puts entries together.
    Period,
    /// Other names under which search finds a page.
    Alias,
}

impl FieldUse {
    /// The hint for a field whose kind is not fit for the purpose.
    #[must_use]
    pub fn hint(self) -> Text {
        match self {
            Self::Title => text!("use-title-hint"),
            Self::Slug => text!("use-slug-hint"),
            Self::Order => text!("use-order-hint"),
            Self::Siblings => text!("use-siblings-hint"),
            Self::Anchor => text!("use-anchor-hint"),
            Self::Count => text!("use-count-hint"),
            Self::Day => text!("use-day-hint"),
            Self::Summary => text!("use-summary-hint"),
            Self::Author => text!("use-author-hint"),
            Self::Period => text!("use-period-hint"),
            Self::Alias => text!("use-alias-hint"),
        }
    }
}
