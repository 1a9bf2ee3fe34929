//! The feed of a collection, or of each tag, year or month: Atom and JSON Feed files that list the newest entries.

use super::spanned::Spanned;
use crate::media_type::MediaType;
use crate::path::UrlPath;

/// `[collections.NAME.feed]`, `[tags.NAME.feed]` or `[archives.NAME.feed]`. Its strings are names of fields, but for the title.
#[derive(Debug)]
#[non_exhaustive]
pub struct Feed {
    /// The title of the feed, if it differs from the site's.
    pub title: Option<String>,
    /// The day on which an entry was published. Entries without one are not in the feed.
    pub date: Spanned<String>,
    /// The day on which it was last changed, if it was.
    pub updated: Option<Spanned<String>>,
    /// What it is about, in a sentence.
    pub summary: Option<Spanned<String>>,
    /// Who wrote it, if not who wrote the site.
    pub author: Option<Spanned<String>>,
    /// How many entries it has at most.
    pub limit: usize,
    /// Where its files are.
    pub place: FeedPlace,
}

/// Where the files of feeds are.
#[derive(Debug)]
pub enum FeedPlace {
    /// One feed, each file in its format at its address.
    Once([(FeedFormat, UrlPath); 2]),
    /// One below the page of each entry, under this name.
    OnEach(String),
}

/// How a feed is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FeedFormat {
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed 1.1 (jsonfeed.org).
    Json,
}

impl FeedFormat {
    /// Both formats.
    pub const ALL: [Self; 2] = [Self::Atom, Self::Json];

    /// How the names of such files end.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Atom => "atom",
            Self::Json => "json",
        }
    }

    /// The media type, by which feed readers find it in a page.
    #[must_use]
    pub fn media_type(self) -> MediaType {
        match self {
            Self::Atom => MediaType::ATOM,
            Self::Json => MediaType::JSON_FEED,
        }
    }
}
