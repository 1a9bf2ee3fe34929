//! Typed values: what front matter becomes once it has been read against the schema.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::arabic::{Date, Language};
use crate::markdown::Prose;
use crate::path::SourcePath;
use crate::schema::{CollectionId, RecordId};

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Value {
    /// An optional field that is absent.
    Null,
    /// Text, a URL, a slug or a choice.
    String(Arc<str>),
    /// A whole number.
    Int(i64),
    /// True or false.
    Bool(bool),
    /// A calendar date.
    Date(Date),
    /// Markdown, already rendered.
    Markdown(Arc<Prose>),
    /// An entry, by name.
    Reference(Reference),
    /// Quoted words.
    Citation(Arc<Citation>),
    /// A picture beside the text.
    Picture(Arc<Picture>),
    /// Any number of values.
    List(Vec<Value>),
    /// A record's values, in the order of its declared fields.
    Record(RecordId, Arc<Vec<Value>>),
}

impl Value {
    /// The value as output formats see it.
    #[must_use]
    pub fn view(&self) -> ValueView<'_> {
        match self {
            Self::Null => ValueView::Nothing,
            Self::String(text) => ValueView::Text(Cow::Borrowed(text)),
            Self::Int(number) => ValueView::Number(*number),
            Self::Bool(truth) => ValueView::Truth(*truth),
            Self::Date(date) => ValueView::Text(Cow::Owned(date.to_string())),
            Self::Markdown(prose) => ValueView::Prose(prose),
            Self::Reference(reference) => ValueView::Entry(reference),
            Self::Citation(citation) => ValueView::Citation(citation),
            Self::Picture(picture) => ValueView::Picture(picture),
            Self::List(items) => ValueView::List(items),
            Self::Record(id, values) => ValueView::Record(*id, values),
        }
    }

    /// The key by which entries are sorted; `None` for values without an order.
    #[must_use]
    pub fn sort_key(&self, language: &Language) -> Option<SortKey> {
        match self {
            Self::Int(number) => Some(SortKey::Number(*number)),
            Self::Bool(truth) => Some(SortKey::Number(i64::from(*truth))),
            Self::Date(date) => Some(SortKey::Date(*date)),
            Self::String(text) => Some(SortKey::Text(language.sort_key(text))),
            Self::Null
            | Self::Markdown(_)
            | Self::Reference(_)
            | Self::Citation(_)
            | Self::Picture(_)
            | Self::List(_)
            | Self::Record(..) => None,
        }
    }

    /// A copy without text: numbers, dates and references are kept.
    #[must_use]
    pub fn without_words(&self) -> Self {
        match self {
            Self::Null | Self::Int(_) | Self::Bool(_) | Self::Date(_) | Self::Reference(_) => {
                self.clone()
            }
            Self::String(_) | Self::Markdown(_) | Self::Citation(_) => Self::Null,
            Self::Picture(picture) => Self::Picture(Arc::new(Picture {
                alt: None,
                ..(**picture).clone()
            })),
            Self::List(items) => {
                let items = items.iter().map(Self::without_words);
                Self::List(items.filter(|item| *item != Self::Null).collect())
            }
            Self::Record(id, values) => {
                let values = values.iter().map(Self::without_words);
                Self::Record(*id, Arc::new(values.collect()))
            }
        }
    }

    /// The values directly inside it.
    fn inner(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            Self::Record(_, values) => values,
            Self::Null
            | Self::String(_)
            | Self::Int(_)
            | Self::Bool(_)
            | Self::Date(_)
            | Self::Markdown(_)
            | Self::Reference(_)
            | Self::Citation(_)
            | Self::Picture(_) => &[],
        }
    }

    /// Calls `visit` with this value and everything inside it, parents first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Value)) {
        visit(self);
        self.inner().iter().for_each(|value| value.walk(visit));
    }
}

/// A value as output formats (templates, JSON, CSV, feeds) see it. A new type of value maps to one of these, so that the
/// formats need not change.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum ValueView<'a> {
    /// Nothing.
    Nothing,
    /// Plain text.
    Text(Cow<'a, str>),
    /// Text with markup.
    Prose(&'a Prose),
    /// A whole number.
    Number(i64),
    /// True or false.
    Truth(bool),
    /// Another entry.
    Entry(&'a Reference),
    /// Quoted words.
    Citation(&'a Citation),
    /// A picture.
    Picture(&'a Picture),
    /// Any number of values.
    List(&'a [Value]),
    /// A record's values, in the order of its declared fields.
    Record(RecordId, &'a Arc<Vec<Value>>),
}

/// The sort key that one field contributes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum SortKey {
    /// Numbers, false before true.
    Number(i64),
    /// Days.
    Date(Date),
    /// Text, in the order of a dictionary.
    Text(Vec<u8>),
}

/// An entry by name, not yet looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The collection it is in.
    pub collection: CollectionId,
    /// Its slug; of a tag, the words that it goes by.
    pub slug: Arc<str>,
    /// Whether it is a tag.
    pub is_tag: bool,
    /// The bytes of the file that name it.
    pub range: Range<usize>,
}

/// A picture that an entry names, not yet looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub file: SourcePath,
    /// What it shows, for those who do not see it.
    pub alt: Option<Arc<str>>,
    /// What of it is to be seen however it is cut out: how far from its left edge and from its top, in thousandths.
    pub focus: (u16, u16),
    /// In which ways it is cut out.
    pub crops: Vec<Arc<str>>,
    /// The bytes of the file that name it.
    pub range: Range<usize>,
}

/// Words quoted from a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The slug of the source, when the entry names one.
    pub source: Option<Arc<str>>,
    /// The bytes of the file that name the source; those that name the paragraph, where none is named.
    pub source_range: Range<usize>,
    /// The paragraph's number.
    pub paragraph: i64,
    /// The bytes of the file that name the paragraph.
    pub range: Range<usize>,
    /// The quoted segments, in the order in which they stand in the paragraph.
    pub quote: Vec<(Arc<str>, Range<usize>)>,
    /// The same in the language of the entry, which nothing proves.
    pub translation: Option<Arc<str>>,
    /// What other sources say otherwise.
    pub against: Vec<Citation>,
}

impl Citation {
    /// This one, and those of what is said otherwise.
    pub fn with_those_against(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.against)
    }
}
