//! What one run rendered, kept so that the next renders only what differs.

use std::sync::Arc;

use super::artifact::Artifact;
use super::context::ValueSets;
use super::links::routes;
use super::plan::Plan;
use crate::digest::Digest;
use crate::graph::Site;
use crate::markdown::Body;
use crate::memo::ByPointer;
use crate::path::OutputPath;
use crate::source::Source;

/// The files of a run, and what they were made of.
#[derive(Default)]
pub struct RenderCache {
    pub(super) values: Option<ValueSets>,
    /// Where every address led.
    pub(super) routes: Option<Routes>,
    /// In the order of their paths.
    pub(super) files: Vec<(OutputPath, CacheKey, Artifact)>,
}

impl RenderCache {
    /// Where every address leads now: known from the last run if site and plan are as they were.
    pub(super) fn routes_of(&self, site: &Arc<Site>, plan: &Arc<Plan>) -> Routes {
        let of = (ByPointer::new(site), ByPointer::new(plan));
        let last = self.routes.as_ref().filter(|last| last.of == of);
        last.cloned().unwrap_or_else(|| Routes {
            digest: routes(site, plan),
            of,
        })
    }

    /// What each of these paths held. They come in order, as the files do.
    pub(super) fn at<'a>(
        &'a self,
        paths: impl Iterator<Item = &'a OutputPath>,
    ) -> impl Iterator<Item = Option<&'a (OutputPath, CacheKey, Artifact)>> {
        let mut rest = self.files.iter().peekable();
        paths.map(move |path| {
            while rest.next_if(|(kept, ..)| kept < path).is_some() {}
            rest.next_if(|(kept, ..)| kept == path)
        })
    }
}

/// Where every address of a site leads.
#[derive(Clone)]
pub(super) struct Routes {
    of: (ByPointer<Site>, ByPointer<Plan>),
    digest: Digest,
}

impl PartialEq for Routes {
    fn eq(&self, other: &Self) -> bool {
        self.digest == other.digest
    }
}

/// What a file is made of. As long as that is the same, so is the file; but for a page's links, which lead
/// wherever the rest of the site is published.
#[derive(Clone, PartialEq)]
pub(super) struct CacheKey {
    pub(super) ingredients: Ingredients,
    /// The bodies of the entries that it shows.
    pub(super) bodies: Vec<Arc<Body>>,
}

/// What a file is made of besides bodies.
#[derive(Clone, PartialEq)]
pub(super) enum Ingredients {
    /// What has this digest.
    Digest(Digest),
    /// The site as a whole.
    Site(ByPointer<Site>),
    /// One file, which is copied.
    Source(Source),
}

/// A planned file, made in this run or kept from the last.
pub(super) struct RenderedItem {
    /// What it is made of; none when nothing is going to be kept.
    pub(super) cache_key: Option<CacheKey>,
    pub(super) made: Artifact,
    /// Whether it was made in this run.
    pub(super) is_fresh: bool,
}
