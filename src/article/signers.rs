//! Who signs an agreement, where its sentence says so besides «مع» and «بين»: the subject of the verb before it («وقعت الوزارة مع
//! البنك اتفاقية»), or of a clause behind it («عقد أبرمه المجلس مع الشركة»).

use std::collections::BTreeMap;
use std::ops::Range;

use super::bodies;
use super::lexicon::is;
use super::words::{Word, is_definite};

/// How many words before an agreement its verb may stand.
const FARTHEST: usize = 60;

/// How many words a clause takes from its head to its verb, and from there to «مع».
const CLAUSE: usize = 4;
const REACH: usize = 12;

/// The names at which parties begin, each with the word behind it.
type Names = BTreeMap<usize, usize>;

/// Where the sentence begins in which a word stands, as far as it matters.
pub(super) fn sentence(words: &[Word<'_>], at: usize) -> usize {
    let near = at.saturating_sub(FARTHEST);
    let ends = |word: &Word<'_>| word.gap.contains(['.', '؟', '!', '؛', '…']);
    (near + 1..=at)
        .rev()
        .find(|at| ends(&words[*at]))
        .unwrap_or(near)
}

/// Those who sign in the sentence of an agreement, before it is named.
pub(super) fn before(words: &[Word<'_>], head: usize, named: &Names) -> Vec<Range<usize>> {
    let start = sentence(words, head);
    let verb = (start..head)
        .rev()
        .find(|at| is("signs", &words[*at].folded));
    let Some(verb) = verb else { return Vec::new() };
    let mut parties = chain(words, verb + 1, head, named);
    if parties.is_empty() && is_generic(words, verb + 1) {
        parties.push(verb + 1..verb + 2);
        let is_more = words.get(verb + 2).is_some_and(Word::is_joined);
        parties.extend(
            chain(words, verb + 2, head, named)
                .into_iter()
                .filter(|_| is_more),
        );
    }
    // «الجامعة … ووقعت مع الدار والمكتبة اتفاقا», «وقعت في 22 فبراير مع تركيا اتفاقية»
    let with = (verb + 1..head.min(verb + REACH)).find(|at| words[*at].folded == "مع");
    if let Some(with) = with.filter(|_| parties.is_empty()) {
        parties = subjects(words, start, verb, named);
        if parties.is_empty() {
            parties.extend(first(words, start, verb, named));
        }
        parties.extend(chain(words, with + 1, head, named));
        return parties;
    }
    let Some(last) = parties.last() else {
        return subjects(words, start, verb, named);
    };
    // «الهيئة مع البنك اتفاقية», «الاتحاد، الذي يوجد مقره بالرياض، والمجموعة اتفاقا»
    let mut at = last.end;
    while at < head {
        let is_with = words[at].folded == "مع";
        let is_late =
            words[at].is_joined() && !words[at].is_adjacent() && named.get(&at) == Some(&head);
        let more = if is_with {
            chain(words, at + 1, head, named)
        } else if is_late {
            chain(words, at, head, named)
        } else {
            Vec::new()
        };
        at = more.last().map_or(at + 1, |last| last.end);
        parties.extend(more);
    }
    parties
}

/// The parties of a clause behind an agreement, and where the last ends: «أبرمته السعودية مع عمان».
pub(super) fn of_clause(
    words: &[Word<'_>],
    behind: usize,
    named: &Names,
) -> Option<(usize, Vec<Range<usize>>)> {
    let near = words.iter().enumerate().skip(behind).take(CLAUSE);
    let mut near = near.take_while(|(_, word)| word.is_adjacent());
    let is_one = |(at, word): &(usize, &Word<'_>)| {
        let next = words.get(at + 1).filter(|word| word.is_adjacent());
        is("signed-by", &word.folded)
            || is("joins", &word.folded)
            || is("granted", &word.folded) && next.is_some_and(|next| next.folded == "من")
    };
    let (verb, word) = near.find(is_one)?;
    if is("joins", &word.folded) {
        return joined(words, verb + 1, named);
    }
    let verb = verb + usize::from(is("granted", &word.folded));
    let mut parties = chain(words, verb + 1, words.len(), named);
    let from = parties.last()?.end;
    let reach = words.iter().enumerate().skip(from).take(REACH);
    let with = reach
        .take_while(|(_, word)| word.is_near())
        .find(|(_, word)| word.folded == "مع");
    if let Some((with, _)) = with {
        parties.extend(chain(words, with + 1, words.len(), named));
    }
    Some((parties.last()?.end, parties))
}

/// The subjects of the clause that a statement opens: «في بيان مشترك، أسفت المجموعة والتحالف».
pub(super) fn of_opened(words: &[Word<'_>], to: usize, named: &Names) -> Vec<Range<usize>> {
    let is_open = words.get(to).is_some_and(|verb| verb.gap.trim() == "،");
    if is_open {
        chain(words, to + 1, words.len(), named)
    } else {
        Vec::new()
    }
}

/// Those whom «تجمع» and «تربط» join: «الباطرونا بمكتب التكوين المهني».
fn joined(words: &[Word<'_>], from: usize, named: &Names) -> Option<(usize, Vec<Range<usize>>)> {
    let reach = words.iter().enumerate().skip(from).take(REACH);
    let mut reach = reach.take_while(|(_, word)| word.is_adjacent());
    let is_other = |at: usize| words[at].folded.starts_with('ب') && named.contains_key(&at);
    let (other, _) = reach.find(|(at, _)| is_other(*at))?;
    let first = named.get(&from).map(|end| from..*end);
    let mut parties: Vec<Range<usize>> = first.into_iter().collect();
    parties.extend(chain(words, other, words.len(), named));
    Some((parties.last()?.end, parties))
}

/// The names that «و» joins to each other from a word on.
fn chain(words: &[Word<'_>], from: usize, limit: usize, named: &Names) -> Vec<Range<usize>> {
    let mut parties = Vec::new();
    let mut at = from;
    while let Some(end) = named.get(&at).filter(|end| **end <= limit) {
        let word = &words[at];
        let is_near = word.is_near() || [")", ")،", "»", "»،"].contains(&word.gap.trim());
        let is_next = parties.is_empty() || word.is_joined() && is_near;
        if !is_next {
            break;
        }
        parties.push(at..*end);
        at = behind_brackets(words, *end);
    }
    parties
}

/// The word behind a short name in brackets: «الوكالة الألمانية للتعاون الدولي (GIZ)».
fn behind_brackets(words: &[Word<'_>], at: usize) -> usize {
    const MOST: usize = 3;
    let is_open = words.get(at).is_some_and(|word| word.gap.trim() == "(");
    let rest = words.iter().enumerate().skip(at + 1).take(MOST);
    let mut rest = rest.filter(|(_, word)| is_open && word.gap.starts_with(')'));
    rest.next().map_or(at, |(at, _)| at)
}

/// The subjects that stand before their verb: «كان المغرب والاتحاد الأوروبي قد وقعا».
fn subjects(words: &[Word<'_>], start: usize, verb: usize, named: &Names) -> Vec<Range<usize>> {
    let is_particle = verb > start && ["قد", "ان"].contains(&words[verb - 1].folded.as_str());
    let mut end = verb - usize::from(is_particle);
    let mut parties = Vec::new();
    while let Some((from, _)) = named.range(start..end).rev().find(|(_, to)| **to == end) {
        parties.insert(0, *from..end);
        end = *from;
        if !words[end].is_joined() {
            break;
        }
    }
    parties
}

/// The subject of a sentence that goes on with «ووقعت»: the name behind its first verb, «كانت» before it or not.
fn first(words: &[Word<'_>], start: usize, verb: usize, named: &Names) -> Option<Range<usize>> {
    let (from, to) = named.range(start..verb).next()?;
    let is_subject = words[verb].is_joined() && *from <= start + 2;
    is_subject.then_some(*from..*to)
}

/// A body that was named before: «الوزارة».
fn is_generic(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| {
        word.is_adjacent() && is_definite(&word.folded) && bodies::is_head(&word.folded)
    })
}
