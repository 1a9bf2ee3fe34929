//! Words with their postings to a part of an index, and an index cut by the alphabet into parts.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::arabic::search::{Forms, without_article};
use crate::search::index::Word;

/// Words of the index, and what brings them together.
#[derive(Serialize)]
pub(super) struct Part {
    pub(super) words: String,
    pub(super) postings: String,
    /// Singulars and broken plurals.
    pub(super) plurals: String,
    /// What else things are called, and what the site calls them: `norway=النرويج`, with `|` between two.
    pub(super) names: String,
}

/// What brings words together that do not share a form: pairs, each in the order in which it is written.
pub(super) struct Bridges {
    pub(super) plurals: Vec<(String, String)>,
    pub(super) names: Vec<(String, String)>,
}

impl Part {
    /// Of these words, and of what brings words together that `is_here`.
    pub(super) fn of<'a>(
        words: impl Iterator<Item = &'a Word>,
        bridges: &Bridges,
        language: &str,
        is_here: impl Fn(&str) -> bool,
    ) -> Self {
        let (mut texts, mut postings) = (String::new(), Vec::new());
        let mut before = "";
        for word in words {
            push_word(&mut texts, before, word.text);
            postings.push(&*word.postings);
            before = word.text;
        }
        let plurals = bridges.plurals.iter();
        let plurals = plurals.filter(|(singular, plural)| is_here(singular) || is_here(plural));
        let plurals = plurals.map(|(singular, plural)| format!("{singular} {plural}"));
        // A name is looked for by its first word.
        let is_called_here = |name: &str| {
            let first = name.split(' ').next().unwrap_or_default();
            let first = Forms::of_language(language, first);
            first.all().any(&is_here)
        };
        let names = bridges.names.iter();
        let names = names.filter(|(name, _)| is_called_here(name));
        let names = names.map(|(name, own)| format!("{name}={own}"));
        Self {
            words: texts,
            postings: postings.join(" "),
            plurals: plurals.collect::<Vec<_>>().join(" "),
            names: names.collect::<Vec<_>>().join("|"),
        }
    }
}

/// Adds a word: how many characters it has in common with the one before, as a letter from `A`, and the rest. Folded words
/// have no capital letters.
fn push_word(texts: &mut String, before: &str, word: &str) {
    let pairs = before.chars().zip(word.chars());
    let same = pairs.take_while(|(one, other)| one == other);
    let same = same.map(|(c, _)| c.len_utf8()).take(26 - 1);
    let (mut length, mut shared) = (0, b'A');
    for bytes in same {
        length += bytes;
        shared += 1;
    }
    texts.push(char::from(shared));
    texts.push_str(&word[length..]);
}

/// Cuts an index by the alphabet into parts of about one size. A word is in every part in which one of its forms, without the
/// article, has its place.
pub(super) fn cut(
    words: &[Word],
    bridges: &Bridges,
    language: &str,
    parts: usize,
) -> (Vec<String>, Vec<Part>) {
    let mut keys: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, word) in words.iter().enumerate() {
        let forms = Forms::of_language(language, word.text);
        let own: BTreeSet<_> = forms
            .all()
            .map(|form| without_article(form).to_owned())
            .collect();
        for key in own {
            keys.entry(key).or_default().push(number);
        }
    }
    let size = |numbers: &[usize]| -> usize {
        let sizes = numbers.iter().map(|number| &words[*number]);
        sizes
            .map(|word| word.text.len() + word.postings.len())
            .sum()
    };
    let whole: usize = keys.values().map(|numbers| size(numbers)).sum();
    let mut bounds = Vec::new();
    let mut members = vec![BTreeSet::new(); parts];
    let mut before = 0;
    for (key, numbers) in &keys {
        // Where its beginning lies decides: no key is in two parts, and some parts may be empty.
        let at = (before * parts / whole.max(1)).min(parts - 1);
        bounds.resize_with(at.max(bounds.len()), || key.clone());
        members[at].extend(numbers.iter().copied());
        before += size(numbers);
    }
    bounds.resize_with(parts - 1, || "\u{FFFF}".to_owned());
    let place =
        |word: &str| bounds.partition_point(|bound| bound.as_str() <= without_article(word));
    let parts = members.into_iter().enumerate().map(|(at, members)| {
        let words = members.iter().map(|number| &words[*number]);
        Part::of(words, bridges, language, |word| place(word) == at)
    });
    let parts = parts.collect();
    (bounds, parts)
}
