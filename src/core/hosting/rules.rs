//! `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them: what a site says, in rules of which no two set
//! the same header for one address. Both hold addresses against the path of a request as it is sent, percent-encoded.

use std::collections::BTreeMap;

use super::answers::{Headers, answers};
use super::location;
use super::places::{Place, Spread, names};
use super::served::not_found_in;
use crate::config::{Config, Host};
use crate::output::Output;
use crate::pages::Plan;
use crate::path::{OutputPath, encode};

/// What both hosts answer without being told, so that it needs no rule.
const UNTOLD: (&str, &str) = ("Cache-Control", "public, max-age=0, must-revalidate");

/// `_headers`, as this host reads it.
#[must_use]
pub fn headers(output: &Output, plan: &Plan, config: &Config, host: Host) -> String {
    let mut answers = answers(output, plan, config);
    for headers in answers.values_mut() {
        headers.retain(|name, value| (name.as_str(), value.as_str()) != UNTOLD);
    }
    let mut rules: BTreeMap<String, Headers> = BTreeMap::new();
    for name in names(&answers) {
        let spread = Spread::from(name, &answers, None);
        for (place, value) in spread.exceptions {
            let Some(value) = value else { continue };
            for address in addresses(&place, host) {
                let headers = rules.entry(address).or_default();
                headers.insert(name.clone(), value.clone());
            }
        }
    }
    let rules = rules.into_iter().map(|(address, headers)| {
        let lines = headers
            .iter()
            .map(|(name, value)| format!("  {name}: {value}\n"));
        format!("{address}\n{}", lines.collect::<String>())
    });
    rules.collect()
}

/// `_redirects`, as this host reads it.
#[must_use]
pub fn redirects(plan: &Plan, config: &Config, host: Host) -> String {
    // Netlify answers with the page at the old address, if there is one and nothing insists.
    let status = match host {
        Host::Netlify => "301!",
        _ => "301",
    };
    let lines = plan.redirects.iter().flat_map(|redirect| {
        let to = location::of(&redirect.to, config);
        let from = addresses(&Place::File(redirect.from.output()), host);
        from.into_iter()
            .map(move |from| format!("{from} {to} {status}\n"))
    });
    let mut text: String = lines.collect();
    // Cloudflare Pages looks for the next `404.html` by itself, and Netlify for that of the site only.
    if host == Host::Netlify {
        let folders = config
            .language_folders()
            .filter(|folder| !folder.is_empty());
        for (folder, page) in folders.filter_map(|one| Some((one, not_found_in(one, plan)?))) {
            let (folder, page) = (encode(folder), encode(page.as_str()).into_owned());
            text.push_str(&format!("/{folder}* /{page} 404\n"));
        }
    }
    text
}

/// `_redirects` to be put beside a site by hand, in a folder where warraq may have had no other place
/// for what it writes down for itself: nobody is served that.
#[must_use]
pub fn redirects_by_hand(plan: &Plan, config: &Config, host: Host) -> String {
    let refused = match host {
        // Cloudflare Pages has no rule without an answer.
        Host::Cloudflare => "/.warraq/* / 302",
        _ => "/.warraq/* /404.html 404!",
    };
    format!("{refused}\n{}", redirects(plan, config, host))
}

/// The addresses at which a host answers with what is in a place.
fn addresses(place: &Place, host: Host) -> Vec<String> {
    let path: &OutputPath = match place {
        Place::Folder(folder) => return vec![format!("/{}*", encode(folder))],
        Place::File(path) => path,
    };
    let file = encode(&format!("/{path}")).into_owned();
    let address = encode(path.url().as_str()).into_owned();
    match host {
        // It leads from `/a/index.html` to `/a/` and from `/a.html` to `/a`, and answers there.
        Host::Cloudflare if address.ends_with('/') => vec![address],
        Host::Cloudflare => vec![file.strip_suffix(".html").unwrap_or(&file).to_owned()],
        // It answers at both, and takes `/a` for `/a/`.
        _ if address == file => vec![file],
        _ => vec![address, file],
    }
}
