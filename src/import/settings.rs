//! `site.toml` of the new site.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::address::{name, published};
use super::generator::Files;
use super::menus::MenuItem;
use super::name::field_name;
use super::old::Old;
use super::page::{Page, ROOT};
use super::report::Report;
use super::schema::{Collection, Schema};
use super::taxonomy::key_of;
use super::tongues::Tongue;
use super::types::{Type, quote};
use crate::locale::text;
use crate::path::SourcePath;

pub(super) fn written(
    old: &Old,
    (pages, files): (&[Page], &Files),
    schema: &Schema,
    report: &mut Report,
) -> String {
    let mut out = String::new();
    let mut line = |text: String| _ = writeln!(out, "{text}");
    line("[site]".to_owned());
    line(format!("title = {}", quote(&old.title)));
    if !old.description.is_empty() {
        line(format!("description = {}", quote(&old.description)));
    }
    line(format!("base_url = {}", quote(&old.base_url)));
    line(format!("language = {}", quote(&old.language)));
    line("links = \"clean\"".to_owned());
    let bodies = || pages.iter().map(|page| page.body.as_str());
    line("\n[markdown]\nhtml = true".to_owned());
    let inline = ["<script", "<style", "style=", " onclick="];
    let is_inline = bodies().any(|body| inline.iter().any(|mark| body.contains(mark)));
    let mut hosts: BTreeSet<String> = bodies().flat_map(hosts).collect();
    hosts.extend(
        files
            .iter()
            .flat_map(|(path, bytes)| hosts_of_file(path, bytes)),
    );
    if is_inline || !hosts.is_empty() {
        line("\n[check]".to_owned());
    }
    if is_inline {
        line("inline = true".to_owned());
    }
    if !hosts.is_empty() {
        let hosts: Vec<String> = hosts.iter().map(|host| quote(host)).collect();
        line(format!("third_party = [{}]", hosts.join(", ")));
        report.note(text!("import-hosts"));
    }
    for collection in &schema.collections {
        line(
            (records(collection) + &table(collection))
                .trim_end()
                .to_owned(),
        );
    }
    for tags in &schema.tags {
        line(format!(
            "\n[tags.{tags}]\nurl = \"{}/{}/{{slug}}/\"\ntemplate = \"tag.html\"",
            old.own_prefix,
            name(old, key_of(&old.taxonomies, tags))
        ));
        let folder = schema.folder_of_tags(tags);
        if folder != *tags {
            line(format!("folder = {}", quote(&folder)));
        }
        let is_list = |page: &&Page| {
            let list = page.front.get("list_of").and_then(toml::Value::as_str);
            list == Some(tags.as_str()) && page.language.is_none()
        };
        if let Some(list) = pages.iter().find(is_list) {
            line(format!("index = {}", quote(&list.id)));
        }
    }
    let items = items(old, pages, schema);
    let mut found = Vec::new();
    for item in &items {
        match target(item, old, pages) {
            Some(target) => found.push(Found {
                menu: field_name(&item.menu),
                label: &item.label,
                target,
            }),
            None => report.note(text!(
                "import-menu",
                label = item.label.as_str(),
                address = item.url.as_str()
            )),
        }
    }
    for one in &found {
        line(one.written("menus"));
    }
    for tongue in &old.tongues {
        if pages
            .iter()
            .any(|page| page.language.as_ref() == Some(&tongue.key))
        {
            line(in_language(tongue, &found, (old, pages)));
        }
    }
    out
}

/// An item of a menu, and what it leads to.
struct Found<'a> {
    menu: String,
    label: &'a str,
    target: String,
}

impl Found<'_> {
    fn written(&self, table: &str) -> String {
        let Self {
            menu,
            label,
            target,
        } = self;
        format!("\n[[{table}.{menu}]]\nlabel = {}\n{target}", quote(label))
    }
}

