//! The grammar of field types: `string`, `list(ref(books|authors))?`, a record's name.
//!
//! ```text
//! type = kind ["?"]
//! kind = "string" | "int" | "bool" | "date" | "url" | "slug" | "markdown" | "cite"
//!      | "image" [ "(" crop { "|" crop } ")" ]
//!      | "tag" [ "(" tags ")" ] | "enum(" choice { "|" choice } ")" | "ref(" collection { "|" collection } ")"
//!      | "list(" kind ")" | record
//! ```

use std::cell::RefCell;
use std::sync::Arc;

use super::field_use::FieldUse;
use super::ids::{CollectionId, RecordId};
use super::names::Guesses;
use crate::locale::{Text, text};

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
    /// A picture beside the text, cut out in these ways.
    Image(Vec<Arc<str>>),
    /// One of these words.
    Enum(Vec<Arc<str>>),
    /// An entry of one of these collections.
    Ref(Vec<CollectionId>),
    /// An entry of these tags, by words. It need not have a file.
    Tag(CollectionId),
    /// Any number of these.
    List(Box<Kind>),
    /// A named set of fields.
    Record(RecordId),
}

static SIMPLE: [(&str, Kind); 9] = [
    ("string", Kind::String),
    ("int", Kind::Int),
    ("bool", Kind::Bool),
    ("date", Kind::Date),
    ("url", Kind::Url),
    ("slug", Kind::Slug),
    ("markdown", Kind::Markdown),
    ("cite", Kind::Cite),
    ("image", Kind::Image(Vec::new())),
];

/// Whether a text has the form of a type: `date?`, `list(…)`.
pub(crate) fn is_type(text: &str) -> bool {
    let text = text.trim().trim_end_matches('?');
    let constructor = text.strip_suffix(')').and_then(|text| text.split_once('('));
    match constructor {
        Some((name, _)) => ["list", "enum", "image", "tag", "ref"].contains(&name),
        None => text == "tag" || SIMPLE.iter().any(|(name, _)| *name == text),
    }
}

/// Why a type cannot be read, and a hint where there is one.
type Unknown = (Text, Option<Text>);

/// The declared names that a type may mention.
pub struct Names<'a> {
    /// The names of collections, in their order.
    pub(crate) collections: &'a [String],
    /// The names of records, in theirs.
    pub(crate) records: &'a [String],
    /// Of the collections, those of tags.
    pub(crate) tags: &'a [String],
    /// The ways in which pictures are cut out.
    pub(crate) crops: &'a [String],
    /// What types that are none are meant as.
    pub(crate) guesses: RefCell<Guesses>,
}

impl Names<'_> {
    fn did_you_mean<'a, C>(&self, word: &str, known: C) -> Option<Text>
    where
        C: IntoIterator<Item = &'a str, IntoIter: Clone>,
    {
        self.guesses.borrow_mut().did_you_mean(word, known)
    }
}

impl FieldType {
    /// Reads a type.
    ///
    /// # Errors
    /// What is wrong, and a hint where there is one.
    pub fn parse(text: &str, names: &Names<'_>) -> Result<Self, Unknown> {
        let text = text.trim();
        if let Some(right) = meant(text).filter(|right| right != text) {
            let message = text!("type-form-wrong", name = text);
            return Err((message, Some(text!("write-instead", words = right))));
        }
        let (text, optional) = match text.strip_suffix('?') {
            Some(rest) => (rest, true),
            None => (text, false),
        };
        let kind = Kind::parse(text, names)?;
        Ok(Self { kind, optional })
    }
}

