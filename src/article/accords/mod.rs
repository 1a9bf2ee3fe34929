//! Agreements in a paragraph: اتفاق, اتفاقية, مذكرة تفاهم, بروتوكول, بيان مشترك, with the parties behind «مع» or «بين». One that is
//! only spoken of again («الاتفاقية»), or of which there are several («مذكرات التفاهم»), is none.

mod subject;
mod which;

use std::collections::BTreeMap;
use std::ops::Range;

use subject::{is_signed, subject};

use super::lexicon::{is, is_word};
use super::signers;
use super::words::{Word, bare, is_definite, without_particles};

/// An agreement: words `from` to `to`.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    /// What it is called: «مذكرة تفاهم».
    pub(super) kind: &'static str,
    /// The words that name each party.
    pub(super) parties: Vec<Range<usize>>,
    /// The words that say what it is about.
    pub(super) subject: Option<Range<usize>>,
}

/// Ways to begin, in one spelling, each with the kind. A word may have the article.
const HEADS: [(&str, &str, &str); 13] = [
    ("مذكره", "تفاهم", "مذكرة تفاهم"),
    ("مذكره", "التفاهم", "مذكرة تفاهم"),
    ("مذكره", "تعاون", "مذكرة تعاون"),
    ("بيان", "مشترك", "بيان مشترك"),
    ("بيانا", "مشتركا", "بيان مشترك"),
    ("البيان", "المشترك", "بيان مشترك"),
    ("اعلان", "مشترك", "إعلان مشترك"),
    ("اعلان", "نوايا", "إعلان نوايا"),
    ("اعلانا", "مشتركا", "إعلان مشترك"),
    ("عقد", "شراكه", "عقد شراكة"),
    ("بلاغ", "مشترك", "بلاغ مشترك"),
    ("خطاب", "نوايا", "خطاب نوايا"),
    ("مذكرتي", "تفاهم", "مذكرة تفاهم"),
];

const SINGLE: [(&str, &str); 8] = [
    ("اتفاق", "اتفاق"),
    ("اتفاقا", "اتفاق"),
    ("اتفاقيه", "اتفاقية"),
    ("بروتوكول", "بروتوكول"),
    ("بروتوكولا", "بروتوكول"),
    ("معاهده", "معاهدة"),
    // Every contract is one, and only those that say who made them are told of.
    ("عقد", CONTRACT),
    ("عقدا", CONTRACT),
];

const CONTRACT: &str = "عقد";

/// How many words may stand between the head and the parties.
const FARTHEST: usize = 7;

