//! The shape of one value.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::schema::CollectionId;

/// What is known of a value. Whether it may be null is not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) enum Shape {
    /// Nothing is known.
    Unknown,
    /// Nothing can be known, since a name on the way to it leads to nothing.
    Lost,
    /// A text, a number or a truth.
    Plain,
    /// What stands below the front matter of the page, or a text made of it.
    Prose,
    List(Arc<Self>),
    /// A map that has these fields and no others.
    Map(Arc<BTreeMap<Arc<str>, Self>>),
    /// A map with any fields, all of this shape.
    Table(Arc<Self>),
    Entry(CollectionId, Depth),
    /// An entry as its own page has it, or its card, which has no body.
    Page(CollectionId, PageBody),
    /// One of these. Of none of them: nothing is there to be looked at.
    OneOf(BTreeSet<Self>),
}

/// How much an entry tells, from its name alone to its references' references.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) enum Depth {
    Stub,
    Fields,
    Linked,
    Listed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) enum PageBody {
    Included,
    Omitted,
}

pub(super) type Fields = BTreeMap<Arc<str>, Shape>;

impl Depth {
    /// Of what an entry of this depth refers to.
    pub(super) fn below(self) -> Self {
        match self {
            Self::Stub | Self::Fields => Self::Stub,
            Self::Linked => Self::Fields,
            Self::Listed => Self::Linked,
        }
    }
}

impl Shape {
    /// Nothing: null, or an item of an empty list.
    pub(in crate::pages) fn nothing() -> Self {
        Self::OneOf(BTreeSet::new())
    }

    pub(in crate::pages) fn is_nothing(&self) -> bool {
        matches!(self, Self::OneOf(shapes) if shapes.is_empty())
    }

    pub(in crate::pages) fn list(item: Self) -> Self {
        Self::List(item.into())
    }

    /// A map of plain values.
    pub(in crate::pages) fn plain_map<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let fields = names.into_iter().map(|name| (name, Self::Plain));
        Self::map(fields)
    }

    pub(in crate::pages) fn map<'a>(fields: impl IntoIterator<Item = (&'a str, Self)>) -> Self {
        let fields = fields.into_iter();
        Self::Map(Arc::new(
            fields.map(|(n, shape)| (n.into(), shape)).collect(),
        ))
    }

    /// Whichever of these it may be.
    pub(in crate::pages) fn one_of(shapes: impl IntoIterator<Item = Self>) -> Self {
        let mut all = BTreeSet::new();
        for shape in shapes {
            match shape {
                Self::Unknown | Self::Lost => return shape,
                Self::OneOf(more) => all.extend(more),
                one => {
                    all.insert(one);
                }
            }
        }
        match all.len() {
            1 => all.pop_first().unwrap_or(Self::Unknown),
            _ => Self::OneOf(all),
        }
    }

    /// Each shape that it may be.
    pub(in crate::pages) fn each(&self) -> Vec<&Self> {
        match self {
            Self::OneOf(shapes) => shapes.iter().collect(),
            one => vec![one],
        }
    }

    /// Whether it is one entry for sure, or null.
    pub(in crate::pages) fn is_entry(&self) -> bool {
        let is_one = |shape: &Self| matches!(shape, Self::Entry(..) | Self::Page(..));
        !self.is_nothing() && self.each().into_iter().all(is_one)
    }

    /// Whether it is a list, a map or an entry for sure, which nobody wants to read as they are.
    pub(in crate::pages) fn has_no_text(&self) -> bool {
        !self.is_nothing()
            && self.each().into_iter().all(|shape| match shape {
                Self::List(_)
                | Self::Map(_)
                | Self::Table(_)
                | Self::Entry(..)
                | Self::Page(..) => true,
                Self::Unknown | Self::Lost | Self::Plain | Self::Prose | Self::OneOf(_) => false,
            })
    }

    /// Whether the body of the page is in it.
    pub(in crate::pages) fn holds_prose(&self) -> bool {
        match self {
            Self::Prose | Self::Page(_, PageBody::Included) => true,
            Self::List(inside) | Self::Table(inside) => inside.holds_prose(),
            Self::Map(fields) => fields.values().any(Self::holds_prose),
            Self::OneOf(shapes) => shapes.iter().any(Self::holds_prose),
            Self::Unknown | Self::Lost | Self::Plain | Self::Entry(..) | Self::Page(..) => false,
        }
    }

    /// Of the items of a list.
    pub(in crate::pages) fn item(&self) -> Self {
        Self::one_of(self.each().into_iter().map(|shape| match shape {
            Self::List(item) => (**item).clone(),
            other => other.inside(),
        }))
    }

    /// Of what is in a value, where its shape does not say.
    pub(in crate::pages) fn inside(&self) -> Self {
        match self {
            Self::Lost => Self::Lost,
            nothing if nothing.is_nothing() => Self::nothing(),
            _ => Self::Unknown,
        }
    }
}
