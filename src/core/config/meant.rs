//! What was meant by a key of site.toml that there is not: one of another generator's, one in the wrong table, a collection or a
//! field without the table that declares it.

use toml::de::DeValue;

use super::keys::knows;
use crate::locale::{Text, text};
use crate::schema::{is_type, nearest};

/// What was meant.
#[derive(Debug)]
pub(super) enum Meant<'a> {
    /// This key of the same table.
    Key(&'a str),
    /// Something else, or nothing that is known.
    Told(Text),
}

/// Keys of Zola, Hugo, Jekyll, Eleventy and others; the table and the key that they are here, which is empty where they are that
/// table. `NAME` is the name of a collection.
#[rustfmt::skip]
const ELSEWHERE: &[(&[&str], &str, &str)] = &[
    (&["baseURL", "baseurl", "site_url", "siteurl", "url"], "site", "base_url"),
    (&["defaultContentLanguage", "default_language", "lang", "languageCode", "language_code", "locale"], "site", "language"),
    (&["name", "siteTitle", "site_title"], "site", "title"),
    (&["subtitle", "tagline"], "site", "description"),
    (&["uglyURLs", "uglyurls"], "site", "links"),
    (&["custom", "data", "params", "social"], "extra", ""),
    (&["categories", "taxonomies", "taxonomy"], "tags.NAME", ""),
    (&["highlight", "highlight_code", "highlight_theme", "pygmentsStyle"], "markdown", "highlighting"),
    (&["render_html", "unsafe"], "markdown", "html"),
    (&["goldmark", "kramdown", "markup"], "markdown", ""),
    (&["enableGitInfo"], "content", "updated"),
    (&["permalink", "permalinks"], "collections.NAME", "url"),
    (&["pagerSize", "paginate_by", "pagination", "per_page"], "collections.NAME", "paginate"),
    (&["orderby", "order_by", "sort", "sort_by"], "collections.NAME", "order"),
    (&["dir", "directory", "path"], "collections.NAME", "folder"),
    (&["layout", "page_template", "view"], "collections.NAME", "template"),
    (&["atom", "feed", "feed_filename", "feed_filenames", "feeds", "generate_feed", "generate_feeds", "rss"], "collections.NAME.feed", ""),
    (&["i18n", "strings", "translations"], "texts", ""),
    (&["build_search_index", "search_index"], "search", ""),
    (&["link_checker"], "check.external", ""),
    (&["aliases"], "redirects", ""),
    (&["imaging"], "pictures", ""),
    (&["favicon", "favicons"], "icons", ""),
    (&["deployment"], "deploy.NAME", ""),
];

/// Keys that say where the site is written.
const OUTPUT: [&str; 6] = [
    "build",
    "destination",
    "output",
    "output_dir",
    "publishDir",
    "publish_dir",
];

/// What a key of `table` stands for that is none of the `known` ones. `""` is the whole file; `missing` is the one key that the
/// table lacks.
pub(super) fn meant<'a>(
    table: &str,
    (key, value): (&str, &DeValue<'_>),
    known: &[&'a str],
    missing: Option<&'a str>,
) -> Meant<'a> {
    // Further inside, such a word may have been meant for what the table is for.
    let is_outer = ["", "site"].contains(&table) || is_collection(table);
    let foreign = ELSEWHERE
        .iter()
        .find(|(names, of, _)| names.contains(&key) && (is_outer || *of == table));
    if let Some((_, of, own)) = foreign {
        let of = of_collection(of, table);
        match *own {
            own if of != table => return Meant::Told(in_table(own, &of)),
            own if !own.is_empty() => return Meant::Key(own),
            _ => {}
        }
    }
    if let Some(near) = nearest(key, known.iter().copied()).or(missing) {
        return Meant::Key(near);
    }
    Meant::Told(elsewhere(table, key, value).unwrap_or_else(|| {
        let names: Vec<String> = known.iter().map(ToString::to_string).collect();
        match table {
            "site" => text!("keys-of-site-hint", names),
            _ => text!("keys-hint", names),
        }
    }))
}

fn is_collection(table: &str) -> bool {
    let name = table.strip_prefix("collections.");
    name.is_some_and(|name| !name.contains('.'))
}

fn in_table(key: &str, table: &str) -> Text {
    match key {
        "" => text!("table-elsewhere-hint", table),
        key => text!("key-elsewhere-hint", key, table),
    }
}

/// Where a key belongs that is right in itself, or what its value is.
fn elsewhere(table: &str, key: &str, value: &DeValue<'_>) -> Option<Text> {
    let is_top = table.is_empty();
    if OUTPUT.contains(&key) && (is_top || table == "site") {
        return Some(text!("output-elsewhere-hint"));
    }
    if is_top && knows("site", key) {
        return Some(text!("key-belongs-hint", key, table = "site"));
    }
    if table == "site" && knows("site.toml", key) {
        return Some(text!("table-elsewhere-hint", table = key));
    }
    if (is_top || table == "site") && knows("collection", key) {
        return Some(text!("key-belongs-hint", key, table = "collections.NAME"));
    }
    let entries = value.as_table();
    let has = |name: &str| entries.is_some_and(|entries| entries.get(name).is_some());
    if is_top && ["url", "template", "fields"].into_iter().any(has) {
        let table = format!("collections.{key}");
        return Some(text!("table-elsewhere-hint", table));
    }
    (is_collection(table) && value.as_str().is_some_and(is_type)).then(|| {
        let table = format!("{table}.fields");
        text!("key-belongs-hint", key, table)
    })
}

/// The table with the name of the collection that another table is of.
fn of_collection(of: &str, table: &str) -> String {
    let name = table
        .strip_prefix("collections.")
        .and_then(|rest| rest.split('.').next());
    match name {
        Some(name) if of.starts_with("collections.") => of.replace("NAME", name),
        _ => of.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is proposed is there, and no key of ours is told as another's in its own table.
    #[test]
    fn keys_that_are_proposed_are_there() {
        for (names, table, key) in ELSEWHERE {
            let of = match *table {
                "collections.NAME" => "collection",
                "collections.NAME.feed" => "feed",
                "tags.NAME" => "tags",
                "deploy.NAME" => "deploy",
                "check.external" => "external",
                table => table,
            };
            if key.is_empty() {
                let top = table.split('.').next().unwrap();
                assert!(knows("site.toml", top), "{table}");
            } else {
                assert!(knows(of, key), "{table} {key}");
                assert!(names.iter().all(|name| !knows(of, name)), "{names:?}");
            }
            assert!(
                names.iter().all(|name| !knows("site.toml", name)),
                "{names:?}"
            );
        }
    }
}
