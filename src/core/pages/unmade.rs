//! What can be said of links while pages cannot be made: those in prose, which lead to pages.

use std::sync::Arc;

use super::blame::Blame;
use super::collect::leads_nowhere;
use super::context::BodyField;
use super::holes::Holes;
use super::link_end::Address;
use super::links::{Links, Way};
use super::rendering::Inputs;
use crate::diagnostic::Diagnostic;
use crate::html::each_address;
use crate::markdown::Body;
use crate::output::Output;
use crate::path::{SourcePath, UrlPath};
use crate::schema::LanguageId;

/// Reports links to pages that are not planned, in the bodies that pages would show which are not `made`.
pub(crate) fn links_of_unmade(
    inputs: Inputs<'_>,
    bodies: &[Arc<Body>],
    holes: &Holes,
    made: &Output,
) -> Vec<Diagnostic> {
    if holes.hide_addresses() {
        return Vec::new();
    }
    let site = inputs.site;
    let mut prose = Prose {
        inputs,
        blame: Blame::new(inputs),
        holes,
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
            && made.get(&page.output()).is_none()
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

struct Prose<'a> {
    inputs: Inputs<'a>,
    blame: Blame<'a>,
    holes: &'a Holes,
    problems: Vec<Diagnostic>,
}

impl Prose<'_> {
    fn is_shown_by(&self, template: &str) -> bool {
        // What a template shows that cannot be read is not known; most show the text.
        let asked = self.inputs.names.asked_by(template);
        self.inputs.templates.leaves_out(template) || asked.asks_own(&[BodyField::Content])
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
            if (is_placed || address.starts_with('/'))
                && !self.holes.may_hide(address, inputs.site)
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
