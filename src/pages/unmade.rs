//! What can be said of links while pages cannot be made: those in prose, which lead to pages.

use std::sync::Arc;

use super::blame::Blame;
use super::collect::leads_nowhere;
use super::context::BodyField;
use super::links::{Address, Links, Way};
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
    for entry in site.ids().map(|id| site.entry(id)) {
        let own = entry.document.template.as_ref();
        let template = own.or(site.collection(entry).template.as_ref());
        if let (Some(page), Some(body)) = (&entry.page, bodies.get(entry.position))
            && template.is_some_and(|name| prose.is_shown_by(&name.value))
        {
            prose.check(&entry.document.path, &body.html, Some(page));
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
    let schema = &inputs.site.config.schema;
    let prefix = |id: CollectionId| match &schema.collection(id).address {
        Addresses::Pattern(pattern) => pattern.value.split('{').next().map(str::to_owned),
        Addresses::Anchor(_) | Addresses::None => None,
    };
    let unread = inputs.site.unread().iter();
    unread
        .filter_map(|unread| prefix(unread.collection))
        .collect()
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

    /// Checks the links of a body, on a page that stands there. Where that is not known, only those that begin with a slash.
    fn check(&mut self, own: &SourcePath, html: &str, page: Option<&UrlPath>) {
        let inputs = self.inputs;
        let root = UrlPath::root();
        let start = page.unwrap_or(&root);
        let links = Links {
            site: inputs.site,
            plan: inputs.plan,
            page: start,
            start,
            original: None,
            way: Way::Relative,
            language: LanguageId::OWN,
        };
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
                && (page.is_some() || path.starts_with('/'))
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
