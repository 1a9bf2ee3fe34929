//! Collections and tags whose entries appear piece by piece become feeds, in Atom and in JSON Feed: the same posts, newest first, each whole and
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
use crate::pages::channel::Channel;
use crate::pages::claims::{Claimant, Claims};
use crate::pages::output_file::OutputFile;
use crate::pages::plan::{Plan, PlannedFile, Role};
use crate::pages::render_cache::Ingredients;
use crate::pages::rendering::Rendering;
use crate::path::UrlPath;
use crate::schema::FeedFormat;

/// Claims the paths of all feeds.
pub(super) fn claim(site: &Site, claims: &mut Claims) {
    for channel in Channel::all(site) {
        let collection = site.config.schema.collection(channel.collection);
        let name = match channel.tag {
            Some(tag) => text!("claimant-feed-tag", tag = site.title(site.entry(tag))),
            None => text!("claimant-feed", collection = &*collection.name),
        };
        let span = collection.span.clone();
        for format in FeedFormat::ALL {
            match channel.address(site, format) {
                Some(Ok(address)) => {
                    let file = PlannedFile::new(Role::Listing, format.media_type(), span.clone());
                    let claimant = Claimant::new(name.clone(), span.clone());
                    let feed = FeedFile { channel, format };
                    claims.claim(address.output(), file, feed, claimant);
                }
                Some(Err(problem)) => {
                    claims.refuse(problem, span.clone(), text!("shorter-first-address-hint"));
                }
                None => {}
            }
        }
    }
}

/// A feed in a format.
#[derive(Debug)]
struct FeedFile {
    channel: Channel,
    format: FeedFormat,
}

impl OutputFile for FeedFile {
    fn shows(&self, site: &Site) -> Vec<EntryId> {
        let posts = posts::newest(site, self.channel).into_iter();
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
        let feed = self.channel.feed(site)?;
        let config = &site.config;
        let here = config.in_language(self.channel.language);
        let itself = self.channel.address(site, self.format)?.ok()?;
        let home = self.channel.home(site);
        let posts = posts::newest(site, self.channel).into_iter().zip(bodies);
        Some(Issue {
            title: self.channel.title(site)?,
            description: here.isolated(here.description),
            language: here.language.tag(),
            author: here.isolated(config.author.as_deref().unwrap_or(here.title)),
            home: config.absolute(home.map_or("/", UrlPath::as_str)),
            itself: config.absolute(itself.as_str()),
            posts: posts
                .map(|(post, body)| post.item(body, site, plan, feed))
                .collect(),
        })
    }
}
