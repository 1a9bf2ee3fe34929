//! Every path of the output, before anything is rendered. Two claimants of one path are an error that
//! names both; nobody wins.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::claims::Claims;
use super::links::{NOT_FOUND, join};
use super::offline::{self, Offline};
use super::redirects;
use crate::assets::{self, Assets};
use crate::config;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::graph::{Entry, EntryId, Site};
use crate::path::{OutputPath, SourcePath, UrlPath, decode};
use crate::pictures::Icon;
use crate::schema::{CollectionId, FeedFormat};
use crate::search;
use crate::source::{Snapshot, Source, load};

/// What will be published where.
#[derive(Debug, Default)]
pub struct Plan {
    /// The files, by path.
    pub files: BTreeMap<OutputPath, Item>,
    /// The addresses that lead on to others, in the order of the addresses.
    pub redirects: Vec<Redirect>,
    /// What is there without a network, if readers may keep the site.
    pub offline: Option<Offline>,
}

/// An address that leads on to another, for good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redirect {
    /// Where a reader may still come.
    pub from: UrlPath,
    /// Where the page is: an address from the root of the site, or the URL of another site's page.
    pub to: String,
}

/// What a published file is to those who host and cache it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// A file whose name changes with its bytes, so that it can be kept for ever.
    Fingerprinted,
    /// A page.
    Page,
    /// A page that leads on to another: hosts that know rules answer with those instead.
    Redirect,
    /// A list of the site's pages for machines, such as the sitemap: it should not name a page before the page is there.
    Listing,
    /// Anything else: it keeps its name when its bytes change.
    Other,
}

/// What a published file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// The page of an entry, rendered with this template.
    Page(EntryId, String),
    /// An asset, by its path below `templates/assets/`.
    Asset(String),
    /// A file that lies beside an entry's `index.md`.
    Attachment(SourcePath),
    /// An export, by its position in site.toml.
    Export(usize),
    /// The feed of a collection.
    Feed(CollectionId, FeedFormat),
    /// The card of an entry's page, made with this template.
    Card(EntryId, String),
    /// One of the site's icons.
    Icon(Icon),
    /// The page of a redirect, by its position among them, and the file that asks for it.
    Redirect(usize, SourcePath),
    /// The list of all addresses (sitemaps.org).
    Sitemap,
    /// What crawlers may read (RFC 9309).
    Robots,
    /// The first file of the search index. How many more there are depends on the words of the pages; nothing
    /// else is published in their folder.
    SearchIndex,
    /// A script that asks the index, by its position among them.
    SearchScript(usize),
    /// What keeps pages for readers, and answers when there is no network.
    ServiceWorker,
    /// The script that starts it.
    OfflineScript,
}

impl Item {
    /// Whether it is a page, be it one that leads on.
    #[must_use]
    pub fn is_page(&self) -> bool {
        matches!(self, Self::Page(..) | Self::Redirect(..))
    }
}

impl Plan {
    /// What the file at a path is to those who host it. A file that no plan names is one of the many of a search index.
    #[must_use]
    pub fn role(&self, path: &OutputPath) -> Role {
        match self.files.get(path) {
            Some(Item::Page(..)) => Role::Page,
            Some(Item::Redirect(..)) => Role::Redirect,
            Some(Item::Asset(name)) if assets::is_fingerprinted(name) => Role::Fingerprinted,
            Some(Item::SearchScript(_) | Item::OfflineScript) => Role::Fingerprinted,
            Some(Item::Sitemap | Item::Feed(..) | Item::SearchIndex | Item::ServiceWorker)
            | None => Role::Listing,
            Some(_) => Role::Other,
        }
    }

    /// The media types that the kinds of files decide, whatever the files are called. All others are known by their names.
    pub fn media_types(&self) -> impl Iterator<Item = (&OutputPath, &'static str)> {
        self.files.iter().filter_map(|(path, item)| match item {
            Item::Feed(_, format) => Some((path, format.media_type())),
            Item::Page(..)
            | Item::Asset(_)
            | Item::Attachment(_)
            | Item::Export(_)
            | Item::Card(..)
            | Item::Icon(_)
            | Item::Redirect(..)
            | Item::Sitemap
            | Item::Robots
            | Item::SearchIndex
            | Item::SearchScript(_)
            | Item::ServiceWorker
            | Item::OfflineScript => None,
        })
    }

