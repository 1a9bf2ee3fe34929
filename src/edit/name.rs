//! The id of an entry as it is typed.

use std::fmt;
use std::str::FromStr;

use crate::arabic::nfc;
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
use crate::schema::{CollectionId, Schema, did_you_mean};

/// `collection/slug`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryName {
    /// The name of its collection.
    pub collection: String,
    /// Its name in the collection.
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
            Some((collection, slug))
                if !collection.is_empty() && !slug.is_empty() && !slug.contains('/') =>
            {
                Ok(Self {
                    collection: collection.to_owned(),
                    slug: slug.to_owned(),
                })
            }
            _ => Err(text!("entry-id-wrong")),
        }
    }
}
