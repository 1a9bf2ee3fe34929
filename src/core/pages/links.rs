//! Addresses, as templates and prose write them, become addresses as a reader's browser needs them:
//! looked up in the plan, relative to the page they stand on.
//!
//! Templates and prose write addresses from the root, relative ones, `ref:collection/slug` or
//! `cite:p4`. Each finished page is walked once; every address on it is looked up in the plan here
//! and made relative. Fragments are checked when all pages are there. `404.html` alone has absolute
//! links, since a host serves it at any depth. Links that lead out of the site are collected for
//! `check --external`.

use std::borrow::Cow;

use url::Url;

use super::address::{join, paragraph_url};
use super::link_end::{Address, Place};
use super::plan::{Plan, Raster};
use crate::arabic::nfc;
use crate::config::{Config, LinkStyle};
use crate::digest::{Digest, StableHasher};
use crate::graph::Site;
use crate::markdown::LinkTarget;
use crate::path::{DIRECTIVE, OutputPath, UrlPath, decode, encode};
use crate::schema::LanguageId;

/// Looks addresses up for one page.
pub(super) struct Links<'a> {
    pub(super) site: &'a Site,
    pub(super) plan: &'a Plan,
    pub(super) page: &'a UrlPath,
    /// Where relative addresses start: where the page is, or the first of those over which a list is spread.
    pub(super) start: &'a UrlPath,
    /// The page of which this one is the translation: files beside that are beside both.
    pub(super) original: Option<&'a UrlPath>,
    pub(super) way: Way,
    /// The language of the page: an entry is linked to in that, if it is there.
    pub(super) language: LanguageId,
}

/// How an address of the site is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From the page on which it stands.
    Relative,
    /// From the root of the host: for the pages that are served in place of others.
    FromRoot,
    /// With all that is needed to find it from elsewhere.
    Absolute,
}

impl Way {
    /// How links are written on a page.
    pub(super) fn on(page: &UrlPath, config: &Config, plan: &Plan) -> Self {
        let offline = plan.offline.as_ref();
        let stands_in = offline.is_some_and(|offline| offline.page.as_ref() == Some(page));
        if stands_in || config.is_not_found(page) {
            Self::FromRoot
        } else {
            Self::Relative
        }
    }
}

/// A digest of everything that addresses are looked up in: as long as it is the same, each leads where it led.
pub(super) fn routes(site: &Site, plan: &Plan) -> Digest {
    let mut trace = StableHasher::default();
    trace.list(plan.files.len());
    for (path, file) in &plan.files {
        trace.text(path.as_str());
        trace.number(file.page.is_some().into());
    }
    trace.list(plan.pictures.len());
    for (path, picture) in &plan.pictures {
        trace.text(path.as_str());
        picture.trace(&mut trace);
    }
    trace.list(site.entries.len());
    for entry in &site.entries {
        trace.text(&entry.name);
        trace.write(&site.language_of_words(entry).0);
        match &entry.url {
            Some(url) => trace.text(url),
            None => trace.absent(),
        }
    }
    for ((source, number), paragraph) in &site.provenance.paragraphs {
        trace.text(&site.entry(*source).name);
        trace.number(*number);
        paragraph.trace(&mut trace);
    }
    trace.digest()
}

