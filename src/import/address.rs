//! The address that each text had, by the rules of the generator that published it.

use std::collections::BTreeSet;

use toml::Value;

use super::generator::Generator;
use super::old::Old;
use super::page::{Page, slug};
use super::report::Report;
use super::types::day;
use crate::locale::text;
use crate::path::{SourcePath, UrlPath};

/// Finds the address of each page, and those that led to it.
pub(super) fn assign(old: &Old, pages: &mut [Page], report: &mut Report) {
    let mut taken = BTreeSet::new();
    // The texts of folders first: other files lie beside them.
    let mut order: Vec<&mut Page> = pages.iter_mut().collect();
    order.sort_by_key(|page| !page.is_index());
    for page in order {
        let prefix = match &page.language {
            Some(key) => format!("/{key}"),
            None => old.own_prefix.clone(),
        };
        let address = format!("{prefix}{}", address(old, page, report));
        page.address = published(&address).unwrap_or(address);
        if !old.own_prefix.is_empty() && page.address == format!("{}/", old.own_prefix) {
            // Hugo leads readers from the root of the site to the home page.
            page.aliases.push("/".to_owned());
        }
        // Of two pages at one address, the old site showed one.
        let mut number = 1;
        let own = page.address.clone();
        while !taken.insert(page.address.to_lowercase()) {
            number += 1;
            let (stem, end) = match own.rsplit_once('.') {
                Some((stem, extension)) => (stem, format!(".{extension}")),
                None => (own.trim_end_matches('/'), "/".to_owned()),
            };
            let stem = if stem.is_empty() { "/index" } else { stem };
            page.address = format!("{stem}-{number}{end}");
        }
        if number > 1 {
            let file = page.source.as_deref().unwrap_or(&page.target);
            let address = page.address.as_str();
            report.place(file, 1, text!("import-address-taken", old = own, address));
        }
        let folders = folders(old, page);
        let aliases = page.front.remove("aliases");
        let aliases = match aliases {
            Some(Value::Array(list)) => list,
            Some(one) => vec![one],
            None => Vec::new(),
        };
        let file = page.source.clone().unwrap_or_else(|| page.target.clone());
        for alias in aliases {
            let words = alias.as_str().unwrap_or_default();
            let from_root = match words.strip_prefix('/') {
                Some(_) => words.to_owned(),
                None if old.generator == Generator::Zola => format!("/{words}"),
                None => {
                    let mut all = folders.clone();
                    all.push(words.to_owned());
                    format!("/{}", all.join("/"))
                }
            };
            match published(&from_root).filter(|_| !words.is_empty()) {
                Some(_) => page.aliases.push(from_root),
                None => report.lost(&file, "aliases", &alias),
            }
        }
    }
}

/// Takes out the sections of Zola that lead on to another page, which is found at their address, too. Nobody saw their text.
pub(super) fn lead_on(pages: &mut Vec<Page>, report: &mut Report) {
    let mut position = 0;
    while let Some(page) = pages.get_mut(position) {
        position += 1;
        let Some(value) = page.front.remove("redirect_to") else {
            continue;
        };
        let to = value.as_str().unwrap_or_default().trim_start_matches('/');
        let to = published(&format!("/{to}")).filter(|to| *to != page.address);
        let target = to.and_then(|to| pages.iter().position(|one| one.address == to));
        let from = &pages[position - 1];
        let file = from.source.clone().unwrap_or_else(|| from.target.clone());
        let Some(target) = target else {
            report.lost(&file, "redirect_to", &value);
            continue;
        };
        let from = pages.remove(position - 1);
        position -= 1;
        let target = &mut pages[target - usize::from(target > position)];
        report.left(
            &file,
            text!("import-led-on", address = target.address.as_str()),
        );
        target.aliases.push(from.address);
        target.aliases.extend(from.aliases);
        target.leading_on.extend(from.source);
        target.leading_on.extend(from.leading_on);
    }
}

/// An address as warraq writes it, if a page can have it.
pub(super) fn published(address: &str) -> Option<String> {
    let last = address.rsplit('/').next().unwrap_or_default();
    let address = if last.is_empty() || last.contains('.') {
        address.to_owned()
    } else {
        format!("{address}/")
    };
    let address = address
        .strip_suffix("/index.html")
        .map(|one| format!("{one}/"))
        .unwrap_or(address);
    UrlPath::of_page(&address)
        .ok()
        .map(|url| url.as_str().to_owned())
}

