//! Collections that appear piece by piece become feeds, in Atom and in JSON Feed: the same posts, newest first, each whole and
//! with addresses that hold wherever it is read. No clock is asked: a feed is as old as its newest post.

mod atom;
mod issue;
mod json;
mod posts;

use std::sync::Arc;

use issue::Issue;

use crate::graph::{EntryId, Site};
use crate::locale::text;
use crate::markdown::Body;
use crate::memo::ByPointer;
use crate::pages::artifact::Artifact;
use crate::pages::claims::{Claimant, Claims};
use crate::pages::output_file::OutputFile;
use crate::pages::plan::{Plan, PlannedFile, Role};
use crate::pages::render_cache::Ingredients;
use crate::pages::rendering::Rendering;
use crate::path::UrlPath;
use crate::schema::{CollectionId, FeedFormat};

/// Claims the paths of the feeds of all collections.
pub(super) fn claim(site: &Site, claims: &mut Claims) {
    let schema = &site.config.schema;
    for (id, collection) in schema.ids().zip(&schema.collections) {
        for (format, address) in collection.feed.iter().flat_map(|feed| &feed.addresses) {
            let span = collection.span.clone();
            let file = PlannedFile::new(Role::Listing, format.media_type(), span.clone());
            let name = text!("claimant-feed", collection = &*collection.name);
            let feed = FeedFile {
                collection: id,
                format: *format,
            };
            claims.claim(address.output(), file, feed, Claimant::new(name, span));
        }
    }
}

/// The feed of a collection.
#[derive(Debug)]
struct FeedFile {
    collection: CollectionId,
    format: FeedFormat,
}

impl OutputFile for FeedFile {
    fn shows(&self, site: &Site) -> Vec<EntryId> {
        let posts = posts::newest(site, self.collection).into_iter();
        posts.map(|post| post.id).collect()
    }

    fn ingredients(&self, rendering: &Rendering<'_>) -> Option<Ingredients> {
        let site = ByPointer::new(rendering.inputs.site);
        Some(Ingredients::Site(site))
    }

    fn still_holds(&self, _: &Artifact, rendering: &Rendering<'_>) -> bool {
        rendering.routes_hold
    }

    fn make(&self, rendering: &Rendering<'_>, bodies: Vec<Arc<Body>>) -> Artifact {
        let (site, plan) = (rendering.inputs.site, rendering.inputs.plan);
        let issue = self.issue(site, plan, &bodies);
        Artifact::of(match (issue, self.format) {
            (None, _) => String::new(),
            (Some(issue), FeedFormat::Atom) => atom::write(&issue),
            (Some(issue), FeedFormat::Json) => json::write(&issue),
        })
    }
}

impl FeedFile {
    /// The feed now, with the bodies of its posts.
    fn issue<'a>(&self, site: &'a Site, plan: &Plan, bodies: &[Arc<Body>]) -> Option<Issue<'a>> {
        let collection = site.config.schema.collection(self.collection);
        let feed = collection.feed.as_ref()?;
        let config = &site.config;
        let mut addresses = feed.addresses.iter();
        let itself = addresses.find(|(format, _)| *format == self.format)?;
        let index = collection.index.as_ref();
        let index = index.and_then(|name| site.entry(site.named(&name.value)?).page.as_ref());
        let posts = posts::newest(site, self.collection).into_iter().zip(bodies);
        Some(Issue {
            title: config.feed_title(feed),
            description: config.isolated(&config.description),
            language: config.language.tag(),
            author: config.isolated(config.author.as_ref().unwrap_or(&config.title)),
            home: config.absolute(index.map_or("/", UrlPath::as_str)),
            itself: config.absolute(itself.1.as_str()),
            posts: posts
                .map(|(post, body)| post.item(body, site, plan, feed))
                .collect(),
        })
    }
}
