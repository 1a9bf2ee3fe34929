//! Reserved names, valid slugs, and suggestions for misspelt names.

use super::likeness::difference;
use crate::arabic;
use crate::locale::{Text, text};

/// The key that says when an entry was last changed. A declared field of its name takes its place.
pub const UPDATED: &str = "updated";

/// Keys that every entry may carry besides its declared fields.
pub const STANDARD_KEYS: [&str; 11] = [
    "slug",
    "url",
    "redirect_from",
    "template",
    "draft",
    "publish",
    "expires",
    UPDATED,
    "sitemap",
    "search",
    "silence",
];

/// Keys that every entry may carry besides, where the site has several languages.
pub(crate) const TRANSLATION_KEYS: [&str; 3] = ["language", "translation_of", "translated_from"];

/// Names that templates find on every entry or page; a declared field cannot take one.
pub const RESERVED_FIELDS: [&str; 16] = [
    "id",
    "collection",
    "slug",
    "url",
    "permalink",
    "template",
    "content",
    "toc",
    "word_count",
    "reading_time",
    "feeds",
    "parent",
    "ancestors",
    "children",
    "prev",
    "next",
];

/// Names that templates find at top level; a collection cannot take one.
pub(crate) const RESERVED_COLLECTIONS: [&str; 5] = ["page", "paginator", "site", "loop", "body"];

/// How many names that nothing has are held against all that there are, each by its letters, where a site has thousands of both.
/// What is beyond is told without a name that may be meant.
pub(crate) const LIKENED: usize = 100;

/// The guesses at what names are meant as that one file, or one stage, makes.
#[derive(Debug, Default)]
pub struct Guesses {
    made: usize,
}

impl Guesses {
    /// Whether one more name is held against so many candidates. Against few, any number of names is.
    pub fn allow(&mut self, candidates: usize) -> bool {
        let are_many = candidates > LIKENED;
        let is_left = !are_many || self.made < LIKENED;
        self.made += usize::from(are_many && is_left);
        is_left
    }

    /// A hint that suggests the most similar candidate, if this name is held against them.
    pub(crate) fn did_you_mean<'a, C>(&mut self, word: &str, candidates: C) -> Option<Text>
    where
        C: IntoIterator<Item = &'a str, IntoIter: Clone>,
    {
        let near = self.nearest(word, candidates);
        near.map(|near| suggestion(word, near))
    }

    /// The candidate that is most similar to `word`, as [`nearest`] has it, if this name is held against them.
    pub(crate) fn nearest<'a, C>(&mut self, word: &str, candidates: C) -> Option<&'a str>
    where
        C: IntoIterator<Item = &'a str, IntoIter: Clone>,
    {
        let candidates = candidates.into_iter();
        // No more are counted than it takes to know that they are many.
        let count = candidates.clone().take(LIKENED + 1).count();
        self.allow(count)
            .then(|| nearest(word, candidates))
            .flatten()
    }
}

/// The candidate that is most similar to `word`, if one is similar enough.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let own = Letters::of(word);
    let distance = |candidate: &str| {
        if is_same_file(word, candidate) {
            return Some(1);
        }
        let is_worth_it = own.may_be_near(&Letters::of(candidate));
        is_worth_it.then(|| strsim::damerau_levenshtein(word, candidate))
    };
    candidates
        .into_iter()
        .filter_map(|candidate| Some((distance(candidate)?, candidate)))
        .filter(|(distance, candidate)| *distance <= most(word, candidate))
        .min_by_key(|(distance, candidate)| {
            (*distance, letters(word) != letters(candidate), *candidate)
        })
        .map(|(_, candidate)| candidate)
}

/// How often letters are in a word, with some of them counted as one. Most names can be told by it to be no slips of another,
/// in a fraction of what it takes to compare them.
struct Letters {
    counts: [u8; 32],
    length: usize,
}

impl Letters {
    fn of(word: &str) -> Self {
        let mut counts = [0_u8; 32];
        let mut length = 0;
        for c in word.chars() {
            let count = &mut counts[u32::from(c) as usize % 32];
            *count = count.saturating_add(1);
            length += 1;
        }
        Self { counts, length }
    }

