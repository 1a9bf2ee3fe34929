//! A text of the old site: what it says, where it was, where it goes.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::front;
use super::generator::{Generator, is_text};
use super::jekyll;
use super::old::Old;
use super::report::Report;
use super::taxonomy::Taxonomy;
use crate::arabic::heading_id;
use crate::locale::text;

/// A text.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its file, unless the old site made the page without one.
    pub(super) source: Option<String>,
    /// The folders around it, from that of all texts.
    pub(super) folders: Vec<String>,
    /// Its name; of the text of a folder, `index`.
    pub(super) stem: String,
    /// Whether it is the page of a section, which lists others.
    pub(super) is_section: bool,
    /// What the old site calls its language, if that is not the site's own.
    pub(super) language: Option<String>,
    /// The end of its new file's name that says so: `.fr`, or nothing.
    pub(super) suffix: String,
    pub(super) front: Table,
    pub(super) body: String,
    /// The line of its file on which the body begins.
    pub(super) line: usize,
    /// Where it was found.
    pub(super) address: String,
    /// Where it was found before.
    pub(super) aliases: Vec<String>,
    /// The files of sections that led on to it.
    pub(super) leading_on: Vec<String>,
    /// The collection that it is in.
    pub(super) collection: String,
    /// What references call it.
    pub(super) id: String,
    /// Its new file.
    pub(super) target: String,
    /// The values of its fields, by their new names.
    pub(super) fields: BTreeMap<String, Value>,
    /// The lines of front matter that every entry may have.
    pub(super) standard: Vec<String>,
    /// The menus that it names: menu, label, weight.
    pub(super) menus: Vec<(String, Option<String>, i64)>,
    /// Whether it is the text of a tag.
    pub(super) is_tag: bool,
    /// What its section is ordered by, where it says so: `sort_by` of Zola.
    pub(super) sort_by: Option<String>,
    /// The template that shows it, if not that of its collection.
    pub(super) template: Option<&'static str>,
}

impl Page {
    /// Reads a file of the folder of texts; none if it is no text.
    pub(super) fn read(
        old: &Old,
        path: &str,
        below: &str,
        bytes: &[u8],
        report: &mut Report,
    ) -> Option<Self> {
        let (stem, extension) = below.rsplit_once('.')?;
        if !is_text(below) {
            return None;
        }
        let text = String::from_utf8_lossy(bytes);
        let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
        let needs_front =
            extension.eq_ignore_ascii_case("html") || old.generator == Generator::Jekyll;
        if needs_front && !front::begins(&text) {
            return None;
        }
        if matches!(bytes, [0xFF, 0xFE, ..]) || text.contains('\u{FFFD}') {
            report.place(path, 1, text!("import-encoding"));
        }
        let mut front = front::split(&text).unwrap_or_else(|reason| {
            report.place(path, 1, text!("import-front-broken", reason));
            let body = format!("```text\n{}\n```\n", text.trim().replace("```", "~~~"));
            front::Front {
                body,
                line: 1,
                ..front::Front::default()
            }
        });
        let mut folders: Vec<String> = stem.split('/').map(str::to_owned).collect();
        let name = folders.pop().unwrap_or_default();
        let (stem, language) = match name.rsplit_once('.') {
            Some((stem, suffix)) if old.is_language(suffix) => (stem, Some(suffix.to_owned())),
            _ => (name.as_str(), None),
        };
        let tongue = old.language_of(path, language.as_deref());
        let is_readme = old.generator == Generator::Markdown && stem.eq_ignore_ascii_case("readme");
        let is_section = stem == "_index" || is_readme;
        let mut stem = if is_section { "index" } else { stem };
        if let Some((day, rest)) = jekyll::dated(stem).filter(|_| old.content_is_all()) {
            let date = front.table.entry("date");
            date.or_insert(Value::String(day));
            if old.generator == Generator::Jekyll {
                stem = rest;
            }
        }
        if old.generator == Generator::Jekyll {
            jekyll::front(&mut front.table);
            if folders.first().is_some_and(|folder| folder == "drafts") {
                front.table.insert("draft".to_owned(), true.into());
            }
        }
        let is_off = tongue.is_some_and(|one| one.is_off);
        Some(Self {
            standard: is_off
                .then(|| "draft = true".to_owned())
                .into_iter()
                .collect(),
            source: Some(path.to_owned()),
            folders,
            stem: stem.to_owned(),
            is_section,
            suffix: tongue
                .map(|one| format!(".{}", one.tag))
                .unwrap_or_default(),
            language: tongue.map(|one| one.key.clone()),
            front: front.table,
            body: front.body,
            line: front.line,
            ..Self::default()
        })
    }

    /// Whether it is the text of its folder.
    pub(super) fn is_index(&self) -> bool {
        self.stem == "index"
    }

