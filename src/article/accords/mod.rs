//! Agreements in a paragraph: اتفاق, اتفاقية, مذكرة تفاهم, بروتوكول, بيان مشترك, with the parties behind «مع» or «بين». One that is
//! only spoken of again («الاتفاقية»), or of which there are several («مذكرات التفاهم»), is none.

mod head;
mod parties;
mod phrase;
mod signers;
mod subject;
mod which;

use std::collections::BTreeMap;
use std::ops::Range;

use head::{CONTRACT, head};
pub(super) use head::{is_called, name};
use parties::parties;
use subject::{is_signed, subject};

use super::lexicon::is;
use super::words::{Word, bare};

/// An agreement: words `from` to `to`.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) from: usize,
    pub(super) to: usize,
    /// What it is called: «مذكرة تفاهم».
    pub(super) kind: &'static str,
    /// The word behind that, which tells one from another of the same parties.
    pub(super) which: String,
    /// The words that name each party.
    pub(super) parties: Vec<Range<usize>>,
    /// The words that say what it is about.
    pub(super) subject: Option<Range<usize>>,
}

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

fn at_word(words: &[Word<'_>], from: usize, named: &BTreeMap<usize, usize>) -> Option<Found> {
    let head = head(words, from)?;
    let (behind, kind, is_defined) = (head.behind, head.kind, head.is_defined);
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
        || before.is_some_and(|word| is("no-such", &word.folded))
    {
        return None;
    }
    let said = signers::of_clause(words, behind, named);
    let said = said.map(|(to, parties)| (to, parties, true));
    let parties_of = || parties(words, behind, named);
    let is_told = || {
        let relates = words
            .get(behind + 1)
            .is_some_and(|word| is("relating", &word.folded));
        relates || parties_of().is_some() || signers::before(words, from, named).len() > 1
    };
    // «العقد» is one that was spoken of, «العقد المبرم بين الهيئة والشركة» is told of.
    let is_again = is_defined
        && !words
            .get(behind)
            .is_some_and(|word| is("signed", &word.folded));
    if said.is_none() && kind == CONTRACT && (is_again || !is_signed(words, from) || !is_told()) {
        return None;
    }
    let (mut to, mut parties, is_all) = match said.or_else(parties_of) {
        Some((to, parties, is_all)) => (to, parties, is_all),
        None => (
            which::specified(words, from, &head, named)?,
            Vec::new(),
            false,
        ),
    };
    if !is_all {
        // Whoever signs it is the other party.
        // «وأقر المجلس الاتفاقية المبرمة مع البنك» does not say by whom.
        let is_passive = words[behind..to]
            .iter()
            .any(|word| is("signed", &word.folded));
        let mut signers = if is_passive {
            Vec::new()
        } else {
            signers::before(words, from, named)
        };
        if kind == "بيان مشترك" && signers.is_empty() && parties.is_empty() {
            signers = signers::of_opened(words, to, named);
        }
        let others = std::mem::replace(&mut parties, signers);
        parties.extend(others);
        if parties.is_empty() {
            parties = signers::of_relative(words, to, named);
        }
    }
    // «رقم 87 لسنة 1948»
    while words.get(to).is_some_and(|word| {
        word.is_adjacent() && (is("years", &word.folded) || word.folded == "رقم")
    }) && words
        .get(to + 1)
        .is_some_and(|number| number.is_number() && number.is_adjacent())
    {
        to += 2;
    }
    let is_which = |word: &&Word<'_>| {
        behind < to
            && !["signed", "signed-by", "particles", "names"]
                .iter()
                .any(|list| is(list, &word.folded))
    };
    let which = words.get(behind).filter(is_which);
    let which = which.map_or(String::new(), |word| bare(&word.folded).to_owned());
    Some(Found {
        from,
        to,
        kind,
        which,
        parties,
        subject: subject(words, to),
    })
}
