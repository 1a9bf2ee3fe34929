//! `[deploy]`: the targets that the site is deployed to. What is secret is never written here.

use std::collections::BTreeMap;

use super::base_url;
use super::table::{File, Table};
use crate::locale::text;
use crate::schema::{Spanned, did_you_mean};

/// `[deploy.NAME]`.
#[derive(Debug)]
pub struct Target {
    /// Where files are carried.
    pub destination: Destination,
    /// Where readers find the site, if not at the base URL of site.toml.
    pub base_url: Option<String>,
    /// What kind of host answers readers.
    pub host: Host,
    /// The encodings in which each file is also stored beside itself (`page.html.br`), for servers that choose one.
    pub precompressed: Vec<Encoding>,
    /// The encoding in which files are stored instead of their plain form, for stores that cannot choose.
    pub encoding: Option<Encoding>,
    /// The number of days for which old files are kept for a rollback.
    pub grace_days: u32,
}

/// Where files are carried, and how.
#[derive(Debug, PartialEq, Eq)]
pub enum Destination {
    /// A bucket of an object store that speaks S3.
    S3(Bucket),
    /// A folder on another machine, reached by rsync over ssh.
    Rsync {
        /// The machine, as ssh knows it: `user@host` or a name of its configuration.
        machine: String,
        /// The folder there that holds the releases.
        folder: String,
        /// Further arguments of ssh.
        ssh: Vec<String>,
        /// How many releases are kept.
        keep: u32,
    },
    /// A branch of a repository.
    Git {
        /// The repository, as git knows it.
        remote: String,
        /// The branch.
        branch: String,
    },
    /// A folder of this machine, mounted from wherever it may be.
    Folder {
        /// The folder.
        path: String,
    },
}

/// A bucket of an object store.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Bucket {
    /// The URL of the service.
    pub endpoint: String,
    /// The region for which requests are signed.
    pub region: String,
    /// The name of the bucket.
    pub name: String,
    /// What all keys begin with: empty, or ending in `/`.
    pub prefix: String,
    /// Whether the bucket is named in the path of the URL rather than in its host.
    pub path_style: bool,
    /// The profile of the credentials file whose keys are used, unless the environment has some.
    pub profile: Option<String>,
}

/// The kind of host that serves the site. It decides which configuration files are deployed with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Host {
    /// A server whose own configuration has the rules (nginx, Caddy), or a store that keeps headers with each object.
    Plain,
    /// Netlify: `_headers` and `_redirects`.
    Netlify,
    /// Cloudflare Pages: `_headers` and `_redirects`, with stricter limits.
    Cloudflare,
    /// GitHub Pages: `.nojekyll`, and `CNAME` for a domain of one's own.
    Github,
}

/// A content coding (RFC 9110, section 8.4.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Encoding {
    /// Brotli (RFC 7932).
    Brotli,
    /// gzip (RFC 1952).
    Gzip,
}

impl Encoding {
    /// Its name in `Content-Encoding`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// The extension of an encoded file.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gz",
        }
    }
}

/// The default of `grace_days`.
const DEFAULT_GRACE_DAYS: u32 = 7;

/// The default of `keep`: the release that is served, and the one before.
const DEFAULT_KEEP: u32 = 2;

/// `[deploy]`: a table a target.
pub(super) fn read(file: &mut File<'_>, table: &Table<'_>) -> BTreeMap<String, Target> {
    let tables = table.named_tables(file).into_iter();
    let targets = tables.filter_map(|(name, table)| Some((name.value, target(file, table)?)));
    targets.collect()
}

fn target(file: &mut File<'_>, mut table: Table<'_>) -> Option<Target> {
    let base_url = table.string(file, "base_url");
    let host = table.string(file, "host");
    let host = one_of(file, host, &HOSTS);
    let precompressed = table.strings(file, "precompressed");
    let precompressed = precompressed
        .into_iter()
        .filter_map(|name| one_of(file, Some(name), &ENCODINGS));
    let precompressed = precompressed.collect();
    let encoding = table.string(file, "encoding");
    let stored = encoding.as_ref().map(|encoding| encoding.span.clone());
    let encoding = one_of(file, encoding, &ENCODINGS);
    let grace_days = count(file, &mut table, "grace_days", 0);
    let base_url = base_url.map(|url| base_url::read(file, &url.value, Some(url.span)));
    let to = table.required(file, "to", text!("deploy-to-hint"));
    if let (Some(to), Some(span)) = (&to, stored.filter(|_| encoding.is_some()))
        && to.value != "s3"
    {
        let message = text!("deploy-encoding-unfit");
        let hint = text!("deploy-encoding-unfit-hint");
        file.error("E105", message, span, hint);
    }
    let read = one_of(file, to, &DESTINATIONS);
    let destination = read.and_then(|read| read(file, &mut table));
    if read.is_some() {
        // Without a known destination it is not known which keys are valid.
        table.finish(file);
    }
    Some(Target {
        destination: destination?,
        base_url,
        host: host.unwrap_or(Host::Plain),
        precompressed,
        encoding,
        grace_days: grace_days.unwrap_or(DEFAULT_GRACE_DAYS),
    })
}

