//! The kinds of output files, a module each: which paths it claims, what each of its files is to
//! others, and how it is made.

mod asset;
mod attachment;
mod card;
mod crop;
mod export;
mod feed;
mod fixed;
mod icon;
mod offline;
mod page;
mod picture;
mod redirect;
mod search;
mod search_scripts;
mod sitemap;

use std::sync::Arc;

pub(crate) use attachment::is_entry;
pub(super) use offline::script_address;
pub(super) use search_scripts::search_script;

use super::claims::Claims;
use super::output_file::Recipes;
use super::plan::Plan;
use crate::assets::Assets;
use crate::diagnostic::Checked;
use crate::graph::{Entry, Site};
use crate::raster::Album;
use crate::source::Snapshot;

/// A plan, and how its files are made.
#[derive(Debug, Clone)]
pub struct Planned {
    /// What will be published where.
    pub plan: Arc<Plan>,
    /// How.
    pub recipes: Arc<Recipes>,
}

/// Plans the output of a site: every path, before anything is rendered. Two claimants of one path are an error that names
/// both; nobody wins.
#[must_use]
pub fn plan(site: &Site, assets: &Assets, album: &Album, snapshot: &Snapshot) -> Checked<Planned> {
    let mut claims = Claims::default();
    search::reserve(site, &mut claims);
    page::claim(site, &mut claims);
    attachment::claim(site, album, snapshot, &mut claims);
    asset::claim(site, assets, album, snapshot, &mut claims);
    crop::claim(site, album, snapshot, &mut claims);
    export::claim(site, &mut claims);
    feed::claim(site, &mut claims);
    card::claim(site, &mut claims);
    icon::claim(site, &mut claims);
    search::claim(site, &mut claims);
    // These give way to files of the site's own, or lead to whatever else is published.
    sitemap::claim(&mut claims);
    redirect::claim(site, &mut claims);
    offline::claim(site, &mut claims);
    let planned = Planned {
        plan: Arc::new(claims.plan),
        recipes: Arc::new(claims.recipes),
    };
    Checked::new(planned, claims.diagnostics)
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
        let name = (&entry.name, document.language);
        (name, addresses, &document.path, template)
    }
    let alike = |(one, other)| read(one) == read(other);
    let lists = |site: &Site| {
        let lists = site.listings.iter();
        let lists = lists.map(|(host, list)| (*host, list.pages()));
        lists.collect::<Vec<_>>()
    };
    Arc::ptr_eq(&one.config, &other.config)
        && one.entries.len() == other.entries.len()
        && lists(one) == lists(other)
        && crop::pictures(one) == crop::pictures(other)
        && one.entries.iter().zip(&other.entries).all(alike)
}
