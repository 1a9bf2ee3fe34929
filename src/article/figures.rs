//! Numbers in a paragraph with what they count or measure: «120 مليون أورو», «3,8 في المائة», «26 لاعبا».

use std::collections::BTreeSet;

use super::lexicon::is_word;
use super::words::Word;

/// A number with its unit: words `from` to `to`, of which the number is `from` to `unit`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) unit: usize,
    pub(super) to: usize,
}

/// What multiplies a number.
const FACTORS: [&str; 10] = [
    "مليون",
    "مليونا",
    "ملايين",
    "مليار",
    "ملايير",
    "مليارات",
    "الف",
    "الاف",
    "الفا",
    "مليارا",
];

/// The figures of a paragraph. `dates` are words of dates.
pub(super) fn figures(words: &[Word<'_>], dates: &BTreeSet<usize>) -> Vec<Found> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = figure(words, at, dates);
        at = found.as_ref().map_or(at + 1, |found| found.to);
        all.extend(found);
    }
    all
}

/// Where the figure ends that begins at a word.
pub(super) fn end(words: &[Word<'_>], from: usize) -> Option<usize> {
    figure(words, from, &BTreeSet::new()).map(|found| found.to)
}

fn is_number(word: &Word<'_>) -> bool {
    let digits = word.folded.trim_start_matches(['و', 'ب', 'ل']);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

fn figure(words: &[Word<'_>], from: usize, dates: &BTreeSet<usize>) -> Option<Found> {
    let year = from.checked_sub(1).map(|at| words[at].unjoined());
    let is_year = year
        .is_some_and(|word| ["سنه", "عام", "لسنه", "لعام", "سنتي", "بسنه"].contains(&word))
        && words[from].folded.chars().count() == 4;
    if !is_number(&words[from]) || dates.contains(&from) || is_year {
        return None;
    }
    // «12.000», «2,5», «1 200 000».
    let mut unit = from + 1;
    while words.get(unit).is_some_and(|word| {
        let is_group = word.is_number() && word.text.chars().count() == 3;
        word.is_number() && [".", ",", "٫", "٬"].contains(&word.gap)
            || is_group && ["\u{A0}", "\u{202F}", " "].contains(&word.gap)
    }) {
        unit += 1;
    }
    let mut to = unit;
    while words
        .get(to)
        .is_some_and(|word| word.is_adjacent() && FACTORS.contains(&word.folded.as_str()))
    {
        to += 1;
    }
    let next = words.get(to);
    let is_percent = next.is_some_and(|word| word.gap.trim().starts_with('%'));
    let is_share = words.get(to..to + 2).is_some_and(|two| {
        two[0].folded == "في" && ["المائه", "المئه"].contains(&two[1].folded.as_str())
    });
    if is_share {
        to += 2;
    } else if let Some(noun) = next.filter(|word| {
        word.is_adjacent() && !is_word("particles", word) && !is_number(word) && !word.is_joined()
    }) {
        to += usize::from(!noun.folded.is_empty());
    }
    (to > unit || is_percent).then_some(Found { from, unit, to })
}