    /// What is published at a path from the root of the site, which may leave off the slash of a folder.
    #[must_use]
    pub fn at(&self, address: &str) -> Option<(&OutputPath, &Item)> {
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

/// Plans the output of a site.
#[must_use]
pub fn plan(site: &Site, assets: &Assets, snapshot: &Snapshot) -> Checked<Plan> {
    let mut claims = Claims::new(site.config.search.is_some());
    for id in site.ids() {
        let entry = site.entry(id);
        let Some(page) = &entry.page else { continue };
        let own = entry.document.template.as_ref();
        let Some(template) = own.or(site.collection(entry).template.as_ref()) else {
            let message = format!("`{}` has no template", entry.name);
            let hint =
                "name one with template = \"….html\", here or for the collection in site.toml";
            let problem = Diagnostic::error("E403", message)
                .at(&entry.document.path)
                .hint(hint);
            claims.diagnostics.push(problem);
            continue;
        };
        let item = Item::Page(id, template.value.clone());
        claims.claim(
            page.output(),
            item,
            entry.document.path.to_string(),
            page_span(site, id),
        );
    }
    for source in snapshot
        .below(load::CONTENT)
        .filter(|source| !is_entry(source))
    {
        attach(site, source, snapshot, &mut claims);
    }
    for (name, asset) in &assets.files {
        let item = Item::Asset(name.clone());
        claims.claim(
            asset.path.clone(),
            item,
            asset.source.to_string(),
            Span::from(&asset.source),
        );
    }
    for (position, export) in site.config.exports.iter().enumerate() {
        let span = export.path.span.clone();
        let claimant = format!("an export of {}", load::CONFIG);
        claims.claim(
            export.address.output(),
            Item::Export(position),
            claimant,
            span,
        );
    }
    for (id, collection) in site
        .config
        .schema
        .ids()
        .zip(&site.config.schema.collections)
    {
        for (format, address) in collection.feed.iter().flat_map(|feed| &feed.addresses) {
            let claimant = format!("the feed of {}", collection.name);
            let span = collection.span.clone();
            claims.claim(address.output(), Item::Feed(id, *format), claimant, span);
        }
    }
    pictures(site, &mut claims);
    if claims.is_searched {
        search_files(&mut claims);
    }
    // The two that warraq makes itself give way to files of the site's own.
    for (name, item) in [("sitemap.xml", Item::Sitemap), ("robots.txt", Item::Robots)] {
        if let (false, Ok(path)) = (claims.plan.files.contains_key(name), OutputPath::new(name)) {
            claims.claim(path, item, "warraq itself".to_owned(), config::whole());
        }
    }
    redirects::claim(site, &mut claims);
    offline::claim(site, &mut claims);
    Checked::new(claims.plan, claims.diagnostics)
}

/// The cards and icons that site.toml asks for.
fn pictures(site: &Site, claims: &mut Claims) {
    let config = &site.config;
    let template = config.cards.as_ref().map(|cards| &cards.template.value);
    for (id, template) in site
        .ids()
        .filter_map(|id| template.map(|template| (id, template)))
    {
        let Some(address) = card_address(site, id) else {
            continue;
        };
        let source = &site.entry(id).document.path;
        match OutputPath::new(&address) {
            Ok(path) => {
                let item = Item::Card(id, template.clone());
                let claimant = format!("the card of {source}");
                claims.claim(path, item, claimant, page_span(site, id));
            }
            Err(problem) => {
                let hint = "give the page a shorter address";
                let problem = Diagnostic::error("E207", problem)
                    .at(page_span(site, id))
                    .hint(hint);
                claims.diagnostics.push(problem);
            }
        }
    }
    let Some(icons) = &config.icons else { return };
    for (path, icon) in Icon::ALL {
        if let Ok(path) = OutputPath::new(path) {
            let claimant = "[icons] in site.toml".to_owned();
            claims.claim(path, Item::Icon(icon), claimant, icons.source.span.clone());
        }
    }
}

/// The index and its scripts, in a folder of their own.
fn search_files(claims: &mut Claims) {
    let claimant = || "[search] in site.toml".to_owned();
    for (position, (path, _)) in search::scripts().into_iter().enumerate() {
        let item = Item::SearchScript(position);
        claims.claim(path, item, claimant(), config::whole());
    }
    claims.claim(
        search::first(),
        Item::SearchIndex,
        claimant(),
        config::whole(),
    );
}

/// Whether the same would be planned for two sites: each entry in its place, with its page and its template. Where in
/// its file either is written matters to problems alone.
#[must_use]
pub fn is_planned_alike(one: &Site, other: &Site) -> bool {
    fn read(entry: &Entry) -> impl PartialEq + use<'_> {
        let (document, page) = (&*entry.document, &entry.page);
        let template = document.template.as_ref().map(|template| &template.value);
        let redirects = document.redirect_from.iter().map(|from| &from.value);
        let addresses = (page, &entry.url, redirects.collect::<Vec<_>>());
        (&entry.name, addresses, &document.path, template)
    }
    let alike = |(one, other)| read(one) == read(other);
    Arc::ptr_eq(&one.config, &other.config)
        && one.entries.len() == other.entries.len()
        && one.entries.iter().zip(&other.entries).all(alike)
}

/// Where the card of an entry's page is published, if cards are made and it has a page that can be linked to:
/// `/books/bukhala/` has its card at `cards/books/bukhala.png`. The address is stable, because networks keep it.
pub(super) fn card_address(site: &Site, id: EntryId) -> Option<String> {
    site.config.cards.as_ref()?;
    let page = site.entry(id).page.as_ref()?;
    if page.as_str() == NOT_FOUND {
        return None;
    }
    let path = page.output();
    let path = path.as_str().trim_end_matches(".html");
    let path = path.strip_suffix("/index").unwrap_or(path);
    Some(format!("cards/{path}.png"))
}

/// Whether a file of `content/` is an entry by its extension.
#[must_use]
pub(crate) fn is_entry(source: &Source) -> bool {
    matches!(source.path().extension(), Some("md" | "toml"))
}

fn page_span(site: &Site, id: EntryId) -> Span {
    let document = &site.entry(id).document;
    match &document.url {
        Some(url) => url.span.clone(),
        None => Span::new(&document.path, document.slug_range.clone()),
    }
}

/// A file beside `index.md` is published beside the page.
fn attach(site: &Site, source: &Source, snapshot: &Snapshot, claims: &mut Claims) {
    let path = source.path();
    let bundle = path.as_str().match_indices('/').rev().find_map(|(at, _)| {
        let index = SourcePath::new(&format!("{}/index.md", &path.as_str()[..at]));
        snapshot
            .get(&index)
            .map(|_| (index, &path.as_str()[at + 1..]))
    });
    let Some((index, name)) = bundle else {
        let hint = "put it beside the index.md of an entry, or into templates/assets/";
        let message = "the file belongs to no entry and is not published";
        claims
            .diagnostics
            .push(Diagnostic::warning("W208", message).at(path).hint(hint));
        return;
    };
    // An entry that could not be read, or a draft, takes its files with it.
    let Some(page) = site.at(&index).and_then(|id| site.entry(id).page.as_ref()) else {
        return;
    };
    let output = page.output();
    let folder = output
        .as_str()
        .strip_suffix("index.html")
        .unwrap_or_default();
    match OutputPath::new(&format!("{folder}{name}")) {
        Ok(output) => {
            claims.claim(
                output,
                Item::Attachment(path.clone()),
                path.to_string(),
                Span::from(path),
            );
        }
        Err(problem) => {
            let problem = Diagnostic::error("E207", problem)
                .at(path)
                .hint("rename the file");
            claims.diagnostics.push(problem);
        }
    }
}
