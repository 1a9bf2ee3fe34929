//! The entries of a collection as posts of its feed.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Written, plain};
use crate::arabic::Date;
use crate::content::{Value, ValueView};
use crate::graph::{EntryId, Site};
use crate::markdown::Body;
use crate::pages::html;
use crate::pages::links::{Address, Links, Way};
use crate::pages::plan::Plan;
use crate::schema::{CollectionId, Feed, Spanned};

/// An entry, and its day.
#[derive(Clone)]
pub(in crate::pages) struct Post {
    id: EntryId,
    published: Date,
    /// What its own page shows.
    pub(in crate::pages) body: Arc<Body>,
}

/// The posts of each collection that has a feed, newest first; those of one day in the order of the collection.
pub(in crate::pages) type Posts = BTreeMap<CollectionId, Vec<Post>>;

/// Chooses the posts of all feeds. `bodies` are those of the documents, in the order in which they were linked.
pub(in crate::pages) fn posts(site: &Site, bodies: &[Arc<Body>]) -> Posts {
    let schema = &site.config.schema;
    let with_feeds = schema
        .ids()
        .filter_map(|id| Some((id, schema.collection(id).feed.as_ref()?)));
    let posts = with_feeds.map(|(collection, feed)| {
        let dated = site.of(collection).iter().filter_map(|id| {
            let position = site.entry(*id).position;
            Some(Post {
                id: *id,
                published: day(site, *id, &feed.date)?,
                body: bodies.get(position)?.clone(),
            })
        });
        let mut dated: Vec<_> = dated.collect();
        dated.sort_by_key(|post| Reverse(post.published));
        dated.truncate(feed.limit);
        (collection, dated)
    });
    posts.collect()
}

impl Post {
    pub(super) fn written(&self, site: &Site, plan: &Plan, feed: &Feed) -> Written {
        let entry = site.entry(self.id);
        let summary = feed.summary.as_ref();
        let summary = summary.and_then(|field| value(site, self.id, field));
        let summary = summary.and_then(|value| text(site, value));
        let mut authors = Vec::new();
        let author = feed.author.as_ref();
        if let Some(value) = author.and_then(|field| value(site, self.id, field)) {
            names(site, value, &mut authors);
        }
        let updated = feed.updated.as_ref();
        let updated = updated.and_then(|field| day(site, self.id, field));
        Written {
            url: site.config.absolute(entry.url.as_deref().unwrap_or("/")),
            title: plain(site, site.title(entry)),
            summary,
            authors,
            published: self.published,
            // What was corrected before it appeared is as new as it is.
            updated: updated.unwrap_or(self.published).max(self.published),
            html: self.html(site, plan),
        }
    }

    /// The body, its links with the address of the site.
    fn html(&self, site: &Site, plan: &Plan) -> String {
        let language = &site.config.language;
        let (tag, direction) = (language.tag(), language.direction().name());
        let body = site.entry(self.id).page.as_ref().map(|page| {
            let links = Links {
                site,
                plan,
                page,
                way: Way::Absolute,
            };
            let rewrite = |href: &str| match links.look_up(href) {
                Address::Published { href, .. } => Some(href),
                // What leads nowhere is reported of the page.
                Address::Elsewhere | Address::Missing => None,
            };
            html::walk(&self.body.html, Vec::new(), rewrite).html
        });
        let body = String::from_utf8(body.unwrap_or_default()).unwrap_or_default();
        format!("<div lang=\"{tag}\" dir=\"{direction}\">{body}</div>")
    }
}

fn value<'a>(site: &'a Site, id: EntryId, field: &Spanned<String>) -> Option<&'a Value> {
    let entry = site.entry(id);
    let position = site.collection(entry).field(&field.value)?;
    entry.document.fields.get(position)
}

fn day(site: &Site, id: EntryId, field: &Spanned<String>) -> Option<Date> {
    let Value::Date(day) = value(site, id, field)? else {
        return None;
    };
    Some(*day)
}

/// A summary.
fn text(site: &Site, value: &Value) -> Option<String> {
    match value.view() {
        ValueView::Text(text) => Some(plain(site, &text)),
        ValueView::Prose(prose) => Some(crate::html::plain_text(&prose.body.html)),
        ValueView::Nothing
        | ValueView::Number(_)
        | ValueView::Truth(_)
        | ValueView::Entry(_)
        | ValueView::Citation(_)
        | ValueView::List(_)
        | ValueView::Record(..) => None,
    }
}

/// Names of people: as they are written, or the titles of the entries that are referred to.
fn names(site: &Site, value: &Value, found: &mut Vec<String>) {
    match value.view() {
        ValueView::Text(name) => found.push(plain(site, &name)),
        ValueView::Entry(reference) => {
            let author = site.resolve(reference).map(|id| site.entry(id));
            found.extend(author.map(|author| plain(site, site.title(author))));
        }
        ValueView::List(items) => items.iter().for_each(|item| names(site, item, found)),
        ValueView::Nothing
        | ValueView::Prose(_)
        | ValueView::Number(_)
        | ValueView::Truth(_)
        | ValueView::Citation(_)
        | ValueView::Record(..) => {}
    }
}