/// The agreements of a paragraph. `named` are the bodies and places in it.
pub(super) fn accords(words: &[Word<'_>], named: &[Range<usize>]) -> Vec<Found> {
    // Of what begins at a word, the longest.
    let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
    for range in named {
        let end = ends.entry(range.start).or_default();
        *end = range.end.max(*end);
    }
    let mut all: Vec<Found> = Vec::new();
    for at in 0..words.len() {
        if all.last().is_some_and(|last| at < last.to) {
            continue;
        }
        all.extend(at_word(words, at, &ends));
    }
    all
}

fn head(words: &[Word<'_>], at: usize) -> Option<(usize, &'static str, bool)> {
    for reading in words[at].readings() {
        let is_defined = is_definite(&reading.rest);
        let bare = if is_defined {
            &reading.rest["ال".len()..]
        } else {
            &reading.rest
        };
        let next = words.get(at + 1).filter(|word| word.is_adjacent());
        if let Some(next) = next {
            let pair = HEADS.iter().find(|(first, second, _)| {
                (*first == reading.rest || *first == bare) && *second == next.folded
            });
            if let Some((_, second, kind)) = pair {
                return Some((at + 2, kind, is_definite(second)));
            }
        }
        if let Some((_, kind)) = SINGLE.iter().find(|(word, _)| *word == bare) {
            return Some((at + 1, kind, is_defined));
        }
    }
    None
}

/// What an agreement is called: its words without the particles that are joined to the first («لاتفاق ثقافي»).
pub(super) fn name(first: &Word<'_>, quote: &str) -> String {
    let is_head = |rest: &str| {
        let rest = bare(rest);
        SINGLE.iter().any(|(word, _)| *word == rest)
            || HEADS
                .iter()
                .any(|(word, ..)| *word == rest || bare(word) == rest)
    };
    let readings = first.readings();
    let reading = readings.iter().find(|one| is_head(&one.rest));
    let others = quote.split_once(' ').map(|(_, others)| others);
    match (reading, others) {
        (Some(reading), Some(others)) => {
            format!("{} {others}", without_particles(first.text, reading))
        }
        _ => quote.to_owned(),
    }
}

fn at_word(words: &[Word<'_>], from: usize, named: &BTreeMap<usize, usize>) -> Option<Found> {
    let (behind, kind, is_defined) = head(words, from)?;
    // «وهي اتفاقية تكمل مذكرة تفاهم» is said of one.
    let is_said = from > 0 && ["هي", "وهي", "هو", "وهو"].contains(&&*words[from - 1].folded);
    if is_said && words[from].is_adjacent() {
        return None;
    }
    let before = from
        .checked_sub(1)
        .map(|at| &words[at])
        .filter(|_| words[from].is_adjacent());
    // «تم الاتفاق مع الوزارة على» is an act, «هذا الاتفاق» one that was spoken of.
    if before.is_some_and(|word| {
        ["تم", "يتم", "جري", "هذا", "هذه", "تلك", "ذلك", "وتم"].contains(&word.folded.as_str())
    }) && is_defined
    {
        return None;
    }
    let said = signers::of_clause(words, behind, named);
    let said = said.map(|(to, parties)| (to, parties, true));
    let parties_of = || parties(words, behind, named);
    if said.is_none()
        && kind == CONTRACT
        && (is_defined || !is_signed(words, from) || parties_of().is_none())
    {
        return None;
    }
    let (mut to, mut parties, is_all) = match said.or_else(parties_of) {
        Some((to, parties, is_all)) => (to, parties, is_all),
        None => (
            which::specified(words, from, behind, is_defined, named)?,
            Vec::new(),
            false,
        ),
    };
    if !is_all {
        // Whoever signs it is the other party.
        let signers = signers::before(words, from, named);
        let others = std::mem::replace(&mut parties, signers);
        parties.extend(others);
    }
    if let Some(year) = words
        .get(to + 1)
        .filter(|_| ["لسنه", "سنه", "لعام", "عام"].contains(&words[to].folded.as_str()))
    {
        to += if year.is_number() && words[to].is_adjacent() {
            2
        } else {
            0
        };
    }
    Some(Found {
        from,
        to,
        kind,
        parties,
        subject: subject(words, to),
    })
}

/// The parties behind «مع» or «بين», where the last ends, and whether they are all: behind «بين».
fn parties(
    words: &[Word<'_>],
    behind: usize,
    named: &BTreeMap<usize, usize>,
) -> Option<(usize, Vec<Range<usize>>, bool)> {
    let reach = words.iter().enumerate().skip(behind).take(FARTHEST);
    let mut reach =
        reach.take_while(|(at, word)| *at == behind && word.is_adjacent() || word.is_adjacent());
    let (with, word) = reach.find(|(_, word)| ["مع", "بين"].contains(&word.folded.as_str()))?;
    let is_between = word.folded == "بين";
    let mut parties: Vec<Range<usize>> = Vec::new();
    let mut at = with + 1;
    while let Some(word) = words.get(at) {
        let is_next = parties.is_empty() && word.is_adjacent()
            || !parties.is_empty() && word.is_joined() && word.is_near();
        if !is_next {
            break;
        }
        // «جماعة تيسة»
        let town = named.get(&(at + 1)).filter(|_| {
            ["towns", "realms"]
                .iter()
                .any(|list| is(list, word.unjoined()))
        });
        let end = match named.get(&at).or(town) {
            Some(end) => *end,
            // One that is in no list: words with the article, up to three.
            None if parties.is_empty() => {
                let is_part = |(offset, word): &(usize, &Word<'_>)| {
                    is_definite(&word.folded)
                        && (*offset == 0 || word.is_adjacent())
                        && !is("stops", &word.folded)
                };
                // «مجموعة سيمنز للطاقة» has no article.
                let noun = usize::from(
                    !is_definite(&word.folded)
                        && !is_word("particles", word)
                        && !is("generic-parties", &word.folded),
                );
                let count = words
                    .iter()
                    .skip(at + noun)
                    .take(3)
                    .enumerate()
                    .take_while(is_part)
                    .count();
                if count == 0 || is("generic-parties", &word.folded) {
                    break;
                }
                at + noun + count
            }
            None => break,
        };
        parties.push(at..end);
        at = end;
        if !is_between
            && !words
                .get(at)
                .is_some_and(|word| word.is_joined() && named.contains_key(&at))
        {
            break;
        }
    }
    let last = parties.last()?.end;
    Some((last, parties, is_between))
}
