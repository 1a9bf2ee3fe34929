//! The keys of front matter that every entry may have, whatever its collection declares.

use toml::de::{DeTable, DeValue};

use super::reader::{FieldReader, calendar_date};
use super::schedule::Schedule;
use crate::arabic::{self, Date};
use crate::config::Config;
use crate::diagnostic::{Code, Scope, Span};
use crate::locale::text;
use crate::path::{SourcePath, UrlPath};
use crate::schema::{Collection, CollectionId, Spanned, UPDATED, is_slug};
use crate::source::{load, silence};

/// The keys that every entry may carry.
pub(super) struct Standard {
    pub(super) url: Option<Spanned<String>>,
    pub(super) redirect_from: Vec<Spanned<UrlPath>>,
    pub(super) template: Option<Spanned<String>>,
    pub(super) schedule: Schedule,
    /// When it was last changed, where no declared field says it.
    pub(super) updated: Option<Date>,
    pub(super) in_sitemap: bool,
    pub(super) in_search: bool,
    /// The rules that the page silences.
    pub(super) silenced: Vec<&'static str>,
}

impl Standard {
    pub(super) fn read(
        file: &mut FieldReader<'_>,
        table: &DeTable<'_>,
        collection: &Collection,
    ) -> Self {
        let is_declared = collection.field(UPDATED).is_some();
        Self {
            url: string(file, table, "url"),
            redirect_from: redirect_from(file, table),
            template: string(file, table, "template"),
            schedule: schedule(file, table),
            updated: (!is_declared).then(|| day(file, table, UPDATED)).flatten(),
            in_sitemap: flag(file, table, "sitemap").unwrap_or(true),
            in_search: flag(file, table, "search").unwrap_or(true),
            silenced: silenced(file, table),
        }
    }
}

/// Reports a slug that can be none.
pub(super) fn check_slug(
    file: &mut FieldReader<'_>,
    table: &DeTable<'_>,
    path: &SourcePath,
    collection: &Collection,
    slug: &str,
) {
    // One of another type is told, and the file's name stands in.
    string(file, table, "slug");
    let own = slug.strip_prefix(&*sections(path, collection));
    if !own.is_some_and(is_slug) {
        let near = arabic::heading_id(own.unwrap_or(slug));
        let (range, hint) = match table.get("slug") {
            Some(value) => (value.span(), text!("slug-hint", right = near)),
            None => (0..0, text!("slug-of-file-hint")),
        };
        file.report("E105", text!("slug-bad", slug), range, hint);
    }
}

/// The slug of an entry, whether it can be one or not.
pub(super) fn slug_of(path: &SourcePath, table: &DeTable<'_>, collection: &Collection) -> String {
    let written = table.get("slug").and_then(|slug| slug.get_ref().as_str());
    match written {
        Some(written) => sections(path, collection) + written,
        None => slug_of_file(path, collection),
    }
}

/// The slug that a file's name gives: the name itself, or what it has of a slug, by the rule of headings' ids.
#[must_use]
pub fn slug_of_file(path: &SourcePath, collection: &Collection) -> String {
    let is_root = collection.nested && below(path, collection) == "index.md";
    let name = if is_root {
        Collection::ROOT
    } else {
        name_of(path)
    };
    sections(path, collection) + &of_name(name)
}

/// The collection in whose folder a file lies; of nested folders the innermost.
pub(super) fn collection_of(path: &SourcePath, config: &Config) -> Option<CollectionId> {
    let below = path.below(load::CONTENT)?;
    config
        .schema
        .ids()
        .filter(|id| {
            let folder = &config.schema.collection(*id).folder;
            below
                .strip_prefix(folder.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        })
        .max_by_key(|id| config.schema.collection(*id).folder.len())
}

/// The slug that a name gives.
pub(super) fn of_name(name: &str) -> String {
    if name.chars().any(char::is_alphanumeric) {
        arabic::heading_id(name)
    } else {
        name.to_owned()
    }
}

/// What the slugs of all entries of a section begin with: those of the folders around the file, where folders are sections.
fn sections(path: &SourcePath, collection: &Collection) -> String {
    let mut folders: Vec<&str> = below(path, collection).split('/').collect();
    folders.pop();
    if path.stem() == "index" {
        folders.pop();
    }
    let folders = folders.into_iter().filter(|_| collection.nested);
    folders
        .map(|folder| of_name(name_of_folder(folder)) + "/")
        .collect()
}

/// The path of a file from the folder of its collection.
fn below<'a>(path: &'a SourcePath, collection: &Collection) -> &'a str {
    let below = path.below(load::CONTENT).unwrap_or_default();
    let below = below.strip_prefix(collection.folder.as_str());
    below.map_or("", |below| below.trim_start_matches('/'))
}

/// The name of a folder, without the ending of a file that somebody gave it: that has been reported.
fn name_of_folder(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, end))
            if load::ENTRIES
                .iter()
                .any(|one| one.eq_ignore_ascii_case(end)) =>
        {
            stem
        }
        _ => name,
    }
}

