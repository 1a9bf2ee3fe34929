//! What will be published where: plain data, known before anything is rendered. How each file is
//! made is no part of it (`pages::output_file`).

mod file;
mod page;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use foldhash::HashMap;

pub use file::{PlannedFile, Role};
pub(super) use page::REDIRECT_TEMPLATE;
pub use page::{Page, Pager, Subject};

use super::address::join;
use crate::arabic::nfc;
use crate::config::Colour;
use crate::media_type::MediaType;
use crate::path::{OutputPath, UrlPath, decode};

/// What will be published where.
#[derive(Debug, Default)]
pub struct Plan {
    /// The files, by path.
    pub files: BTreeMap<OutputPath, PlannedFile>,
    /// The addresses that lead on to others, in the order of the addresses.
    pub redirects: Vec<Redirect>,
    /// The pictures of pixels among them, if site.toml has something made of them.
    pub pictures: BTreeMap<OutputPath, Raster>,
    /// What is there without a network, if readers may keep the site.
    pub offline: Option<Offline>,
    /// The files by their addresses, made of `files` when the first is looked up.
    pub by_address: ByAddress,
}

/// The files that can be named as they are, by their addresses, and whether each is a page.
#[derive(Debug, Default)]
pub struct ByAddress(OnceLock<HashMap<Box<str>, (OutputPath, bool)>>);

/// An address that leads on to another, for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// Where a reader may still come.
    pub from: UrlPath,
    /// Where the page is: an address from the root of the site, or the URL of another site's page.
    pub to: String,
}

/// A picture of pixels, and its copies in WebP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// The widths of its copies, from the smallest on, and where they are.
    pub copies: Vec<(u32, OutputPath)>,
    /// Whether it is WebP itself.
    pub is_webp: bool,
    /// How wide pages show it that do not say it.
    pub sizes: String,
    /// The colour that stands for it until it is there.
    pub colour: Option<Colour>,
}

/// What of a site is there without a network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offline {
    /// The page that is shown in place of one that is not kept. Its links hold at any address.
    pub page: Option<UrlPath>,
    /// The files that are kept from the start.
    pub keep: Vec<OutputPath>,
    /// How many pages are kept at most.
    pub limit: i64,
}

impl Plan {
    /// What the file at a path is to those who host it. A file that no plan names is one of the many of a search index.
    #[must_use]
    pub fn role(&self, path: &OutputPath) -> Role {
        let file = self.files.get(path);
        file.map_or(Role::Listing, |file| file.role)
    }

    /// What the file at a path is to those who read it: for a file that no plan names, what its name says.
    #[must_use]
    pub fn media_type(&self, path: &OutputPath) -> MediaType {
        let planned = self.files.get(path).map(|file| file.media_type);
        planned.unwrap_or_else(|| MediaType::of(path))
    }

    /// Whether a page stands at this path, and is HTML: a page may also be the text of another kind of file, `/humans.txt`.
    #[must_use]
    pub fn is_html(&self, path: &OutputPath) -> bool {
        self.page(path).is_some() && self.media_type(path) == MediaType::HTML
    }

    /// The page at a path, if there is one.
    #[must_use]
    pub fn page(&self, path: &OutputPath) -> Option<&Page> {
        self.files.get(path)?.page.as_deref()
    }

    /// What is published at a path from the root of the site, which may leave off the slash of a folder.
    #[must_use]
    pub fn at(&self, address: &str) -> Option<(&OutputPath, &PlannedFile)> {
        let path = address.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') {
            return self
                .files
                .get_key_value(format!("{path}index.html").as_str());
        }
        let folder = || {
            self.files
                .get_key_value(format!("{path}/index.html").as_str())
        };
        self.files.get_key_value(path).or_else(folder)
    }

    /// The file that has this address, letter for letter, and whether it is a page: what most links on most pages say, found in one
    /// step. All files are there when the first is looked for.
    pub(super) fn exactly(&self, address: &str) -> Option<(OutputPath, bool)> {
        let by_address = self.by_address.0.get_or_init(|| {
            let stands_for_itself = |c: char| !matches!(c, '%' | '#' | '?') && c > ' ';
            let files = self.files.iter().filter_map(|(path, file)| {
                let url = path.url();
                let url = url.as_str();
                let is_plain =
                    url.chars().all(stands_for_itself) && matches!(nfc(url), Cow::Borrowed(_));
                is_plain.then(|| (url.into(), (path.clone(), file.page.is_some())))
            });
            files.collect()
        });
        by_address.get(address).cloned()
    }

    /// The file that an address means where it stands in another: relative to that, or from the root of the site.
    #[must_use]
    pub fn named_in(&self, file: &OutputPath, address: &str) -> Option<&OutputPath> {
        let path = decode(address.split(['#', '?']).next()?);
        let from_root = if path.starts_with('/') {
            path.into_owned()
        } else {
            join(file.url().as_str(), &path)?
        };
        self.at(&from_root).map(|(path, _)| path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;

    proptest::proptest! {
        #[test]
        fn an_address_as_it_is_leads_where_it_leads_read_with_care(
            names in proptest::collection::vec("[a%#? :.é\u{301}ا\u{653}]{1,4}", 1..6),
            address in "/?[a%#? :.é\u{301}ا\u{653}/]{0,5}",
        ) {
            let folders = names.iter().map(|name| format!("{name}/index.html"));
            let paths = folders.chain(names.iter().map(|name| format!("{name}.css")));
            let paths = paths.filter_map(|path| OutputPath::new(&path).ok());
            let files = paths.map(|path| {
                let source = SourcePath::new("content/a.md");
                (path, PlannedFile::from(Role::Other, MediaType::HTML, &source))
            });
            let plan = Plan { files: files.collect(), ..Plan::default() };
            let all = plan.files.keys().map(|path| path.url().as_str().to_owned());
            for address in all.chain([address.clone()]) {
                let Some((found, _)) = plan.exactly(&address) else { continue };
                let address = address.trim();
                let path = address.split(['#', '?']).next().unwrap();
                let read = nfc(&decode(path)).into_owned();
                proptest::prop_assert_eq!(plan.at(&read).map(|(path, _)| path), Some(&found));
            }
        }
    }
}
