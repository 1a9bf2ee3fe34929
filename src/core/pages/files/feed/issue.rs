//! A feed as every format writes it.

use crate::arabic::Date;

/// A feed, before it is written in a format. Its texts are plain, and isolated where the site's language asks for it.
pub(super) struct Issue<'a> {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) language: &'a str,
    pub(super) author: String,
    pub(super) home: String,
    pub(super) itself: String,
    pub(super) posts: Vec<FeedItem>,
}

impl Issue<'_> {
    /// When anything in it last changed. A feed without posts never did.
    pub(super) fn updated(&self) -> Option<Date> {
        self.posts.iter().map(|post| post.updated).max()
    }
}

/// A post of a feed.
pub(super) struct FeedItem {
    /// Its canonical address, which is also its id.
    pub(super) url: String,
    pub(super) title: String,
    pub(super) summary: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) published: Date,
    pub(super) updated: Date,
    /// The whole of it, in an element that says its language and direction: not every reader goes by those of the feed.
    pub(super) html: String,
}

/// A moment for a day: its noon in UTC (RFC 3339), which is on that day for readers from UTC−12 to UTC+11. Midnight would be
/// the day before for all who live west of Greenwich.
pub(super) fn noon(day: Date) -> String {
    format!("{day}T12:00:00Z")
}
