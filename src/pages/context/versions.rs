//! The versions of an entry in the languages of the site, as templates see them.

use super::reading::Reading;
use crate::graph::{EntryId, Site};

/// What the page of an entry says of its versions.
pub(super) struct Versions<V> {
    /// Each with its address; empty where there is one.
    pub(super) translations: V,
    /// What search engines are told of them, and which stands for all other languages; empty where there is one.
    pub(super) alternates: V,
    /// The original, where it is shown because the translation is missing.
    pub(super) fallback: V,
}

impl<V> Versions<V> {
    pub(super) fn of<R: Reading<Value = V>>(site: &Site, id: EntryId, reading: &mut R) -> Self {
        let versions = site.versions(id);
        let (mut translations, mut alternates) = (Vec::new(), Vec::new());
        if versions.len() > 1 {
            for version in &versions {
                let mut map = named(site, *version, reading);
                // Whoever chooses a language gets a page in it, whatever language the text on it is in.
                let here = site
                    .config
                    .in_language(site.entry(*version).document.language);
                let (tag, direction) = (here.language.tag(), here.language.direction());
                for (name, text) in [("language", tag), ("direction", direction.name())] {
                    let text = reading.text(text);
                    reading.fixed(&mut map, name, text);
                }
                let is_current = reading.truth(*version == id);
                reading.fixed(&mut map, "current", is_current);
                translations.push(reading.map(map));
            }
            for (hreflang, address) in site.alternates(id) {
                let mut map = R::Map::default();
                let permalink = site.config.absolute(address.as_str());
                for (name, text) in [("hreflang", hreflang), ("permalink", &permalink)] {
                    let text = reading.text(text);
                    reading.fixed(&mut map, name, text);
                }
                alternates.push(reading.map(map));
            }
        }
        let entry = site.entry(id);
        let fallback = if entry.document.is_stand_in() {
            let original = named(site, entry.canonical, reading);
            reading.map(original)
        } else {
            reading.absent()
        };
        Self {
            translations: reading.list(translations),
            alternates: reading.list(alternates),
            fallback,
        }
    }
}

/// An entry, with what readers of the language of its page call that.
fn named<R: Reading>(site: &Site, id: EntryId, reading: &mut R) -> R::Map {
    let mut map = reading.stub(id);
    let language = site.entry(id).document.language;
    let name = reading.text(site.config.in_language(language).name);
    reading.fixed(&mut map, "name", name);
    map
}
