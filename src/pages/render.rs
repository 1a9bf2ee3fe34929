//! The plan becomes bytes: pages through their templates, data files through their exports, in parallel.
//! Touches no disk, clock or environment; the same site gives the same bytes.

use std::collections::BTreeMap;

use rayon::prelude::*;
use tera::{Context, Value};

use super::context::Values;
use super::html;
use super::links::{Address, Links, Place};
use super::plan::{Item, Plan};
use super::templates::{Templates, render_problem};
use super::{export, sitemap};
use crate::assets::Assets;
use crate::config;
use crate::content::{Snapshot, Source, load};
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::graph::{EntryId, Site};
use crate::output::{Bytes, Output};
use crate::path::{OutputPath, decode};
use crate::schema::CollectionId;

/// One rendered page.
#[derive(Debug)]
pub struct Rendered {
    html: Vec<u8>,
    /// Sorted.
    ids: Vec<String>,
    places: Vec<(Place, String)>,
    diagnostics: Vec<Diagnostic>,
}

/// Everything that rendering reads.
struct Renderer<'a> {
    site: &'a Site,
    plan: &'a Plan,
    templates: &'a Templates,
    snapshot: &'a Snapshot,
    values: Values<'a>,
    site_value: Value,
    lists: BTreeMap<CollectionId, Value>,
}

/// Renders everything that is planned. `bodies` is the HTML of the entries' bodies, by entry.
#[must_use]
pub fn render_all(
    site: &Site,
    plan: &Plan,
    templates: &Templates,
    assets: &Assets,
    snapshot: &Snapshot,
    mut bodies: Vec<String>,
) -> Checked<Output> {
    let values = Values::new(site);
    let read = site
        .config
        .schema
        .ids()
        .filter(|id| templates.is_read(*id, plan));
    let renderer = Renderer {
        site_value: values.site(),
        lists: read.map(|id| (id, values.list(site.of(id)))).collect(),
        site,
        plan,
        templates,
        snapshot,
        values,
    };
    let body_of = |item: &Item| match item {
        Item::Page(id, _) => bodies.get_mut(id.0).map(std::mem::take).unwrap_or_default(),
        _ => String::new(),
    };
    let bodies: Vec<String> = plan.files.values().map(body_of).collect();
    let items: Vec<(&OutputPath, &Item)> = plan.files.iter().collect();
    let rendered: Vec<(&OutputPath, Made)> = items
        .into_par_iter()
        .zip(bodies)
        .map(|((path, item), body)| (path, renderer.make(item, body, assets)))
        .collect();
    renderer.collect(rendered)
}

/// What an item of the plan became.
enum Made {
    Page(Rendered),
    File(Bytes, Vec<Diagnostic>),
}