    /// Whether so few letters differ that one word may be meant by the other. A letter in place of another counts twice here.
    fn may_be_near(&self, other: &Self) -> bool {
        let most = (self.length.max(other.length) / 3).max(1);
        let pairs = self.counts.iter().zip(&other.counts);
        let differing: usize = pairs
            .map(|(one, other)| usize::from(one.abs_diff(*other)))
            .sum();
        differing <= 2 * most
    }
}

/// Whether two paths name files of one name in two folders.
fn is_same_file(path: &str, other: &str) -> bool {
    let [name, of_other] = [path, other].map(|path| path.rsplit('/').next().unwrap_or(path));
    path != other && name == of_other && name.contains('.') && !name.starts_with("index.")
}

/// The letters of a word in their order: two that have been exchanged are a slip more common than one left out.
fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// How many letters may differ between names that one may be meant by the other. Files of one folder and one kind have much
/// in common that says nothing: another typeface is not a misspelt one.
fn most(word: &str, candidate: &str) -> usize {
    let length = |name: &str| name.chars().count();
    let longest = length(word).max(length(candidate));
    let is_file = [word, candidate].iter().all(|name| name.contains('.'));
    (longest / 3).clamp(
        usize::from(longest > 2),
        if is_file { 2 } else { usize::MAX },
    )
}

/// A hint that suggests the most similar candidate.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<Text> {
    nearest(word, candidates).map(|near| suggestion(word, near))
}

/// A hint that suggests a name in place of the word that is written. Where both look the same, it says in what they differ.
#[must_use]
pub fn suggestion(word: &str, name: &str) -> Text {
    match difference(word, name) {
        Some(difference) => text!("did-you-mean-differing", name, difference),
        None => text!("did-you-mean", name),
    }
}

/// Lower-case letters of any script and digits, with single hyphens between them: what a heading of that text would
/// have as its id. So of the ways to write an Arabic name (vowel signs, tatweel, Unicode forms) one alone is a slug.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && arabic::heading_id(text) == text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use std::cell::Cell;

    use super::{Guesses, LIKENED, Letters, most, nearest};

    proptest! {
        #[test]
        fn no_slip_is_passed_over(word in "[ab\u{628}\u{62a}c-]{0,12}", other in "[ab\u{628}\u{62a}c-]{0,12}") {
            let is_near = strsim::damerau_levenshtein(&word, &other) <= most(&word, &other);
            let may_be = Letters::of(&word).may_be_near(&Letters::of(&other));
            prop_assert!(may_be || !is_near, "{word} {other}");
        }
    }

    #[test]
    fn thousands_of_names_are_not_held_against_thousands() {
        let names = |letter| (0..5000).map(move |number| format!("{letter}-{number:04}"));
        let (wrong, known): (Vec<_>, Vec<_>) = (names('a').collect(), names('b').collect());
        // Each is counted, as far as it takes to know that they are many; and the first names are held against all.
        let most = (LIKENED + 1) * 5000 + LIKENED * 5000;
        for few in [5000, LIKENED] {
            let looked_at = Cell::new(0);
            let candidates = known[..few].iter().map(String::as_str);
            let candidates = candidates.inspect(|_| looked_at.set(looked_at.get() + 1));
            let mut guesses = Guesses::default();
            let near = wrong
                .iter()
                .map(|name| guesses.nearest(name, candidates.clone()));
            let found = near.flatten().count();
            assert!(found >= LIKENED);
            assert_eq!(found > LIKENED, few == LIKENED, "{found}");
            assert!(looked_at.get() <= most, "{}", looked_at.get());
        }
    }

    #[test]
    fn a_name_is_near_that_may_be_meant() {
        let files = ["fonts/Amiri-Regular.ttf", "fonts/NotoSans-Regular.ttf"];
        assert_eq!(nearest("fonts/NotoNaskh-Regular.ttf", files), None);
        assert_eq!(nearest("fonts/Amiri-Reguler.ttf", files), Some(files[0]));
        assert_eq!(nearest("titel", ["title", "slug"]), Some("title"));
        assert_eq!(nearest("mentoins", ["mentions"]), Some("mentions"));
        assert_eq!(nearest("x", ["title"]), None);
        assert_eq!(nearest("p9", ["p1"]), None);
    }
}
