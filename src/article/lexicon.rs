//! The word lists: what a word does in a sentence, by list.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::words::Word;
use crate::arabic::search::fold;

static LISTS: LazyLock<BTreeMap<&'static str, BTreeSet<String>>> = LazyLock::new(|| {
    let lines = rows(include_str!("lexicon.tsv"));
    let lists = lines.filter_map(|line| line.split_once('\t'));
    lists
        .map(|(name, words)| (name, words.split(' ').map(fold).collect()))
        .collect()
});

/// The lines of a table that are no remarks.
pub(super) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Whether a folded word is in a list.
pub(super) fn is(list: &str, folded: &str) -> bool {
    debug_assert!(LISTS.contains_key(list), "{list}");
    LISTS.get(list).is_some_and(|words| words.contains(folded))
}

/// Whether a word is in a list, with «و» or «ف» in front or without.
pub(super) fn is_word(list: &str, word: &Word<'_>) -> bool {
    is(list, &word.folded) || is(list, word.unjoined())
}

/// Whether a word is an adjective of relation by its shape: «الوطني», «العالمية».
pub(super) fn is_relative(rest: &str) -> bool {
    let letters = rest.chars().count();
    letters > 4
        && ["ي", "يه", "يين", "يون"]
            .iter()
            .any(|end| rest.ends_with(end))
}
