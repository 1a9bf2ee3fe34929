//! A finished site becomes what a host is given: every file with the headers it is answered with, and the files that a kind of
//! host wants besides. Pure; `deploy` carries it there.
//!
//! `[[headers]]` is one list of rules, with warraq's own first. `answers` applies it to each file;
//! all else is derived from that: headers stored with objects, `_headers` (`rules`, with encoded
//! addresses), nginx and Caddy configurations (with decoded ones). For hosts that take rules,
//! `places` groups files by header value into folders and files that do not overlap, since Netlify
//! and Cloudflare Pages join the values of overlapping rules. Compressed copies (`encoded`) are
//! lazy.

mod answers;
mod caddy;
mod encoded;
mod files;
mod kinds;
mod limits;
mod location;
mod nginx;
mod places;
mod rules;
mod served;

use std::collections::BTreeMap;

pub use caddy::caddy;
pub use nginx::nginx;
pub use rules::{headers, redirects, redirects_by_hand};

use crate::config::{Config, Encoding, Target};
use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::text;
use crate::output::{Bytes, Output};
use crate::pages::{Plan, Role};
use crate::path::OutputPath;

/// What a target is given.
#[derive(Debug, Clone)]
pub struct Release {
    /// The files, by path.
    pub files: BTreeMap<OutputPath, HostedFile>,
}

/// One file of a release.
#[derive(Debug, Clone)]
pub struct HostedFile {
    /// What is stored: encoded, where `headers` says so.
    pub bytes: Bytes,
    /// What the file is to those who cache it.
    pub role: Role,
    /// The headers it is answered with, by name, `Content-Type` included.
    pub headers: BTreeMap<String, String>,
}

impl Release {
    /// What a target is given of a site that was built for it: with its base URL in `config`.
    ///
    /// Reported are files of the site where the host wants its own, and rules beyond what the host takes.
    #[must_use]
    pub fn new(output: &Output, plan: &Plan, config: &Config, target: &Target) -> Checked<Self> {
        let mut files = BTreeMap::new();
        for (path, bytes) in output.iter() {
            let role = plan.role(path);
            let headers = answers::headers(path, role, config);
            let file = HostedFile {
                bytes: bytes.clone(),
                role,
                headers: answers::with_kind(headers, plan.media_type(path)),
            };
            let pays = encoded::pays(plan.media_type(path), bytes);
            if pays {
                for encoding in &target.precompressed {
                    let sibling = OutputPath::new(&format!("{path}.{}", encoding.extension()));
                    // A name that is too long for an ending goes without.
                    let Ok(sibling) = sibling else { continue };
                    if output.get(&sibling).is_none() {
                        files.insert(sibling, file.encoded(*encoding));
                    }
                }
            }
            let stored = target.encoding.filter(|_| pays);
            let stored = stored.map(|encoding| file.encoded(encoding));
            files.insert(path.clone(), stored.unwrap_or(file));
        }
        let made = files::of_host(output, plan, config, target.host);
        made.map(|made| {
            for (path, bytes) in made {
                let headers = answers::headers(&path, Role::Other, config);
                let file = HostedFile {
                    bytes: bytes.into(),
                    role: Role::Other,
                    headers: answers::with_kind(headers, plan.media_type(&path)),
                };
                files.insert(path, file);
            }
            Self { files }
        })
    }
}

/// The warning for the path of a page that was published last time and is not any more.
#[must_use]
pub fn vanished(path: &OutputPath) -> Diagnostic {
    let address = path.url();
    let address = address.as_str();
    Diagnostic::warning("W507", text!("page-vanished", address)).hint(text!(
        "page-vanished-hint",
        field = format!("redirect_from = [\"{address}\"]"),
        rule = format!("\"{address}\" = \"/…/\"")
    ))
}

impl HostedFile {
    /// The same file in a content coding: whoever gets it is told so, and reads what it was.
    fn encoded(&self, encoding: Encoding) -> Self {
        let mut headers = self.headers.clone();
        headers.insert("Content-Encoding".to_owned(), encoding.name().to_owned());
        Self {
            bytes: encoded::encode(&self.bytes, encoding),
            role: self.role,
            headers,
        }
    }
}
