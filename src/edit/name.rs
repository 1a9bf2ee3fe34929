//! The id of an entry as it is typed.

use std::fmt;
use std::str::FromStr;

use crate::arabic::{heading_id, nfc};
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
use crate::schema::{CollectionId, Schema, did_you_mean, is_slug};

/// `collection/slug`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryName {
    /// The name of its collection.
    pub collection: String,
    /// Its name in the collection; with those of its sections before it, where the collection is nested.
    pub slug: String,
}

impl EntryName {
    /// The collection of this name.
    ///
    /// # Errors
    /// A diagnostic, when there is none.
    pub fn collection(&self, schema: &Schema) -> Result<CollectionId, Diagnostic> {
        let name = self.collection.as_str();
        schema.collection_named(name).ok_or_else(|| {
            let near = did_you_mean(name, schema.names());
            Diagnostic::error("E102", text!("collection-none", name))
                .hint(near.unwrap_or_else(|| schema.names_hint()))
        })
    }
}

impl EntryName {
    /// The collection of this name, if it may have an entry that is called so.
    ///
    /// # Errors
    /// A diagnostic, when there is no such collection, or the name is none that an address can have.
    pub fn collection_for_new(&self, schema: &Schema) -> Result<CollectionId, Diagnostic> {
        let collection = self.collection(schema)?;
        let declared = schema.collection(collection);
        let is_path = || declared.nested && self.slug.split('/').all(is_slug);
        if is_slug(&self.slug) || is_path() {
            return Ok(collection);
        }
        let right = if declared.nested {
            let parts = self.slug.split('/').map(heading_id);
            parts
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join("/")
        } else {
            heading_id(&self.slug)
        };
        let name = format!("{}/{right}", self.collection);
        let problem = Diagnostic::error("E105", text!("slug-bad", slug = self.slug.as_str()));
        Err(problem.hint(text!("did-you-mean", name)))
    }
}

impl fmt::Display for EntryName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.collection, self.slug)
    }
}

impl FromStr for EntryName {
    type Err = Text;

    fn from_str(written: &str) -> Result<Self, Text> {
        let id = nfc(written);
        match id.split_once('/') {
            Some((collection, slug)) if !collection.is_empty() && !slug.is_empty() => Ok(Self {
                collection: collection.to_owned(),
                slug: slug.to_owned(),
            }),
            _ => Err(text!("entry-id-wrong")),
        }
    }
}
