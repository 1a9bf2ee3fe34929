//! `sitemap.xml` (sitemaps.org, 0.9) and `robots.txt` (RFC 9309). No dates are invented.

use crate::graph::Site;

pub(super) fn sitemap(site: &Site) -> String {
    let mut addresses: Vec<String> = site
        .entries
        .iter()
        .filter(|entry| entry.document.in_sitemap)
        .filter_map(|entry| entry.page.as_ref())
        .map(|page| site.config.absolute(page.as_str()))
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

pub(super) fn robots(site: &Site) -> String {
    let sitemap = site.config.absolute("/sitemap.xml");
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n")
}
