//! The declared shape of a site: collections, their typed fields, and the records that fields share.
//! Everything here is read from `site.toml`; `value` reads front matter against it.

mod feed;
mod field_type;
pub(crate) mod json_schema;
mod reader;
mod value;

use std::sync::Arc;

pub use feed::{Feed, FeedFormat};
pub(crate) use field_type::Names;
pub use field_type::{FieldType, Kind};
pub(crate) use reader::{FieldReader, is_slug, read_fields};
pub use value::{Citation, Reference, Value};

use crate::diagnostic::Span;

/// A collection, as an index into [`Schema::collections`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CollectionId(pub usize);

/// A record type, as an index into [`Schema::records`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub usize);

/// All declared collections and records, in the order of `site.toml`.
#[derive(Debug, Default)]
pub struct Schema {
    /// The collections.
    pub collections: Vec<Collection>,
    /// The record types.
    pub records: Vec<Record>,
}

impl Schema {
    /// The collection with this name.
    #[must_use]
    pub fn collection_named(&self, name: &str) -> Option<CollectionId> {
        let position = self.collections.iter().position(|c| &*c.name == name);
        position.map(CollectionId)
    }

    /// The names of all collections, in declared order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.collections.iter().map(|collection| &*collection.name)
    }

    /// What to say to somebody who named a collection that there is not.
    pub(crate) fn names_hint(&self) -> String {
        let names: Vec<_> = self.names().collect();
        match names.as_slice() {
            [] => "declare it in site.toml, under [collections]".to_owned(),
            names => format!("the collections are: {}", names.join(", ")),
        }
    }

    /// The collection with this id.
    #[must_use]
    pub fn collection(&self, id: CollectionId) -> &Collection {
        &self.collections[id.0]
    }

    /// The record with this id.
    #[must_use]
    pub fn record(&self, id: RecordId) -> &Record {
        &self.records[id.0]
    }

    /// Collection ids in declared order.
    pub fn ids(&self) -> impl Iterator<Item = CollectionId> + use<> {
        (0..self.collections.len()).map(CollectionId)
    }

    /// The collection whose paragraphs citations stand on.
    #[must_use]
    pub fn source(&self) -> Option<(CollectionId, &SourceRole)> {
        self.ids()
            .find_map(|id| Some((id, self.collection(id).source.as_ref()?)))
    }
}

/// A named set of fields, usable as the type of a field.
#[derive(Debug)]
pub struct Record {
    /// The name by which field types call it.
    pub name: Arc<str>,
    /// Its fields, in declared order.
    pub fields: Vec<Field>,
}

/// One declared field.
#[derive(Debug, Clone)]
pub struct Field {
    /// The key in front matter and in templates.
    pub name: Arc<str>,
    /// What it holds.
    pub field_type: FieldType,
    /// Where it is declared.
    pub span: Span,
}

/// A folder of entries with the same fields.
#[derive(Debug)]
pub struct Collection {
    /// The name: the first component of its entries' ids, and the name templates know it by.
    pub name: Arc<str>,
    /// Where it is declared.
    pub span: Span,
    /// The folder below `content/`.
    pub folder: String,
    /// Where its entries are published.
    pub address: Address,
    /// The template of its pages, unless an entry names its own.
    pub template: Option<Spanned<String>>,
    /// The field that titles an entry.
    pub title: Spanned<String>,
    /// The id of the entry that lists this collection: the parent of its pages.
    pub index: Option<Spanned<String>>,
    /// The fields that order it.
    pub order: Vec<OrderKey>,
    /// The field within whose value previous and next stay.
    pub siblings: Option<Spanned<String>>,
    /// How many entries there must be.
    pub expect: Option<Spanned<i64>>,
    /// The declared fields, in declared order.
    pub fields: Vec<Field>,
    /// The declared back-references, in declared order.
    pub backrefs: Vec<Backref>,
    /// Set when citations stand on this collection's paragraphs.
    pub source: Option<SourceRole>,
    /// Its feed, if it has one.
    pub feed: Option<Feed>,
}

