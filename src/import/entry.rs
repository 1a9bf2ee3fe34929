//! A page as an entry of warraq's.

use std::fmt::Write;

use super::address::published;
use super::page::Page;
use super::schema::{Collection, Schema};
use super::types::quote;

/// The file of an entry.
pub(super) fn written(page: &Page, original: Option<&Page>, schema: &Schema) -> String {
    let original = original.filter(|_| page.language.is_some());
    let mut out = "+++\n".to_owned();
    let collection = schema
        .collections
        .iter()
        .find(|one| one.name == page.collection);
    for field in collection.iter().flat_map(|one| &one.fields) {
        let is_own = original.is_none()
            || collection.is_some_and(|one| one.translated.contains(&field.name));
        let value = page
            .fields
            .get(&field.name)
            .filter(|_| is_own)
            .and_then(|value| field.kind.fit(value));
        if let Some(value) = value {
            _ = writeln!(out, "{} = {value}", field.name);
        }
    }
    if let Some(title) = page.fields.get("title").filter(|_| page.is_tag) {
        _ = writeln!(out, "title = {}", super::types::text(title));
    }
    for line in &page.standard {
        _ = writeln!(out, "{line}");
    }
    let is_inherited = original.is_some_and(|original| original.template == page.template);
    if let Some(template) = page.template.filter(|_| !is_inherited) {
        _ = writeln!(out, "template = \"{template}\"");
    }
    let given = match (original, &page.language) {
        (Some(original), Some(key)) => Some(format!("/{key}{}", original.address)),
        (None, Some(key)) => collection.map(|one| format!("/{key}{}", filled(one, page))),
        (_, None) => collection.map(|one| filled(one, page)),
    };
    if given.is_none_or(|given| given != page.address) {
        _ = writeln!(out, "url = {}", quote(&page.address));
    }
    let former: Vec<String> = page
        .aliases
        .iter()
        .filter_map(|alias| published(alias))
        .filter(|alias| *alias != page.address)
        .map(|alias| quote(&alias))
        .collect();
    if !former.is_empty() {
        _ = writeln!(out, "redirect_from = [{}]", former.join(", "));
    }
    out.push_str("+++\n");
    let body = page.body.trim_start_matches('\n');
    if !body.trim().is_empty() {
        out.push('\n');
        out.push_str(body);
        if !body.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

/// The address that the pattern of its collection gives a page.
fn filled(collection: &Collection, page: &Page) -> String {
    let (_, id) = page.id.split_once('/').unwrap_or_default();
    let (folder, slug) = id.rsplit_once('/').unwrap_or(("", id));
    // The page of a whole collection has no name of its own.
    let slug = if page.collection != super::page::ROOT && id == "index" {
        ""
    } else {
        slug
    };
    let mut address = collection
        .pattern
        .replace("{slug}", slug)
        .replace("{folder}", folder);
    if let Some(date) = page
        .fields
        .get("date")
        .and_then(toml::Value::as_str)
        .filter(|date| date.len() == 10)
    {
        for (name, part) in [
            ("year", &date[..4]),
            ("month", &date[5..7]),
            ("day", &date[8..]),
        ] {
            address = address.replace(&format!("{{date.{name}}}"), part);
        }
    }
    while address.contains("//") {
        address = address.replace("//", "/");
    }
    address
}
