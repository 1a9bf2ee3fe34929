//! The address that a pattern gives an entry.

use super::site::{Entry, Site};
use crate::arabic::heading_id;
use crate::content::Value;
use crate::schema::{Collection, Part, parts};

/// Fills a pattern with what an entry says. A value that it lacks is given back by the name of its field.
pub(super) fn fill<'p>(site: &Site, entry: &Entry, pattern: &'p str) -> Result<String, &'p str> {
    let mut address = String::new();
    for part in parts(pattern) {
        match part {
            Part::Text(text) => address.push_str(text),
            Part::Placeholder("slug") => address.push_str(own_slug(site, entry)),
            Part::Placeholder("folder") => address.push_str(&folder(site, entry)),
            Part::Placeholder(name) => {
                let (field, detail) = name.split_once('.').unwrap_or((name, ""));
                let value = value(site, entry, field, detail);
                address.push_str(&value.ok_or(field)?);
            }
        }
    }
    // An entry that lies in no folder leaves nothing between two slashes.
    while let Some(at) = address.find("//") {
        address.remove(at);
    }
    Ok(address)
}

/// The slug without those of the sections around it. The entry that stands for all of them has none.
fn own_slug<'a>(site: &Site, entry: &'a Entry) -> &'a str {
    let slug = &*entry.document.slug;
    if !site.collection(entry).nested {
        return slug;
    }
    match slug {
        Collection::ROOT => "",
        slug => slug.rsplit('/').next().unwrap_or(slug),
    }
}

/// The folders between that of the collection and the entry, each as a slug.
fn folder(site: &Site, entry: &Entry) -> String {
    let document = &entry.document;
    let own = format!("/{}/", site.collection(entry).folder);
    let neutral = site.config.language_of_path(&document.path);
    let path = neutral.as_ref().map_or(&document.path, |(_, path)| path);
    let below = path.as_str().split_once(own.as_str());
    let below = below.map_or("", |(_, below)| below);
    let mut names: Vec<&str> = below.split('/').collect();
    names.pop();
    if path.stem() == "index" {
        names.pop();
    }
    let names: Vec<String> = names.into_iter().map(heading_id).collect();
    names.join("/")
}

/// What a field gives an address.
fn value(site: &Site, entry: &Entry, field: &str, detail: &str) -> Option<String> {
    let position = site.collection(entry).field(field)?;
    match entry.document.fields.get(position)? {
        Value::Date(day) => Some(match detail {
            "year" => format!("{:04}", day.year()),
            "month" => format!("{:02}", day.month()),
            _ => format!("{:02}", day.day()),
        }),
        Value::String(text) => Some(heading_id(text)),
        Value::Int(number) => Some(number.to_string()),
        Value::Reference(reference) => {
            let target = site.resolve(reference, entry.document.language);
            let target = target.map(|id| site.entry(id));
            let slug = target.map_or(&reference.slug, |target| &target.document.slug);
            Some(slug.to_string())
        }
        Value::Null
        | Value::Bool(_)
        | Value::Markdown(_)
        | Value::Citation(_)
        | Value::Picture(_)
        | Value::List(_)
        | Value::Record(..) => None,
    }
}