impl Kind {
    fn parse(text: &str, names: &Names<'_>) -> Result<Self, Unknown> {
        if let Some((_, kind)) = SIMPLE.iter().find(|(name, _)| *name == text) {
            return Ok(kind.clone());
        }
        if text == "tag" {
            return tags(names);
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
                    Some(_) => Err((text!("type-choice-empty", name = text), None)),
                    None => Ok(Self::Enum(choices)),
                }
            }
            "image" => inner
                .split('|')
                .map(|name| crop(name.trim(), names))
                .collect::<Result<_, _>>()
                .map(Self::Image),
            "tag" if names.tags.iter().any(|tags| tags == inner.trim()) => {
                collection(inner.trim(), names).map(Self::Tag)
            }
            "tag" => {
                let message = text!("tags-unknown", name = inner.trim());
                Err((message, Some(tags_hint(names))))
            }
            "ref" => inner
                .split('|')
                .map(|name| collection(name.trim(), names))
                .collect::<Result<_, _>>()
                .map(Self::Ref),
            _ => Err((
                text!("type-constructor-unknown", name = constructor),
                Some(text!("type-constructor-unknown-hint")),
            )),
        }
    }

    /// What an editor would call it, for messages.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::String => text!("kind-string"),
            Self::Int => text!("kind-int"),
            Self::Bool => text!("kind-bool"),
            Self::Date => text!("kind-date"),
            Self::Url => text!("kind-url"),
            Self::Slug => text!("kind-slug"),
            Self::Markdown => text!("kind-markdown"),
            Self::Cite => text!("kind-cite"),
            Self::Image(_) => text!("kind-image"),
            Self::Enum(choices) => {
                let choices: Vec<String> = choices.iter().map(ToString::to_string).collect();
                text!("kind-enum", choices)
            }
            Self::Ref(_) => text!("kind-ref"),
            Self::Tag(_) => text!("kind-tag"),
            Self::List(_) => text!("kind-list"),
            Self::Record(_) => text!("kind-table"),
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
            Self::Image(crops) => Structure::Picture(crops),
            Self::Ref(collections) => Structure::Entry(collections),
            Self::Tag(tags) => Structure::Entry(std::slice::from_ref(tags)),
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
        use FieldUse::{
            Alias, Anchor, Author, Count, Day, Order, Period, Siblings, Slug, Summary, Title,
        };
        let purposes: &[FieldUse] = match self {
            Self::String => &[Title, Slug, Order, Siblings, Summary, Author, Alias],
            Self::Int => &[Slug, Order, Siblings, Count],
            Self::Bool | Self::Url => &[Order],
            Self::Date => &[Order, Day, Period],
            Self::Slug | Self::Enum(_) => &[Slug, Order, Siblings],
            Self::Markdown => &[Summary],
            Self::Ref(_) => &[Siblings, Anchor, Author],
            Self::Tag(_) => &[Siblings],
            Self::Cite | Self::Image(_) | Self::Record(_) => &[],
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
    /// A picture, cut out in these ways.
    Picture(&'a [Arc<str>]),
    /// An entry of one of these collections.
    Entry(&'a [CollectionId]),
    /// Any number of these.
    List(&'a Kind),
    /// The fields of a record.
    Record(RecordId),
}

/// Names that other programs give to types.
const FOREIGN: [(&str, &str); 14] = [
    ("integer", "int"),
    ("number", "int"),
    ("boolean", "bool"),
    ("text", "string"),
    ("str", "string"),
    ("datetime", "date"),
    ("day", "date"),
    ("link", "url"),
    ("uri", "url"),
    ("quote", "cite"),
    ("citation", "cite"),
    ("md", "markdown"),
    ("tags", "list(tag)"),
    ("picture", "image"),
];

/// Names that other programs give to types with brackets.
const FOREIGN_WITH_BRACKETS: [(&str, &str); 8] = [
    ("array(", "list("),
    ("set(", "list("),
    ("choice(", "enum("),
    ("choices(", "enum("),
    ("oneof(", "enum("),
    ("options(", "enum("),
    ("reference(", "ref("),
    ("relation(", "ref("),
];

/// The type in names and marks of ours.
fn in_our_words(text: &str) -> String {
    let mut text = text.to_owned();
    for (foreign, ours) in FOREIGN_WITH_BRACKETS {
        let is_whole = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric());
        if text.find(foreign).is_some_and(is_whole) {
            text = text.replacen(foreign, ours, 1);
        }
    }
    let choices = text.find("enum(").map(|at| at + "enum(".len());
    let end = choices.and_then(|start| Some(start + text[start..].find(')')?));
    if let (Some(start), Some(end)) = (choices, end)
        && !text[start..end].contains('|')
    {
        let choices = text[start..end].split([',', '،', ';', '؛']);
        let choices: Vec<&str> = choices.map(str::trim).collect();
        text = format!("{}{}{}", &text[..start], choices.join("|"), &text[end..]);
    }
    text
}

/// The type as it should have been written: with the question mark at its end, all its brackets, and round ones.
fn meant(text: &str) -> Option<String> {
    // The mark of a list stands behind it: an item is not absent. A word to choose may end in one.
    let inner = Some(text.replace("?)", ")")).filter(|_| !text.contains("enum("));
    let inner = inner.as_deref().unwrap_or(text).trim_matches('?').trim();
    let mark = if inner.len() < text.len() { "?" } else { "" };
    if let Some(item) = inner.strip_suffix("[]") {
        return Some(format!("list({}){mark}", item.trim()));
    }
    if let Some(item) = inner
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        return Some(format!("list({}){mark}", item.trim()));
    }
    let round = inner.replace(['<', '['], "(").replace(['>', ']'], ")");
    let round = in_our_words(&round);
    let count = |bracket| round.matches(bracket).count();
    let (opened, closed) = (count('('), count(')'));
    if closed > opened {
        return None;
    }
    Some(format!("{round}{}{mark}", ")".repeat(opened - closed)))
}

fn collection(name: &str, names: &Names<'_>) -> Result<CollectionId, Unknown> {
    let position = names.collections.iter().position(|c| c == name);
    position.map(CollectionId).ok_or_else(|| {
        let known = names.collections.iter().map(String::as_str);
        (
            text!("collection-none", name),
            names.did_you_mean(name, known),
        )
    })
}

fn crop(name: &str, names: &Names<'_>) -> Result<Arc<str>, Unknown> {
    if names.crops.iter().any(|known| known == name) {
        return Ok(name.into());
    }
    let known = names.crops.iter().map(String::as_str);
    let hint = names.did_you_mean(name, known);
    let hint = hint.unwrap_or_else(|| text!("crop-none-hint"));
    Err((text!("crop-none", name), Some(hint)))
}

/// `tag`: of the only tags there are.
fn tags(names: &Names<'_>) -> Result<Kind, Unknown> {
    match names.tags {
        [only] => collection(only, names).map(Kind::Tag),
        [] => Err((text!("tags-none"), Some(tags_hint(names)))),
        _ => Err((text!("tags-unsaid"), Some(tags_hint(names)))),
    }
}

fn tags_hint(names: &Names<'_>) -> Text {
    let known = names.tags.iter().map(|tags| format!("tag({tags})"));
    let known: Vec<String> = known.collect();
    if known.is_empty() {
        text!("tags-none-hint")
    } else {
        text!("tags-unsaid-hint", names = known)
    }
}

fn record(name: &str, names: &Names<'_>) -> Result<Kind, Unknown> {
    let position = names.records.iter().position(|r| r == name);
    position
        .map(|position| Kind::Record(RecordId(position)))
        .ok_or_else(|| {
            let known = SIMPLE.iter().map(|(name, _)| *name);
            let known = known.chain(names.records.iter().map(String::as_str));
            let foreign = FOREIGN.iter().find(|(foreign, _)| *foreign == name);
            let foreign = foreign.map(|(_, ours)| text!("did-you-mean", name = *ours));
            let hint = foreign.or_else(|| names.did_you_mean(name, known));
            let hint = hint.unwrap_or_else(|| text!("type-unknown-hint"));
            (text!("type-unknown", name), Some(hint))
        })
}
