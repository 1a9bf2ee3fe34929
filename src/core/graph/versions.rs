//! The versions of an entry in the languages of the site: which there are, and which is meant where.

use super::entry_id::EntryId;
use super::site::{Entry, Site};
use crate::path::UrlPath;
use crate::schema::{Fallback, LanguageId};

impl Site {
    /// The version of an entry that is in a language, if there is one.
    #[must_use]
    pub fn exactly(&self, id: EntryId, language: LanguageId) -> Option<EntryId> {
        let entry = self.entry(id);
        match self.versions.get(&entry.canonical) {
            Some(versions) => versions[language.0],
            None => Some(id).filter(|_| entry.document.language == language),
        }
    }

    /// The version of an entry that somebody wrote in a language, if there is one.
    #[must_use]
    pub fn written(&self, id: EntryId, language: LanguageId) -> Option<EntryId> {
        self.exactly(id, language)
            .filter(|id| !self.entry(*id).document.is_stand_in())
    }

    /// The entry whose words an entry has: itself, or the original that stands in for its translation.
    #[must_use]
    pub fn words_of<'a>(&'a self, entry: &'a Entry) -> &'a Entry {
        if entry.document.is_stand_in() {
            return self.entry(entry.canonical);
        }
        entry
    }

    /// The language of an entry's words: that of its page, unless it stands in for a translation.
    #[must_use]
    pub fn language_of_words(&self, entry: &Entry) -> LanguageId {
        self.words_of(entry).document.language
    }

    /// An entry as pages in a language refer to it: in that language, or as it is.
    #[must_use]
    pub fn version(&self, id: EntryId, language: LanguageId) -> EntryId {
        self.exactly(id, language)
            .unwrap_or_else(|| self.entry(id).canonical)
    }

    /// An entry as pages in a language list it: in that language, or as it is where its collection falls back to that.
    #[must_use]
    pub fn listed_as(&self, id: EntryId, language: LanguageId) -> Option<EntryId> {
        let canonical = self.entry(id).canonical;
        let collection = self.collection(self.entry(canonical));
        let otherwise = (collection.translations.fallback != Fallback::Hide).then_some(canonical);
        self.exactly(id, language).or(otherwise)
    }

    /// The address of the home page for readers of a language: in the folder of that language, or where that has none, what
    /// the site's own stands for there.
    #[must_use]
    pub fn home(&self, language: LanguageId) -> &str {
        let folder = |language| {
            let prefix = self.config.in_language(language).prefix;
            prefix.map_or("/", UrlPath::as_str)
        };
        let (here, own) = (folder(language), folder(LanguageId::OWN));
        let at = |address: &str| {
            let page = |entry: &Entry| entry.page.as_ref().map(UrlPath::as_str) == Some(address);
            self.ids().find(|id| page(self.entry(*id)))
        };
        if here == own || at(here).is_some() {
            return here;
        }
        let home = at(own).map(|id| self.entry(self.version(id, language)));
        home.and_then(|home| home.url.as_deref()).unwrap_or(here)
    }

    /// The versions of an entry, in the order of the languages; itself alone, if it is in one.
    #[must_use]
    pub fn versions(&self, id: EntryId) -> Vec<EntryId> {
        let versions = self.versions.get(&self.entry(id).canonical);
        versions.map_or_else(|| vec![id], |all| all.iter().flatten().copied().collect())
    }

    /// The page of what an entry translates.
    #[must_use]
    pub fn original_page(&self, id: EntryId) -> Option<&UrlPath> {
        let canonical = self.entry(id).canonical;
        self.entry(canonical)
            .page
            .as_ref()
            .filter(|_| canonical != id)
    }

    /// Whether search engines are to look for the page of an entry. Nobody is to find the one that hosts serve for what does not exist.
    #[must_use]
    pub fn in_sitemap(&self, id: EntryId) -> bool {
        let entry = self.entry(id);
        let mut page = entry.page.iter();
        entry.document.in_sitemap && !page.any(|page| self.config.is_not_found(page))
    }

    /// The pages of an entry in all languages by their tags, for search engines, and the one that stands for all others
    /// (`x-default`): that in the language of the site. Each of the pages has the same. Empty where there is one.
    #[must_use]
    pub fn alternates(&self, id: EntryId) -> Vec<(&str, &UrlPath)> {
        // What search engines are not to look for is in no set.
        let versions = self.versions(id);
        let versions = versions
            .iter()
            .filter(|other| self.in_sitemap(id) && self.in_sitemap(**other));
        let versions = versions.filter_map(|id| {
            let entry = self.entry(*id);
            let language = self.config.in_language(entry.document.language).language;
            Some((language.tag(), entry.page.as_ref()?))
        });
        let mut alternates: Vec<_> = versions.collect();
        match alternates.first() {
            Some((_, first)) if alternates.len() > 1 => alternates.push(("x-default", first)),
            _ => alternates.clear(),
        }
        alternates
    }
}
