//! The plan becomes bytes: pages through their templates, data files through their exports, in parallel.
//! Touches no disk, clock or environment; the same site gives the same bytes, whatever was kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::artifact::Artifact;
use super::collect::{Rendered, collect};
use super::context::ValueSets;
use super::holes::Holes;
use super::in_progress::Making;
use super::output_file::{OutputFile, Recipes};
use super::render_cache::{CacheKey, Ingredients, RenderCache, RenderedItem};
use super::rendering::{Inputs, Rendering};
use crate::diagnostic::Checked;
use crate::markdown::Body;
use crate::memo::retire;
use crate::parallel::FILES_AT_A_TIME;
use crate::path::OutputPath;

/// Renders everything that is planned. `bodies` are those of the documents, in the order in which they were
/// linked. With `kept`, only what differs from the last run is rendered, and this run is kept for the next.
#[must_use]
pub fn render_all(
    inputs: Inputs<'_>,
    recipes: &Recipes,
    bodies: Vec<Arc<Body>>,
    kept: Option<&mut RenderCache>,
) -> Checked<Rendered> {
    let (site, plan) = (inputs.site, inputs.plan);
    let last = kept.as_deref();
    let templates = recipes.files.values().filter_map(|file| file.template());
    let templates: BTreeSet<&str> = templates.collect();
    let asked = templates
        .iter()
        .map(|name| inputs.names.asked_by(name).clone());
    let none = ValueSets::none(site);
    let of_last = last.map(|last| last.values.as_ref().unwrap_or(&none));
    let values = ValueSets::new(site, &bodies, asked, of_last);
    for (asked, values) in values.each() {
        let asks = |name: &&&str| inputs.names.asked_by(name) == asked;
        let templates = templates.iter().filter(asks).copied();
        values.prepare(inputs.templates.lists_read(templates));
    }
    let routes = last.map(|last| last.routes_of(site, plan));
    if last.is_some() {
        values.each().for_each(|(_, values)| {
            values.digests();
        });
    }
    let rendering = Rendering {
        inputs,
        values: &values,
        is_kept: last.is_some(),
        routes_hold: last.is_some_and(|last| last.routes == routes),
    };
    let marked = inputs.holes.map(|holes| (holes, values.marked(holes)));
    let marked = marked.as_ref().map(|(holes, values)| {
        let rendering = Rendering {
            values,
            ..rendering
        };
        (*holes, rendering)
    });
    let is_whole = |file: &dyn OutputFile| {
        let is_beside = |(holes, marked)| is_beside(file, holes, (&rendering, marked));
        marked
            .as_ref()
            .is_none_or(|(holes, marked)| is_beside((*holes, marked)))
    };
    let work = make_all(&rendering, (recipes, &is_whole), bodies, last);
    let collected = collect(&rendering, recipes, &work);
    if let Some(kept) = kept {
        let files = work
            .into_iter()
            .filter_map(|(path, work)| Some((path.clone(), work.cache_key?, work.made)));
        let this_run = RenderCache {
            files: files.collect(),
            values: Some(values),
            routes,
        };
        retire(std::mem::replace(kept, this_run));
    }
    collected
}

/// Whether a file is made of nothing that has a hole.
type IsWhole<'a> = &'a dyn Fn(&dyn OutputFile) -> bool;

/// Makes every file that stands by itself that is whole.
fn make_all<'a>(
    rendering: &Rendering<'_>,
    (recipes, is_whole): (&'a Recipes, IsWhole<'_>),
    bodies: Vec<Arc<Body>>,
    last: Option<&RenderCache>,
) -> Vec<(&'a OutputPath, RenderedItem)> {
    let site = rendering.inputs.site;
    let files = recipes.files.iter();
    let files: Vec<_> = files.filter(|(_, file)| is_whole(&***file)).collect();
    let shown = files.iter().map(|(_, file)| {
        let shown = file.shows(site).into_iter();
        let shown = shown.filter_map(|id| bodies.get(site.entry(id).position).cloned());
        shown.collect()
    });
    let shown: Vec<Vec<Arc<Body>>> = shown.collect();
    // From here on, whoever shows a body alone may take it apart.
    drop(bodies);
    let kept: Vec<_> = match last {
        Some(last) => last.at(files.iter().map(|(path, _)| *path)).collect(),
        None => vec![None; files.len()],
    };
    let made = files.into_par_iter().zip(shown).zip(kept);
    made.with_max_len(FILES_AT_A_TIME)
        .map(|(((path, file), bodies), kept)| {
            let kept = kept.map(|(_, cache_key, made)| (cache_key, made));
            (path, make(rendering, (path, &**file), bodies, kept))
        })
        .collect()
}

/// Whether a file is made of nothing that has a hole: it is what it is without those that are marked.
fn is_beside(
    file: &dyn OutputFile,
    holes: &Holes,
    (rendering, marked): (&Rendering<'_>, &Rendering<'_>),
) -> bool {
    let templates = rendering.inputs.templates;
    let is_sound = |name: &str| templates.has(name) && !holes.are_in_template(name);
    if !file.template().is_none_or(is_sound) {
        return false;
    }
    let mut shown = file.shows(rendering.inputs.site).into_iter();
    let made_of = file.ingredients(rendering);
    !shown.any(|id| holes.are_in_body_of(id))
        && !matches!(made_of, Some(Ingredients::Site(_)))
        && made_of == file.ingredients(marked)
}

/// Makes one file, or takes what was made of the same in the last run.
fn make(
    rendering: &Rendering<'_>,
    (path, file): (&OutputPath, &dyn OutputFile),
    bodies: Vec<Arc<Body>>,
    kept: Option<(&CacheKey, &Artifact)>,
) -> RenderedItem {
    let ingredients = rendering
        .is_kept
        .then(|| file.ingredients(rendering))
        .flatten();
    let cache_key = ingredients.map(|ingredients| CacheKey {
        ingredients,
        bodies: bodies.clone(),
    });
    let kept = kept.filter(|(made_of, made)| {
        Some(*made_of) == cache_key.as_ref() && file.still_holds(made, rendering)
    });
    if let Some((_, made)) = kept {
        return RenderedItem {
            made: made.clone(),
            cache_key,
            is_fresh: false,
        };
    }
    let making = Making {
        path: path.clone(),
        template: file.template().map(str::to_owned),
        limits: rendering.inputs.site.config.limits,
    };
    let in_progress = rendering.inputs.in_progress;
    RenderedItem {
        made: in_progress.during(making, || file.make(rendering, bodies)),
        cache_key,
        is_fresh: true,
    }
}
