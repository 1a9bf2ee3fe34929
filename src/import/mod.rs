//! A site of another generator becomes one of warraq's: files in, files and a report out. Reads and writes no disk.
//!
//! `old` is what the site says of itself, `front` and `page` what each of its texts says, `address` where each was found;
//! `fields` and `schema` infer a schema from all front matter, `body` brings prose over, `entry`, `settings` and `frame` write the new site,
//! and `mend` builds it and takes out what would stop it. Whatever does not become a part of the site is in the `report`.

mod address;
mod body;
mod entry;
mod fields;
mod frame;
mod front;
mod generator;
mod headings;
mod jekyll;
mod links;
mod mend;
mod menus;
mod name;
mod notation;
mod old;
mod page;
mod report;
mod root;
mod schema;
mod settings;
mod shortcode;
mod tags;
mod taxonomy;
mod tongues;
mod types;

use std::collections::BTreeMap;

use crate::locale::text;
use old::Old;
use page::Page;

pub use generator::{Files, Generator};
pub use old::why_left;
pub use report::Report;
pub use root::Root;

/// A site of warraq's, and what is left to do.
#[derive(Debug)]
pub struct Imported {
    /// The files of the site.
    pub files: Files,
    /// What became of those of the old one.
    pub report: Report,
}

/// Brings a site over. `starter` has the files of a new site, from which style sheets and the like are taken.
#[must_use]
pub fn import(generator: Generator, old_files: Files, starter: &Files) -> Imported {
    let mut report = Report::default();
    let mut old = Old::read(generator, &old_files, &mut report);
    let mut files = Files::new();
    let mut pages: Vec<Page> = Vec::new();
    let mut beside = Vec::new();
    for (path, bytes) in old_files {
        if old.is_settings(&path) {
            report.moved(&path, "site.toml");
        } else if let Some(below) = old.below_content(&path) {
            match Page::read(&old, &path, below, &bytes, &mut report) {
                Some(page) => pages.push(page),
                None => beside.push((path, bytes)),
            }
        } else if let Some(below) = old.below_static(&path) {
            let new = format!("templates/assets/root/{below}");
            publish(&path, new, bytes, &mut files, &mut report);
        } else if let Some(below) = old.below_data(&path).filter(|_| is_data(&path)) {
            let new = format!("data/{below}");
            report.note(text!("import-data", path = path.as_str()));
            publish(&path, new, bytes, &mut files, &mut report);
        } else {
            report.left(&path, old::why_left(&path));
        }
    }
    page::complete(&old, &mut pages, &mut report);
    address::assign(&old, &mut pages, &mut report);
    address::lead_on(&mut pages, &mut report);
    let mut addresses = BTreeMap::new();
    for (path, bytes) in beside {
        let below = old.below_content(&path).unwrap_or(&path);
        let (new, address) = page::beside(&pages, below);
        addresses.insert(below.to_lowercase(), address);
        publish(&path, new, bytes, &mut files, &mut report);
    }
    let schema = schema::infer(&old, &mut pages, &mut report);
    // A folder of Markdown is called what the text at its root is.
    if let Some(title) = title_of_home(&pages).filter(|_| generator == Generator::Markdown) {
        title.clone_into(&mut old.title);
    }
    let bodies = links::Targets::new(&old, &pages, addresses);
    for page in &mut pages {
        body::convert(&bodies, page, &mut report);
    }
    let tags = tags::files(&old, &pages, &schema);
    files.extend(tags);
    let originals = schema::originals(pages.iter());
    for page in &pages {
        let original = originals.get(page.id.as_str()).copied();
        let text = entry::written(page, original, &schema);
        if let Some(source) = &page.source {
            report.moved(source, &page.target);
        }
        files.insert(page.target.clone(), text.into_bytes());
    }
    frame::add(&mut files, starter, &old, (&pages, &schema));
    let text = settings::written(&old, (&pages, &files), &schema, &mut report);
    files.insert("site.toml".to_owned(), text.into_bytes());
    mend::mend(&mut files, &mut report);
    report.pages = pages.len();
    Imported { files, report }
}

/// What the text at the root is called.
fn title_of_home(pages: &[Page]) -> Option<&str> {
    let is_home = |page: &&Page| page.address == "/" && page.language.is_none();
    pages.iter().find(is_home)?.fields.get("title")?.as_str()
}

/// Takes a file over as it is.
fn publish(path: &str, new: String, bytes: Vec<u8>, files: &mut Files, report: &mut Report) {
    let is_hidden = new.split('/').any(|part| {
        part.starts_with(['.', '#']) && part != ".well-known" || part.ends_with(['~', '#'])
    });
    if is_hidden {
        report.left(path, text!("import-hidden"));
        return;
    }
    report.moved(path, &new);
    files.insert(new, bytes);
}

fn is_data(path: &str) -> bool {
    crate::source::values::Format::of(path).is_some()
}