impl Links<'_> {
    /// Looks up an address as it stands in `href` or `src`.
    pub(super) fn look_up(&self, address: &str) -> Address {
        if let Some((file, is_page)) = self.plan.exactly(address) {
            let href = self.href(&file, is_page);
            return self.published((file, is_page), href, None);
        }
        let schema = &self.site.config.schema;
        let address = &*stripped(address);
        let (address, directive) = without_directive(address);
        let mut directive = Cow::Borrowed(directive);
        let address = match LinkTarget::parse(address, schema) {
            Some(target) => match target.ok().and_then(|target| {
                directive = self.directive(&target, directive.clone());
                self.named(&target)
            }) {
                Some(address) => Cow::Owned(address),
                None => return Address::Missing,
            },
            None if address.starts_with("//") || has_scheme(address) => return Address::Elsewhere,
            None => Cow::Borrowed(address),
        };
        let (before, fragment) = match address.split_once('#') {
            Some((before, fragment)) => (before, Some(decode(fragment).into_owned())),
            None => (&*address, None),
        };
        let (path, query) = before.split_at(before.find('?').unwrap_or(before.len()));
        let Some((file, is_page)) = self.target(&nfc(&decode(path))) else {
            return Address::Missing;
        };
        let is_here = path.is_empty() && query.is_empty() && self.way != Way::Absolute;
        let mut href = String::new();
        if !is_here {
            href = self.href(&file, is_page);
            href.push_str(query);
        }
        if let Some(id) = &fragment {
            href.push('#');
            href.push_str(&encode(id));
            href.push_str(&plain(&directive));
        }
        self.published((file, is_page), href, fragment)
    }

    /// A published file, written in this way, and the place on it.
    fn published(
        &self,
        (file, is_page): (OutputPath, bool),
        href: String,
        id: Option<String>,
    ) -> Address {
        let id = id.filter(|id| !id.is_empty() && is_page);
        let place = id.map(|id| Place {
            path: file.clone(),
            id,
        });
        let language = self.other_language(&file);
        Address::Published {
            file,
            href,
            place,
            language,
        }
    }

    /// The tag of the language of the words on the page of an entry, if it is another than that of this page.
    fn other_language(&self, target: &OutputPath) -> Option<String> {
        let config = &self.site.config;
        if config.other_languages.is_empty() {
            return None;
        }
        let entry = self.plan.page(target)?.entry()?;
        let there = self.site.language_of_words(self.site.entry(entry));
        let is_other = there != self.language && *target != self.page.output();
        is_other.then(|| config.in_language(there).language.tag().to_owned())
    }

    /// The directive of an address: that of a citation in prose says what is quoted, and is made for the paragraph here.
    fn directive<'d>(&self, target: &LinkTarget, written: Cow<'d, str>) -> Cow<'d, str> {
        let LinkTarget::Paragraph { source, number } = target else {
            return written;
        };
        let texts = written.split("text=").skip(1);
        let texts: Vec<_> = texts
            .map(|text| decode(text.trim_end_matches('&')))
            .collect();
        match self.site.provenance.source(source.as_deref()) {
            Some(source) => {
                let words = texts.iter().map(|text| &**text);
                self.site.directive(source, *number, words).into()
            }
            None => written,
        }
    }

    /// Whether an address that is none of the site's goes by HTTP. One below the base URL is the site's own, not yet
    /// published perhaps.
    pub(super) fn leave_the_site(&self, address: &str) -> bool {
        let is_web = address.starts_with("https://") || address.starts_with("http://");
        let is_below = |address: &str| address.starts_with(&self.site.config.base_url);
        let normal = || Url::parse(address).is_ok_and(|url| is_below(url.as_str()));
        is_web && !is_below(address) && !normal()
    }

    /// The published file for a path, and whether it is a page.
    fn target(&self, path: &str) -> Option<(OutputPath, bool)> {
        let address = if path.is_empty() {
            self.page.as_str().to_owned()
        } else if path.starts_with('/') {
            path.to_owned()
        } else {
            join(self.start.as_str(), path)?
        };
        let beside_original = || self.plan.at(&join(self.original?.as_str(), path)?);
        let is_relative = !path.is_empty() && !path.starts_with('/');
        let published = self.plan.at(&address);
        let published = published.or_else(|| beside_original().filter(|_| is_relative));
        let (output, file) = published?;
        Some((output.clone(), file.page.is_some()))
    }

    /// The picture of the site that an address names, and how it is written here.
    pub(super) fn picture(&self, address: &str) -> Option<(String, &Raster)> {
        if self.plan.pictures.is_empty() {
            return None;
        }
        let Address::Published { file, href, .. } = self.look_up(address) else {
            return None;
        };
        Some((href, self.plan.pictures.get(&file)?))
    }

    /// The address of a file that is no page.
    pub(super) fn href_of(&self, file: &OutputPath) -> String {
        self.href(file, false)
    }

    /// The address of what a link of ours names.
    fn named(&self, target: &LinkTarget) -> Option<String> {
        match target {
            LinkTarget::Entry {
                collection,
                slug,
                fragment,
            } => {
                let id = self.site.find(*collection, slug)?;
                let id = self.site.version(id, self.language);
                let url = self.site.entry(id).url.clone()?;
                Some(match fragment {
                    Some(id) => format!("{}#{id}", url.split('#').next().unwrap_or_default()),
                    None => url,
                })
            }
            LinkTarget::Paragraph { source, number } => {
                let provenance = &self.site.provenance;
                let source = provenance.source(source.as_deref())?;
                let known = provenance.paragraphs.contains_key(&(source, *number));
                paragraph_url(self.site, source, *number).filter(|_| known)
            }
        }
    }

    /// The way from this page to a published file.
    fn href(&self, target: &OutputPath, is_page: bool) -> String {
        let is_clean = is_page && self.site.config.links == LinkStyle::Clean;
        let index = target.as_str().strip_suffix("index.html");
        let folder = index.filter(|folder| folder.is_empty() || folder.ends_with('/'));
        if self.way == Way::Absolute {
            return self.site.config.absolute(target.url().as_str());
        }
        if self.way == Way::FromRoot {
            let below = folder.unwrap_or(target.as_str());
            return format!("{}{}", self.site.config.base_path(), encode(below));
        }
        let target = folder.filter(|_| is_clean).unwrap_or(target.as_str());
        let href = relative(self.page.as_str().trim_start_matches('/'), target);
        match encode(&href) {
            Cow::Borrowed(_) => href,
            Cow::Owned(encoded) => encoded,
        }
    }
}