fn address(old: &Old, page: &mut Page, report: &mut Report) -> String {
    let file = page.source.clone().unwrap_or_else(|| page.target.clone());
    let mut written = None;
    for key in ["url", "path"] {
        let Some(value) = page.front.remove(key) else {
            continue;
        };
        let url = value.as_str().filter(|url| !url.contains("://"));
        match url.filter(|url| written.is_none() && !url.is_empty()) {
            Some(url) => written = Some(format!("/{}", url.trim_start_matches('/'))),
            None => report.lost(&file, key, &value),
        }
    }
    let is_page =
        !page.is_section && !page.is_tag && (!page.is_index() || !page.folders.is_empty());
    let own_slug = page.front.remove("slug");
    let is_used = is_page && written.is_none();
    if let Some(slug) = own_slug.as_ref().filter(|slug| !is_used || !slug.is_str()) {
        report.lost(&file, "slug", slug);
    }
    if let Some(url) = written {
        return url;
    }
    let own_slug = own_slug.as_ref().and_then(Value::as_str);
    let own_slug = own_slug.filter(|own| !own.is_empty());
    let mut parts = folders(old, page);
    let own = if page.is_index() {
        parts.pop()
    } else {
        Some(name(old, &page.stem))
    };
    let own = own_slug
        .filter(|_| is_page)
        .map(|own| name(old, own))
        .or(own);
    let permalink = page.folders.first().map_or("pages", String::as_str);
    let pattern = old
        .permalinks
        .iter()
        .find(|(section, _)| *section == permalink || section == "/");
    if let Some((_, pattern)) = pattern.filter(|_| is_page) {
        return filled(old, pattern, page, own.as_deref().unwrap_or_default());
    }
    parts.extend(own.filter(|own| !own.is_empty()));
    let path = parts.join("/");
    match (path.as_str(), old.is_ugly && is_page) {
        ("", _) => "/".to_owned(),
        (path, true) => format!("/{path}.html"),
        (path, false) => format!("/{path}/"),
    }
}

fn folders(old: &Old, page: &Page) -> Vec<String> {
    page.folders
        .iter()
        .map(|folder| name(old, folder))
        .collect()
}

/// A name as the generator has it in addresses.
pub(super) fn name(old: &Old, name: &str) -> String {
    match old.generator {
        Generator::Markdown | Generator::Jekyll => slug(name),
        Generator::Zola => {
            // A day before the name is that of the page.
            let day = name
                .get(..10)
                .filter(|day| day.bytes().all(|b| b.is_ascii_digit() || b == b'-'));
            let rest = day
                .and_then(|_| name.get(10..))
                .map(|rest| rest.trim_start_matches(['-', '_']));
            slug(rest.filter(|rest| !rest.is_empty()).unwrap_or(name))
        }
        Generator::Hugo => {
            let mut out = String::new();
            for c in name.trim().chars() {
                match c {
                    _ if c.is_alphanumeric() || is_mark(c) || "._-+~".contains(c) => out.push(c),
                    ' ' if !out.ends_with('-') => out.push('-'),
                    _ => {}
                }
            }
            if old.keeps_case {
                out
            } else {
                out.to_lowercase()
            }
        }
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{200C}' | '\u{200D}')
}

/// A pattern of Hugo's with what a page says.
fn filled(old: &Old, pattern: &str, page: &Page, own: &str) -> String {
    let date = page.front.get("date").and_then(day).map(|(day, _)| day);
    let [year, month, day] = date.as_deref().map_or(["0001", "01", "01"], |date| {
        [&date[..4], &date[5..7], &date[8..10]]
    });
    let title = page
        .front
        .get("title")
        .and_then(Value::as_str)
        .unwrap_or(&page.stem);
    let parts = pattern.split('/').map(|part| {
        let Some(token) = part.strip_prefix(':') else {
            return part.to_owned();
        };
        let (token, end) = match token.strip_suffix(".html") {
            Some(token) => (token, ".html"),
            None => (token, ""),
        };
        let value = match token {
            "year" => year.to_owned(),
            "month" => month.to_owned(),
            "day" => day.to_owned(),
            "title" => name(old, title),
            "section" => page
                .folders
                .first()
                .map(|one| name(old, one))
                .unwrap_or_default(),
            "sections" => {
                let folders = &page.folders[..page.folders.len() - usize::from(page.is_index())];
                let all: Vec<String> = folders.iter().map(|one| name(old, one)).collect();
                all.join("/")
            }
            "slug"
            | "slugorfilename"
            | "slugorcontentbasename"
            | "filename"
            | "contentbasename" => own.to_owned(),
            "categories" => {
                let all = page.front.get("categories").and_then(Value::as_array);
                let all = all.into_iter().flatten().filter_map(Value::as_str);
                all.map(|one| name(old, one)).collect::<Vec<_>>().join("/")
            }
            _ => return part.to_owned(),
        };
        value + end
    });
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let end = if parts
        .last()
        .is_some_and(|last| SourcePath::new(last).has_extension("html"))
    {
        ""
    } else {
        "/"
    };
    format!("/{}{end}", parts.join("/"))
}
