//! The feeds of a site: of collections one each, and of tags one for each of them.

use crate::config::Config;
use crate::graph::{Entry, EntryId, Site};
use crate::locale::Text;
use crate::path::UrlPath;
use crate::schema::{CollectionId, Feed, FeedFormat, FeedPlace};

/// A feed, in whatever format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Channel {
    pub(super) collection: CollectionId,
    /// The tag whose entries it lists; else it lists those of the collection.
    pub(super) tag: Option<EntryId>,
}

impl Channel {
    /// The feeds of collections.
    pub(super) fn of_collections(config: &Config) -> impl Iterator<Item = Self> {
        let once = config.schema.ids().filter(|id| {
            let feed = config.schema.collection(*id).feed.as_ref();
            feed.is_some_and(|feed| matches!(feed.place, FeedPlace::Once(_)))
        });
        once.map(|collection| Self {
            collection,
            tag: None,
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
        })
    }

    /// All feeds.
    pub(super) fn all(site: &Site) -> impl Iterator<Item = Self> {
        let of_tags = site.ids().filter_map(|id| Self::of_tag(site, id));
        Self::of_collections(&site.config).chain(of_tags)
    }

    /// The feeds of what the page of an entry lists: of the tag that it is, and of the collections that it is the index of.
    pub(super) fn on_page_of(site: &Site, id: EntryId) -> impl Iterator<Item = Self> {
        let name = &site.entry(id).name;
        let of_collections = Self::of_collections(&site.config).filter(move |one| {
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
        Some(site.config.feed_title(self.feed(site)?, tag))
    }

    /// The page of what it lists.
    pub(super) fn home(self, site: &Site) -> Option<&UrlPath> {
        let index = site
            .config
            .schema
            .collection(self.collection)
            .index
            .as_ref();
        let of_collection = || site.named(&index?.value);
        let home: &Entry = site.entry(self.tag.or_else(of_collection)?);
        home.page.as_ref()
    }

    /// Where it is in a format; or why it cannot be there.
    pub(super) fn address(self, site: &Site, format: FeedFormat) -> Option<Result<UrlPath, Text>> {
        match &self.feed(site)?.place {
            FeedPlace::Once(addresses) => {
                let (_, address) = addresses.iter().find(|(of, _)| *of == format)?;
                Some(Ok(address.clone()))
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