/// The way from one path below the root to another.
fn relative(from: &str, to: &str) -> String {
    let same = from
        .bytes()
        .zip(to.bytes())
        .take_while(|(a, b)| a == b)
        .count();
    let shared = from.as_bytes()[..same]
        .iter()
        .rposition(|byte| *byte == b'/')
        .map_or(0, |at| at + 1);
    let rest = &to[shared..];
    let ups = from[shared..].matches('/').count();
    let mut href = String::with_capacity("../".len() * ups + rest.len());
    (0..ups).for_each(|_| href.push_str("../"));
    // A first component with a colon would read as a scheme (RFC 3986, section 4.2).
    let first = rest.split('/').next().unwrap_or_default();
    if href.is_empty() && (rest.is_empty() || first.contains(':')) {
        href.push_str("./");
    }
    href.push_str(rest);
    href
}

/// An address without what browsers leave out of it: spaces and controls around it, tabs and line breaks anywhere
/// (WHATWG URL, section 4.4).
pub(super) fn stripped(address: &str) -> Cow<'_, str> {
    let address = address.trim_matches(|c| c <= ' ');
    if address.contains(['\t', '\n', '\r']) {
        Cow::Owned(address.replace(['\t', '\n', '\r'], ""))
    } else {
        Cow::Borrowed(address)
    }
}

/// An address without what only browsers read of it, and that.
pub(super) fn without_directive(address: &str) -> (&str, &str) {
    let is_ours = address.starts_with("cite:") || address.starts_with("ref:");
    match address.find(DIRECTIVE) {
        Some(at) if is_ours || address[..at].contains('#') => address.split_at(at),
        _ => (address, ""),
    }
}

/// A directive as it may stand in an address, whatever of it is percent-encoded already.
fn plain(directive: &str) -> Cow<'_, str> {
    let stays = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c);
    if directive.chars().all(stays) {
        return directive.into();
    }
    let mut written = String::with_capacity(directive.len() * 3);
    for c in directive.chars() {
        match c {
            c if stays(c) => written.push(c),
            c => written.push_str(&encode(c.encode_utf8(&mut [0; 4]))),
        }
    }
    written.into()
}

/// Whether an address begins with a scheme (RFC 3986, section 3.1).
pub(super) fn has_scheme(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, rest)| {
        // `C:\site\sea.jpg` is a place on somebody's disk.
        let is_drive = scheme.len() == 1 && rest.starts_with(['\\', '/', '%']);
        !is_drive
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::{has_scheme, relative, stripped};

    #[test]
    fn addresses_are_read_as_browsers_read_them() {
        for (written, read, is_of_a_scheme) in [
            ("/about/", "/about/", false),
            (" /about/\n", "/about/", false),
            ("/ab\tout/", "/about/", false),
            ("/a b/", "/a b/", false),
            ("java\nscript:go()", "javascript:go()", true),
            ("\u{1}mail\tto:a@b", "mailto:a@b", true),
            ("\u{a0}/about/", "\u{a0}/about/", false),
        ] {
            assert_eq!(stripped(written), read);
            assert_eq!(has_scheme(&stripped(written)), is_of_a_scheme, "{read}");
        }
    }

    #[test]
    fn ways_go_up_no_further_than_needed() {
        for (from, to, expected) in [
            ("", "a/index.html", "a/index.html"),
            ("a/b/", "index.html", "../../index.html"),
            ("a/b/", "a/bc/index.html", "../bc/index.html"),
            ("a/b/", "a/b/", "./"),
            ("a/b/", "a/b/c:d.svg", "./c:d.svg"),
            ("a.html", "b.html", "b.html"),
            ("مدخل/", "مدن/index.html", "../مدن/index.html"),
        ] {
            assert_eq!(relative(from, to), expected, "{from} {to}");
        }
    }
}
