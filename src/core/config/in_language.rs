//! The site in each of its languages.

use super::languages::InLanguage;
use super::{Config, Search};
use crate::path::{SourcePath, UrlPath};
use crate::schema::{Feed, LanguageId};
use crate::source::load;

impl Config {
    /// All languages of the site, its own first.
    pub fn languages(&self) -> impl Iterator<Item = LanguageId> + use<> {
        (0..=self.other_languages.len()).map(LanguageId)
    }

    /// The folders of the languages, as paths below the site's, the whole site's first: "", `fr/`. In each may be a page for
    /// addresses where nothing is.
    pub(crate) fn language_folders(&self) -> impl Iterator<Item = &str> {
        let prefixes = self.languages();
        let prefixes = prefixes.filter_map(|id| self.in_language(id).prefix);
        let folders = prefixes.map(|prefix| prefix.as_str().trim_start_matches('/'));
        std::iter::once("").chain(folders)
    }

    /// Whether a page is one that hosts serve for what does not exist: on the site, or in the folder of one of its languages.
    pub(crate) fn is_not_found(&self, page: &UrlPath) -> bool {
        let folder = page.as_str().strip_suffix(UrlPath::NOT_FOUND);
        let folder = folder.map(|folder| format!("{folder}/"));
        folder.is_some_and(|folder| self.language_folders().any(|one| folder[1..] == *one))
    }

    /// The language whose folder an address is in; of folders in each other, the inner one's.
    pub(crate) fn language_below(&self, address: &UrlPath) -> Option<LanguageId> {
        let prefix = |id: &LanguageId| self.in_language(*id).prefix.map(UrlPath::as_str);
        self.languages()
            .filter(|id| prefix(id).is_some_and(|prefix| address.as_str().starts_with(prefix)))
            .max_by_key(|id| prefix(id).map(str::len))
    }

    /// The site as it is in one of its languages.
    #[must_use]
    pub fn in_language(&self, id: LanguageId) -> InLanguage<'_> {
        match id
            .0
            .checked_sub(1)
            .and_then(|at| self.other_languages.get(at))
        {
            None => InLanguage {
                language: &self.language,
                name: self.language.endonym(),
                title: &self.title,
                description: &self.description,
                prefix: self.prefix.as_ref().map(|prefix| &prefix.value),
                menus: &self.menus,
                plurals: &self.plurals,
                phrases: &self.phrases,
                source: None,
                extra: &self.extra,
                prose: &self.prose,
            },
            Some(other) => InLanguage {
                language: &other.language,
                name: &other.name,
                title: &other.title,
                description: &other.description,
                prefix: Some(&other.prefix),
                menus: &other.menus,
                plurals: &other.plurals,
                phrases: &other.phrases,
                source: other.source.as_ref(),
                extra: &other.extra,
                prose: &other.prose,
            },
        }
    }

    /// How the pages in a language are searched, if they should be.
    #[must_use]
    pub fn search_in(&self, id: LanguageId) -> Option<&Search> {
        match id.0.checked_sub(1) {
            None => self.search.as_ref(),
            Some(at) => self.other_languages.get(at)?.search.as_ref(),
        }
    }

    /// The language with this tag, in capital or small letters.
    #[must_use]
    pub fn language_tagged(&self, tag: &str) -> Option<LanguageId> {
        let tag_of = |id: LanguageId| self.in_language(id).language.tag();
        let is_tagged = |id: &LanguageId| tag_of(*id).eq_ignore_ascii_case(tag);
        let begins_so = |id: &LanguageId| {
            let first = tag_of(*id).split('-').next();
            first.is_some_and(|first| first.eq_ignore_ascii_case(tag))
        };
        let mut alike = self.languages().filter(begins_so);
        let only = alike.next().filter(|_| alike.next().is_none());
        self.languages().find(is_tagged).or(only)
    }

    /// The language that the name of an entry's file says, or the first folder that it is in, and the path without it:
    /// `content/books/kalila.fr.md` and `content/fr/books/kalila.md` are `content/books/kalila.md` in French.
    #[must_use]
    pub fn language_of_path(&self, path: &SourcePath) -> Option<(LanguageId, SourcePath)> {
        if self.other_languages.is_empty() {
            return None;
        }
        let (folder, name) = path.as_str().rsplit_once('/')?;
        if let Some((stem, tag)) = path.stem().rsplit_once('.')
            && let Some(language) = self.language_tagged(tag)
        {
            let rest = &name[path.stem().len()..];
            return Some((language, SourcePath::new(&format!("{folder}/{stem}{rest}"))));
        }
        let below = path.below(load::CONTENT)?;
        let (tag, rest) = below.split_once('/')?;
        let language = self.language_tagged(tag)?;
        let path = SourcePath::new(&format!("{}/{rest}", load::CONTENT));
        Some((language, path))
    }

    /// What a feed is called, as plain text: of a tag, with that.
    pub(crate) fn feed_title(&self, feed: &Feed, tag: Option<&str>) -> String {
        let here = self.in_language(LanguageId::OWN);
        match (tag, &feed.title) {
            (None, title) => here.isolated(title.as_ref().unwrap_or(&self.title)),
            (Some(tag), None) => {
                here.isolated(&format!("{}{}{tag}", self.title, self.language.colon()))
            }
            (Some(tag), Some(title)) => here.isolated(&title.replace("{title}", tag)),
        }
    }
}
