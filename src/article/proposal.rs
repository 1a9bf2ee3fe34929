//! What is proposed of an article: an entry with the words that it stands on.

/// What is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A country, a city, an area.
    Place,
    /// An organisation, an authority, a company.
    Body,
    /// An agreement.
    Accord,
    /// A subject.
    Topic,
    /// A day or a span of days.
    Date,
    /// A number with its unit.
    Figure,
    /// What somebody is quoted with.
    Quotation,
    /// Somebody, by name.
    Person,
}

/// An entry that the article gives reason for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// What it is.
    pub kind: Kind,
    /// Its name, in the article's spelling where the article has it.
    pub name: String,
    /// Whether the name is ours: the article has only an adjective of it.
    pub is_name_ours: bool,
    /// A name for its address.
    pub slug: String,
    /// Whether the slug is a guess, by the letters.
    pub is_slug_guessed: bool,
    /// More about it: the kind of a place or an agreement, a date in ISO 8601, a unit.
    pub detail: Option<String>,
    /// Where it stands, in the order of the article.
    pub mentions: Vec<Mention>,
    /// Other proposals that belong to it, such as parties, by their place in the list.
    pub parties: Vec<usize>,
    /// Words that say what it is about.
    pub about: Option<Mention>,
}

/// Words of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The number of the paragraph.
    pub paragraph: usize,
    /// The words as they stand there, from the beginning of a word to the end of one.
    pub quote: String,
}