impl Renderer<'_> {
    fn make(&self, item: &Item, body: String, assets: &Assets) -> Made {
        let file = |bytes: Vec<u8>| Made::File(bytes.into(), Vec::new());
        match item {
            Item::Page(id, template) => Made::Page(self.page(*id, template, body)),
            Item::Asset(name) => file(
                assets
                    .files
                    .get(name)
                    .map(|a| a.bytes.clone())
                    .unwrap_or_default(),
            ),
            Item::Attachment(path) => file(
                self.snapshot
                    .get(path)
                    .map(|s| s.bytes().to_vec())
                    .unwrap_or_default(),
            ),
            Item::Export(position) => {
                let export = export::render(self.site, &self.site.config.exports[*position]);
                Made::File(export.value.into_bytes().into(), export.diagnostics)
            }
            Item::Sitemap => file(sitemap::sitemap(self.site).into_bytes()),
            Item::Robots => file(sitemap::robots(self.site).into_bytes()),
        }
    }

    fn page(&self, id: EntryId, template: &str, body: String) -> Rendered {
        let entry = self.site.entry(id);
        let source = &entry.document.path;
        let mut context = Context::new();
        context.insert_value("page", self.values.page(id, template, &body));
        context.insert_value("site", self.site_value.clone());
        for collection in self.templates.reads.get(template).into_iter().flatten() {
            let name = self
                .site
                .config
                .schema
                .collection(*collection)
                .name
                .to_string();
            if let Some(list) = self.lists.get(collection) {
                context.insert_value(name, list.clone());
            }
        }
        let mut rendered = Rendered {
            html: Vec::new(),
            ids: Vec::new(),
            places: Vec::new(),
            diagnostics: Vec::new(),
        };
        let mut page = Vec::with_capacity(body.len() * 2);
        if let Err(error) = self.templates.tera.render_to(template, &context, &mut page) {
            rendered.diagnostics.push(render_problem(&error, source));
            return rendered;
        }
        let Some(address) = &entry.page else {
            return rendered;
        };
        let links = Links {
            site: self.site,
            plan: self.plan,
            page: address,
        };
        let walked = html::walk(&page, body.into_bytes(), |href| match links.look_up(href) {
            Address::Elsewhere => None,
            Address::Published { href: found, place } => {
                rendered
                    .places
                    .extend(place.map(|place| (place, decode(href).into_owned())));
                Some(found)
            }
            Address::Missing => {
                let href = &*decode(href);
                let message = format!("the link `{href}` leads nowhere");
                let hint = "nothing is published at that address";
                let problem = Diagnostic::error("E205", message).hint(hint);
                rendered.diagnostics.push(self.blame(id, href, problem));
                None
            }
        });
        rendered.html = walked.html;
        rendered.ids = walked.ids;
        rendered.ids.sort();
        for pair in rendered.ids.windows(2).filter(|pair| pair[0] == pair[1]) {
            let message = format!("two elements of {address} have the id `{}`", pair[0]);
            let hint = "an id names one element of a page: change a heading or the template";
            let problem = Diagnostic::error("E209", message).at(source).hint(hint);
            rendered.diagnostics.push(problem);
        }
        rendered
    }

    /// Finds out who wrote an address: the page's own file, a template, or somebody in between.
    fn blame(&self, page: EntryId, written: &str, problem: Diagnostic) -> Diagnostic {
        let own = &self.site.entry(page).document.path;
        let is_template = |source: &&Source| source.path().extension() == Some("html");
        let templates = self.snapshot.below(load::TEMPLATES).filter(is_template);
        let own_source = self.snapshot.get(own).into_iter();
        let config = self.snapshot.get(&config::path());
        let place = own_source
            .chain(templates)
            .chain(config)
            .find_map(|source| written_in(source, written));
        match place {
            Some(span) if span.path != *own => {
                problem.at(span).note(format!("on the page of {own}"))
            }
            Some(span) => problem.at(span),
            None => problem.at(own),
        }
    }

    /// Puts the files together, and looks for the places inside pages that links lead to.
    fn collect(&self, made: Vec<(&OutputPath, Made)>) -> Checked<Output> {
        let mut diagnostics = Vec::new();
        let mut ids: BTreeMap<&OutputPath, &[String]> = BTreeMap::new();
        for (path, made) in &made {
            // A page that could not be rendered has no ids to look for, and has been reported.
            if let Made::Page(page) = made
                && !page.html.is_empty()
            {
                ids.insert(path, &page.ids);
            }
        }
        for (path, made) in &made {
            let Made::Page(page) = made else { continue };
            for (place, written) in &page.places {
                let known = ids
                    .get(&place.path)
                    .is_none_or(|ids| ids.binary_search(&place.id).is_ok());
                if let (false, Some(Item::Page(id, _))) =
                    (known, self.plan.files.get(path.as_str()))
                {
                    let message = format!("the link `{written}` leads to no place on its page");
                    let hint = format!(
                        "{} has no element with the id `{}`",
                        place.path.url(),
                        place.id
                    );
                    let problem = Diagnostic::error("E204", message).hint(hint);
                    diagnostics.push(self.blame(*id, written, problem));
                }
            }
        }
        drop(ids);
        let files = made.into_iter().map(|(path, made)| {
            let bytes = match made {
                Made::Page(page) => {
                    diagnostics.extend(page.diagnostics);
                    page.html.into()
                }
                Made::File(bytes, problems) => {
                    diagnostics.extend(problems);
                    bytes
                }
            };
            (path.clone(), bytes)
        });
        let output = files.collect();
        Checked::new(output, diagnostics)
    }
}

/// Where an address is written: between quotation marks, or as the target of a Markdown link.
fn written_in(source: &Source, address: &str) -> Option<Span> {
    let marks = ["\"", "(", "'"];
    let found = marks.iter().find_map(|mark| {
        let at = source.text().find(&format!("{mark}{address}"))?;
        Some(at + mark.len())
    })?;
    Some(Span::new(source.path(), found..found + address.len()))
}
