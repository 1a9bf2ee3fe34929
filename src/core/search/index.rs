//! The pages of a site to the words by which they are found: an inverted index, written for a script that reads it
//! on a phone. How it is written, and what comes of it there, is described in `docs/search.md`.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use foldhash::HashMap;

use super::extract::{Extract, Field};
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
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) postings: String,
}

/// The words of all pages, sorted. `particles` do not count in titles.
pub(super) fn collect<'a>(
    pages: &'a [Page],
    aliases: &'a [BTreeMap<String, Found>],
    particles: &HashSet<String>,
) -> Vec<Word<'a>> {
    let mut all: HashMap<&str, Postings> = HashMap::default();
    let shared = Shared::of(pages.iter().map(|page| &*page.extract));
    for ((number, page), aliases) in pages.iter().enumerate().zip(aliases) {
        let extract = &*page.extract;
        for (word, found) in aliases {
            all.entry(word).or_default().push(number, 0, *found);
        }
        let title = Found::in_title_of(count(&extract.title, particles));
        for hits in extract.hits.chunk_by(|one, next| one.word == next.word) {
            let word = &*extract.words[hits[0].word as usize];
            let hits = hits.iter();
            let mut hits = hits
                .filter(|hit| shared.counts(number, extract, hit))
                .peekable();
            if hits.peek().is_none() {
                continue;
            }
            let postings = all.entry(word).or_default();
            for hit in hits {
                let found = match hit.field {
                    Field::Body => Found::in_text(hit.times),
                    Field::Heading => Found::Heading,
                    Field::Title => title,
                };
                postings.push(number, hit.place, found);
            }
        }
    }
    let words = all.into_iter().map(|(text, postings)| Word {
        text,
        postings: postings.written(),
    });
    let mut words: Vec<_> = words.collect();
    words.sort_unstable_by_key(|word| word.text);
    words
}

/// The words of a page's other names and labels.
pub(super) fn alias_words(page: &Page, particles: &HashSet<String>) -> BTreeMap<String, Found> {
    let mut found = BTreeMap::new();
    for alias in page.aliases.iter().chain(&page.labels) {
        let as_alias = Found::in_alias_of(count(alias, particles));
        for (_, word) in words(alias) {
            let strongest = found.entry(fold(word)).or_insert(as_alias);
            *strongest = as_alias.max(*strongest);
        }
    }
    found.remove("");
    found
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
pub(super) fn plurals(words: &[Word<'_>]) -> Vec<(String, String)> {
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
