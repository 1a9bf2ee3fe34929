//! Files that pages, style sheets and drawings load from other hosts, each of which would learn who reads what.

use std::collections::BTreeSet;

use super::css::addresses;
use super::drawing::Drawing;
use super::place::Sources;
use super::reading::Reading;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::output::Bytes;
use crate::path::OutputPath;

/// The files that load from hosts which site.toml does not allow, each with its problem.
pub(super) fn check(
    readings: &[Reading<'_>],
    drawings: &[Drawing<'_>],
    files: &[(&OutputPath, &Bytes)],
    sources: Sources<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let config = &sources.site.config;
    let own = host(&config.base_url).unwrap_or_default();
    let is_foreign = |address: &str| {
        let host = host(address);
        host.is_some_and(|host| {
            let is_same = |allowed: &str| allowed.eq_ignore_ascii_case(host);
            !is_same(own) && !config.third_party.iter().any(|allowed| is_same(allowed))
        })
    };
    let pages = readings.iter().flat_map(|reading| {
        let loads = reading.resources.loads.iter();
        let foreign = loads
            .map(|load| &*load.address)
            .filter(|address| is_foreign(address));
        let foreign: BTreeSet<_> = foreign.map(str::to_owned).collect();
        let path = reading.page.path;
        foreign.into_iter().map(move |address| (path, address))
    });
    let sheets = files
        .iter()
        .filter(|(path, _)| path.extension() == Some("css"));
    let sheets = sheets.flat_map(|(path, bytes)| {
        let css = bytes.as_text().unwrap_or_default();
        let foreign = addresses(css).into_iter();
        let foreign: BTreeSet<_> = foreign.filter(|address| is_foreign(address)).collect();
        foreign.into_iter().map(|address| (*path, address))
    });
    let drawings = drawings.iter().flat_map(|drawing| {
        let foreign = drawing.loads.iter();
        let foreign: BTreeSet<_> = foreign.filter(|address| is_foreign(address)).collect();
        let foreign = foreign.into_iter().cloned();
        foreign.map(|address| (drawing.path, address))
    });
    pages
        .chain(sheets)
        .chain(drawings)
        .map(|(path, address)| (path.clone(), problem(path, &address, sources)))
        .collect()
}

fn problem(path: &OutputPath, address: &str, sources: Sources<'_>) -> Diagnostic {
    let host = host(address).unwrap_or_default();
    let setting = format!("third_party = [\"{host}\"]");
    let problem = Diagnostic::error("E407", text!("loaded-from-elsewhere", address))
        .on(path.url())
        .hint(text!("loaded-from-elsewhere-hint", setting));
    // In the page's own words, else where the host is named.
    let places = [address, host].into_iter();
    let places = places.filter(|text| !text.is_empty());
    let mut places = places.filter_map(|text| sources.place_of_words(text, path));
    let place = places.clone().find(|place| !place.is_whole_file());
    match place.or_else(|| places.next()) {
        Some(place) => problem.at(place),
        None => problem,
    }
}

/// The host of an address that names one (RFC 3986, section 3.2), its port included.
pub(super) fn host(address: &str) -> Option<&str> {
    let after_scheme = match address.split_once("//")? {
        ("", rest) => rest,
        (scheme, rest) => {
            let is_web = ["http:", "https:"].iter();
            let mut is_web = is_web.filter(|web| web.eq_ignore_ascii_case(scheme));
            is_web.next().map(|_| rest)?
        }
    };
    after_scheme.split(['/', '?', '#']).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_found_in_the_addresses_that_have_one() {
        for (address, expected) in [
            ("https://a.example/b", Some("a.example")),
            ("//a.example:81?x", Some("a.example:81")),
            ("HTTP://a.example", Some("a.example")),
            ("/a//b", None),
            ("data:image/svg+xml,//a", None),
            ("a.css", None),
        ] {
            assert_eq!(host(address), expected, "{address}");
        }
    }
}
