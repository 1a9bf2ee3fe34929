//! Names of bodies in a paragraph: from a word such as وزارة or المديرية to the end of the construct that it heads. Arabic shows
//! where that is: behind a head without the article comes a noun that has it, behind one that has it come adjectives that agree
//! with it, then parts that are joined with ل or و. Bodies that go by a name alone (الأمم المتحدة) are in a list.

mod around;
mod construct;
mod heads;
mod objects;
mod own;
mod parts;
mod shape;

use std::sync::LazyLock;

use construct::Construct;
pub(super) use construct::{Places, Span};
use heads::HEADS;
pub(super) use shape::{is_abstract, is_foreign};

use super::lexicon::{is, rows};
use super::words::{Reading, Word, bare, without_particles};
use crate::arabic::search::fold;

/// A body that a paragraph names: words `from` to `to`.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Its name, without particles.
    pub(super) name: String,
}

/// Names without a head.
static NAMES: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let names = rows(include_str!("../names.tsv"));
    let names = names.map(|name| name.split(' ').map(fold).collect());
    let mut names: Vec<Vec<String>> = names.collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
});

/// The bodies of a paragraph. `places` are the words at which a place begins, each with the word behind it.
pub(super) fn bodies(words: &[Word<'_>], places: &Places) -> Vec<Found> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = words[at].readings().into_iter().find_map(|reading| {
            let to = fixed(words, at, &reading)
                .or_else(|| Construct::of(words, at, &reading, places)?.end())?;
            Some(Found {
                from: at,
                to,
                name: name(words, at, to, &reading),
            })
        });
        at = found.as_ref().map_or(at + 1, |found| found.to);
        all.extend(found);
    }
    all
}

/// Whether a word, without particles, heads names of bodies.
pub(super) fn is_head(rest: &str) -> bool {
    HEADS.contains_key(bare(rest))
}

fn fixed(words: &[Word<'_>], at: usize, reading: &Reading) -> Option<usize> {
    let is_there = |name: &&Vec<String>| {
        let (first, others) = name.split_first()?;
        let rest = words.get(at + 1..at + 1 + others.len())?;
        let is_same = rest
            .iter()
            .zip(others)
            .all(|(word, other)| word.folded == *other && word.is_adjacent());
        (*first == reading.rest && is_same).then_some(())
    };
    if let Some(name) = NAMES.iter().find(|name| is_there(name).is_some()) {
        return Some(at + name.len());
    }
    // «شركتي أسترازينيكا ونوفارتس»: a firm that is written like no word of the language.
    let rest = reading.rest.as_str();
    // «وفيات» are no cars.
    let least = if reading.particles.is_empty() { 4 } else { 6 };
    let is_long = rest.chars().count() >= least;
    let is_firm = is_long && is("firms", rest) && is_foreign(rest) && !is("given", rest);
    is_firm.then_some(at + 1)
}

fn name(words: &[Word<'_>], from: usize, to: usize, reading: &Reading) -> String {
    let whole = without_particles(words[from].text, reading);
    let others: Vec<&str> = words[from + 1..to].iter().map(|word| word.text).collect();
    [&[whole.as_str()], &others[..]].concat().join(" ")
}
