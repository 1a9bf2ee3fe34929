//! Collections that appear piece by piece become feeds, in Atom and in JSON Feed: the same posts, newest first, each whole and
//! with addresses that hold wherever it is read. No clock is asked: a feed is as old as its newest post.

mod atom;
mod json;
mod posts;

use crate::arabic::Date;
use crate::arabic::bidi::isolate_in_plain_text;
use crate::graph::Site;
use crate::path::UrlPath;
use crate::schema::{CollectionId, Feed, FeedFormat};

use super::plan::Plan;
pub(super) use posts::{Post, Posts, posts};

/// Writes the feed of a collection.
pub(super) fn render(
    site: &Site,
    plan: &Plan,
    collection: CollectionId,
    format: FeedFormat,
    posts: &[Post],
) -> String {
    let declared = site.config.schema.collection(collection);
    let Some(feed) = &declared.feed else {
        return String::new();
    };
    let address = |wanted: FeedFormat| {
        let mut addresses = feed.addresses.iter();
        let found = addresses.find(|(format, _)| *format == wanted);
        found.map_or_else(String::new, |(_, at)| site.config.absolute(at.as_str()))
    };
    let index = declared.index.as_ref();
    let index = index.and_then(|name| site.entry(site.named(&name.value)?).page.as_ref());
    let issue = Issue {
        title: title(site, feed),
        description: plain(site, &site.config.description),
        language: site.config.language.tag(),
        author: plain(
            site,
            site.config.author.as_ref().unwrap_or(&site.config.title),
        ),
        home: site.config.absolute(index.map_or("/", UrlPath::as_str)),
        itself: address(format),
        posts: posts
            .iter()
            .map(|post| post.written(site, plan, feed))
            .collect(),
    };
    match format {
        FeedFormat::Atom => atom::write(&issue),
        FeedFormat::Json => json::write(&issue),
    }
}

/// What a feed is called.
pub(super) fn title(site: &Site, feed: &Feed) -> String {
    plain(site, feed.title.as_ref().unwrap_or(&site.config.title))
}

/// A feed, before it is written in a format. Its texts are plain, and isolated where the site's language asks for it.
struct Issue<'a> {
    title: String,
    description: String,
    language: &'a str,
    author: String,
    home: String,
    itself: String,
    posts: Vec<Written>,
}

impl Issue<'_> {
    /// When anything in it last changed. A feed without posts never did.
    fn updated(&self) -> Option<Date> {
        self.posts.iter().map(|post| post.updated).max()
    }
}

/// A post of a feed.
struct Written {
    /// Its canonical address, which is also its id.
    url: String,
    title: String,
    summary: Option<String>,
    authors: Vec<String>,
    published: Date,
    updated: Date,
    /// The whole of it, in an element that says its language and direction: not every reader goes by those of the feed.
    html: String,
}

/// A text where no markup can stand.
fn plain(site: &Site, text: &str) -> String {
    if site.config.prose.isolation.is_some() {
        isolate_in_plain_text(text).into_owned()
    } else {
        text.to_owned()
    }
}

/// A moment for a day: its noon in UTC (RFC 3339), which is on that day for readers from UTC−12 to UTC+11. Midnight would be
/// the day before for all who live west of Greenwich.
fn noon(day: Date) -> String {
    format!("{day}T12:00:00Z")
}
