//! Where a translation is missing, and site.toml says that the original is to be shown, the original stands in for it: as an
//! entry in that language, with an address there, that says nothing of its own. Search engines and searches are not told.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::order::Placed;
use super::translations::url_in;
use crate::config::Config;
use crate::content::{Document, Translation};
use crate::schema::{CollectionId, Fallback, LanguageId};

/// Adds them for whatever is missing, with the place of the original among the documents: what they show is its body.
pub(super) fn fill(documents: &mut Vec<Placed>, config: &Config) {
    if config.other_languages.is_empty() {
        return;
    }
    let mut entries: BTreeMap<(CollectionId, Arc<str>), BTreeMap<LanguageId, Placed>> =
        BTreeMap::new();
    for (position, document) in &*documents {
        let collection = config.schema.collection(document.collection);
        if collection.translations.fallback == Fallback::Show {
            let versions = entries.entry((document.collection, document.key.clone()));
            let placed = (*position, document.clone());
            versions.or_default().insert(document.language, placed);
        }
    }
    for versions in entries.into_values() {
        let Some((position, original)) = versions.values().next() else {
            continue;
        };
        let missing = config.languages();
        let missing = missing.filter(|language| !versions.contains_key(language));
        let stand_ins = missing.map(|language| stand_in(original, language, config));
        documents.extend(stand_ins.map(|document| (*position, Arc::new(document))));
    }
}

fn stand_in(original: &Document, language: LanguageId, config: &Config) -> Document {
    let translation = Translation {
        is_joined: true,
        is_stand_in: true,
        ..Translation::default()
    };
    Document {
        language,
        url: url_in(language, original, config),
        redirect_from: Vec::new(),
        in_sitemap: false,
        in_search: false,
        translation: Some(Arc::new(translation)),
        ..original.clone()
    }
}
