//! A string on a page to the place in the site's files that most likely brought it there.

use crate::diagnostic::Span;
use crate::graph::Site;
use crate::pages::Plan;
use crate::path::{OutputPath, SourcePath};
use crate::source::{Snapshot, Source, load};

/// What there is to look in.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    pub(super) site: &'a Site,
    pub(super) plan: &'a Plan,
    pub(super) snapshot: &'a Snapshot,
}

impl Sources<'_> {
    /// Where a string stands: in the page's own file, else in any other that is asked for.
    pub(super) fn place(
        &self,
        text: &str,
        page: &OutputPath,
        is_asked: impl Fn(&SourcePath) -> bool,
    ) -> Option<Span> {
        let own = self.own(page).and_then(|path| self.snapshot.get(&path));
        let others = self.snapshot.iter();
        let others = others.filter(|source| is_asked(source.path()));
        own.into_iter().chain(others).find_map(|source| {
            let start = source.text().find(text)?;
            Some(Span::new(source.path(), start..start + text.len()))
        })
    }

    /// Where the templates have what begins as `text` does: the longest stretch of it, of at least `least` bytes. What
    /// stands behind it came out of a value.
    pub(super) fn in_templates(&self, text: &str, least: usize) -> Option<Span> {
        let templates = self.snapshot.below(load::TEMPLATES);
        let templates = templates.filter(|source| source.path().extension() == Some("html"));
        longest(templates.filter_map(|source| beginning(source, text, least)))
    }

    /// The same in a page's own file, or else in the templates, where that has been found out; the page's own file as a
    /// whole where nobody has it.
    pub(super) fn beginning(
        &self,
        text: &str,
        least: usize,
        page: &OutputPath,
        in_templates: Option<&Span>,
    ) -> Option<Span> {
        let path = self.own(page);
        let own = path.as_ref().and_then(|path| self.snapshot.get(path));
        let own = own.and_then(|source| beginning(source, text, least));
        let place = longest(own.into_iter().chain(in_templates.cloned()));
        place.or_else(|| path.as_ref().map(Span::from))
    }

    /// The file that a published one is made from.
    pub(super) fn own(&self, page: &OutputPath) -> Option<SourcePath> {
        self.plan.files.get(page)?.source.clone()
    }
}

fn longest(spans: impl Iterator<Item = Span>) -> Option<Span> {
    spans.reduce(|longest, span| {
        if span.range.len() > longest.range.len() {
            span
        } else {
            longest
        }
    })
}

/// The longest stretch of a source that `text` begins with.
fn beginning(source: &Source, text: &str, least: usize) -> Option<Span> {
    let start = text.get(..least)?;
    let places = source.text().match_indices(start).map(|(at, _)| at);
    let stretches = places.map(|at| {
        let pairs = source.text()[at..].chars().zip(text.chars());
        let same = pairs.take_while(|(one, other)| one == other);
        let length: usize = same.map(|(one, _)| one.len_utf8()).sum();
        Span::new(source.path(), at..at + length)
    });
    longest(stretches)
}
