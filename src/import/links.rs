//! Where links of the old site lead in the new one.

use std::collections::BTreeMap;

use super::generator::Generator;
use super::headings;
use super::old::Old;
use super::page::Page;
use crate::path::SourcePath;

/// The pages that links may lead to.
#[derive(Debug)]
pub(super) struct Targets {
    pub(super) generator: Generator,
    base_url: String,
    /// The ids of pages by their files, from the folder of texts, in small letters; and by what is left of it.
    by_file: BTreeMap<String, String>,
    by_name: BTreeMap<String, Option<String>>,
    /// Where other files are published, by their paths as above.
    files: BTreeMap<String, String>,
    /// What links to the heading that became the title of a page have behind `#`, by the page's id.
    titles: BTreeMap<String, String>,
}

impl Targets {
    pub(super) fn new(old: &Old, pages: &[Page], files: BTreeMap<String, String>) -> Self {
        let mut by_file = BTreeMap::new();
        let mut by_name: BTreeMap<String, Option<String>> = BTreeMap::new();
        let sources = pages.iter().flat_map(|page| {
            let own = page.source.iter().chain(&page.leading_on);
            own.map(move |source| (page, source))
        });
        for (page, source) in sources {
            let below = old.below_content(source).unwrap_or(source).to_lowercase();
            let stem = below
                .rsplit_once('.')
                .map_or(below.as_str(), |(stem, _)| stem)
                .to_owned();
            let folder = stem
                .strip_suffix("/_index")
                .or_else(|| stem.strip_suffix("/index"));
            let last = folder
                .unwrap_or(&stem)
                .rsplit('/')
                .next()
                .unwrap_or_default()
                .to_owned();
            for key in [Some(below.as_str()), Some(stem.as_str()), folder]
                .into_iter()
                .flatten()
            {
                by_file.insert(key.to_owned(), page.id.clone());
            }
            let known = by_name.entry(last);
            known
                .and_modify(|id| *id = None)
                .or_insert_with(|| Some(page.id.clone()));
        }
        let titles = pages.iter().filter_map(|page| {
            let title = page.fields.get("title")?.as_str()?;
            let id = headings::title_id(title, &page.body)?;
            Some((page.id.clone(), id))
        });
        Self {
            generator: old.generator,
            base_url: old.base_url.clone(),
            by_file,
            by_name,
            files,
            titles: titles.collect(),
        }
    }

    /// The link that leads to a file of texts, by a path from the folder of all texts, or from that of a page.
    pub(super) fn file(&self, page: &Page, written: &str) -> Option<String> {
        let (path, fragment) = match written.split_once('#') {
            Some((path, fragment)) => (path, format!("#{fragment}")),
            None => (written, String::new()),
        };
        let path = crate::path::decode(path).to_lowercase();
        let path = path.trim_end_matches('/');
        if path.is_empty() {
            return None;
        }
        let from_root = path.trim_start_matches('/');
        let beside = beside(page, path);
        let found = self
            .by_file
            .get(&beside)
            .or_else(|| self.by_file.get(from_root));
        let name = from_root.rsplit('/').next().unwrap_or_default();
        let name = name.strip_suffix(".mdx").unwrap_or(name);
        let name = name.strip_suffix(".md").unwrap_or(name);
        let found = found.or_else(|| {
            self.by_name
                .get(name)
                .filter(|_| !from_root.contains('/'))?
                .as_ref()
        });
        Some(format!("ref:{}{fragment}", found?))
    }

    /// The id of the text that an address leads to which leaves out how its file ends: `./forms`, `/guide/forms.html`.
    fn text(&self, page: &Page, address: &str) -> Option<&String> {
        let stem = address.trim_end_matches('/');
        let stem = stem.strip_suffix(".html").unwrap_or(stem);
        let file = match stem.strip_prefix('/') {
            Some(stem) => stem.to_owned(),
            None if stem.is_empty() => return None,
            None => beside(page, stem),
        };
        self.by_file.get(&file)
    }

    /// An address in the new site, for one that a link of the old one has. A link to the heading that became the title of
    /// a page leads to the page.
    pub(super) fn link(&self, page: &Page, address: &str) -> Option<String> {
        let own = address
            .starts_with('#')
            .then(|| format!("ref:{}{address}", page.id));
        let link = self.moved(page, address);
        let to_title = own.as_ref().or(link.as_ref()).and_then(|link| {
            let (page, fragment) = link.split_once('#')?;
            let title = self.titles.get(page.strip_prefix("ref:")?)?;
            (crate::path::decode(fragment) == *title).then(|| page.to_owned())
        });
        to_title.or(link)
    }

    fn moved(&self, page: &Page, address: &str) -> Option<String> {
        if let Some(file) = address.strip_prefix("@/") {
            return self.file(page, &format!("/{file}"));
        }
        if let Some(rest) = address.strip_prefix(self.base_url.as_str()) {
            return Some(format!("/{rest}"));
        }
        let path = address.split('#').next().unwrap_or_default();
        let file = SourcePath::new(path);
        let is_text = ["md", "mdx"].into_iter().any(|one| file.has_extension(one));
        if is_text && !address.contains("://") {
            return self.file(page, address);
        }
        // In a folder of Markdown, a link leads from its file, wherever the page is published.
        if ![Generator::Markdown, Generator::Jekyll].contains(&self.generator) {
            return None;
        }
        let written = crate::path::decode(path).to_lowercase();
        let Some(found) = self.files.get(&beside(page, &written)) else {
            let is_of_files = self.generator == Generator::Markdown;
            let text = self.text(page, &written).filter(|_| is_of_files)?;
            return Some(format!("ref:{text}{}", &address[path.len()..]));
        };
        let found = found.replace('%', "%25").replace(' ', "%20");
        Some(found.replace('(', "%28").replace(')', "%29"))
    }
}

/// A path from the folder of all texts, of one that leads from that of a page.
fn beside(page: &Page, path: &str) -> String {
    let mut beside: Vec<String> = page.folders.iter().map(|one| one.to_lowercase()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = beside.pop(),
            part => beside.push(part.to_owned()),
        }
    }
    beside.join("/")
}