    /// A page that the old site made without a file.
    fn made(folders: &[String], title: &str, template: &'static str) -> Self {
        let mut front = Table::new();
        front.insert("title".to_owned(), Value::String(title.to_owned()));
        Self {
            folders: folders.to_vec(),
            stem: "index".to_owned(),
            is_section: true,
            front,
            template: Some(template),
            ..Self::default()
        }
    }
}

/// The collection of texts that are in no folder.
pub(super) const ROOT: &str = "pages";

/// Adds the pages that the old site made without a file, and finds a collection and a name for each text.
pub(super) fn complete(old: &Old, pages: &mut Vec<Page>, report: &mut Report) {
    of_tags(old, pages);
    // A folder with its own text alone is a page with pictures.
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages.iter().filter(|page| !page.is_tag) {
        if let Some(first) = page.folders.first() {
            let own = page.folders.len() == 1 && page.is_index() && !page.is_section;
            *texts.entry(first.clone()).or_default() += if own { 1 } else { 1000 };
        }
    }
    let singles = texts.iter().filter(|(_, count)| **count < 1000);
    let singles: BTreeSet<String> = singles.map(|(folder, _)| folder.clone()).collect();
    let has_index = |pages: &[Page], folders: &[String]| {
        pages
            .iter()
            .any(|page| page.folders == folders && page.is_index() && page.language.is_none())
    };
    if !has_index(pages, &[]) {
        pages.push(Page::made(&[], &old.title, "home.html"));
    }
    for folder in texts.keys().filter(|folder| !singles.contains(*folder)) {
        let own = [folder.clone()];
        if !has_index(pages, &own) {
            report.note(text!("import-section-made", folder = folder.as_str()));
            pages.push(Page::made(&own, folder, "section.html"));
        }
    }
    made_in_languages(old, pages, &singles);
    let taken: BTreeSet<String> = texts.keys().cloned().collect();
    for Taxonomy { key, name } in &old.taxonomies {
        if !taken.contains(key)
            && !pages
                .iter()
                .any(|page| page.stem == *key && page.folders.is_empty())
        {
            let mut list = Page::made(&[], key, "tags.html");
            list.stem.clone_from(key);
            list.front
                .insert("list_of".to_owned(), Value::String(name.clone()));
            pages.push(list);
        }
    }
    let names = names(&texts, old);
    let mut known = BTreeSet::new();
    for page in pages.iter_mut() {
        place(page, &names, &singles, &old.taxonomies);
        // Two files may have one name but for their case.
        let mut number = 1;
        let (id, target) = (page.id.clone(), page.target.clone());
        while !known.insert((page.id.to_lowercase(), page.language.clone())) {
            number += 1;
            page.id = format!("{id}-{number}");
            let (_, slug) = page.id.rsplit_once('/').unwrap_or_default();
            page.standard.retain(|line| !line.starts_with("slug"));
            page.standard.push(format!("slug = \"{slug}\""));
            if let Some((stem, extension)) = target.rsplit_once('.') {
                page.target = format!("{stem}-{number}.{extension}");
            }
        }
    }
}

/// Adds the home page of each language that has texts, and the pages of its sections, where they have none of their own.
fn made_in_languages(old: &Old, pages: &mut Vec<Page>, singles: &BTreeSet<String>) {
    let mut made = Vec::new();
    for tongue in old.tongues.iter().filter(|one| !one.is_off) {
        let is_in_it = |page: &&Page| page.language.as_ref() == Some(&tongue.key);
        let own: Vec<&Page> = pages.iter().filter(is_in_it).collect();
        let mut missing: BTreeSet<&[String]> = own.iter().map(|_| &[][..]).collect();
        let firsts = own.iter().filter(|page| !page.is_tag);
        let firsts = firsts.filter_map(|page| page.folders.get(..1));
        missing.extend(firsts.filter(|folder| !singles.contains(&folder[0])));
        for page in own.iter().filter(|page| page.is_index()) {
            missing.remove(&page.folders[..]);
        }
        for folders in missing {
            let (title, template) = match folders.first() {
                Some(folder) => (folder, "section.html"),
                None => (tongue.title.as_ref().unwrap_or(&old.title), "home.html"),
            };
            made.push(Page {
                language: Some(tongue.key.clone()),
                suffix: format!(".{}", tongue.tag),
                ..Page::made(folders, title, template)
            });
        }
    }
    pages.extend(made);
}

/// Texts in the folder of a kind of tags: of the list of all, or of one. Zola has none, and may have a section of that name.
fn of_tags(old: &Old, pages: &mut [Page]) {
    if ![Generator::Hugo, Generator::Jekyll].contains(&old.generator) {
        return;
    }
    for page in pages {
        let mut names = old.taxonomies.iter();
        let Some(Taxonomy { key, name }) = names.find(|one| page.folders.first() == Some(&one.key))
        else {
            continue;
        };
        match (page.folders.len(), page.is_index()) {
            (1, true) => {
                page.stem.clone_from(key);
                page.folders.clear();
                page.template = Some("tags.html");
                page.front
                    .insert("list_of".to_owned(), Value::String(name.clone()));
            }
            (2, true) => page.is_tag = true,
            _ => {}
        }
    }
}

