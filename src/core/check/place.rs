//! A string on a page to the place in the site's files that most likely brought it there.

use std::collections::{BTreeMap, BTreeSet, HashMap};
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
            // Many entries may stand in one file.
            let files: BTreeSet<&SourcePath> = entries.map(|entry| &entry.document.path).collect();
            let entries = files.into_iter().filter_map(|path| snapshot.get(path));
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

/// How many places of a word are looked at. A text of which every word stands in more places is told by no place.
const LOOKED_AT: usize = 1000;

impl<'a> Places<'a> {
    /// The places of the rarest word of a text, and how many bytes of the text stand ahead of it; none of a text that has
    /// no word. A word that nobody has is in no file, and so is the text.
    fn rarest(&self, text: &str) -> Option<(usize, &[(&'a Source, usize)])> {
        let places = |word: &str| self.words.get(word).map_or(&[][..], Vec::as_slice);
        let words = words(text).map(|(ahead, word)| (ahead, places(word)));
        words.min_by_key(|(_, places)| places.len())
    }
}

/// Where a text stands that has a word at these places, `ahead` bytes from its start: in the file of this path, else in the
/// one other that has it.
fn among(
    places: &[(&Source, usize)],
    (text, ahead): (&str, usize),
    own: Option<&SourcePath>,
) -> Option<Span> {
    let found = places.iter().filter_map(|(source, at)| {
        let start = at.checked_sub(ahead)?;
        let is_here = source.text().get(start..)?.starts_with(text);
        let is_here = is_here && stands_alone(source.text(), start, text);
        is_here.then(|| Span::new(source.path(), start..start + text.len()))
    });
    let mut found: Vec<_> = found.collect();
    if let Some(at) = found.iter().position(|span| Some(&span.path) == own) {
        return Some(found.swap_remove(at));
    }
    let first = found.first()?.clone();
    found
        .iter()
        .all(|other| other.path == first.path)
        .then_some(first)
}

/// Where a text stands in a file, as no part of a longer word.
fn alone_in(source: &Source, text: &str) -> Option<Span> {
    let mut places = source.text().match_indices(text).map(|(at, _)| at);
    let at = places.find(|at| stands_alone(source.text(), *at, text))?;
    Some(Span::new(source.path(), at..at + text.len()))
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

    /// Where a string stands in the page's own file.
    pub(super) fn place_in_own(&self, text: &str, page: &OutputPath) -> Option<Span> {
        let own = self.own(page)?;
        place_in(self.snapshot.get(&own)?, text)
    }

    /// Where words of a page stand: in its own file, else in the one other file that has them. Two that have them are
    /// both as likely, and none is named; the page's own file as a whole where nobody has them.
    pub(super) fn place_of_words(&self, text: &str, page: &OutputPath) -> Option<Span> {
        let path = self.own(page);
        let places = self.words.places(self.site, self.snapshot);
        let mut characters = text.chars();
        let own = path.as_ref().and_then(|path| self.snapshot.get(path));
        let is_one = characters.next().is_some() && characters.next().is_none();
        let few = places.rarest(text);
        let few = few.filter(|(_, places)| places.len() <= LOOKED_AT);
        // Of other files, the words are not known.
        let is_known = |source: &&Source| {
            let extension = source.path().extension();
            matches!(extension, Some("md" | "toml" | "html"))
        };
        let in_own = own.filter(|source| !is_known(source));
        let in_own = in_own.and_then(|source| alone_in(source, text));
        let place = in_own.or_else(|| match few {
            Some((ahead, places)) if !is_one => among(places, (text, ahead), path.as_ref()),
            _ => own.and_then(|source| alone_in(source, text)),
        });
        let place = place.or_else(|| {
            let c = text.chars().next().filter(|_| is_one)?;
            let (source, at) = (*places.characters.get(&c)?)?;
            Some(Span::new(source.path(), at..at + c.len_utf8()))
        });
        place.or_else(|| path.as_ref().map(Span::from))
    }

    /// Where the templates have what begins as `text` does: the longest stretch of it, of at least `least` bytes. What
    /// stands behind it came out of a value.
    fn in_templates(&self, text: &str, least: usize) -> Option<Span> {
        let templates = self.snapshot.below(load::TEMPLATES);
        let templates = templates.filter(|source| source.path().extension() == Some("html"));
        longest(templates.filter_map(|source| beginning(source, text, least)))
    }

    /// The same in a page's own file, or else in the templates, where that has been found out; the page's own file as a
    /// whole where nobody has it.
    fn beginning(
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

    /// Where a tag of a page is written: of all places that have it, the one around which the most stands that stands around
    /// it on the page.
    pub(super) fn of_tag(
        &self,
        html: &str,
        at: usize,
        tag: &str,
        page: &OutputPath,
    ) -> Option<Span> {
        let path = self.own(page);
        let own = path.as_ref().and_then(|path| self.snapshot.get(path));
        let templates = self.snapshot.below(load::TEMPLATES);
        let templates = templates.filter(|source| source.path().extension() == Some("html"));
        let (before, behind) = (&html[..at], &html[at + tag.len()..]);
        let mut best = None;
        for source in own.into_iter().chain(templates) {
            let text = source.text();
            for (start, _) in text.match_indices(tag) {
                let end = start + tag.len();
                let alike = alike(before.chars().rev(), text[..start].chars().rev())
                    + alike(behind.chars(), text[end..].chars());
                if best.as_ref().is_none_or(|(most, _)| alike > *most) {
                    best = Some((alike, Span::new(source.path(), start..end)));
                }
            }
        }
        let place = best.map(|(_, span)| span);
        place.or_else(|| path.as_ref().map(Span::from))
    }

    /// The file that a published one is made from.
    pub(super) fn own(&self, page: &OutputPath) -> Option<SourcePath> {
        self.plan.files.get(page)?.source.clone()
    }
}

/// How many tags of one page are looked up: each is looked for in all of its file. Of more, it is told once that there are some.
const LOOKED_UP: usize = 100;

/// Where tags are written, each looked up once.
pub(super) struct Tags<'a, 's> {
    sources: Sources<'s>,
    in_templates: BTreeMap<&'a str, Option<Span>>,
    /// Those of the page that was looked at last.
    on_page: BTreeMap<&'a str, Option<Span>>,
    page: Option<OutputPath>,
}

impl<'a, 's> Tags<'a, 's> {
    pub(super) fn new(sources: Sources<'s>) -> Self {
        Self {
            sources,
            in_templates: BTreeMap::new(),
            on_page: BTreeMap::new(),
            page: None,
        }
    }

    /// Where a tag of a page is written: the longest stretch of it, of at least `least` bytes, in the page's own file or in
    /// the templates; the page's own file as a whole where nobody has it.
    pub(super) fn of(&mut self, tag: &'a str, least: usize, page: &OutputPath) -> Option<Span> {
        let sources = self.sources;
        if self.page.as_ref() != Some(page) {
            self.page = Some(page.clone());
            self.on_page.clear();
        }
        if let Some(place) = self.on_page.get(tag) {
            return place.clone();
        }
        if self.on_page.len() == LOOKED_UP {
            return sources.own(page).as_ref().map(Span::from);
        }
        let in_templates = self
            .in_templates
            .entry(tag)
            .or_insert_with(|| sources.in_templates(tag, least));
        let place = sources.beginning(tag, least, page, in_templates.as_ref());
        self.on_page.insert(tag, place.clone());
        place
    }
}

/// How many characters around a tag are compared. More would say no more, and a page may have one tag ten thousand times.
const AROUND: usize = 200;

/// How many characters two texts have in common at their beginnings, white space left out: it is folded on pages.
fn alike(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    let shown = |c: &char| !c.is_whitespace();
    let pairs = one.filter(shown).zip(other.filter(shown));
    let pairs = pairs.take(AROUND);
    pairs.take_while(|(one, other)| one == other).count()
}

/// Where a string stands in a file.
pub(super) fn place_in(source: &Source, text: &str) -> Option<Span> {
    let start = source.text().find(text)?;
    Some(Span::new(source.path(), start..start + text.len()))
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