/// A file's name, or its folder's when it is `index.md`.
fn name_of(path: &SourcePath) -> &str {
    match path.stem() {
        "index" => name_of_folder(path.as_str().rsplit('/').nth(1).unwrap_or_default()),
        stem => stem,
    }
}

pub(super) fn string(
    file: &mut FieldReader<'_>,
    table: &DeTable<'_>,
    key: &'static str,
) -> Option<Spanned<String>> {
    let value = table.get(key)?;
    let DeValue::String(text) = value.get_ref() else {
        let hint = text!("string-of-key-hint", key);
        file.report("E104", text!("string-of-key", key), value.span(), hint);
        return None;
    };
    let range = value.span().start + file.offset..value.span().end + file.offset;
    Some(Spanned {
        value: text.clone().into_owned(),
        span: Span::new(file.path, range),
    })
}

/// The former addresses. An invalid one is reported and does not affect the others.
fn redirect_from(file: &mut FieldReader<'_>, table: &DeTable<'_>) -> Vec<Spanned<UrlPath>> {
    let example = || text!("redirect-from-hint", address = "/old/address/");
    let Some(value) = table.get("redirect_from") else {
        return Vec::new();
    };
    // A single string is a list of one.
    let items: Vec<_> = match value.get_ref() {
        DeValue::String(_) => vec![value],
        DeValue::Array(items) => items.iter().collect(),
        _ => {
            file.report(
                "E104",
                text!("redirect-from-no-list"),
                value.span(),
                example(),
            );
            return Vec::new();
        }
    };
    let mut addresses = Vec::new();
    for item in items {
        let (code, problem) = match item.get_ref().as_str().map(UrlPath::of_page) {
            Some(Ok(address)) => {
                let range = item.span().start + file.offset..item.span().end + file.offset;
                let span = Span::new(file.path, range);
                addresses.push(Spanned {
                    value: address,
                    span,
                });
                continue;
            }
            Some(Err(problem)) => ("E207", problem),
            None => ("E104", text!("redirect-from-no-string")),
        };
        let meant = item.get_ref().as_str().and_then(former_address);
        let hint = match meant {
            Some(address) if value.get_ref().is_array() => {
                text!("write-instead", words = format!("\"{address}\""))
            }
            Some(address) => text!("redirect-from-hint", address),
            None => example(),
        };
        file.report(code, problem, item.span(), hint);
    }
    addresses
}

/// The address of a page that is meant by a text that is none: `old`, `https://example.org/old/`, `/old/index.md`.
fn former_address(written: &str) -> Option<String> {
    let written = written.trim();
    let path = match written.split_once("://") {
        Some((_, rest)) => rest.split_once('/')?.1,
        None => written,
    };
    let path = path.strip_suffix(".md").unwrap_or(path).trim_matches('/');
    // `/old.html` is a page as it stands, `/old` is not.
    let mut addresses = [format!("/{path}"), format!("/{path}/")].into_iter();
    addresses.find(|address| UrlPath::of_page(address).is_ok())
}

fn schedule(file: &mut FieldReader<'_>, table: &DeTable<'_>) -> Schedule {
    let mut schedule = Schedule {
        draft: flag(file, table, "draft").unwrap_or(false),
        publish: day(file, table, "publish"),
        expires: day(file, table, "expires"),
    };
    if let (Some(publish), Some(expires)) = (schedule.publish, schedule.expires)
        && expires <= publish
    {
        let range = table.get("expires").map_or(0..0, toml::Spanned::span);
        let (publish, expires) = (publish.to_string(), expires.to_string());
        let message = text!("expires-too-early", expires, publish);
        file.report("E105", message, range, text!("expires-too-early-hint"));
        // It is there, so that references to it are no further errors.
        schedule.expires = None;
    }
    schedule
}

fn day(file: &mut FieldReader<'_>, table: &DeTable<'_>, key: &'static str) -> Option<Date> {
    let value = table.get(key)?;
    let day = value.get_ref().as_datetime().and_then(calendar_date);
    if day.is_none() {
        let hint = text!("day-of-key-hint", key);
        file.report("E104", text!("day-of-key", key), value.span(), hint);
    }
    day
}

fn silenced(file: &mut FieldReader<'_>, table: &DeTable<'_>) -> Vec<&'static str> {
    let Some(value) = table.get("silence") else {
        return Vec::new();
    };
    let report = |message, range, hint| file.report("E716", message, range, hint);
    silence::read(value, &Code::silenced_in(Scope::Page), report)
}

fn flag(file: &mut FieldReader<'_>, table: &DeTable<'_>, key: &'static str) -> Option<bool> {
    let value = table.get(key)?;
    let truth = value.get_ref().as_bool();
    if truth.is_none() {
        let hint = text!("truth-of-key-hint", key);
        file.report("E104", text!("truth-of-key", key), value.span(), hint);
    }
    truth
}

/// Whether an entry says that it is a draft.
pub(super) fn is_draft(table: &DeTable<'_>) -> bool {
    let draft = table.get("draft");
    draft.is_some_and(|draft| draft.get_ref().as_bool() == Some(true))
}
