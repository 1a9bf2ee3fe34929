//! The pages of a site to the words by which they are found: an inverted index, written for a script that reads it
//! on a phone. How it is written, and what comes of it there, is described in `docs/search.md`.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::extract::{Extract, Field, Term};
use super::postings::{Found, Postings};
use super::shared::Shared;
use crate::arabic::search::{Forms, broken_plurals, fold, words};

/// A page that is searched.
#[derive(Debug, Clone)]
pub struct Page {
    /// What its HTML holds.
    pub extract: Arc<Extract>,
    /// Where it is, from the root of the site and as links name it.
    pub address: String,
    /// The position of its group.
    pub group: usize,
    /// Other names of what it is about: whoever asks for one is also told what has its title.
    pub aliases: Vec<String>,
    /// What the site calls the page in its menus.
    pub labels: Vec<String>,
}

/// A word of the site, and where it stands.
pub(super) struct Word {
    pub(super) text: &'static str,
    pub(super) postings: String,
}

/// The terms of a page's other names, with what they are part of.
pub(super) type Aliases = Vec<(Term, Found)>;

/// The words of all pages, sorted. `particles` do not count in titles.
pub(super) fn collect(
    pages: &[Page],
    aliases: &[Aliases],
    particles: &HashSet<String>,
) -> Vec<Word> {
    let shared = Shared::of(pages.iter().map(|page| &*page.extract));
    let texts = Term::texts();
    let numbered: Vec<_> = pages.iter().zip(aliases).enumerate().collect();
    // One part for each thread, since each holds all words.
    let size = pages.len().div_ceil(rayon::current_num_threads()).max(1);
    let parts = numbered.par_chunks(size).map(|pages| {
        let mut postings = Vec::new();
        postings.resize_with(texts.len(), Postings::default);
        for (number, (page, aliases)) in pages {
            read(*number, page, aliases, (&shared, particles), &mut postings);
        }
        postings
    });
    let parts: Vec<_> = parts.collect();
    let mut all = parts.into_iter();
    let mut postings = all.next().unwrap_or_default();
    for part in all {
        let pairs = postings.iter_mut().zip(part);
        pairs.for_each(|(before, behind)| before.append(behind));
    }
    let words = texts.into_iter().zip(postings);
    let words = words.filter_map(|(text, postings)| {
        let postings = postings.written()?;
        Some(Word { text, postings })
    });
    let mut words: Vec<_> = words.collect();
    words.sort_unstable_by_key(|word| word.text);
    words
}

/// Adds where the words of a page stand.
fn read(
    number: usize,
    page: &Page,
    aliases: &Aliases,
    (shared, particles): (&Shared, &HashSet<String>),
    postings: &mut [Postings],
) {
    let extract = &*page.extract;
    for (term, found) in aliases {
        postings[term.number as usize].push(number, 0, *found);
    }
    let title = Found::in_title_of(count(&extract.title, particles));
    for hit in &extract.hits {
        if shared.counts(number, extract, hit) {
            let found = match hit.field {
                Field::Body => Found::in_text(hit.times),
                Field::Heading => Found::Heading,
                Field::Title => title,
            };
            postings[hit.term as usize].push(number, hit.place, found);
        }
    }
}

/// The terms of a page's other names and labels.
pub(super) fn aliases(page: &Page, particles: &HashSet<String>) -> Aliases {
    let names = page.aliases.iter().chain(&page.labels);
    let terms = names.flat_map(|name| {
        let found = Found::in_alias_of(count(name, particles));
        let terms = words(name).filter_map(|(_, word)| Term::of(word));
        terms.map(move |term| (term, found))
    });
    terms.collect()
}

/// How many words a name has that say what it names.
fn count(name: &str, particles: &HashSet<String>) -> usize {
    let words = words(name).map(|(_, word)| fold(word));
    words.filter(|word| !particles.contains(word)).count()
}

/// What else things are called, folded, and what the site calls them: the other names of its pages, which mean their titles, and
/// the synonyms that it declares.
pub(super) fn names(pages: &[Page], synonyms: &[(String, Vec<String>)]) -> Vec<(String, String)> {
    let of_pages = pages
        .iter()
        .map(|page| (&page.extract.title, &page.aliases));
    let declared = synonyms.iter().map(|(own, others)| (own, others));
    let mut names = Vec::new();
    for (own, others) in of_pages.chain(declared) {
        let own = folded(own);
        let others = others.iter().map(|other| folded(other));
        names.extend(
            others
                .filter(|other| !other.is_empty() && *other != own)
                .map(|other| (other, own.clone())),
        );
    }
    names.sort();
    names.dedup();
    names
}

/// The words of a text, folded, with spaces between them.
fn folded(text: &str) -> String {
    let words: Vec<_> = words(text).map(|(_, word)| fold(word)).collect();
    words.join(" ")
}

/// The broken plurals that bring together words of this site: those of which it has one or the other.
pub(super) fn plurals(words: &[Word]) -> Vec<(String, String)> {
    let forms = words.iter().map(|word| Forms::of(word.text));
    let known: HashSet<String> = forms
        .flat_map(|forms| [forms.readings, forms.stems].concat())
        .collect();
    let mut plurals: Vec<_> = broken_plurals()
        .filter(|(singular, plural)| known.contains(singular) || known.contains(plural))
        .collect();
    plurals.sort();
    plurals.dedup();
    plurals
}