const HOSTS: [(&str, Host); 4] = [
    ("plain", Host::Plain),
    ("netlify", Host::Netlify),
    ("cloudflare", Host::Cloudflare),
    ("github", Host::Github),
];

const ENCODINGS: [(&str, Encoding); 2] = [("br", Encoding::Brotli), ("gzip", Encoding::Gzip)];

type Read = fn(&mut File<'_>, &mut Table<'_>) -> Option<Destination>;

const DESTINATIONS: [(&str, Read); 4] =
    [("s3", s3), ("rsync", rsync), ("git", git), ("fs", folder)];

fn s3(file: &mut File<'_>, table: &mut Table<'_>) -> Option<Destination> {
    let hint = text!("deploy-endpoint-hint");
    let endpoint = table.required(file, "endpoint", hint.clone());
    let region = table.text(file, "region");
    let bucket = table.required(file, "bucket", text!("deploy-bucket-hint"));
    let prefix = table.text(file, "prefix").unwrap_or_default();
    let path_style = table.flag(file, "path_style");
    let profile = table.text(file, "profile");
    let prefix = prefix.trim_matches('/');
    let endpoint = endpoint?;
    if !is_web_address(&endpoint.value) {
        let message = text!("deploy-endpoint-wrong", url = endpoint.value);
        file.error("E105", message, endpoint.span, hint);
        return None;
    }
    Some(Destination::S3(Bucket {
        endpoint: endpoint.value,
        // What services without regions take.
        region: region.unwrap_or_else(|| "auto".to_owned()),
        name: bucket?.value,
        prefix: match prefix {
            "" => String::new(),
            prefix => format!("{prefix}/"),
        },
        path_style,
        profile,
    }))
}

fn rsync(file: &mut File<'_>, table: &mut Table<'_>) -> Option<Destination> {
    let machine = table.required(file, "machine", text!("deploy-machine-hint"));
    let folder = table.required(file, "folder", text!("deploy-folder-hint"));
    let ssh = table.strings(file, "ssh");
    let keep = count(file, table, "keep", 1);
    Some(Destination::Rsync {
        machine: machine?.value,
        folder: folder?.value.trim_end_matches('/').to_owned(),
        ssh: ssh.into_iter().map(|argument| argument.value).collect(),
        keep: keep.unwrap_or(DEFAULT_KEEP),
    })
}

fn git(file: &mut File<'_>, table: &mut Table<'_>) -> Option<Destination> {
    let remote = table.required(file, "remote", text!("deploy-remote-hint"));
    let branch = table.required(file, "branch", text!("deploy-branch-hint"));
    Some(Destination::Git {
        remote: remote?.value,
        branch: branch?.value,
    })
}

fn folder(file: &mut File<'_>, table: &mut Table<'_>) -> Option<Destination> {
    let path = table.required(file, "path", text!("deploy-path-hint"));
    Some(Destination::Folder { path: path?.value })
}

/// A number of days or releases.
fn count(file: &mut File<'_>, table: &mut Table<'_>, key: &'static str, least: u32) -> Option<u32> {
    table.number(file, key, least.into()..=u32::MAX.into(), |number| {
        (
            text!("number-too-small", key, number),
            text!("number-too-small-hint", least),
        )
    })
}

fn one_of<T: Copy>(
    file: &mut File<'_>,
    written: Option<Spanned<String>>,
    known: &[(&str, T)],
) -> Option<T> {
    let written = written?;
    let found = known.iter().find(|(name, _)| *name == written.value);
    if found.is_none() {
        let names = || known.iter().map(|(name, _)| *name);
        let hint = did_you_mean(&written.value, names()).unwrap_or_else(|| {
            text!(
                "write-one-of",
                names = names().map(str::to_owned).collect::<Vec<_>>()
            )
        });
        let message = text!("name-unknown-here", name = &written.value);
        file.error("E105", message, written.span, hint);
    }
    found.map(|(_, value)| *value)
}

fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
