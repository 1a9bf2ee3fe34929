//! The versions of an entry in the languages of the site, as templates see them.

use super::reading::Reading;
use crate::graph::{EntryId, Site};

/// The versions of an entry, and what search engines are told of them: each with its address, and which of them stands for
/// all other languages. Both are empty where there is one.
pub(super) fn translations<R: Reading>(site: &Site, id: EntryId, reading: &mut R) -> [R::Value; 2] {
    let versions = site.versions(id);
    let (mut translations, mut alternates) = (Vec::new(), Vec::new());
    if versions.len() > 1 {
        for version in &versions {
            let mut map = reading.stub(*version);
            let language = site.entry(*version).document.language;
            let name = reading.text(site.config.in_language(language).name);
            reading.fixed(&mut map, "name", name);
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
    [reading.list(translations), reading.list(alternates)]
}
