//! What the configuration of a server of one's own says of a site, whichever server it is.

use std::collections::BTreeMap;

use super::answers::{Headers, answers};
use super::kinds::Kinds;
use super::location;
use super::places::{Spread, names};
use crate::config::{Config, Destination, Target};
use crate::output::Output;
use crate::pages::Plan;
use crate::path::{OutputPath, decode, encode};

/// A site below an address of a server.
pub(super) struct Served {
    /// The name of the host.
    pub(super) host: String,
    /// The path below which the site is, not encoded: begins and ends with `/`.
    pub(super) base: String,
    /// The folder that holds it.
    pub(super) folder: String,
    /// Headers that are not the same everywhere, and those that are.
    pub(super) headers: Vec<Spread>,
    /// The folders that have a page for addresses in them where nothing is, and what is said with it. The outermost first.
    pub(super) not_found: Vec<(String, Headers)>,
    pub(super) kinds: Kinds,
    /// Addresses that lead on, below the base and not encoded, and the values of `Location`.
    pub(super) redirects: BTreeMap<String, String>,
}

/// The page for addresses where nothing is.
pub(super) const NOT_FOUND: &str = "404.html";

/// The path of the page for addresses where nothing is in a folder, if there is one.
pub(super) fn not_found_in(folder: &str, plan: &Plan) -> Option<OutputPath> {
    let path = OutputPath::new(&format!("{folder}{NOT_FOUND}")).ok()?;
    plan.files.contains_key(&path).then_some(path)
}

fn not_found(answers: &BTreeMap<OutputPath, Headers>, config: &Config) -> Vec<(String, Headers)> {
    let folders = config.language_folders().filter_map(|folder| {
        let headers = answers.get(&*format!("{folder}{NOT_FOUND}"))?;
        Some((folder.to_owned(), headers.clone()))
    });
    folders.collect()
}

/// Where a target that names no folder is served from.
const FOLDER: &str = "/srv/site";

impl Served {
    pub(super) fn new(output: &Output, plan: &Plan, config: &Config, target: &Target) -> Self {
        let answers = answers(output, plan, config);
        let headers = names(&answers).into_iter();
        let headers = headers.map(|name| Spread::of(name, &answers));
        let after_scheme = config
            .base_url
            .split_once("://")
            .map_or("", |(_, rest)| rest);
        let host = after_scheme.split('/').next().unwrap_or_default();
        Self {
            host: host.to_owned(),
            base: decode(config.base_path()).into_owned(),
            folder: folder(target),
            headers: headers.collect(),
            not_found: not_found(&answers, config),
            kinds: Kinds::of(output, plan),
            redirects: redirects(plan, config),
        }
    }

    /// The addresses of a file below the base, not encoded: its own, and that of its folder.
    pub(super) fn addresses(path: &OutputPath) -> Vec<String> {
        let (file, address) = (format!("/{path}"), path.url().to_string());
        if file == address {
            vec![file]
        } else {
            vec![address, file]
        }
    }
}

/// What stands before and after the fingerprint in a name that has one. A server is told about all versions of such a file:
/// its configuration should not have to change with every release.
pub(super) fn around_fingerprint(path: &str) -> Option<(&str, &str)> {
    let name = path.rfind('/').map_or(0, |slash| slash + 1);
    let dots = path.match_indices('.').map(|(at, _)| at);
    let mut dots = dots.filter(|dot| *dot > name);
    let is_fingerprint = |text: &str| {
        text.bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    dots.find_map(|dot| {
        let (before, rest) = path.split_at(dot + 1);
        let (fingerprint, after) = rest.split_at_checked(FINGERPRINT)?;
        (after.starts_with('.') && is_fingerprint(fingerprint)).then_some((before, after))
    })
}

/// The length of a fingerprint, in hexadecimal digits.
pub(super) const FINGERPRINT: usize = 8;

fn folder(target: &Target) -> String {
    match &target.destination {
        Destination::Folder { path } => path.trim_end_matches('/').to_owned(),
        // The link that a deploy sets on the newest release.
        Destination::Rsync { folder, .. } => format!("{folder}/current"),
        Destination::S3 { .. } | Destination::Git { .. } => FOLDER.to_owned(),
    }
}

fn redirects(plan: &Plan, config: &Config) -> BTreeMap<String, String> {
    let base = decode(config.base_path());
    let redirects = plan.redirects.iter().flat_map(|redirect| {
        let to = match redirect.to.strip_prefix('/') {
            Some(below) => encode(&format!("{base}{below}")).into_owned(),
            None => location::of(&redirect.to, config),
        };
        let from = Served::addresses(&redirect.from.output());
        from.into_iter().map(move |from| (from, to.clone()))
    });
    redirects.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_found_in_names() {
        let found = around_fingerprint("a.b/start.min.0a1b2c3d.js");
        assert_eq!(found, Some(("a.b/start.min.", ".js")));
        for path in [
            "a.0a1b2c3d.b/start.js",
            "start.0a1b2c3.js",
            "start.0A1B2C3D.js",
            "facts.0a1b2c3d",
            "كتاب.كتاب.js",
        ] {
            assert_eq!(around_fingerprint(path), None, "{path}");
        }
    }
}
