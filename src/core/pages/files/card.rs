//! The card of a page: a template over what the page's template sees, judged at once and drawn when it is first looked at.

use std::sync::Arc;

use super::page::{address_span, name_of_file};
use crate::config;
use crate::diagnostic::{Diagnostic, Span};
use crate::digest::Digest;
use crate::graph::{EntryId, Site};
use crate::locale::text;
use crate::markdown::Body;
use crate::media_type::MediaType;
use crate::output::Bytes;
use crate::pages::address::card_address;
use crate::pages::artifact::Artifact;
use crate::pages::claims::{Claimant, Claims};
use crate::pages::output_file::OutputFile;
use crate::pages::plan::{Page, PlannedFile, Role, Subject};
use crate::pages::render_cache::Ingredients;
use crate::pages::rendering::Rendering;
use crate::pages::templates;
use crate::path::{OutputPath, SourcePath};
use crate::pictures::{Place, Problem, card};
use crate::source::{Snapshot, Source, load};

/// Claims the paths of the cards of all pages, if site.toml asks for cards.
pub(super) fn claim(site: &Site, claims: &mut Claims) {
    let Some(cards) = &site.config.cards else {
        return;
    };
    let is_written = |id: &EntryId| !site.entry(*id).document.is_stand_in();
    for id in site.ids().filter(is_written) {
        let (Some(path), Some(address)) = (card_address(site, id), &site.entry(id).page) else {
            continue;
        };
        let page = claims.plan.files.get(&address.output());
        let page = page.and_then(|file| file.page.as_ref());
        if page.is_none_or(|page| page.entry() != Some(id)) {
            // Another page has the address, which has been said.
            continue;
        }
        let source = &site.entry(id).document.path;
        let span = address_span(site, id);
        match OutputPath::new(&path) {
            Ok(path) => {
                let media_type = MediaType::of(&path);
                let file = PlannedFile::from(Role::Other, media_type, source);
                let card = CardFile(Page {
                    address: address.clone(),
                    template: cards.template.value.clone(),
                    subject: Subject::Entry(id),
                    source: source.clone(),
                    language: site.entry(id).document.language,
                });
                let claimant =
                    Claimant::new(text!("claimant-card", path = name_of_file(site, id)), span);
                claims.claim(path, file, card, claimant);
            }
            Err(problem) => claims.refuse(problem, span, text!("shorter-address-hint")),
        }
    }
}

/// The card of this page, whose template is the card's.
#[derive(Debug)]
struct CardFile(Page);

impl OutputFile for CardFile {
    fn template(&self) -> Option<&str> {
        Some(&self.0.template)
    }

    fn ingredients(&self, rendering: &Rendering<'_>) -> Option<Ingredients> {
        let page = rendering.digest(&self.0)?;
        let typesetter = rendering.inputs.typesetter.digest();
        Some(Ingredients::Digest(Digest::of_value(&(page, typesetter))))
    }

    fn still_holds(&self, made: &Artifact, _: &Rendering<'_>) -> bool {
        made.problems.is_empty()
    }

    fn make(&self, rendering: &Rendering<'_>, _: Vec<Arc<Body>>) -> Artifact {
        let Page {
            template,
            source,
            language,
            ..
        } = &self.0;
        let context = rendering.context(&self.0, None);
        let templates = rendering.inputs.templates;
        let mut artifact = Artifact {
            drawing: Some(Bytes::default()),
            ..Artifact::default()
        };
        let during = |page| text!("while-rendering-card", page);
        let svg = match templates.render((template, *language), &context, 0, (source, during)) {
            Ok(svg) => svg.collect(&mut artifact.problems),
            Err(problems) => {
                artifact.problems = problems;
                return artifact;
            }
        };
        let config = &rendering.inputs.site.config;
        let words = config.in_language(*language).language;
        let typesetter = &rendering.inputs.typesetter.in_language(words);
        let judged = card::judge(&svg, typesetter).into_iter();
        let places = Places {
            svg: &svg,
            page: source,
            template,
            snapshot: rendering.inputs.snapshot,
        };
        artifact
            .problems
            .extend(judged.map(|problem| places.diagnostic(problem)));
        artifact.drawing = Some(svg.clone().into());
        if artifact.problems.is_empty() {
            let typesetter = typesetter.clone();
            let made_of = card::digest(&svg, &typesetter);
            artifact.bytes = Bytes::lazy(made_of, move || card::draw(&svg, &typesetter));
        }
        artifact
    }
}

/// Where to look for what is wrong with a card.
struct Places<'a> {
    svg: &'a str,
    page: &'a SourcePath,
    template: &'a str,
    snapshot: &'a Snapshot,
}

impl Places<'_> {
    fn diagnostic(&self, problem: Problem) -> Diagnostic {
        let place = match &problem.place {
            Place::Markup(at) => self.markup(&self.svg[*at..]),
            Place::Words(words) => self.words(words),
        };
        Diagnostic::error(problem.code, problem.message)
            .at(place)
            .note(text!("on-the-card-of", path = self.page.as_str()))
            .hint(problem.hint)
    }

    /// Where a template has the markup that a drawing goes on with. What a template prints between its own words is not
    /// known any more, so that is where the longest beginning of the markup stands: in the card's own template, or in
    /// another with more of it.
    fn markup(&self, rest: &str) -> Span {
        let own = SourcePath::new(&format!("{}/{}", load::TEMPLATES, self.template));
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
    fn words(&self, words: &str) -> Span {
        let own = self.snapshot.get(self.page).into_iter();
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
        found.unwrap_or_else(|| Span::from(self.page))
    }
}
