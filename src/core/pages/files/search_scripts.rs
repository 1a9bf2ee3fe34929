//! Which scripts ask the indexes of a site, and where they are.

use crate::config::Config;
use crate::schema::LanguageId;
use crate::search::{self, Scripts};

/// The languages in which a site is searched.
pub(super) fn searched(config: &Config) -> impl Iterator<Item = LanguageId> + '_ {
    let languages = config.languages();
    languages.filter(|language| config.search_in(*language).is_some())
}

/// The folder of the index in a language.
pub(super) fn folder(config: &Config, language: LanguageId) -> String {
    let tag = config.in_language(language).language.tag();
    search::folder((language != LanguageId::OWN).then_some(tag))
}

/// The scripts of pages in a language.
pub(super) fn scripts(config: &Config, language: LanguageId) -> Scripts<'_> {
    match searched(config).count() {
        0 | 1 => Scripts::Of(config.in_language(language).language.subtag()),
        _ => Scripts::OfSeveral,
    }
}

/// The script that every page in a language loads, below the root of the site, where that language is searched.
pub(in crate::pages) fn search_script(config: &Config, language: LanguageId) -> Option<String> {
    config.search_in(language)?;
    let folder = folder(config, language);
    let start = search::start(scripts(config, language));
    Some(format!("/{folder}/{start}"))
}
