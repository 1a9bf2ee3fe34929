//! `[collections.NAME.feed]`: what a collection's feed is made of.

use super::names::expect_field;
use super::table::{File, Table};
use crate::locale::text;
use crate::path::UrlPath;
use crate::schema::{Address, Collection, Feed, FeedFormat, FieldUse, Spanned};

/// The default of `limit`.
const LIMIT: usize = 20;

/// The maximum of `limit`: feed readers load the whole file each time.
const LONGEST: i64 = 500;

/// Reads the table. The files lie where the entries do, in the folder that the pattern of their addresses begins with: that
/// stays when the page that lists them moves.
pub(super) fn read(file: &mut File<'_>, mut table: Table<'_>, address: &Address) -> Option<Feed> {
    let date = table.required(file, "date", text!("feed-date-hint"));
    let title = table.text(file, "title");
    let updated = table.string(file, "updated");
    let summary = table.string(file, "summary");
    let author = table.string(file, "author");
    let limit = table.number(file, "limit", 1..=LONGEST, |limit| {
        let hint = text!("number-between-hint", least = 1_i64, most = LONGEST);
        (text!("feed-limit-wrong", number = limit), hint)
    });
    let path = table.string(file, "path");
    let range = table.range();
    table.finish(file);
    let Address::Pattern(pattern) = address else {
        let hint = text!("feed-without-pages-hint");
        let message = text!("feed-without-pages");
        file.error("E105", message, file.span(range), hint);
        return None;
    };
    let folder = pattern.value.split('{').next().unwrap_or_default();
    let folder = &folder[..folder.rfind('/').map_or(0, |at| at + 1)];
    let (path, span) = match path {
        Some(path) => (path.value, path.span),
        None => (format!("{folder}feed"), pattern.span.clone()),
    };
    let address = |format: FeedFormat| UrlPath::new(&format!("{path}.{}", format.extension()));
    let [atom, json] = FeedFormat::ALL;
    let addresses = match (address(atom), address(json)) {
        (Ok(of_atom), Ok(of_json)) => [(atom, of_atom), (json, of_json)],
        (Err(problem), _) | (_, Err(problem)) => {
            let hint = text!("feed-address-hint");
            file.error("E207", problem, span, hint);
            return None;
        }
    };
    Some(Feed {
        title,
        date: date?,
        updated,
        summary,
        author,
        limit: limit.unwrap_or(LIMIT),
        addresses,
    })
}

/// Reports fields that do not exist or have a kind that the feed cannot use.
pub(super) fn check(file: &mut File<'_>, collection: &Collection) {
    let Some(feed) = &collection.feed else {
        return;
    };
    for day in std::iter::once(&feed.date).chain(&feed.updated) {
        expect_field(file, collection, day, FieldUse::Day);
    }
    let summary = feed.summary.as_ref();
    let is_of_body = |field: &&Spanned<String>| collection.is_summary_of_body(&field.value);
    if let Some(field) = summary.filter(|field| !is_of_body(field)) {
        expect_field(file, collection, field, FieldUse::Summary);
    }
    if let Some(field) = &feed.author {
        expect_field(file, collection, field, FieldUse::Author);
    }
}
