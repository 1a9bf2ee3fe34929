//! Rendered files become one output. Only here are all pages known, so only here can it be said whether a
//! link leads to a place that exists, and who wrote one that does not.

use std::ops::Range;
use std::sync::Arc;

use super::links::Place;
use super::plan::Item;
use super::render::{Inputs, Rendered};
use super::render_cache::{Artifact, RenderedItem};
use super::{offline, searched};
use crate::config;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::html::each_address;
use crate::markdown::each_link;
use crate::output::Output;
use crate::path::{OutputPath, SourcePath, decode};
use crate::source::{Source, load};

/// A link of a page that leads out of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outbound {
    /// The address, as the page has it.
    pub address: Arc<str>,
    /// The file that the page is made from.
    pub source: SourcePath,
}

/// Puts the files together. They come in the order of their paths.
pub(super) fn collect(
    inputs: Inputs<'_>,
    work: &[(&OutputPath, RenderedItem)],
) -> Checked<Rendered> {
    let mut diagnostics = Vec::new();
    let mut outbound = Vec::new();
    report_links(inputs, work, &mut diagnostics);
    let (mut pages, mut fresh) = (0, 0);
    let mut drawings = Output::new();
    let files = work.iter().map(|(path, work)| {
        let (bytes, problems) = match &work.made {
            Artifact::Page(page) => {
                if let Some(source) = source_of(inputs, path) {
                    outbound.extend(page.outbound.iter().map(|address| Outbound {
                        address: address.clone(),
                        source: source.clone(),
                    }));
                }
                if let Some(Item::Page(..)) = inputs.plan.files.get(*path) {
                    pages += 1;
                    fresh += usize::from(work.is_fresh);
                }
                (&page.html, &page.diagnostics)
            }
            Artifact::Card(drawing, picture, problems) => {
                drawings.insert((*path).clone(), drawing.clone());
                (picture, problems)
            }
            Artifact::File(bytes, problems) => (bytes, problems),
        };
        diagnostics.extend_from_slice(problems);
        ((*path).clone(), bytes.clone())
    });
    let is_later = |path: &OutputPath| {
        let item = inputs.plan.files.get(path);
        matches!(item, Some(Item::SearchIndex | Item::ServiceWorker))
    };
    let files = files.filter(|(path, _)| !is_later(path));
    let mut output: Output = files.chain(searched::index(inputs, work)).collect();
    if let Some(offline) = &inputs.plan.offline {
        let mut planned = inputs.plan.files.iter();
        let worker = planned.find(|(_, item)| **item == Item::ServiceWorker);
        if let Some((path, _)) = worker {
            let text = offline::worker(offline, &output);
            output.insert(path.clone(), text.into_bytes());
        }
    }
    let rendered = Rendered {
        output,
        outbound,
        drawings,
        pages,
        fresh,
    };
    Checked::new(rendered, diagnostics)
}

/// Reports links that lead nowhere, and those that lead to no place of the page they name.
fn report_links(
    inputs: Inputs<'_>,
    work: &[(&OutputPath, RenderedItem)],
    diagnostics: &mut Vec<Diagnostic>,
) {
    let leads = |(place, _): &&(Place, String)| {
        let at = work.binary_search_by_key(&&place.path, |(path, _)| path);
        match at.map(|at| &work[at].1.made) {
            // A page that could not be rendered has no ids to look for, and has been reported.
            Ok(Artifact::Page(page)) if !page.html.is_empty() => {
                page.ids.binary_search(&place.id).is_ok()
            }
            _ => true,
        }
    };
    for (path, work) in work {
        let Artifact::Page(page) = &work.made else {
            continue;
        };
        let astray: Vec<_> = page.places.iter().filter(|place| !leads(place)).collect();
        if page.missing.is_empty() && astray.is_empty() {
            continue;
        }
        let Some(own) = source_of(inputs, path) else {
            continue;
        };
        for href in &page.missing {
            let message = format!("the link `{href}` leads nowhere");
            let hint = "nothing is published at that address";
            let problem = Diagnostic::error("E205", message).hint(hint);
            diagnostics.push(blame(inputs, own, href, problem));
        }
        for (place, written) in astray {
            let message = format!("the link `{written}` leads to no place on its page");
            let (address, id_wanted) = (place.path.url(), &place.id);
            let hint = format!("{address} has no element with the id `{id_wanted}`");
            let problem = Diagnostic::error("E204", message).hint(hint);
            diagnostics.push(blame(inputs, own, written, problem));
        }
    }
}

/// The file that a page is made from, or that asks for its redirect.
fn source_of<'a>(inputs: Inputs<'a>, path: &OutputPath) -> Option<&'a SourcePath> {
    match inputs.plan.files.get(path)? {
        Item::Page(id, _) => Some(&inputs.site.entry(*id).document.path),
        Item::Redirect(_, source) => Some(source),
        _ => None,
    }
}

/// Finds out who wrote an address: the page's own file, a template, or somebody in between.
fn blame(inputs: Inputs<'_>, own: &SourcePath, written: &str, problem: Diagnostic) -> Diagnostic {
    let snapshot = inputs.snapshot;
    let is_template = |source: &&Source| source.path().extension() == Some("html");
    let templates = snapshot.below(load::TEMPLATES).filter(is_template);
    let own_source = snapshot.get(own).into_iter();
    let config = snapshot.get(&config::path());
    let place = own_source
        .chain(templates)
        .chain(config)
        .find_map(|source| written_in(source, written));
    match place {
        Some(span) if span.path != *own => problem.at(span).note(format!("on the page of {own}")),
        Some(span) => problem.at(span),
        None => problem.at(own),
    }
}

/// Where an address is written in a file: as the target of a link of its Markdown, in an attribute that holds addresses, or
/// as a whole string.
fn written_in(source: &Source, address: &str) -> Option<Span> {
    let text = source.text();
    let mut found = None;
    let mut note = |written: &str, range: Range<usize>| {
        if found.is_none() && decode(written) == address {
            found = Some(range);
        }
    };
    match source.path().extension() {
        Some("md") => each_link(text, &mut note),
        Some("html") => each_address(text, &mut note),
        _ => {}
    }
    let found = found.or_else(|| quoted(text, address))?;
    Some(Span::new(source.path(), found))
}

/// The first place where a text has an address between marks, so that it is no part of a longer one.
fn quoted(text: &str, address: &str) -> Option<Range<usize>> {
    let places = text.match_indices(address);
    let mut places = places.map(|(at, _)| at..at + address.len());
    places.find(|place| {
        let before = text[..place.start].chars().next_back();
        let after = text[place.end..].chars().next();
        let marks = [('"', '"'), ('\'', '\''), ('(', ')'), ('(', ' '), ('<', '>')];
        let is_between =
            |&(open, close): &(char, char)| (before, after) == (Some(open), Some(close));
        marks.iter().any(is_between)
    })
}
