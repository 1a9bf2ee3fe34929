//! What one run rendered, kept so that the next renders only what differs.

use std::sync::Arc;

use super::context::Values;
use super::page::Page;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::graph::Site;
use crate::markdown::Body;
use crate::memo::ByPointer;
use crate::output::Bytes;
use crate::path::OutputPath;
use crate::source::Source;

/// The files of a run, and what they were made of.
#[derive(Default)]
pub struct RenderCache {
    pub(super) values: Option<Arc<Values>>,
    /// Of where every address led.
    pub(super) routes: Option<Digest>,
    /// In the order of their paths.
    pub(super) files: Vec<(OutputPath, CacheKey, Artifact)>,
}

impl RenderCache {
    /// The template values of the last run, when they are of this site.
    pub(super) fn values_of(&self, site: &Arc<Site>) -> Option<Arc<Values>> {
        let values = self.values.as_ref();
        values.filter(|values| values.are_of(site)).cloned()
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

/// What a file is made of. As long as that is the same, so is the file; but for a page's links, which lead
/// wherever the rest of the site is published.
#[derive(Clone, PartialEq)]
pub(super) enum CacheKey {
    /// The digest of what a page's context and template are made of, and the entry's body.
    Page(Digest, Arc<Body>),
    /// The digest of what the page of a redirect is made of.
    Redirect(Digest),
    /// The digest of what a card is made of.
    Card(Digest),
    /// The site, and the bodies of the posts of a feed.
    Feed(ByPointer<Site>, Vec<Arc<Body>>),
    /// The site as a whole.
    Site(ByPointer<Site>),
    /// One file, which is copied.
    Source(Source),
}

/// An item of the plan, done.
pub(super) struct RenderedItem {
    /// What it is made of; none when nothing is going to be kept.
    pub(super) cache_key: Option<CacheKey>,
    pub(super) made: Artifact,
    /// Whether it was made in this run.
    pub(super) is_fresh: bool,
}

/// What an item of the plan became.
#[derive(Clone)]
pub(super) enum Artifact {
    Page(Arc<Page>),
    /// A drawing, and the picture made of it.
    Card(Bytes, Bytes, Vec<Diagnostic>),
    File(Bytes, Vec<Diagnostic>),
}
