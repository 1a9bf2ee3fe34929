//! Typed values: what front matter becomes once it has been read against the schema.

use std::ops::Range;
use std::sync::Arc;

use crate::arabic::Date;
use crate::markdown::Prose;
use crate::schema::{CollectionId, RecordId};

/// The value of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// Any number of values.
    List(Vec<Value>),
    /// A record's values, in the order of its declared fields.
    Record(RecordId, Arc<Vec<Value>>),
}

impl Value {
    /// Calls `visit` with this value and everything inside it, parents first.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Value)) {
        visit(self);
        match self {
            Self::List(items) => items.iter().for_each(|item| item.walk(visit)),
            Self::Record(_, values) => values.iter().for_each(|value| value.walk(visit)),
            _ => {}
        }
    }
}

/// An entry by name, not yet looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The collection it is in.
    pub collection: CollectionId,
    /// Its slug.
    pub slug: Arc<str>,
    /// The bytes of the file that name it.
    pub range: Range<usize>,
}

/// Words quoted from a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The slug of the source, when the entry names one.
    pub source: Option<Arc<str>>,
    /// The paragraph's number.
    pub paragraph: i64,
    /// The bytes of the file that name the paragraph.
    pub range: Range<usize>,
    /// The quoted segments, in the order in which they stand in the paragraph.
    pub quote: Vec<(Arc<str>, Range<usize>)>,
}
