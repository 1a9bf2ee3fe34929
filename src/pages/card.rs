//! The card of a page: a template over what the page's template sees, judged at once and drawn when it is first looked at.

use std::sync::Arc;

use super::page::Pages;
use super::render_cache::Artifact;
use super::templates;
use crate::config;
use crate::diagnostic::{Diagnostic, Span};
use crate::digest::Digest;
use crate::graph::{EntryId, Site};
use crate::output::Bytes;
use crate::path::SourcePath;
use crate::pictures::{Place, Problem, Typesetter, card};
use crate::source::{Snapshot, Source, load};

/// What cards are made with.
pub(super) struct Cards<'a> {
    pub(super) pages: &'a Pages<'a>,
    pub(super) typesetter: &'a Arc<Typesetter>,
    pub(super) snapshot: &'a Snapshot,
}

impl Cards<'_> {
    /// A digest of what a card is made of. None for a template that does not exist.
    pub(super) fn key(&self, site: &Site, id: EntryId, template: &str) -> Option<Digest> {
        let page = self.pages.key(site, id, template)?;
        Some(Digest::of_value(&(page, self.typesetter.digest())))
    }

    /// Makes the card of an entry's page.
    pub(super) fn make(&self, site: &Site, id: EntryId, template: &str) -> Artifact {
        let source = &site.entry(id).document.path;
        let page = self.pages.values.page(id, template, None);
        let context = self.pages.context(site, template, page);
        let templates = self.pages.templates;
        let made = templates.render(template, &context, 0, ("card", source));
        let mut problems = Vec::new();
        let svg = match made {
            Ok(svg) => svg.collect(&mut problems),
            Err(problems) => {
                return Artifact::Card(Bytes::default(), Bytes::default(), problems);
            }
        };
        let judged = card::judge(&svg, self.typesetter).into_iter();
        problems.extend(judged.map(|problem| self.diagnostic(problem, &svg, source, template)));
        let drawing = Bytes::from(svg.clone());
        if !problems.is_empty() {
            return Artifact::Card(drawing, Bytes::default(), problems);
        }
        let typesetter = self.typesetter.clone();
        let made_of = card::digest(&svg, &typesetter);
        let picture = Bytes::lazy(made_of, move || card::draw(&svg, &typesetter));
        Artifact::Card(drawing, picture, problems)
    }

    fn diagnostic(
        &self,
        problem: Problem,
        svg: &str,
        page: &SourcePath,
        template: &str,
    ) -> Diagnostic {
        let place = match &problem.place {
            Place::Markup(at) => self.markup(&svg[*at..], template),
            Place::Words(words) => self.words(words, page),
        };
        Diagnostic::error(problem.code, problem.message)
            .at(place)
            .note(format!("on the card of {page}"))
            .hint(problem.hint)
    }

    /// Where a template has the markup that a drawing goes on with. What a template prints between its own words is not
    /// known any more, so that is where the longest beginning of the markup stands: in the card's own template, or in
    /// another with more of it.
    fn markup(&self, rest: &str, template: &str) -> Span {
        let own = SourcePath::new(&format!("{}/{template}", load::TEMPLATES));
        let (own_source, others) = (
            self.snapshot.get(&own),
            self.snapshot.below(load::TEMPLATES),
        );
        let others =
            others.filter(|source| templates::is_template(source) && *source.path() != own);
        let mut longest = Span::from(&own);
        for source in own_source.into_iter().chain(others) {
            let text = source.text();
            while let Some((end, _)) = rest
                .char_indices()
                .nth(rest[..longest.range.len()].chars().count() + 1)
                && let Some(start) = text.find(&rest[..end])
            {
                longest = Span::new(source.path(), start..start + end);
            }
        }
        longest
    }

    /// Where words of a card are written: in the page's own file, in a template or in site.toml.
    fn words(&self, words: &str, page: &SourcePath) -> Span {
        let own = self.snapshot.get(page).into_iter();
        let templates = self
            .snapshot
            .below(load::TEMPLATES)
            .filter(|source| templates::is_template(source));
        let config = self.snapshot.get(&config::path());
        let found = own
            .chain(templates)
            .chain(config)
            .find_map(|source: &Source| {
                let start = source.text().find(words)?;
                Some(Span::new(source.path(), start..start + words.len()))
            });
        found.unwrap_or_else(|| Span::from(page))
    }
}
