//! The entries of a collection as posts of its feed.

use std::cmp::Reverse;

use super::issue::FeedItem;
use crate::arabic::Date;
use crate::config::InLanguage;
use crate::content::{Value, ValueView};
use crate::graph::{EntryId, Site};
use crate::html::plain_text;
use crate::markdown::Body;
use crate::pages::channel::Channel;
use crate::pages::html::{self, Rewritten};
use crate::pages::link_end::Address;
use crate::pages::links::{Links, Way};
use crate::pages::plan::Plan;
use crate::schema::{Feed, LanguageId, Spanned};

/// An entry, and its day.
pub(super) struct Post {
    pub(super) id: EntryId,
    published: Date,
}

/// The posts of a feed, newest first; those of one day in the order of the collection.
pub(super) fn newest(site: &Site, channel: Channel) -> Vec<Post> {
    let Some(feed) = channel.feed(site) else {
        return Vec::new();
    };
    let listed = match channel.tag {
        Some(tag) => site.tagged(tag),
        None => site.listed(channel.collection, channel.language).to_vec(),
    };
    let is_here = |id: &EntryId| site.written(*id, channel.language) == Some(*id);
    // What has no page cannot be linked to.
    let listed = listed
        .into_iter()
        .filter(is_here)
        .filter(|id| channel.tag.is_none() || site.entry(*id).page.is_some());
    let dated = listed.filter_map(|id| {
        Some(Post {
            id,
            published: day(site, id, &feed.date)?,
        })
    });
    let mut dated: Vec<_> = dated.collect();
    dated.sort_by_key(|post| Reverse(post.published));
    dated.truncate(feed.limit);
    dated
}

impl Post {
    /// As every format writes it.
    pub(super) fn item(&self, body: &Body, site: &Site, plan: &Plan, feed: &Feed) -> FeedItem {
        let entry = site.entry(self.id);
        let here = site.config.in_language(entry.document.language);
        let summary = feed.summary.as_ref().and_then(|field| {
            if site.collection(entry).is_summary_of_body(&field.value) {
                let summary = plain_text(&body.summary()?);
                return Some(here.isolated(&summary));
            }
            text(here, value(site, self.id, field)?)
        });
        let mut authors = Vec::new();
        let author = feed.author.as_ref();
        if let Some(value) = author.and_then(|field| value(site, self.id, field)) {
            names(site, entry.document.language, value, &mut authors);
        }
        FeedItem {
            url: site.config.absolute(entry.url.as_deref().unwrap_or("/")),
            title: here.isolated(site.title(entry)),
            summary,
            authors,
            published: self.published,
            // What was corrected before it appeared is as new as it is.
            updated: site
                .updated(entry)
                .unwrap_or(self.published)
                .max(self.published),
            html: self.html(body, site, plan),
        }
    }

    /// The body, its links with the address of the site.
    fn html(&self, body: &Body, site: &Site, plan: &Plan) -> String {
        let language = site.entry(self.id).document.language;
        let words = site.config.in_language(language).language;
        let (tag, direction) = (words.tag(), words.direction().name());
        let html = site.entry(self.id).page.as_ref().map(|page| {
            let links = Links {
                site,
                plan,
                page,
                start: page,
                original: site.original_page(self.id),
                way: Way::Absolute,
                language,
            };
            let rewrite = |href: &str| match links.look_up(href) {
                Address::Published { href, language, .. } => Some(Rewritten { href, language }),
                // What leads nowhere is reported of the page.
                Address::Elsewhere | Address::Missing => None,
            };
            html::walk(&body.html, String::new(), rewrite, |_| None).html
        });
        let html = html.unwrap_or_default();
        format!("<div lang=\"{tag}\" dir=\"{direction}\">{html}</div>")
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
fn text(here: InLanguage<'_>, value: &Value) -> Option<String> {
    match value.view() {
        ValueView::Text(text) => Some(here.isolated(&text)),
        ValueView::Prose(prose) => Some(prose.body.plain_text()),
        ValueView::Nothing
        | ValueView::Number(_)
        | ValueView::Truth(_)
        | ValueView::Entry(_)
        | ValueView::Citation(_)
        | ValueView::Picture(_)
        | ValueView::List(_)
        | ValueView::Record(..) => None,
    }
}

/// Names of people: as they are written, or the titles of the entries that are referred to.
fn names(site: &Site, language: LanguageId, value: &Value, found: &mut Vec<String>) {
    let here = site.config.in_language(language);
    match value.view() {
        ValueView::Text(name) => found.push(here.isolated(&name)),
        ValueView::Entry(reference) => {
            let author = site.resolve(reference, language).map(|id| site.entry(id));
            found.extend(author.map(|author| here.isolated(site.title(author))));
        }
        ValueView::List(items) => items
            .iter()
            .for_each(|item| names(site, language, item, found)),
        ValueView::Nothing
        | ValueView::Prose(_)
        | ValueView::Number(_)
        | ValueView::Truth(_)
        | ValueView::Citation(_)
        | ValueView::Picture(_)
        | ValueView::Record(..) => {}
    }
}
