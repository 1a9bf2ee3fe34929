//! `paginate` of a collection: a number, or a table with one.

use toml::de::DeValue;

use super::table::{File, Table};
use crate::locale::text;
use crate::schema::{Collection, Pagination, Spanned, did_you_mean, is_slug};

/// What stands before the numbers of pages where site.toml does not say.
const PATH: &str = "page";

/// The most entries that `by` may put on one page.
const MOST: i64 = 10_000;

/// Reads the key. `list` is the back-reference that is spread where none is named.
pub(super) fn read(
    file: &mut File<'_>,
    table: &mut Table<'_>,
    list: Option<&str>,
) -> Option<Pagination> {
    let span = file.span(table.get("paginate")?.span());
    let too_many = |number: i64| {
        let hint = text!("number-between-hint", least = 1_i64, most = MOST);
        (text!("paginate-number-wrong", number), hint)
    };
    let list = list.map(|list| Spanned {
        value: list.to_owned(),
        span: span.clone(),
    });
    let is_table = matches!(table.get("paginate")?.get_ref(), DeValue::Table(_));
    if !is_table {
        let by = table.number(file, "paginate", 1..=MOST, too_many)?;
        return Some(Pagination {
            by,
            path: PATH.to_owned(),
            list,
            in_sitemap: true,
            in_search: false,
            span,
        });
    }
    let mut table = table.table(file, "paginate")?;
    let by = table.number(file, "by", 1..=MOST, too_many);
    if by.is_none() {
        table.missing(file, "by", text!("paginate-by-hint"));
    }
    let path = table.string(file, "path");
    if let Some(path) = path.as_ref().filter(|path| !is_slug(&path.value)) {
        let message = text!("paginate-path-wrong", name = &path.value);
        let hint = text!("paginate-path-wrong-hint");
        file.error("E105", message, path.span.clone(), hint);
    }
    let named = table.string(file, "list");
    let in_sitemap = table.bool(file, "sitemap");
    let in_search = table.flag(file, "search");
    table.finish(file);
    Some(Pagination {
        by: by?,
        path: path.map_or_else(|| PATH.to_owned(), |path| path.value),
        list: named.or(list),
        in_sitemap: in_sitemap.is_none_or(|listed| listed.value),
        in_search,
        span,
    })
}

/// Whether a collection's own list is spread.
fn is_on_index(collection: &Collection) -> bool {
    let paginate = collection.paginate.as_ref();
    paginate.is_some_and(|paginate| paginate.list.is_none())
}

/// Reports a list that is on no page, and a page that would have several.
pub(super) fn check(file: &mut File<'_>, collections: &[Collection], position: usize) {
    let collection = &collections[position];
    let Some(paginate) = &collection.paginate else {
        return;
    };
    if let Some(list) = &paginate.list {
        let names = || collection.backrefs.iter().map(|backref| &*backref.name);
        if !names().any(|name| name == list.value) {
            let (name, of) = (&list.value, collection.name.clone());
            let message = text!("paginate-list-unknown", name, of);
            let hint = did_you_mean(&list.value, names());
            let hint = hint.unwrap_or_else(|| text!("paginate-list-unknown-hint"));
            file.error("E102", message, list.span.clone(), hint);
        }
        return;
    }
    let Some(index) = &collection.index else {
        let message = text!("paginate-index-none", name = collection.name.clone());
        let hint = text!("paginate-index-none-hint");
        file.error("E105", message, paginate.span.clone(), hint);
        return;
    };
    let before = collections[..position].iter();
    let twin = before.filter(|other| is_on_index(other)).find(|other| {
        let of_other = other.index.as_ref();
        of_other.is_some_and(|other| other.value == index.value)
    });
    if let Some(twin) = twin {
        let (name, other) = (collection.name.clone(), twin.name.clone());
        let message = text!("paginate-twice", name, other, index = &index.value);
        let hint = text!("paginate-twice-hint");
        file.error("E105", message, paginate.span.clone(), hint);
    }
}