/// `[languages.…]`, with the menus that the site has: where the old one had none in that language, with the same items.
fn in_language(tongue: &Tongue, own: &[Found<'_>], (old, pages): (&Old, &[Page])) -> String {
    let tag = &tongue.tag;
    let mut out = format!("\n[languages.{tag}]\n");
    let prefix = format!("/{}/", tongue.key);
    let prefix = Some(prefix).filter(|prefix| *prefix != format!("/{tag}/"));
    for (key, value) in [
        ("title", tongue.title.as_ref()),
        ("description", tongue.description.as_ref()),
        ("name", tongue.name.as_ref()),
        ("prefix", prefix.as_ref()),
    ] {
        if let Some(value) = value {
            _ = writeln!(out, "{key} = {}", quote(value));
        }
    }
    let table = format!("languages.{tag}.menus");
    let names: BTreeSet<&str> = own.iter().map(|one| one.menu.as_str()).collect();
    for name in names {
        let items = tongue
            .menus
            .iter()
            .filter(|item| field_name(&item.menu) == name);
        let items = items.filter_map(|item| {
            let below = format!("{}{}", tongue.key, item.url);
            let in_it = MenuItem {
                url: below,
                ..item.clone()
            };
            let target = target(&in_it, old, pages).or_else(|| target(item, old, pages))?;
            Some(Found {
                menu: name.to_owned(),
                label: &item.label,
                target,
            })
        });
        let items: Vec<Found<'_>> = items.collect();
        let same = own
            .iter()
            .filter(|one| one.menu == name && items.is_empty());
        for item in items.iter().chain(same) {
            out += &item.written(&table);
            out.push('\n');
        }
    }
    out.trim_end().to_owned()
}

/// The records that fields of a collection hold.
fn records(collection: &Collection) -> String {
    let mut out = String::new();
    for field in &collection.fields {
        record(
            &format!("{}_{}", collection.name, field.name),
            &field.kind,
            &mut out,
        );
    }
    out
}

fn record(name: &str, kind: &Type, out: &mut String) {
    let fields = match kind {
        Type::Record(fields) => fields,
        Type::List(item) => return record(name, item, out),
        _ => return,
    };
    for (key, kind, _) in fields {
        record(&format!("{name}_{}", field_name(key)), kind, out);
    }
    _ = writeln!(out, "\n[records.{name}]");
    for (key, kind, is_optional) in fields {
        let key = field_name(key);
        let kind = kind.written(&format!("{name}_{key}"));
        let optional = if *is_optional { "?" } else { "" };
        _ = writeln!(out, "{key} = {}", quote(&format!("{kind}{optional}")));
    }
}

fn table(collection: &Collection) -> String {
    let name = &collection.name;
    let mut out = format!("\n[collections.{name}]\n");
    if collection.folder != *name {
        _ = writeln!(out, "folder = {}", quote(&collection.folder));
    }
    _ = writeln!(
        out,
        "url = {}\ntemplate = \"page.html\"",
        quote(&collection.pattern)
    );
    if name != ROOT {
        out.push_str("nested = true\n");
    }
    if !collection.translated.is_empty() {
        let translated: Vec<String> = collection
            .translated
            .iter()
            .map(|name| quote(name))
            .collect();
        _ = writeln!(out, "translate = [{}]", translated.join(", "));
    }
    let order: Vec<String> = collection.order.iter().map(|by| quote(by)).collect();
    _ = writeln!(
        out,
        "order = [{}]\n\n[collections.{name}.fields]",
        order.join(", ")
    );
    for field in &collection.fields {
        let kind = field.kind.written(&format!("{name}_{}", field.name));
        let optional = if field.is_optional { "?" } else { "" };
        let remark = field
            .may_refer
            .as_ref()
            .map(|to| format!("  # ref({to})?"))
            .unwrap_or_default();
        _ = writeln!(
            out,
            "{} = {}{remark}",
            field.name,
            quote(&format!("{kind}{optional}"))
        );
    }
    out
}

/// The items of all menus; where there are none, the sections are one.
fn items(old: &Old, pages: &[Page], schema: &Schema) -> Vec<MenuItem> {
    let mut items = old.menus.clone();
    for page in pages {
        for (menu, label, weight) in &page.menus {
            let title = page.fields.get("title").and_then(toml::Value::as_str);
            items.push(MenuItem {
                menu: menu.clone(),
                label: label.as_deref().or(title).unwrap_or_default().to_owned(),
                url: page.address.clone(),
                weight: *weight,
            });
        }
    }
    if !items.iter().any(|item| item.menu == "main") {
        for collection in schema.collections.iter().filter(|one| one.name != ROOT) {
            let id = format!("{}/index", collection.name);
            if let Some(page) = pages.iter().find(|page| page.id == id) {
                items.push(MenuItem {
                    menu: "main".to_owned(),
                    label: page
                        .fields
                        .get("title")
                        .and_then(toml::Value::as_str)
                        .unwrap_or(&collection.folder)
                        .to_owned(),
                    url: page.address.clone(),
                    weight: 0,
                });
            }
        }
    }
    items.sort_by(|one, other| (&one.menu, one.weight).cmp(&(&other.menu, other.weight)));
    items
}

/// Where an item leads: an entry, or another site.
fn target(item: &MenuItem, old: &Old, pages: &[Page]) -> Option<String> {
    let url = item
        .url
        .strip_prefix(old.base_url.trim_end_matches('/'))
        .filter(|rest| rest.starts_with('/'))
        .unwrap_or(&item.url);
    if url.contains("://") || url.starts_with("mailto:") {
        return Some(format!("url = {}", quote(url)));
    }
    let address = published(&format!("/{}", url.trim_start_matches('/')))?;
    let page = pages
        .iter()
        .find(|page| page.address.eq_ignore_ascii_case(&address))?;
    let is_draft = page.standard.iter().any(|line| line == "draft = true");
    (!is_draft).then(|| format!("ref = {}", quote(&page.id)))
}

/// The other hosts from which a picture or a style sheet loads files.
fn hosts_of_file(path: &str, bytes: &[u8]) -> Vec<String> {
    let path = SourcePath::new(path);
    if !path.has_extension("svg") && !path.has_extension("css") {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(bytes);
    let loaded = ["url(", "@import"].into_iter().flat_map(|mark| {
        let found = text.match_indices(mark);
        found.filter_map(|(at, _)| {
            let rest = &text[at + mark.len()..];
            let rest = rest.trim_start_matches([' ', '"', '\'']);
            let rest = rest.strip_prefix("https:").or(rest.strip_prefix("http:"));
            let host = rest?.strip_prefix("//")?;
            let end = host.find(|c: char| !c.is_ascii_alphanumeric() && !".-".contains(c));
            Some(host[..end.unwrap_or(host.len())].to_ascii_lowercase())
        })
    });
    loaded.filter(|host| host.contains('.')).collect()
}

/// The other hosts from which a text loads files.
fn hosts(body: &str) -> Vec<String> {
    let mut hosts = Vec::new();
    for mark in [
        "src=\"",
        "src='",
        "](",
        "href=\"",
        "poster=\"",
        "src=",
        "//",
    ] {
        for (at, _) in body.match_indices(mark) {
            let rest = body[at + mark.len()..].trim_start();
            let rest = rest
                .strip_prefix("https:")
                .or_else(|| rest.strip_prefix("http:"))
                .unwrap_or(rest);
            let Some(rest) = rest
                .strip_prefix("//")
                .or(Some(rest).filter(|_| mark == "//"))
            else {
                continue;
            };
            let is_picture = mark != "](" && mark != "//" && mark != "href=\"" || {
                let before = &body[..at];
                let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
                line.contains("![")
                    || line.contains("<link")
                    || line.contains("<img")
                    || line.contains("src")
            };
            let host = rest
                .split(['/', '"', '\'', ')', ' ', '?', '#', '>', '<', '\n', ']', ':'])
                .next()
                .unwrap_or_default();
            if is_picture && host.contains('.') && host.is_ascii() {
                hosts.push(host.to_ascii_lowercase());
            }
        }
    }
    hosts
}
