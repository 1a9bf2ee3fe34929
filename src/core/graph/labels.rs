//! What the paragraphs of sources are called where they are cited.

use super::entry_id::EntryId;
use super::site::Site;
use crate::content::Value;
use crate::schema::LanguageId;

impl Site {
    /// What a source is called before the number of a paragraph, in a language.
    #[must_use]
    pub fn source_name(&self, source: EntryId, language: LanguageId) -> Option<&str> {
        let (collection, role) = self.config.schema.source()?;
        let name = role.name.as_ref()?;
        let field = self
            .config
            .schema
            .collection(collection)
            .field(&name.value)?;
        let entry = self.entry(self.version(source, language));
        match entry.document.fields.get(field) {
            Some(Value::String(name)) if !name.trim().is_empty() => Some(name),
            _ => None,
        }
    }

    /// The short and the long name of a paragraph, in a language.
    #[must_use]
    pub fn paragraph_labels(
        &self,
        source: Option<EntryId>,
        number: i64,
        language: LanguageId,
    ) -> Option<[String; 2]> {
        let (_, role) = self.config.schema.source()?;
        let name = source.and_then(|source| self.source_name(source, language));
        Some(role.labels_in(self.config.in_language(language).source, name, number))
    }
}
