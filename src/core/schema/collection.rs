//! A declared collection: its fields, its addresses, its order, what is derived for it.

use std::sync::Arc;

use super::archive::Archive;
use super::feed::Feed;
use super::field_type::{FieldType, Kind};
use super::pagination::Pagination;
use super::source_role::SourceRole;
use super::spanned::Spanned;
use super::translation::{Expected, Translations};
use crate::diagnostic::Span;
use crate::path::SourcePath;

/// A named set of fields, usable as the type of a field.
#[derive(Debug)]
#[non_exhaustive]
pub struct Record {
    /// The name by which field types call it.
    pub name: Arc<str>,
    /// Its fields, in declared order.
    pub fields: Vec<Field>,
}

/// One declared field.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Field {
    /// The key in front matter and in templates.
    pub name: Arc<str>,
    /// What it holds.
    pub field_type: FieldType,
    /// Where it is declared.
    pub span: Span,
    /// What site.toml says of it in comments.
    pub remark: Option<Arc<str>>,
}

/// A folder of entries with the same fields.
#[derive(Debug)]
#[non_exhaustive]
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
    /// How its list is spread over several pages of that entry, if it is.
    pub paginate: Option<Pagination>,
    /// The fields that order it.
    pub order: Vec<OrderKey>,
    /// The field within whose value previous and next stay.
    pub siblings: Option<Spanned<String>>,
    /// How many related entries each of its pages knows of, if it is to know any.
    pub related: Option<usize>,
    /// How many entries there must be.
    pub expect: Vec<Expected>,
    /// Whether its folders are sections, each with its entries.
    pub nested: bool,
    /// Whether its entries are tags, which need no file.
    pub is_tags: bool,
    /// Set when its entries are years or months, which need no file.
    pub archive: Option<Archive>,
    /// The declared fields, in declared order.
    pub fields: Vec<Field>,
    /// The declared back-references, in declared order.
    pub backrefs: Vec<Backref>,
    /// The file whose rows are its entries, besides those that have files of their own.
    pub rows: Option<RowFile>,
    /// Set when citations stand on this collection's paragraphs.
    pub source: Option<SourceRole>,
    /// Its feed, if it has one.
    pub feed: Option<Feed>,
    /// How it is in the languages of the site.
    pub translations: Translations,
}

/// A file each of whose rows is an entry.
#[derive(Debug)]
#[non_exhaustive]
pub struct RowFile {
    /// The file.
    pub path: SourcePath,
    /// Where it is named.
    pub span: Span,
    /// The field that gives an entry its slug.
    pub slug: Option<Spanned<String>>,
    /// What stands between the items of a list in a cell.
    pub lists: String,
}

impl Collection {
    /// The slug of the entry that stands for the whole of a nested collection: of `index.md` in its own folder.
    pub const ROOT: &'static str = "index";

    /// The back-reference by which tags know the entries that have them.
    pub const TAGGED: &'static str = "pages";

    /// Whether its entries are nothing but what they list: tags, years or months.
    #[must_use]
    pub fn lists_others(&self) -> bool {
        self.is_tags || self.archive.is_some()
    }

    /// Whether a back-reference of it is that one.
    #[must_use]
    pub fn is_tagged(&self, backref: &Backref) -> bool {
        self.lists_others() && &*backref.name == Self::TAGGED
    }

    /// Whether a name stands for what the bodies of its entries begin with: where no field has it.
    #[must_use]
    pub fn is_summary_of_body(&self, name: &str) -> bool {
        name == "summary" && self.field(name).is_none()
    }

    /// Whether each language has a value of its own of a field. By default it has where the field holds words.
    #[must_use]
    pub fn is_translated(&self, field: &Field) -> bool {
        match &self.translations.fields {
            Some(named) => named.iter().any(|one| *one.value == *field.name),
            None => matches!(field.field_type.kind.item(), Kind::String | Kind::Markdown),
        }
    }

    /// The position of the field with this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|f| &*f.name == name)
    }
}

/// Where the entries of a collection are published.
#[derive(Debug, Clone)]
pub enum Address {
    /// A page each, at this pattern of [`super::parts`]: `/books/{slug}/`.
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
#[non_exhaustive]
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
