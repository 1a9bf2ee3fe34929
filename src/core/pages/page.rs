//! One page: a template over its context, then a walk over the result that turns addresses into links.

use std::sync::Arc;

use super::artifact::{Artifact, RenderedPage};
use super::html::{self, Rewritten};
use super::link_end::Address;
use super::links::without_directive;
use super::meant;
use super::picture::Framer;
use super::plan::{Page, Pager};
use super::rendering::Rendering;
use super::repeated;
use crate::digest::StableHasher;
use crate::graph::Site;
use crate::locale::text;
use crate::markdown::{self, Body};
use crate::path::decode;
use crate::search::PageReader;

/// Whether search may find a page. Of those over which a list is spread, the first is enough.
fn is_searched(page: &Page, site: &Site) -> bool {
    let is_first = |pager: Pager| {
        let listing = site.listing(pager.host);
        pager.number == 1 || listing.is_some_and(|listing| listing.pagination.in_search)
    };
    page.entry().is_some() && page.pager().is_none_or(is_first)
}

/// Renders a page with the body of what it shows.
pub(super) fn render(page: &Page, body: Arc<Body>, rendering: &Rendering<'_>) -> Artifact {
    let mut artifact = Artifact::default();
    let context = rendering.context(page, Some(&body));
    let size = body.html.len() * 2;
    let templates = rendering.inputs.templates;
    let during = |page| text!("while-rendering-page", page);
    let template = (page.template.as_str(), page.language);
    let made = templates.render(template, &context, size, (&page.source, during));
    let text = match made {
        Ok(text) => text.collect(&mut artifact.problems),
        Err(problems) => {
            return Artifact {
                problems,
                page: Some(Arc::default()),
                ..artifact
            };
        }
    };
    drop(context);
    let config = &rendering.inputs.site.config;
    let site = &rendering.inputs.site;
    let of_text = page
        .entry()
        .map(|id| site.language_of_words(site.entry(id)));
    let of_text = of_text.unwrap_or(page.language);
    let wording = config.in_language(of_text).prose.wording;
    let text = markdown::gather(&text, wording).unwrap_or(text);
    if !rendering.inputs.plan.is_html(&page.address.output()) {
        // The text of another kind of file, such as /humans.txt.
        artifact.bytes = text.into();
        artifact.page = Some(Arc::default());
        return artifact;
    }
    let links = rendering.links(page);
    let mut rendered = RenderedPage::default();
    let mut answers = StableHasher::default();
    // A body that nobody else needs gives its place to the page.
    let (buffer, headings) = match Arc::try_unwrap(body) {
        Ok(body) => (body.html, body.headings),
        Err(body) => (String::new(), body.headings.clone()),
    };
    let rewrite = |href: &str| {
        let address = links.look_up(href);
        if rendering.is_kept {
            address.trace(links.plan, &mut answers);
            rendered.looked_up.note(href);
        }
        match address {
            Address::Elsewhere => {
                if meant::misspelt(href).is_some() {
                    rendered.missing.push(written(href));
                } else if links.leave_the_site(href) {
                    rendered.outbound.push(href.into());
                } else if href.starts_with(&config.base_url)
                    && !rendered.absolute.iter().any(|known| known == href)
                {
                    rendered.absolute.push(href.to_owned());
                }
                None
            }
            Address::Published {
                href: found,
                place,
                language,
                ..
            } => {
                let place = place.map(|place| (place, written(href)));
                rendered.places.extend(place);
                Some(Rewritten {
                    href: found,
                    language,
                })
            }
            Address::Missing => {
                rendered.missing.push(written(href));
                None
            }
        }
    };
    let site = rendering.inputs.site;
    let is_searched = site.config.search_in(page.language).is_some() && is_searched(page, site);
    let mut reader = is_searched.then(PageReader::default);
    let mut framer = Framer::new(&links);
    let walked = html::walk(&text, buffer, rewrite, |token| {
        if let Some(reader) = &mut reader {
            reader.read(token);
        }
        framer.see(token)
    });
    rendered.extract = reader.map(|reader| Arc::new(reader.extract()));
    if rendering.is_kept {
        rendered.looked_up.led_to(answers.digest());
    }
    rendered.ids = walked.ids;
    rendered.ids.sort();
    let repeated = repeated::problems(&rendered.ids, &headings, page, rendering);
    artifact.problems.extend(repeated);
    artifact.bytes = walked.html.into();
    artifact.page = Some(Arc::new(rendered));
    artifact
}

/// An address as its author wrote it, for messages.
fn written(href: &str) -> String {
    decode(without_directive(href).0).into_owned()
}
