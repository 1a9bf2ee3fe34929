//! What can be said of links while pages cannot be made: those in prose, which lead to pages.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::blame::Blame;
use super::collect::leads_nowhere;
use super::context::BodyField;
use super::link_end::Address;
use super::links::{Links, Way};
use super::rendering::Inputs;
use crate::diagnostic::Diagnostic;
use crate::html::each_address;
use crate::markdown::{Body, LinkTarget};
use crate::path::{SourcePath, UrlPath};
use crate::schema::{Address as Addresses, CollectionId, LanguageId};

/// Problems with which pages lack an address, or stand at another.
const OF_ADDRESSES: [&str; 4] = ["E202", "E206", "E207", "E218"];

/// Reports links to pages that are not planned, in the bodies that the pages would show. `reported` is what keeps them from
/// being made.
pub(crate) fn links_of_unmade(
    inputs: Inputs<'_>,
    bodies: &[Arc<Body>],
    reported: &[Diagnostic],
) -> Vec<Diagnostic> {
    let is_of_addresses = |one: &Diagnostic| OF_ADDRESSES.contains(&one.code);
    if reported.iter().any(is_of_addresses) {
        return Vec::new();
    }
    let site = inputs.site;
    let mut prose = Prose {
        inputs,
        blame: Blame::new(inputs),
        unknown: unknown(inputs),
        problems: Vec::new(),
    };
    for id in site.ids() {
        let entry = site.entry(id);
        if entry.document.is_stand_in() {
            continue;
        }
        let own = entry.document.template.as_ref();
        let template = own.or(site.collection(entry).template.as_ref());
        if let (Some(page), Some(body)) = (&entry.page, bodies.get(entry.position))
            && template.is_some_and(|name| prose.is_shown_by(&name.value))
        {
            let links = Links {
                site,
                plan: inputs.plan,
                page,
                start: page,
                original: site.original_page(id),
                way: Way::Relative,
                language: entry.document.language,
            };
            prose.check(&entry.document.path, &body.html, Some(links));
        }
    }
    for unread in site.unread() {
        let template = &site.config.schema.collection(unread.collection).template;
        if let Some(read) = &unread.prose
            && template
                .as_ref()
                .is_some_and(|name| prose.is_shown_by(&name.value))
        {
            prose.check(&unread.path, &read.body.html, None);
        }
    }
    prose.problems
}

/// How the addresses of entries begin whose files cannot be read.
fn unknown(inputs: Inputs<'_>) -> Vec<String> {
    let config = &inputs.site.config;
    let start = |id: CollectionId| match &config.schema.collection(id).address {
        Addresses::Pattern(pattern) => pattern.value.split('{').next(),
        Addresses::Anchor(_) | Addresses::None => None,
    };
    // Each of them may be in any language.
    let folders = config.languages().map(|language| {
        let prefix = config.in_language(language).prefix;
        prefix.map_or("", |prefix| prefix.as_str().trim_end_matches('/'))
    });
    let unread = inputs.site.unread().iter();
    let starts: BTreeSet<&str> = unread.filter_map(|one| start(one.collection)).collect();
    let in_each = folders.map(|folder| starts.iter().map(move |start| format!("{folder}{start}")));
    in_each.flatten().collect()
}

struct Prose<'a> {
    inputs: Inputs<'a>,
    blame: Blame<'a>,
    unknown: Vec<String>,
    problems: Vec<Diagnostic>,
}

impl Prose<'_> {
    fn is_shown_by(&self, template: &str) -> bool {
        let asked = self.inputs.names.asked_by(template);
        asked.asks_own(&[BodyField::Content])
    }

    /// Checks the links of a body, looked up from its page. Where that is not known, only those that begin with a slash.
    fn check(&mut self, own: &SourcePath, html: &str, on_page: Option<Links<'_>>) {
        let inputs = self.inputs;
        let root = UrlPath::root();
        let is_placed = on_page.is_some();
        let links = on_page.unwrap_or(Links {
            site: inputs.site,
            plan: inputs.plan,
            page: &root,
            start: &root,
            original: None,
            way: Way::Relative,
            language: LanguageId::OWN,
        });
        let mut missing: Vec<String> = Vec::new();
        each_address(html, |address, _| {
            // What names an entry or a paragraph has been checked with the references.
            let is_named = LinkTarget::parse(address, &inputs.site.config.schema).is_some();
            let path = address.split(['#', '?']).next().unwrap_or_default();
            let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
            // A file may be missing for the same reason as the pages.
            let is_page = name
                .rsplit_once('.')
                .is_none_or(|(_, extension)| ["html", "md"].contains(&extension));
            let may_be = |prefix: &String| path.starts_with(prefix.as_str());
            if is_page
                && (is_placed || path.starts_with('/'))
                && !is_named
                && !self.unknown.iter().any(may_be)
                && links.look_up(address) == Address::Missing
                && !missing.iter().any(|one| one == address)
            {
                missing.push(address.to_owned());
            }
        });
        let blame = &mut self.blame;
        let missing = missing.iter();
        let problems = missing.map(|href| leads_nowhere(inputs, blame, own, href));
        self.problems.extend(problems);
    }
}
