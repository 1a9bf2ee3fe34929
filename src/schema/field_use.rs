//! The purposes for which site.toml can name a field.

/// A purpose for which site.toml can name a field. [`super::Kind::serves`] says which kinds are fit for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldUse {
    /// The name of an entry.
    Title,
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
    /// Other names under which search finds a page.
    Alias,
}

impl FieldUse {
    /// The hint for a field whose kind is not fit for the purpose.
    #[must_use]
    pub fn hint(self) -> &'static str {
        match self {
            Self::Title => "a title is a string",
            Self::Order => "order by a number, a date or a string",
            Self::Siblings => "siblings share a reference, a choice, a number or a string",
            Self::Anchor => "an anchor names the field that refers to the page",
            Self::Count => "`expect` names the int field that holds the number",
            Self::Day => "a feed goes by a field of type date",
            Self::Summary => "a summary is a string or markdown",
            Self::Author => "an author is a string or a reference, or a list of them",
            Self::Alias => "other names are a string or list(string)",
        }
    }
}
