//! The declared shape of a site: collections, their typed fields, and the records that fields share.
//! Everything here is read from `site.toml`; `content` reads front matter against it.

mod archive;
mod collection;
mod feed;
mod field_type;
mod field_use;
mod ids;
pub mod json_schema;
mod likeness;
mod names;
mod pagination;
mod pattern;
mod source_role;
mod spanned;
mod translation;

pub use archive::{Archive, Period};
pub use collection::{Address, Backref, Collection, Field, OrderKey, Record, RowFile};
pub use feed::{Feed, FeedFormat, FeedPlace};
pub use field_type::{FieldType, Kind, Structure};
pub(crate) use field_type::{Names, is_type};
pub use field_use::FieldUse;
pub use ids::{CollectionId, LanguageId, RecordId};
pub(crate) use likeness::difference;
pub use names::{Guesses, did_you_mean, nearest};
pub(crate) use names::{LIKENED, RESERVED_COLLECTIONS, TRANSLATION_KEYS};
pub use names::{RESERVED_FIELDS, STANDARD_KEYS, UPDATED, is_slug, suggestion};
pub use pagination::Pagination;
pub use pattern::{Part, parts};
pub use source_role::{Labels, Republish, SourceLabels, SourceRole};
pub use spanned::Spanned;
pub use translation::{Expected, Fallback, Missing, Translations};

use std::collections::BTreeSet;

use crate::locale::{Text, text};

/// All declared collections and records, in the order of `site.toml`.
#[derive(Debug, Default)]
pub struct Schema {
    /// The collections.
    pub collections: Vec<Collection>,
    /// The record types.
    pub records: Vec<Record>,
    /// Whether there are languages besides the site's own.
    pub is_multilingual: bool,
}

impl Schema {
    /// The collections whose entries may have tags of this kind.
    pub fn tagged(&self, tags: &Collection) -> impl Iterator<Item = &Collection> {
        let of = tags.backrefs.iter().find(|one| tags.is_tagged(one));
        let paths = of.into_iter().flat_map(|of| &of.from);
        let names = paths.filter_map(|path| path.value.split('.').next());
        let names: BTreeSet<&str> = names.collect();
        let names = names.into_iter();
        let ids: Vec<_> = names
            .filter_map(|name| self.collection_named(name))
            .collect();
        ids.into_iter().map(|id| self.collection(id))
    }

    /// The collection with this name.
    #[must_use]
    pub fn collection_named(&self, name: &str) -> Option<CollectionId> {
        let position = self.collections.iter().position(|c| &*c.name == name);
        position.map(CollectionId)
    }

    /// The names of all collections, in declared order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.collections.iter().map(|collection| &*collection.name)
    }

    /// The hint for the name of a collection that does not exist.
    pub fn names_hint(&self) -> Text {
        let names: Vec<String> = self.names().map(str::to_owned).collect();
        if names.is_empty() {
            text!("collection-declare-hint")
        } else {
            text!("collections-hint", names)
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
