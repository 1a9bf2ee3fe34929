//! The feeds of a site: of collections one each, and of tags, years and months one for each of them.

use crate::graph::{Entry, EntryId, Site};
use crate::locale::Text;
use crate::path::UrlPath;
use crate::schema::{CollectionId, Feed, FeedFormat, FeedPlace, LanguageId};

/// A feed, in whatever format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Channel {
    pub(super) collection: CollectionId,
    /// The tag whose entries it lists; else it lists those of the collection.
    pub(super) tag: Option<EntryId>,
    /// The language of its entries.
    pub(super) language: LanguageId,
}

impl Channel {
    /// The feeds of collections in a language. In those besides the site's own, of collections that have an entry in it.
    pub(super) fn of_collections(
        site: &Site,
        language: LanguageId,
    ) -> impl Iterator<Item = Self> + '_ {
        let schema = &site.config.schema;
        let once = schema.ids().filter(move |id| {
            let feed = schema.collection(*id).feed.as_ref();
            feed.is_some_and(|feed| matches!(feed.place, FeedPlace::Once(_)))
        });
        let is_there = move |id: &CollectionId| {
            let mut listed = site.listed(*id, language).iter();
            language == LanguageId::OWN || listed.any(|id| site.written(*id, language).is_some())
        };
        once.filter(is_there).map(move |collection| Self {
            collection,
            tag: None,
            language,
        })
    }

    /// The feed of a tag, if it has one.
    pub(super) fn of_tag(site: &Site, id: EntryId) -> Option<Self> {
        let entry = site.entry(id);
        let feed = site.collection(entry).feed.as_ref()?;
        let has_one = matches!(feed.place, FeedPlace::OnEach(_)) && entry.page.is_some();
        has_one.then_some(Self {
            collection: entry.document.collection,
            tag: Some(id),
            language: entry.document.language,
        })
    }

    /// All feeds.
    pub(super) fn all(site: &Site) -> impl Iterator<Item = Self> {
        let of_tags = site.ids().filter_map(|id| Self::of_tag(site, id));
        let languages = site.config.languages();
        let of_collections = languages.flat_map(|language| Self::of_collections(site, language));
        of_collections.chain(of_tags)
    }

    /// The feeds of what the page of an entry lists: of the tag that it is, and of the collections that it is the index of.
    pub(super) fn on_page_of(site: &Site, id: EntryId) -> impl Iterator<Item = Self> {
        let entry = site.entry(id);
        let name = &site.entry(entry.canonical).name;
        let of_collections = Self::of_collections(site, entry.document.language);
        let of_collections = of_collections.filter(move |one| {
            let collection = site.config.schema.collection(one.collection);
            collection
                .index
                .as_ref()
                .is_some_and(|index| index.value == *name)
        });
        of_collections.chain(Self::of_tag(site, id))
    }

    /// What site.toml says of it.
    pub(super) fn feed(self, site: &Site) -> Option<&Feed> {
        site.config.schema.collection(self.collection).feed.as_ref()
    }

    /// What it is called, as plain text.
    pub(super) fn title(self, site: &Site) -> Option<String> {
        let tag = self.tag.map(|tag| site.title(site.entry(tag)));
        if self.language == LanguageId::OWN {
            return Some(site.config.feed_title(self.feed(site)?, tag));
        }
        // What site.toml calls it is in the site's own language.
        let here = site.config.in_language(self.language);
        let index = self.index(site).map(|id| site.title(site.entry(id)));
        let title = match tag.or(index) {
            Some(of) => format!("{}{}{of}", here.title, here.language.colon()),
            None => here.title.to_owned(),
        };
        Some(here.isolated(&title))
    }

    /// The page of what it lists.
    pub(super) fn home(self, site: &Site) -> Option<&UrlPath> {
        let home: &Entry = site.entry(self.tag.or_else(|| self.index(site))?);
        home.page.as_ref()
    }

    /// The entry that lists the collection.
    fn index(self, site: &Site) -> Option<EntryId> {
        let collection = site.config.schema.collection(self.collection);
        let index = site.named(&collection.index.as_ref()?.value)?;
        Some(site.version(index, self.language))
    }

    /// Where it is in a format; or why it cannot be there.
    pub(super) fn address(self, site: &Site, format: FeedFormat) -> Option<Result<UrlPath, Text>> {
        match &self.feed(site)?.place {
            FeedPlace::Once(addresses) => {
                let (_, address) = addresses.iter().find(|(of, _)| *of == format)?;
                let prefix = site.config.in_language(self.language).prefix;
                Some(prefix.map_or_else(
                    || Ok(address.clone()),
                    |prefix| {
                        let below = address.as_str().trim_start_matches('/');
                        UrlPath::new(&format!("{prefix}{below}"))
                    },
                ))
            }
            FeedPlace::OnEach(name) => {
                let page = self.home(site)?.as_str();
                let folder = page.trim_end_matches(".html").trim_end_matches('/');
                let extension = format.extension();
                Some(UrlPath::new(&format!("{folder}/{name}.{extension}")))
            }
        }
    }
}
