//! The keys of front matter: those that every entry may have, those that are fields, and those that mean nothing here.

use toml::{Table, Value};

use super::name::field_name;
use super::old::Old;
use super::page::Page;
use super::report::Report;
use super::types::day;
use crate::locale::text;

/// Keys that say how the old generator works, which mean nothing to another.
const OF_GENERATORS: &str = "layout type template page_template sort_by paginate_by paginate_path paginate_reversed markup outputs cascade build \
    _build _target headless render transparent insert_anchor_links generate_feeds generate_feed aliases slug url path permalink \
    iscjklanguage redirect_to in_search_index page_template";

/// Reads what a page says of itself.
pub(super) fn fill(old: &Old, page: &mut Page, report: &mut Report) {
    let mut front = std::mem::take(&mut page.front);
    let file = page.source.clone().unwrap_or_else(|| page.target.clone());
    for nested in ["extra", "taxonomies", "params"] {
        if let Some(Value::Table(table)) = front.remove(nested) {
            for (key, value) in table {
                front.entry(key).or_insert(value);
            }
        }
    }
    if let Some(list) = front.get("list_of") {
        page.front.insert("list_of".to_owned(), list.clone());
        front.remove("list_of");
    }
    menus(page, &mut front);
    for (key, value) in front {
        one(old, page, &file, (&key, value), report);
    }
    finish(old, page, &file, report);
}

/// Reads one key.
fn one(old: &Old, page: &mut Page, file: &str, (key, value): (&str, Value), report: &mut Report) {
    let lower = key.to_lowercase();
    let said = |what| text!("import-key", key, what);
    match (lower.as_str(), &value) {
        ("title", Value::String(_) | Value::Integer(_) | Value::Float(_) | Value::Datetime(_)) => {
            let title = value
                .as_str()
                .map_or_else(|| value.to_string(), str::to_owned);
            if !title.trim().is_empty() {
                page.fields
                    .insert(lower, Value::String(title.trim().to_owned()));
            }
        }
        ("description", Value::String(words)) if words.trim().is_empty() => {}
        ("draft", Value::Boolean(true)) => page.standard.push("draft = true".to_owned()),
        ("draft", _) => {}
        ("in_search_index", Value::Boolean(false)) => {
            page.standard.push("search = false".to_owned());
        }
        ("date", value) => match day(value) {
            Some((day, time)) => {
                page.fields.insert("date".to_owned(), Value::String(day));
                if let Some(time) = time {
                    page.fields
                        .insert("date_time".to_owned(), Value::String(time));
                }
            }
            None => report.place(file, 1, said(value.to_string())),
        },
        ("publishdate" | "publish_date" | "pubdate" | "published", value)
            if day(value).is_some() =>
        {
            let (day, _) = day(value).unwrap_or_default();
            page.standard.push(format!("publish = {day}"));
        }
        ("expirydate" | "unpublishdate", value) if day(value).is_some() => {
            let (day, _) = day(value).unwrap_or_default();
            page.standard.push(format!("expires = {day}"));
        }
        (known, value) if OF_GENERATORS.split_whitespace().any(|one| one == known) => {
            report.place(file, 1, said(value.to_string()));
        }
        (_, Value::String(words)) if words.is_empty() => {}
        (_, Value::Array(items)) if items.is_empty() => {}
        (_, Value::Table(table)) if table.is_empty() => {}
        (_, value) => {
            let is_tags = old
                .taxonomies
                .iter()
                .any(|(taxonomy, _)| *taxonomy == lower);
            let name = if is_tags {
                lower.clone()
            } else {
                field_name(key)
            };
            if name != key && !is_tags {
                report.note(text!("import-renamed", key, name = name.as_str()));
            }
            let value = if is_tags { tags(value) } else { value.clone() };
            page.fields.insert(name, value);
        }
    }
}

/// What hangs on several keys.
fn finish(old: &Old, page: &mut Page, file: &str, report: &mut Report) {
    page.standard.dedup();
    if !page.fields.contains_key("title") {
        let title = title(page);
        page.fields.insert("title".to_owned(), Value::String(title));
    }
    let expired = page
        .standard
        .iter()
        .find(|line| line.starts_with("expires"))
        .cloned();
    let publish = page
        .standard
        .iter()
        .find(|line| line.starts_with("publish"))
        .cloned();
    if let (Some(expires), Some(publish)) = (expired, publish)
        && expires.trim_start_matches("expires") <= publish.trim_start_matches("publish")
    {
        page.standard.retain(|line| *line != publish);
    }
    if old.is_latin && page.source.is_some() && !page.address.is_ascii() {
        report.place(
            file,
            1,
            text!("import-latin", address = page.address.as_str()),
        );
    }
}

/// The title of a text without one: its first heading, else its name.
fn title(page: &mut Page) -> String {
    let start = page.body.len() - page.body.trim_start().len();
    let line = page.body[start..].lines().next().unwrap_or_default();
    if let Some(heading) = line.strip_prefix("# ") {
        let heading = heading.trim().trim_end_matches('#').trim().to_owned();
        page.line += page.body[..start].matches('\n').count() + 1;
        page.body = page.body[start + line.len()..]
            .trim_start_matches('\n')
            .to_owned();
        if !heading.is_empty() {
            return heading;
        }
    }
    let folder = page.folders.last().filter(|_| page.is_index());
    folder.unwrap_or(&page.stem).replace(['-', '_'], " ")
}

/// Tags as a list of words.
fn tags(value: &Value) -> Value {
    let list = match value {
        Value::Array(items) => items.clone(),
        Value::String(words) if words.contains(',') => words
            .split(',')
            .map(|word| Value::String(word.trim().to_owned()))
            .collect(),
        other => vec![other.clone()],
    };
    let words = list.iter().map(|item| {
        item.as_str()
            .map_or_else(|| item.to_string(), str::to_owned)
    });
    let words = words.filter(|word| word.chars().any(char::is_alphanumeric));
    Value::Array(words.map(Value::String).collect())
}

/// The menus that a page names in its front matter.
fn menus(page: &mut Page, front: &mut Table) {
    for key in ["menu", "menus"] {
        match front.remove(key) {
            Some(Value::String(menu)) => page.menus.push((menu, None, i64::MAX)),
            Some(Value::Array(menus)) => {
                let menus = menus.iter().filter_map(Value::as_str);
                page.menus
                    .extend(menus.map(|menu| (menu.to_owned(), None, i64::MAX)));
            }
            Some(Value::Table(table)) => {
                for (menu, item) in table {
                    let name = item.get("name").and_then(Value::as_str).map(str::to_owned);
                    let weight = item.get("weight").and_then(Value::as_integer);
                    page.menus.push((menu, name, weight.unwrap_or(i64::MAX)));
                }
            }
            _ => {}
        }
    }
}
