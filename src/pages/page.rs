//! One page: a template over its context, then a walk over the result that turns addresses into links.

use std::sync::Arc;

use tera::{Context, Value};

use super::context::Values;
use super::html;
use super::links::{Address, Links, Place};
use super::plan::Redirect;
use super::redirects;
use super::templates::Templates;
use crate::diagnostic::Diagnostic;
use crate::digest::{Digest, StableHasher};
use crate::graph::{EntryId, Site};
use crate::markdown::Body;
use crate::output::Bytes;
use crate::path::{SourcePath, decode};
use crate::search::Extract;

/// A rendered page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) html: Bytes,
    /// Sorted.
    pub(super) ids: Vec<String>,
    /// Places that its links lead to, and how they are written.
    pub(super) places: Vec<(Place, String)>,
    /// Links that lead out of the site, as they are written.
    pub(super) outbound: Vec<Arc<str>>,
    /// Links that lead nowhere, as they are written.
    pub(super) missing: Vec<String>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What the search index holds of it, if the site has one.
    pub(super) extract: Option<Arc<Extract>>,
    asked: LookedUp,
}

/// The addresses on a page, and a digest of where they led.
#[derive(Debug, Default)]
struct LookedUp {
    /// With a line break after each.
    addresses: String,
    answers: Option<Digest>,
}

/// What pages of one site have in common.
pub(super) struct Pages<'a> {
    pub(super) templates: &'a Templates,
    pub(super) values: &'a Values,
}

impl Pages<'_> {
    /// A digest of what a page is made of, besides its body and where its links lead. None for a template that
    /// does not exist.
    pub(super) fn key(&self, site: &Site, id: EntryId, template: &str) -> Option<Digest> {
        let mut trace = StableHasher::default();
        trace.text(site.entry(id).document.path.as_str());
        self.values.digests().trace_page(site, id, &mut trace);
        self.key_with(template, trace)
    }

    /// A digest of what the page of a redirect is made of, besides where its links lead.
    pub(super) fn redirect_key(&self, links: &Links<'_>, redirect: &Redirect) -> Option<Digest> {
        let mut trace = StableHasher::default();
        redirects::trace(links.site, links.plan, redirect, &mut trace);
        self.key_with(redirects::TEMPLATE, trace)
    }

    /// A digest of `page`, and of all else that a template may show.
    fn key_with(&self, template: &str, mut page: StableHasher) -> Option<Digest> {
        let digests = self.values.digests();
        page.text(template);
        page.part(*self.templates.digests.get(template)?);
        page.part(digests.site);
        for collection in self.templates.reads.get(template).into_iter().flatten() {
            page.part(digests.list(*collection));
        }
        Some(page.digest())
    }

    /// Renders the page of an entry. `is_kept` when its links will have to be looked up again.
    pub(super) fn render(
        &self,
        id: EntryId,
        template: &str,
        body: Arc<Body>,
        links: &Links<'_>,
        is_kept: bool,
    ) -> Page {
        let site = links.site;
        let source = &site.entry(id).document.path;
        let value = self.values.page(id, template, Some(&body));
        let context = self.context(site, template, value);
        let mut page = self.print(template, context, body, source, links, is_kept);
        if site.config.search.is_some()
            && !page.html.is_empty()
            && let Ok(html) = std::str::from_utf8(&page.html)
        {
            page.extract = Some(Arc::new(Extract::of(html)));
        }
        page
    }

    /// Renders the page of a redirect that `source` asks for.
    pub(super) fn render_redirect(
        &self,
        redirect: &Redirect,
        source: &SourcePath,
        links: &Links<'_>,
        is_kept: bool,
    ) -> Page {
        let template = redirects::TEMPLATE;
        let value = redirects::page(links.site, links.plan, redirect);
        let context = self.context(links.site, template, value);
        self.print(template, context, Arc::default(), source, links, is_kept)
    }

    /// Runs a template, and turns the addresses in what it prints into links.
    fn print(
        &self,
        template: &str,
        context: Context,
        body: Arc<Body>,
        source: &SourcePath,
        links: &Links<'_>,
        is_kept: bool,
    ) -> Page {
        let mut page = Page::default();
        let size = body.html.len() * 2;
        let made = self
            .templates
            .render(template, &context, size, ("page", source));
        let text = match made {
            Ok(text) => text.collect(&mut page.diagnostics),
            Err(problems) => {
                page.diagnostics = problems;
                return page;
            }
        };
        drop(context);
        let mut answers = StableHasher::default();
        // A body that nobody else needs gives its place to the page.
        let buffer = Arc::into_inner(body).map_or_else(Vec::new, |body| body.html.into_bytes());
        let walked = html::walk(&text, buffer, |href| {
            let address = links.look_up(href);
            if is_kept {
                address.trace(&mut answers);
                page.asked.addresses.push_str(href);
                page.asked.addresses.push(BETWEEN);
            }
            match address {
                Address::Elsewhere => {
                    let leaves = links.leave_the_site(href);
                    page.outbound.extend(leaves.then(|| href.into()));
                    None
                }
                Address::Published { href: found, place } => {
                    let place = place.map(|place| (place, decode(href).into_owned()));
                    page.places.extend(place);
                    Some(found)
                }
                Address::Missing => {
                    page.missing.push(decode(href).into_owned());
                    None
                }
            }
        });
        page.asked.answers = is_kept.then(|| answers.digest());
        page.html = walked.html.into();
        page.ids = walked.ids;
        page.ids.sort();
        for pair in page.ids.windows(2).filter(|pair| pair[0] == pair[1]) {
            let address = links.page;
            let message = format!("two elements of {address} have the id `{}`", pair[0]);
            let hint = "an id names one element of a page: change a heading or the template";
            let problem = Diagnostic::error("E209", message).at(source).hint(hint);
            page.diagnostics.push(problem);
        }
        page
    }

    /// What a template sees besides the page itself, and that.
    pub(super) fn context(&self, site: &Site, template: &str, page: Value) -> Context {
        let mut context = Context::new();
        context.insert_value("page", page);
        context.insert_value("site", self.values.site_value.clone());
        for collection in self.templates.reads.get(template).into_iter().flatten() {
            let name = site.config.schema.collection(*collection).name.to_string();
            if let Some(list) = self.values.list(*collection) {
                context.insert_value(name, list.clone());
            }
        }
        context
    }
}

/// Between two addresses of a page. Should one hold it, its page is only rendered once more than it need be.
const BETWEEN: char = '\n';

impl Page {
    /// Whether every address on the page leads where it led when the page was rendered.
    pub(super) fn still_leads(&self, links: &Links<'_>) -> bool {
        let mut answers = StableHasher::default();
        for address in self.asked.addresses.split_terminator(BETWEEN) {
            links.look_up(address).trace(&mut answers);
        }
        self.asked.answers == Some(answers.digest())
    }
}
