//! A string on a page to the place in the site's files that most likely brought it there.

use std::collections::HashMap;
use std::sync::OnceLock;

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
    pub(super) words: &'a Words<'a>,
}

/// The words of the files that pages are made of: entries, templates and site.toml. They are read once, when the first word
/// is looked up.
#[derive(Default)]
pub(super) struct Words<'a>(OnceLock<Places<'a>>);

#[derive(Default)]
struct Places<'a> {
    /// The places of each word.
    words: HashMap<&'a str, Vec<(&'a Source, usize)>>,
    /// The first place of each character; none where several files have it.
    characters: HashMap<char, Option<(&'a Source, usize)>>,
}

impl<'a> Words<'a> {
    fn places(&self, site: &Site, snapshot: &'a Snapshot) -> &Places<'a> {
        self.0.get_or_init(|| {
            let mut places = Places::default();
            let entries = site.ids().map(|id| site.entry(id));
            let entries = entries.filter_map(|entry| snapshot.get(&entry.document.path));
            let templates = snapshot.below(load::TEMPLATES);
            let templates = templates.filter(|source| source.path().extension() == Some("html"));
            let config = snapshot.get(&SourcePath::new(load::CONFIG));
            for source in entries.chain(templates).chain(config) {
                let text = source.text();
                for (at, word) in words(text) {
                    places.words.entry(word).or_default().push((source, at));
                }
                for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
                    let place = places.characters.entry(c).or_insert(Some((source, at)));
                    *place = place.filter(|(known, _)| known.path() == source.path());
                }
            }
            places
        })
    }
}

/// The words of a text, each with its first byte.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty());
    words.map(|word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

impl Sources<'_> {
    /// Whether a rule is silenced for a page, by its file or by site.toml.
    pub(super) fn silence(&self, page: &OutputPath, rule: &str) -> bool {
        let own = self.own(page).and_then(|path| self.site.at(&path));
        let own = own.map(|id| &self.site.entry(id).document.silenced);
        let mut silenced = own.into_iter().flatten().chain(&self.site.config.silenced);
        silenced.any(|silenced| *silenced == rule)
    }

    /// Where a string stands: in the page's own file, else in the first other that is asked for.
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

    /// Where words of a page stand: in its own file, else in the one other file that has them. Two that have them are
    /// both as likely, and none is named; the page's own file as a whole where nobody has them.
    pub(super) fn place_of_words(&self, text: &str, page: &OutputPath) -> Option<Span> {
        let path = self.own(page);
        let own = path.as_ref().and_then(|path| self.snapshot.get(path));
        let in_own = own.and_then(|source| {
            let mut places = source.text().match_indices(text).map(|(at, _)| at);
            let at = places.find(|at| stands_alone(source.text(), *at, text))?;
            Some(Span::new(source.path(), at..at + text.len()))
        });
        in_own
            .or_else(|| self.elsewhere(text))
            .or_else(|| path.as_ref().map(Span::from))
    }

    fn elsewhere(&self, text: &str) -> Option<Span> {
        let places = self.words.places(self.site, self.snapshot);
        let mut characters = text.chars();
        if let (Some(c), None) = (characters.next(), characters.next()) {
            let (source, at) = (*places.characters.get(&c)?)?;
            return Some(Span::new(source.path(), at..at + c.len_utf8()));
        }
        let (ahead, first) = words(text).next()?;
        let places = places.words.get(first)?;
        let mut found = places.iter().filter_map(|(source, at)| {
            let start = at.checked_sub(ahead)?;
            let is_here = source.text().get(start..)?.starts_with(text);
            (is_here && stands_alone(source.text(), start, text))
                .then(|| Span::new(source.path(), start..start + text.len()))
        });
        let place = found.next()?;
        found.all(|other| other.path == place.path).then_some(place)
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

/// Whether a text that stands at a byte of a source is no part of a longer word.
fn stands_alone(source: &str, at: usize, text: &str) -> bool {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let joins_before = is_word(text.chars().next()) && is_word(source[..at].chars().next_back());
    let behind = &source[at + text.len()..];
    let joins_behind = is_word(text.chars().next_back()) && is_word(behind.chars().next());
    text.chars().nth(1).is_none() || !joins_before && !joins_behind
}