impl Collection {
    /// The position of the field with this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|f| &*f.name == name)
    }
}

/// A value and the place in `site.toml` that it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place.
    pub span: Span,
}

/// Where the entries of a collection are published.
#[derive(Debug, Clone)]
pub enum Address {
    /// A page each, at this pattern; `{slug}` stands for the entry's slug.
    Pattern(Spanned<String>),
    /// No page: a place on the page of the entry that this field refers to.
    Anchor(Spanned<String>),
    /// Nowhere.
    None,
}

/// One field of a collection's order.
#[derive(Debug, Clone)]
pub struct OrderKey {
    /// The field.
    pub field: Spanned<String>,
    /// Whether larger values come first.
    pub descending: bool,
}

/// A derived list: the entries that refer to this one.
#[derive(Debug)]
pub struct Backref {
    /// The name under which templates find it.
    pub name: Arc<str>,
    /// Where it is declared.
    pub span: Span,
    /// Paths of fields, each from a collection to a reference: `shelves.rows.books`.
    pub from: Vec<Spanned<String>>,
    /// The int field that says how many there must be.
    pub expect: Option<Spanned<String>>,
}

/// How a collection's entries serve as sources: which fields hold the numbered paragraphs.
#[derive(Debug)]
pub struct SourceRole {
    /// The field with the list of paragraphs.
    pub paragraphs: Spanned<String>,
    /// The record's field with a paragraph's number.
    pub number: Spanned<String>,
    /// The record's field with a paragraph's text.
    pub text: Spanned<String>,
    /// The number under which the entry's title is cited.
    pub title: Option<i64>,
    /// Short name of a paragraph, `{n}` for its number.
    pub label: String,
    /// Long name of a paragraph, for those who hear the link rather than see it.
    pub long_label: String,
    /// Name of the title where it is cited.
    pub title_label: String,
    /// How much of the text may be published.
    pub republish: Republish,
}

impl SourceRole {
    /// The short name of the paragraph with this number.
    #[must_use]
    pub fn label_of(&self, number: i64) -> String {
        self.fill(&self.label, number)
    }

    /// Whether the full text of the sources may be published.
    #[must_use]
    pub fn publishes_full_text(&self) -> bool {
        self.republish == Republish::Full
    }

    /// The long name of the paragraph with this number.
    #[must_use]
    pub fn long_label_of(&self, number: i64) -> String {
        self.fill(&self.long_label, number)
    }

    fn fill(&self, pattern: &str, number: i64) -> String {
        let is_title = self.title == Some(number);
        let pattern = if is_title { &self.title_label } else { pattern };
        pattern.replace("{n}", &number.to_string())
    }
}

/// How much of a source's text may be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Republish {
    /// All of it.
    Full,
    /// The quoted words only.
    Excerpts,
}

/// Keys that every entry may carry besides its declared fields.
pub(crate) const STANDARD_KEYS: [&str; 8] = [
    "slug",
    "url",
    "redirect_from",
    "template",
    "draft",
    "sitemap",
    "search",
    "silence",
];

/// Names that templates find on every entry or page; a declared field cannot take one.
pub(crate) const RESERVED_FIELDS: [&str; 11] = [
    "id",
    "collection",
    "slug",
    "url",
    "permalink",
    "template",
    "content",
    "toc",
    "parent",
    "prev",
    "next",
];

/// Names that templates find at top level; a collection cannot take one.
pub(crate) const RESERVED_COLLECTIONS: [&str; 4] = ["page", "site", "loop", "body"];

/// The candidate most like `word`, if any is near enough to be what was meant.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| {
            *distance <= (candidate.chars().count().max(word.chars().count()) / 3).max(1)
        })
        .min()
        .map(|(_, candidate)| candidate)
}
