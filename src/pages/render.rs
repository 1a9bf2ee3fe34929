//! The plan becomes bytes: pages through their templates, data files through their exports, in parallel.
//! Touches no disk, clock or environment; the same site gives the same bytes, whatever was kept.

use std::sync::Arc;

use rayon::prelude::*;

use super::card::Cards;
use super::collect::{Outbound, collect};
use super::context::Values;
use super::feeds::{self, Posts};
use super::links::{Links, Way, routes};
use super::page::Pages;
use super::plan::{Item, Plan};
use super::render_cache::{Artifact, CacheKey, RenderCache, RenderedItem};
use super::templates::Templates;
use super::{export, offline, sitemap};
use crate::assets::Assets;
use crate::diagnostic::Checked;
use crate::graph::Site;
use crate::markdown::Body;
use crate::memo::{ByPointer, retire};
use crate::output::{Bytes, Output};
use crate::path::{OutputPath, UrlPath};
use crate::pictures::{Icons, Typesetter};
use crate::search;
use crate::source::Snapshot;

/// Everything that rendering reads, besides the bodies.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// The site.
    pub site: &'a Arc<Site>,
    /// What will be published where.
    pub plan: &'a Plan,
    /// The templates.
    pub templates: &'a Templates,
    /// The assets.
    pub assets: &'a Assets,
    /// What the texts of cards are set in.
    pub typesetter: &'a Arc<Typesetter>,
    /// What the icons are made of, if there are any.
    pub icons: Option<&'a Icons>,
    /// The files it is all made of.
    pub snapshot: &'a Snapshot,
}

/// A rendered site.
#[derive(Debug, Default)]
pub struct Rendered {
    /// Every file.
    pub output: Output,
    /// The links that lead out of the site, page by page.
    pub outbound: Vec<Outbound>,
    /// What the pictures among them were made of, as far as they show words: a picture cannot be searched.
    pub drawings: Output,
    /// How many of them are pages.
    pub pages: usize,
    /// How many of the pages had to be rendered.
    pub fresh: usize,
}

/// Renders everything that is planned. `bodies` are those of the documents, in the order in which they were
/// linked. With `kept`, only what differs from the last run is rendered, and this run is kept for the next.
#[must_use]
pub fn render_all(
    inputs: Inputs<'_>,
    bodies: Vec<Arc<Body>>,
    kept: Option<&mut RenderCache>,
) -> Checked<Rendered> {
    let site = inputs.site;
    let last = kept.as_deref();
    let values = last.and_then(|last| last.values_of(site));
    let values = values.unwrap_or_else(|| Arc::new(Values::new(site.clone())));
    values.prepare(inputs.templates.lists_read(inputs.plan));
    let routes = last.map(|_| routes(site, inputs.plan));
    if last.is_some() {
        values.digests();
    }
    let renderer = Renderer {
        inputs,
        posts: feeds::posts(site, &bodies),
        pages: Pages {
            templates: inputs.templates,
            values: &values,
        },
        last,
        routes_hold: last.is_some_and(|last| last.routes == routes),
    };
    let work = renderer.make_all(bodies);
    let collected = collect(inputs, &work);
    if let Some(kept) = kept {
        let files = work
            .into_iter()
            .filter_map(|(path, work)| Some((path.clone(), work.cache_key?, work.made)));
        let this_run = RenderCache {
            files: files.collect(),
            values: Some(values.clone()),
            routes,
        };
        retire(std::mem::replace(kept, this_run));
    }
    collected
}

/// Renders one site.
struct Renderer<'a, 'last> {
    inputs: Inputs<'a>,
    pages: Pages<'last>,
    posts: Posts,
    last: Option<&'last RenderCache>,
    /// Whether every address leads where it led in the last run.
    routes_hold: bool,
}