/// The names of collections, by folder.
fn names(folders: &BTreeMap<String, usize>, old: &Old) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let tags = old.taxonomies.iter().map(|tags| tags.name.clone());
    let mut used: BTreeSet<String> = tags.collect();
    used.extend([ROOT, "page", "paginator", "site", "loop", "body", "data"].map(str::to_owned));
    for (position, folder) in folders.keys().enumerate() {
        let plain = folder.to_ascii_lowercase();
        let plain = plain.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
        let mut name = plain.trim_matches('_').to_owned();
        if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
            name = format!("section{}", position + 1);
        }
        while !used.insert(name.clone()) {
            name.push_str("_texts");
        }
        names.insert(folder.clone(), name);
    }
    names
}

fn place(
    page: &mut Page,
    names: &BTreeMap<String, String>,
    singles: &BTreeSet<String>,
    tags: &[Taxonomy],
) {
    let name = format!("{}{}", page.stem, page.suffix);
    if page.is_tag {
        let tag = page.folders.get(1).unwrap_or(&page.stem).clone();
        let key = &page.folders[0];
        let of = tags.iter().find(|one| one.key == *key);
        page.collection = of.map_or(key, |one| &one.name).clone();
        let own = slug(&tag);
        page.target = format!("content/{}/{own}{}.md", page.collection, page.suffix);
        page.id = format!("{}/{own}", page.collection);
        return;
    }
    match page.folders.first() {
        Some(first) if !singles.contains(first) => {
            page.collection.clone_from(&names[first]);
            page.target = format!("content/{}/{name}.md", page.folders.join("/"));
            let mut parts: Vec<String> = page.folders[1..].iter().map(|one| slug(one)).collect();
            if !page.is_index() {
                parts.push(slug(&page.stem));
            } else if parts.is_empty() {
                parts.push("index".to_owned());
            }
            page.id = format!("{}/{}", page.collection, parts.join("/"));
            if page.is_section {
                page.template = page.template.or(Some("section.html"));
            }
        }
        first => {
            ROOT.clone_into(&mut page.collection);
            let is_home = first.is_none() && page.stem == "index";
            if is_home {
                page.template = Some("home.html");
            }
            let name = if is_home {
                format!("home{}", page.suffix)
            } else {
                name
            };
            let folder = first.map(|first| format!("{first}/")).unwrap_or_default();
            page.target = format!("content/{ROOT}/{folder}{name}.md");
            let own = match first {
                Some(first) if page.is_index() => first.as_str(),
                _ if is_home => "home",
                _ => page.stem.as_str(),
            };
            page.id = format!("{ROOT}/{}", slug(own));
        }
    }
    let (_, own) = page.id.rsplit_once('/').unwrap_or_default();
    if own.is_empty() || !crate::schema::is_slug(own) {
        let made = format!("p{}", page.id.len() + page.target.len() - page.suffix.len());
        page.id = format!("{}{made}", page.id.trim_end_matches(own));
        // Its versions know each other by the name that the original has.
        let key = match &page.language {
            Some(_) => "translation_of",
            None => "slug",
        };
        page.standard.push(format!("{key} = \"{made}\""));
    }
}

/// A name as warraq makes slugs of it.
pub(super) fn slug(name: &str) -> String {
    heading_id(name)
}

/// Where a file beside texts goes, and where it is published then: with the text of its folder, or on its own.
pub(super) fn beside(pages: &[Page], below: &str) -> (String, String) {
    let (folder, name) = below.rsplit_once('/').unwrap_or(("", below));
    let folders: Vec<&str> = folder.split('/').filter(|one| !one.is_empty()).collect();
    let is_around = |page: &&Page| {
        let mut parts = page.folders.iter().zip(&folders);
        page.is_index()
            && !page.is_tag
            && page.language.is_none()
            && (1..=folders.len()).contains(&page.folders.len())
            && parts.all(|(one, other)| one == other)
    };
    let around = pages
        .iter()
        .filter(is_around)
        .max_by_key(|page| page.folders.len());
    let Some(page) = around.filter(|page| page.address.ends_with('/')) else {
        return (
            format!("templates/assets/root/{below}"),
            format!("/{below}"),
        );
    };
    let rest = [&folders[page.folders.len()..], &[name]].concat().join("/");
    let address = format!("{}{rest}", page.address);
    let is_beside = folders.len() == page.folders.len();
    let target = page.target.rsplit_once('/').filter(|_| is_beside);
    match target {
        Some((folder, _)) => (format!("{folder}/{name}"), address),
        None => (format!("templates/assets/root{address}"), address),
    }
}
