//! The two ways in which a context is read: into values for templates, or into a digest of all that those values
//! would be made of. There is one description of what a template sees, and both follow it, so they cannot part.

use std::sync::Arc;

use crate::graph::EntryId;
use crate::schema::CollectionId;

/// What comes of describing a value, and of describing a map field by field.
pub(super) trait Reading {
    type Value;
    type Map: Default;

    fn absent(&mut self) -> Self::Value;
    fn text(&mut self, text: &str) -> Self::Value;
    /// Text that is HTML already.
    fn html(&mut self, html: &str) -> Self::Value;
    fn number(&mut self, number: i64) -> Self::Value;
    fn truth(&mut self, truth: bool) -> Self::Value;
    fn list(&mut self, items: Vec<Self::Value>) -> Self::Value;
    fn map(&mut self, map: Self::Map) -> Self::Value;
    /// Adds a field that site.toml names.
    fn field(&mut self, map: &mut Self::Map, name: &Arc<str>, value: Self::Value);
    /// Adds a field that every site has.
    fn fixed(&mut self, map: &mut Self::Map, name: &'static str, value: Self::Value);
    /// Another entry, as the level below has it.
    fn entry(&mut self, id: EntryId) -> Self::Value;
    /// Adds what the template asks of the body of an entry of this collection.
    fn body(&mut self, map: &mut Self::Map, id: EntryId, collection: CollectionId);
    /// What every level begins with.
    fn stub(&mut self, id: EntryId) -> Self::Map;

    fn optional_text(&mut self, text: Option<&str>) -> Self::Value {
        match text {
            Some(text) => self.text(text),
            None => self.absent(),
        }
    }

    fn optional_entry(&mut self, id: Option<EntryId>) -> Self::Value {
        match id {
            Some(id) => self.entry(id),
            None => self.absent(),
        }
    }

    fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) -> Self::Value {
        let texts = texts.into_iter().map(|text| self.text(text)).collect();
        self.list(texts)
    }
}