impl<'a> Renderer<'a, '_> {
    fn make_all(&self, bodies: Vec<Arc<Body>>) -> Vec<(&'a OutputPath, RenderedItem)> {
        let Inputs { site, plan, .. } = self.inputs;
        let mut bodies: Vec<Option<Arc<Body>>> = bodies.into_iter().map(Some).collect();
        let body_of = |item: &Item| match item {
            Item::Page(id, _) => bodies
                .get_mut(site.entry(*id).position)
                .and_then(Option::take),
            _ => None,
        };
        let bodies: Vec<Option<Arc<Body>>> = plan.files.values().map(body_of).collect();
        let kept: Vec<_> = match self.last {
            Some(last) => last.at(plan.files.keys()).collect(),
            None => vec![None; plan.files.len()],
        };
        let items: Vec<(&OutputPath, &Item)> = plan.files.iter().collect();
        let made = items.into_par_iter().zip(bodies).zip(kept);
        made.map(|(((path, item), body), kept)| {
            let kept = kept.map(|(_, cache_key, made)| (cache_key, made));
            (path, self.make(item, body.unwrap_or_default(), kept))
        })
        .collect()
    }

    fn cards(&self) -> Cards<'_> {
        Cards {
            pages: &self.pages,
            typesetter: self.inputs.typesetter,
            snapshot: self.inputs.snapshot,
        }
    }

    fn make(
        &self,
        item: &Item,
        body: Arc<Body>,
        kept: Option<(&CacheKey, &Artifact)>,
    ) -> RenderedItem {
        let cache_key = self.last.and_then(|_| self.cache_key(item, &body));
        let kept = kept.filter(|(made_of, made)| {
            Some(*made_of) == cache_key.as_ref() && self.still_holds(item, made)
        });
        match kept {
            Some((_, made)) => RenderedItem {
                made: made.clone(),
                cache_key,
                is_fresh: false,
            },
            None => RenderedItem {
                made: self.render(item, body, cache_key.is_some()),
                cache_key,
                is_fresh: true,
            },
        }
    }

    fn cache_key(&self, item: &Item, body: &Arc<Body>) -> Option<CacheKey> {
        let Inputs { site, snapshot, .. } = self.inputs;
        match item {
            Item::Page(id, template) => {
                let key = self.pages.key(site, *id, template)?;
                Some(CacheKey::Page(key, body.clone()))
            }
            Item::Redirect(position, _) => {
                let redirect = &self.inputs.plan.redirects[*position];
                let links = self.inputs.links(&redirect.from);
                self.pages
                    .redirect_key(&links, redirect)
                    .map(CacheKey::Redirect)
            }
            Item::Card(id, template) => self.cards().key(site, *id, template).map(CacheKey::Card),
            Item::Attachment(path) => snapshot.get(path).cloned().map(CacheKey::Source),
            Item::Asset(_)
            | Item::Icon(_)
            | Item::SearchIndex
            | Item::SearchScript(_)
            | Item::ServiceWorker
            | Item::OfflineScript => None,
            Item::Feed(collection, _) => {
                let posts = self.posts.get(collection).into_iter().flatten();
                let bodies = posts.map(|post| post.body.clone());
                Some(CacheKey::Feed(ByPointer::new(site), bodies.collect()))
            }
            Item::Export(_) | Item::Sitemap | Item::Robots => {
                Some(CacheKey::Site(ByPointer::new(site)))
            }
        }
    }

    /// Whether what does not depend on a file's own cache key is as it was: where its links lead, and where its problems are.
    fn still_holds(&self, item: &Item, made: &Artifact) -> bool {
        match (item, made) {
            (Item::Card(..), Artifact::Card(_, _, problems)) => problems.is_empty(),
            (_, Artifact::Page(page)) => {
                self.routes_hold
                    || self
                        .inputs
                        .address(item)
                        .is_some_and(|address| page.still_leads(&self.inputs.links(address)))
            }
            (Item::Feed(..), _) => self.routes_hold,
            _ => true,
        }
    }

    fn render(&self, item: &Item, body: Arc<Body>, is_kept: bool) -> Artifact {
        let Inputs {
            site,
            assets,
            icons,
            snapshot,
            ..
        } = self.inputs;
        let text = |text: String| Artifact::File(text.into(), Vec::new());
        match item {
            Item::Page(id, template) => {
                let page = self.inputs.address(item).map(|address| {
                    let links = self.inputs.links(address);
                    let pages = &self.pages;
                    pages.render(*id, template, body, &links, is_kept)
                });
                Artifact::Page(page.unwrap_or_default().into())
            }
            Item::Redirect(position, source) => {
                let redirect = &self.inputs.plan.redirects[*position];
                let links = self.inputs.links(&redirect.from);
                let page = self
                    .pages
                    .render_redirect(redirect, source, &links, is_kept);
                Artifact::Page(page.into())
            }
            Item::Asset(name) => {
                let bytes = assets.files.get(name).map(|asset| asset.bytes.clone());
                Artifact::File(bytes.unwrap_or_default(), Vec::new())
            }
            Item::Card(id, template) => self.cards().make(site, *id, template),
            Item::Icon(icon) => {
                let bytes = icons.map(|icons| icons.file(*icon, &site.config));
                Artifact::File(bytes.unwrap_or_default(), Vec::new())
            }
            Item::Attachment(path) => {
                let bytes = snapshot.get(path).map(|source| source.bytes().to_vec());
                Artifact::File(bytes.unwrap_or_default().into(), Vec::new())
            }
            Item::Export(position) => {
                let export = export::render(site, &site.config.exports[*position]);
                Artifact::File(export.value.into(), export.diagnostics)
            }
            Item::Feed(collection, format) => {
                let posts = self.posts.get(collection).map_or(&[][..], Vec::as_slice);
                let plan = self.inputs.plan;
                text(feeds::render(site, plan, *collection, *format, posts))
            }
            Item::SearchScript(position) => {
                let (_, script) = search::scripts().swap_remove(*position);
                Artifact::File(script, Vec::new())
            }
            // Made of what the pages have become.
            Item::SearchIndex | Item::ServiceWorker => Artifact::File(Bytes::default(), Vec::new()),
            Item::OfflineScript => text(offline::register().to_owned()),
            Item::Sitemap => text(sitemap::sitemap(site)),
            Item::Robots => text(sitemap::robots(site)),
        }
    }
}

impl<'a> Inputs<'a> {
    /// The address of a page; none for what is none.
    fn address(&self, item: &Item) -> Option<&'a UrlPath> {
        match item {
            Item::Page(id, _) => self.site.entry(*id).page.as_ref(),
            Item::Redirect(position, _) => Some(&self.plan.redirects[*position].from),
            _ => None,
        }
    }

    /// What the links on the page at an address are looked up with.
    fn links(&self, page: &'a UrlPath) -> Links<'a> {
        Links {
            site: self.site,
            plan: self.plan,
            page,
            way: Way::on(page, self.plan),
        }
    }
}
