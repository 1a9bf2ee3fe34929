//! Subjects of an article: noun phrases of two words that come back, and those that the article announces as a subject («في مجال
//! الأمن الرقمي», «مكافحة الإرهاب»).

use std::collections::{BTreeMap, BTreeSet};

use super::lexicon::{is, is_relative, is_word};
use super::words::{Word, bare, is_definite};

/// A phrase at words `from` to `to` of one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// What is the same wherever the phrase stands.
    pub(super) key: String,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) is_announced: bool,
}

impl Found {
    /// The key without a particle that may be joined to its first word.
    fn shorter(&self) -> Option<&str> {
        let rest = self.key.strip_prefix(['ل', 'ب'])?;
        let is_noun = rest
            .split(' ')
            .next()
            .is_some_and(|noun| noun.chars().count() > 3);
        is_noun.then_some(rest)
    }

    /// The key of those chosen that the phrase goes by.
    pub(super) fn key_in(&self, chosen: &BTreeSet<String>) -> Option<&str> {
        let keys = [Some(self.key.as_str()), self.shorter()];
        keys.into_iter().flatten().find(|key| chosen.contains(*key))
    }
}

/// The most topics of an article.
pub(super) const MOST: usize = 25;

/// The phrases of a paragraph; words in `taken` belong to names.
pub(super) fn phrases(words: &[Word<'_>], taken: &BTreeSet<usize>) -> Vec<Found> {
    let mut all = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let (noun, second) = (&pair[0], &pair[1]);
        if taken.contains(&at) || taken.contains(&(at + 1)) || !second.is_adjacent() {
            continue;
        }
        let before = at
            .checked_sub(1)
            .map(|at| &words[at])
            .filter(|_| noun.is_adjacent());
        let is_field = before.is_some_and(|word| {
            word.readings()
                .iter()
                .any(|reading| is("fields", &reading.rest))
        });
        let readings = noun.readings();
        let definite = readings.iter().find(|reading| is_definite(&reading.rest));
        let is_known = |rest: &str| is("no-topic", rest) || is("stops", rest) || is("others", rest);
        if let Some(reading) = definite
            && is_definite(&second.folded)
            && is_quality(&second.folded)
            && !is_relative(&reading.rest)
            && !is_known(&reading.rest)
            && !is_known(&second.folded)
        {
            all.push(Found {
                key: format!("{} {}", bare(&reading.rest), bare(&second.folded)),
                from: at,
                to: at + 2,
                is_announced: is_field,
            });
        } else if is_definite(&second.folded)
            && !is_known(&second.folded)
            && !is_word("particles", noun)
            && definite.is_none()
            && !noun.is_number()
        {
            // A construct: «حفظ السلام», «أمن المعلوميات».
            let reading = readings
                .iter()
                .find(|reading| reading.particles != "س" && is("fields", &reading.rest));
            let rest = reading.map_or_else(|| noun.unjoined(), |reading| &reading.rest);
            let is_announced = before.is_some_and(|word| {
                word.readings()
                    .iter()
                    .any(|reading| ["مجال", "مجالات", "موضوع"].contains(&reading.rest.as_str()))
            });
            let is_fight = ["مكافحه", "محاربه", "حمايه"].contains(&rest);
            if !is_known(rest) && rest.chars().count() > 2 {
                all.push(Found {
                    key: format!("{rest} {}", bare(&second.folded)),
                    from: at,
                    to: at + 2,
                    is_announced: is_announced || is_fight,
                });
            }
        }
    }
    all
}

/// An adjective that makes a subject of a noun, and not «الكبيرة».
fn is_quality(rest: &str) -> bool {
    is_relative(rest) || is("adjectives", rest) || rest.ends_with('ه')
}

/// The keys that are subjects, most frequent first. A noun may begin with ل or ب, or have it joined to it: of the two readings
/// of «لتبادل الخبرات», the one that comes more often is meant.
pub(super) fn chosen<'a>(all: impl Iterator<Item = &'a Found>) -> Vec<String> {
    let mut counts: BTreeMap<String, (usize, bool, usize)> = BTreeMap::new();
    for (order, found) in all.enumerate() {
        for key in [Some(found.key.as_str()), found.shorter()]
            .into_iter()
            .flatten()
        {
            let entry = counts.entry(key.to_owned()).or_insert((0, false, order));
            entry.0 += 1;
            entry.1 |= found.is_announced;
        }
    }
    let is_reading_of_other = |key: &str, count: usize| {
        let longer = ['ل', 'ب'].map(|particle| counts.get(&format!("{particle}{key}")));
        longer
            .into_iter()
            .flatten()
            .any(|(other, ..)| *other == count)
    };
    let is_chosen = |(key, (count, is_announced, _)): &(&String, &(usize, bool, usize))| {
        (*count > 1 || *is_announced) && !is_reading_of_other(key, *count)
    };
    let mut chosen: Vec<_> = counts.iter().filter(is_chosen).collect();
    chosen.sort_by_key(|(_, (count, _, order))| (std::cmp::Reverse(*count), *order));
    chosen.truncate(MOST);
    chosen.into_iter().map(|(key, _)| key.clone()).collect()
}
