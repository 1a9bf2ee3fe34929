//! `[collections.NAME.feed]`, `[tags.NAME.feed]` and `[archives.NAME.feed]`: what feeds are made of.

use super::names::expect_field;
use super::table::{File, Table};
use crate::locale::text;
use crate::path::UrlPath;
use crate::schema::{
    Address, Collection, Feed, FeedFormat, FeedPlace, FieldUse, Schema, Spanned, is_slug,
};

/// The default of `limit`.
const LIMIT: usize = 20;

/// The maximum of `limit`: feed readers load the whole file each time.
const LONGEST: i64 = 500;

/// The name of the files where site.toml does not say.
const NAME: &str = "feed";

/// Reads the table. The files of a collection lie where its entries do, in the folder that the pattern of their addresses
/// begins with: that stays when the page that lists them moves. Those of a tag, a year or a month lie below its page.
pub(super) fn read(
    file: &mut File<'_>,
    mut table: Table<'_>,
    address: &Address,
    is_of_tags: bool,
) -> Option<Feed> {
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
    let place = if is_of_tags {
        name_on_each(file, path)
    } else {
        beside_entries(file, path, pattern)
    };
    Some(Feed {
        title,
        date: date?,
        updated,
        summary,
        author,
        limit: limit.unwrap_or(LIMIT),
        place: place?,
    })
}

fn beside_entries(
    file: &mut File<'_>,
    path: Option<Spanned<String>>,
    pattern: &Spanned<String>,
) -> Option<FeedPlace> {
    let folder = pattern.value.split('{').next().unwrap_or_default();
    let folder = &folder[..folder.rfind('/').map_or(0, |at| at + 1)];
    let (path, span) = match path {
        Some(path) => (path.value, path.span),
        None => (format!("{folder}{NAME}"), pattern.span.clone()),
    };
    let address = |format: FeedFormat| UrlPath::new(&format!("{path}.{}", format.extension()));
    let [atom, json] = FeedFormat::ALL;
    match (address(atom), address(json)) {
        (Ok(of_atom), Ok(of_json)) => Some(FeedPlace::Once([(atom, of_atom), (json, of_json)])),
        (Err(problem), _) | (_, Err(problem)) => {
            let hint = text!("feed-address-hint");
            file.error("E207", problem, span, hint);
            None
        }
    }
}

fn name_on_each(file: &mut File<'_>, path: Option<Spanned<String>>) -> Option<FeedPlace> {
    match path {
        Some(path) if !is_slug(&path.value) => {
            let message = text!("paginate-path-wrong", name = &path.value);
            let hint = text!("feed-name-hint");
            file.error("E105", message, path.span, hint);
            None
        }
        Some(path) => Some(FeedPlace::OnEach(path.value)),
        None => Some(FeedPlace::OnEach(NAME.to_owned())),
    }
}

/// Reports fields that do not exist or have a kind that the feed cannot use.
pub(super) fn check(file: &mut File<'_>, schema: &Schema, collection: &Collection) {
    let Some(feed) = &collection.feed else {
        return;
    };
    let days = std::iter::once(&feed.date).chain(&feed.updated);
    let days = days.map(|day| (day, FieldUse::Day));
    let is_of_body = |field: &&Spanned<String>| collection.is_summary_of_body(&field.value);
    let summary = feed.summary.iter().filter(|field| !is_of_body(field));
    let summary = summary.map(|field| (field, FieldUse::Summary));
    let author = feed.author.iter().map(|field| (field, FieldUse::Author));
    let fields: Vec<_> = days.chain(summary).chain(author).collect();
    if !collection.is_tags && collection.archive.is_none() {
        for (field, purpose) in fields {
            expect_field(file, collection, field, purpose);
        }
        return;
    }
    // Not every collection whose entries have such tags need have the field.
    let tagged: Vec<&Collection> = schema.tagged(collection).collect();
    for (field, purpose) in fields {
        let mut with_it = tagged
            .iter()
            .filter(|one| one.field(&field.value).is_some());
        let first = with_it.next().or(tagged.first());
        for one in first.into_iter().chain(with_it) {
            expect_field(file, one, field, purpose);
        }
    }
}
