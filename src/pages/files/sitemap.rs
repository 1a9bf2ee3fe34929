//! `sitemap.xml` (sitemaps.org, 0.9) and `robots.txt` (RFC 9309). No dates are invented.

use std::sync::Arc;

use crate::config;
use crate::graph::Site;
use crate::locale::text;
use crate::markdown::Body;
use crate::media_type::MediaType;
use crate::memo::ByPointer;
use crate::pages::artifact::Artifact;
use crate::pages::claims::{Claimant, Claims};
use crate::pages::output_file::OutputFile;
use crate::pages::plan::{PlannedFile, Role};
use crate::pages::render_cache::Ingredients;
use crate::pages::rendering::Rendering;
use crate::path::OutputPath;

/// Claims the paths of both. They give way to files of the site's own.
pub(super) fn claim(claims: &mut Claims) {
    let files = [
        ("sitemap.xml", Role::Listing, SiteFile(sitemap)),
        ("robots.txt", Role::Other, SiteFile(robots)),
    ];
    for (name, role, recipe) in files {
        let Ok(path) = OutputPath::new(name) else {
            continue;
        };
        if claims.plan.files.contains_key(&path) {
            continue;
        }
        let media_type = MediaType::of(&path);
        let file = PlannedFile::new(role, media_type, config::whole());
        let claimant = Claimant::new(text!("claimant-warraq"), config::whole());
        claims.claim(path, file, recipe, claimant);
    }
}

/// A file that is written of the whole site.
#[derive(Debug)]
struct SiteFile(fn(&Site) -> String);

impl OutputFile for SiteFile {
    fn ingredients(&self, rendering: &Rendering<'_>) -> Option<Ingredients> {
        let site = ByPointer::new(rendering.inputs.site);
        Some(Ingredients::Site(site))
    }

    fn make(&self, rendering: &Rendering<'_>, _: Vec<Arc<Body>>) -> Artifact {
        Artifact::of(self.0(rendering.inputs.site))
    }
}

fn sitemap(site: &Site) -> String {
    let mut addresses: Vec<String> = site
        .entries
        .iter()
        .filter(|entry| entry.document.in_sitemap)
        .filter_map(|entry| entry.page.as_ref())
        .map(|page| site.config.absolute(page.as_str()))
        .chain(further_pages(site))
        .collect();
    addresses.sort();
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for address in addresses {
        let address = address.replace('&', "&amp;").replace('\'', "&apos;");
        xml.push_str(&format!("<url><loc>{address}</loc></url>\n"));
    }
    xml.push_str("</urlset>\n");
    xml
}

/// The pages of lists that take several, but for the first of each.
fn further_pages(site: &Site) -> impl Iterator<Item = String> {
    let lists = site.listings.iter().filter(|(host, listing)| {
        site.entry(**host).document.in_sitemap && listing.pagination.in_sitemap
    });
    lists.flat_map(move |(_, listing)| {
        let numbers = 2..=listing.pages();
        let addresses = numbers.filter_map(move |at| listing.address(at).ok());
        addresses.map(|address| site.config.absolute(address.as_str()))
    })
}

fn robots(site: &Site) -> String {
    let sitemap = site.config.absolute("/sitemap.xml");
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}
