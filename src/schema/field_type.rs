//! The grammar of field types: `string`, `list(ref(books|authors))?`, a record's name.
//!
//! ```text
//! type = kind ["?"]
//! kind = "string" | "int" | "bool" | "date" | "url" | "slug" | "markdown" | "cite"
//!      | "enum(" choice { "|" choice } ")" | "ref(" collection { "|" collection } ")"
//!      | "list(" kind ")" | record
//! ```

use std::fmt;
use std::sync::Arc;

use super::field_use::FieldUse;
use super::ids::{CollectionId, RecordId};
use super::names::nearest;

/// What a field holds, and whether it may be absent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldType {
    /// What it holds.
    pub kind: Kind,
    /// Whether it may be absent; an absent field is null.
    pub optional: bool,
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Text.
    String,
    /// A whole number.
    Int,
    /// True or false.
    Bool,
    /// A calendar date.
    Date,
    /// An absolute `http` or `https` address.
    Url,
    /// Lower-case letters, digits and hyphens.
    Slug,
    /// Text with Markdown, references and citations in it.
    Markdown,
    /// Words quoted from a paragraph of a source.
    Cite,
    /// One of these words.
    Enum(Vec<Arc<str>>),
    /// An entry of one of these collections.
    Ref(Vec<CollectionId>),
    /// Any number of these.
    List(Box<Kind>),
    /// A named set of fields.
    Record(RecordId),
}

const SIMPLE: [(&str, Kind); 8] = [
    ("string", Kind::String),
    ("int", Kind::Int),
    ("bool", Kind::Bool),
    ("date", Kind::Date),
    ("url", Kind::Url),
    ("slug", Kind::Slug),
    ("markdown", Kind::Markdown),
    ("cite", Kind::Cite),
];

/// The declared names that a type may mention.
pub(crate) struct Names<'a> {
    pub(crate) collections: &'a [String],
    pub(crate) records: &'a [String],
}

impl FieldType {
    /// Reads a type.
    ///
    /// # Errors
    /// A sentence that says what is wrong, and a hint where there is one.
    pub(crate) fn parse(text: &str, names: &Names<'_>) -> Result<Self, (String, Option<String>)> {
        let text = text.trim();
        let (text, optional) = match text.strip_suffix('?') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let kind = Kind::parse(text, names)?;
        Ok(Self { kind, optional })
    }
}

impl Kind {
    fn parse(text: &str, names: &Names<'_>) -> Result<Self, (String, Option<String>)> {
        if let Some((_, kind)) = SIMPLE.iter().find(|(name, _)| *name == text) {
            return Ok(kind.clone());
        }
        let Some((constructor, inner)) = text
            .strip_suffix(')')
            .and_then(|inner| inner.split_once('('))
        else {
            return record(text, names);
        };
        match constructor {
            "list" => Ok(Self::List(Box::new(Self::parse(inner, names)?))),
            "enum" => {
                let choices: Vec<Arc<str>> = inner.split('|').map(|c| c.trim().into()).collect();
                match choices.iter().find(|choice| choice.is_empty()) {
                    Some(_) => Err((format!("`{text}` has an empty choice"), None)),
                    None => Ok(Self::Enum(choices)),
                }
            }
            "ref" => inner
                .split('|')
                .map(|name| collection(name.trim(), names))
                .collect::<Result<_, _>>()
                .map(Self::Ref),
            _ => Err((
                format!("`{constructor}(…)` is not a field type"),
                Some("the types with brackets are enum(…), ref(…) and list(…)".to_owned()),
            )),
        }
    }

    /// The structure of its values.
    #[must_use]
    pub fn structure(&self) -> Structure<'_> {
        match self {
            Self::String
            | Self::Int
            | Self::Bool
            | Self::Date
            | Self::Url
            | Self::Slug
            | Self::Markdown
            | Self::Enum(_) => Structure::Plain,
            Self::Cite => Structure::Citation,
            Self::Ref(collections) => Structure::Entry(collections),
            Self::List(item) => Structure::List(item),
            Self::Record(id) => Structure::Record(*id),
        }
    }

    /// The kind inside any number of lists.
    #[must_use]
    pub fn item(&self) -> &Self {
        match self {
            Self::List(item) => item.item(),
            other => other,
        }
    }

    /// Whether a field of this kind can be named for a purpose.
    #[must_use]
    pub fn serves(&self, purpose: FieldUse) -> bool {
        use FieldUse::{Alias, Anchor, Author, Count, Day, Order, Siblings, Summary, Title};
        let purposes: &[FieldUse] = match self {
            Self::String => &[Title, Order, Siblings, Summary, Author, Alias],
            Self::Int => &[Order, Siblings, Count],
            Self::Bool | Self::Url => &[Order],
            Self::Date => &[Order, Day],
            Self::Slug | Self::Enum(_) => &[Order, Siblings],
            Self::Markdown => &[Summary],
            Self::Ref(_) => &[Siblings, Anchor, Author],
            Self::Cite | Self::Record(_) => &[],
            Self::List(item) => {
                return matches!(purpose, Author | Alias) && item.serves(purpose);
            }
        };
        purposes.contains(&purpose)
    }
}

/// The structure of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Structure<'a> {
    /// One text, number, day or truth.
    Plain,
    /// Quoted words and where they stand.
    Citation,
    /// An entry of one of these collections.
    Entry(&'a [CollectionId]),
    /// Any number of these.
    List(&'a Kind),
    /// The fields of a record.
    Record(RecordId),
}

fn collection(name: &str, names: &Names<'_>) -> Result<CollectionId, (String, Option<String>)> {
    let position = names.collections.iter().position(|c| c == name);
    position.map(CollectionId).ok_or_else(|| {
        let near = nearest(name, names.collections.iter().map(String::as_str));
        (
            format!("there is no collection `{name}`"),
            near.map(|near| format!("did you mean `{near}`?")),
        )
    })
}

fn record(name: &str, names: &Names<'_>) -> Result<Kind, (String, Option<String>)> {
    let position = names.records.iter().position(|r| r == name);
    position
        .map(|position| Kind::Record(RecordId(position)))
        .ok_or_else(|| {
            let known = SIMPLE.iter().map(|(name, _)| *name);
            let near = nearest(name, known.chain(names.records.iter().map(String::as_str)));
            (
                format!("`{name}` is neither a field type nor a record"),
                Some(near.map_or_else(
                    || "records are declared under [records]".to_owned(),
                    |near| format!("did you mean `{near}`?"),
                )),
            )
        })
}

impl fmt::Display for Kind {
    /// What an editor would call it, for messages.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::String => f.write_str("a string"),
            Self::Int => f.write_str("a whole number"),
            Self::Bool => f.write_str("true or false"),
            Self::Date => f.write_str("a date such as 2025-11-24"),
            Self::Url => f.write_str("an address that starts with https://"),
            Self::Slug => f.write_str("a slug: lower-case letters, digits and hyphens"),
            Self::Markdown => f.write_str("a string of Markdown"),
            Self::Cite => f.write_str("a citation such as { p = 4, quote = [\"…\"] }"),
            Self::Enum(choices) => write!(f, "one of {}", choices.join(", ")),
            Self::Ref(_) => f.write_str("the slug of an entry"),
            Self::List(_) => f.write_str("a list"),
            Self::Record(_) => f.write_str("a table"),
        }
    }
}
