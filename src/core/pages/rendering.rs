//! What the making of a file may read.

use std::sync::Arc;

use tera::Context;

use super::context::{Asked, ValueSets, Values};
use super::holes::Holes;
use super::in_progress::InProgress;
use super::links::{Links, Way};
use super::plan::{Page, Plan};
use super::templates::Templates;
use super::templates::names::Names;
use crate::assets::Assets;
use crate::digest::{Digest, StableHasher};
use crate::graph::Site;
use crate::markdown::Body;
use crate::pictures::{Icons, Typesetter};
use crate::source::Snapshot;

/// Everything that rendering reads, besides the bodies.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// The site.
    pub site: &'a Arc<Site>,
    /// What will be published where.
    pub plan: &'a Arc<Plan>,
    /// The templates.
    pub templates: &'a Templates,
    /// The assets.
    pub assets: &'a Assets,
    /// What the texts of cards are set in.
    pub typesetter: &'a Arc<Typesetter>,
    /// What the icons are made of, if there are any.
    pub icons: Option<&'a Icons>,
    /// What is known of the names in the templates.
    pub names: &'a Names,
    /// What is being made, for whoever watches.
    pub in_progress: &'a InProgress,
    /// The files it is all made of.
    pub snapshot: &'a Snapshot,
    /// Where values are missing, if any are: what would show them is not made.
    pub holes: Option<&'a Holes>,
}

impl<'a> Inputs<'a> {
    /// What the links on a page are looked up with, if they are written in this way.
    pub(super) fn links(&self, page: &'a Page, way: Way) -> Links<'a> {
        let pager = page.pager();
        let first = pager.and_then(|pager| self.site.entry(pager.host).page.as_ref());
        Links {
            site: self.site,
            plan: self.plan,
            page: &page.address,
            start: first.unwrap_or(&page.address),
            original: page.entry().and_then(|id| self.site.original_page(id)),
            way,
            language: page.language,
        }
    }
}

/// The rendering of a site.
pub(super) struct Rendering<'a> {
    pub(super) inputs: Inputs<'a>,
    pub(super) values: &'a ValueSets,
    /// Whether what is made is kept for the next run.
    pub(super) is_kept: bool,
    /// Whether every address leads where it led in the last run.
    pub(super) routes_hold: bool,
}

impl Rendering<'_> {
    /// What the links on a page are looked up with.
    pub(super) fn links<'a>(&'a self, page: &'a Page) -> Links<'a> {
        let Inputs { site, plan, .. } = self.inputs;
        let way = Way::on(&page.address, &site.config, plan);
        self.inputs.links(page, way)
    }

    /// A digest of what a page is made of, besides its body and where its links lead. None for a
    /// template that does not exist.
    pub(super) fn digest(&self, page: &Page) -> Option<Digest> {
        let Inputs {
            site,
            plan,
            templates,
            ..
        } = self.inputs;
        let (asked, values) = self.values_for(&page.template);
        let digests = values.digests();
        let mut trace = StableHasher::default();
        asked.trace(&mut trace);
        trace.text(page.source.as_str());
        trace.write(&page.language.0);
        digests.trace_page(site, plan, page, &mut trace);
        trace.text(&page.template);
        trace.part(*templates.digests.get(&page.template)?);
        trace.part(digests.site(page.language));
        for collection in templates.reads.get(&page.template).into_iter().flatten() {
            trace.part(digests.list(*collection, page.language));
        }
        Some(trace.digest())
    }

    /// The values that a template is given, and what it asks of bodies.
    fn values_for(&self, template: &str) -> (&Asked, &Values) {
        self.values.of(self.inputs.names.asked_by(template))
    }

    /// What the template of a page sees: the page, the site, and the collections that it reads.
    pub(super) fn context(&self, page: &Page, body: Option<&Body>) -> Context {
        let Inputs {
            site,
            plan,
            templates,
            ..
        } = self.inputs;
        let (_, values) = self.values_for(&page.template);
        let mut context = Context::new();
        context.insert_value("page", values.page(plan, page, body));
        context.insert_value("paginator", values.paginator(page));
        context.insert_value("site", values.site_value(page.language).clone());
        for collection in templates.reads.get(&page.template).into_iter().flatten() {
            let name = site.config.schema.collection(*collection).name.to_string();
            if let Some(list) = values.list(*collection, page.language) {
                context.insert_value(name, list.clone());
            }
        }
        context
    }
}
