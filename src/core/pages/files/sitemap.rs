//! `sitemap.xml` (sitemaps.org, 0.9) and `robots.txt` (RFC 9309). No dates are invented.

use std::sync::Arc;

use crate::config;
use crate::graph::{EntryId, Site};
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
    let entries = site.ids().filter(|id| site.in_sitemap(*id));
    let pages = entries.filter_map(|id| {
        let page = site.entry(id).page.as_ref()?;
        let updated = site.updated(site.entry(id));
        let updated = updated.map(|day| format!("<lastmod>{day}</lastmod>"));
        let about = updated.unwrap_or_default() + &alternates(site, id);
        Some((site.config.absolute(page.as_str()), about))
    });
    let further = further_pages(site).map(|address| (address, String::new()));
    let mut addresses: Vec<(String, String)> = pages.chain(further).collect();
    addresses.sort();
    let of_xhtml = if addresses.iter().any(|(_, about)| about.contains("<xhtml:")) {
        " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\""
    } else {
        ""
    };
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"{of_xhtml}>\n",
    );
    for (address, about) in addresses {
        let address = escaped(&address);
        xml.push_str(&format!("<url><loc>{address}</loc>{about}</url>\n"));
    }
    xml.push_str("</urlset>\n");
    xml
}

fn escaped(address: &str) -> String {
    address.replace('&', "&amp;").replace('\'', "&apos;")
}

/// The versions of a page in all languages, as each of them names them.
fn alternates(site: &Site, id: EntryId) -> String {
    let alternates = site.alternates(id).into_iter().map(|(language, page)| {
        let address = escaped(&site.config.absolute(page.as_str()));
        format!("<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{address}\"/>")
    });
    alternates.collect()
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
