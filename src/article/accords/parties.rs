//! Whom an agreement binds, behind «مع» and «بين», and where their names end.

use std::collections::BTreeMap;
use std::ops::Range;

use super::head::head;
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::words::{Word, is_definite};
use crate::article::{bodies, places};

/// How many words may stand between the head and the parties.
const FARTHEST: usize = 8;

/// How many words of a party are in no list.
const LONGEST: usize = 3;

type Names = BTreeMap<usize, usize>;

/// The parties behind «مع» or «بين», where the last ends, and whether they are all: behind «بين».
pub(super) fn parties(
    words: &[Word<'_>],
    behind: usize,
    named: &Names,
) -> Option<(usize, Vec<Range<usize>>, bool)> {
    let reach = words.iter().enumerate().skip(behind).take(FARTHEST);
    // «في حزيران/ يونيو»
    let goes_on = |word: &Word<'_>| word.is_adjacent() || word.gap.trim() == "/";
    // «مذكرات تفاهم بينها مذكرة مع» goes on with another, «المبرمة بينها وبين الصندوق» does not.
    let mut reach = reach.take_while(|(at, word)| {
        let is_another = *at > behind + 1 && head(words, *at).is_some_and(|head| !head.is_open);
        let next = words.get(at + 1).map(|next| next.folded.as_str());
        let is_many = word.folded == "بينها" && next != Some("وبين");
        goes_on(word) && !is_another && !is_many
    });
    let (with, word) =
        reach.find(|(_, word)| ["مع", "بين", "وبين"].contains(&word.folded.as_str()))?;
    let is_between = word.folded == "بين";
    let mut parties: Vec<Range<usize>> = Vec::new();
    let mut at = with + 1;
    // «في المملكة ووزارة الصناعة في كازاخستان»
    let mut is_placed = false;
    while at < words.len() {
        let start = if parties.is_empty() {
            at
        } else {
            between(words, at, named)
        };
        let word = &words[start];
        let is_next = if parties.is_empty() {
            word.is_adjacent()
        } else {
            word.is_joined() && (word.is_near() || start > at || closes(word))
        };
        is_placed |= start > at && words[at].folded == "في";
        let is_second = is_between && parties.len() == 1 && word.is_adjacent();
        let party = Some(start).filter(|_| is_next);
        let Some((from, end)) =
            party.and_then(|at| party_at(words, at, named, parties.is_empty(), is_second))
        else {
            break;
        };
        parties.push(from..end);
        at = end;
        let is_more = |word: &Word<'_>| {
            let next = between(words, at, named);
            next > at
                || word.is_joined() && (named.contains_key(&at) || is_of_all(words, at).is_some())
        };
        if !is_between && !words.get(at).is_some_and(is_more) {
            break;
        }
    }
    let mut last = parties.last()?.end;
    // «بينها وبين الصندوق ذاته»
    let is_same = |word: &Word<'_>| {
        word.is_adjacent() && ["ذاته", "ذاتها", "نفسه", "نفسها"].contains(&word.folded.as_str())
    };
    last += usize::from(words.get(last).is_some_and(is_same));
    let place = named.get(&(last + 1)).filter(|_| {
        let word = words.get(last).filter(|word| word.is_adjacent());
        is_placed && word.is_some_and(|word| word.folded == "في")
    });
    Some((place.copied().unwrap_or(last), parties, is_between))
}

/// Whether quotation marks or brackets close before a word.
fn closes(word: &Word<'_>) -> bool {
    ["»", ")", "\"", "”"].contains(&word.gap.trim())
}

/// Where the next party begins behind what is said of the one before: «في المملكة», a short name in marks.
fn between(words: &[Word<'_>], at: usize, named: &Names) -> usize {
    let is_party = |at: usize| {
        words.get(at).is_some_and(|word| {
            word.is_joined() && (named.contains_key(&at) || is_of_all(words, at).is_some())
        })
    };
    let opens = words
        .get(at)
        .is_some_and(|word| word.gap.trim_start().starts_with(['«', '(', '"', '“']));
    if opens {
        let behind = (at + 1..at + 5).find(|at| words.get(*at).is_some_and(closes));
        return behind.filter(|at| is_party(*at)).unwrap_or(at);
    }
    let is_in = words
        .get(at)
        .is_some_and(|word| word.is_adjacent() && word.folded == "في");
    let place = named.get(&(at + 1)).copied().unwrap_or(at + 2);
    if is_in && is_party(place) { place } else { at }
}

/// «كل من», «عدد من»: the word behind it.
fn is_of_all(words: &[Word<'_>], at: usize) -> Option<usize> {
    let word = words.get(at)?;
    let is_all = ["كل", "كلا", "عدد"].contains(&word.unjoined())
        || ["وكل", "كل", "وكلا"].contains(&word.folded.as_str());
    let is_of = words
        .get(at + 1)
        .is_some_and(|of| of.folded == "من" && of.is_adjacent());
    (is_all && is_of).then_some(at + 2)
}

/// The words that name a party: what is named there, or a noun with the article and what describes it.
fn party_at(
    words: &[Word<'_>],
    at: usize,
    named: &Names,
    is_first: bool,
    is_second: bool,
) -> Option<(usize, usize)> {
    if let Some(behind) = is_of_all(words, at) {
        let (_, end) = party_at(words, behind, named, true, false)?;
        return Some((behind, end));
    }
    if let Some(end) = named.get(&at) {
        return Some((at, *end));
    }
    let word = words.get(at)?;
    let rest = word.unjoined();
    let is_noun = !is_definite(rest)
        && !is_word("particles", word)
        && !is("generic-parties", &word.folded)
        && !is_action(rest);
    let is_near = |at: usize| words.get(at).is_some_and(Word::is_adjacent);
    // «جماعة تيسة», «دول مجلس التعاون»
    let is_listed = ["towns", "realms", "members", "signing-areas"]
        .iter()
        .any(|list| is(list, rest));
    if let Some(end) = named
        .get(&(at + 1))
        .filter(|_| is_near(at + 1) && is_noun && is_listed)
    {
        return Some((at, *end));
    }
    if is("counterparts", rest) {
        return Some((at, counterpart(words, at + 1, named)));
    }
    if !is_first && !is_second {
        return None;
    }
    // «مجموعة سيمنز للطاقة» has no article.
    let noun = usize::from(is_noun);
    let is_part = |(offset, word): &(usize, &Word<'_>)| {
        let rest = if *offset == 0 && noun == 0 {
            word.unjoined()
        } else {
            &word.folded
        };
        is_definite(rest) && (*offset == 0 || word.is_adjacent()) && !is("stops", rest)
    };
    let count = words
        .iter()
        .skip(at + noun)
        .take(LONGEST)
        .enumerate()
        .take_while(is_part)
        .count();
    if count == 0 {
        return is_noun
            .then(|| indefinite(words, at, named))
            .flatten()
            .map(|end| (at, end));
    }
    if is("generic-parties", &word.folded) {
        return None;
    }
    let end = at + noun + count;
    // «الدول المنتجة للبترول»
    let is_object = words
        .get(end)
        .is_some_and(|word| word.is_adjacent() && word.folded.starts_with("لل"))
        && count > 1
        && words[end - 1].folded.starts_with("الم");
    Some((at, end + usize::from(is_object)))
}

/// Where «ثلاث مركزيات نقابية» ends, where one that is named follows («والاتحاد») or the clause ends.
fn indefinite(words: &[Word<'_>], at: usize, named: &Names) -> Option<usize> {
    let is_plain = |word: &&Word<'_>| word.is_adjacent() && !is_word("particles", word);
    let count = words.iter().skip(at + 1).take(LONGEST);
    let count = count
        .take_while(|word| is_plain(word) && !word.is_joined())
        .count();
    let end = at + 1 + count;
    let next = words.get(end);
    let is_led = next.is_some_and(|word| word.is_joined() && word.is_near());
    let is_ended = next.is_none_or(|word| !word.is_adjacent());
    let is_described = count > 0 && is_relative(&words[end - 1].folded);
    (is_led && named.contains_key(&end) || is_ended && is_described).then_some(end)
}

/// Where «نظيرتها الفرنسية جهة نورماندي» ends.
fn counterpart(words: &[Word<'_>], from: usize, named: &Names) -> usize {
    let is_near = |at: usize| words.get(at).filter(|word| word.is_adjacent());
    let count = words.iter().skip(from).take(2);
    let mut at = from
        + count
            .take_while(|word| word.is_adjacent() && is_definite(&word.folded))
            .count();
    // «نظيريه الياباني والأوزبكي»
    while at > from
        && is_near(at).is_some_and(|word| word.is_joined() && is_definite(word.unjoined()))
        && places::is_of_place(words, at)
    {
        at += 1;
    }
    if let Some(end) = named.get(&at).filter(|_| is_near(at).is_some()) {
        return *end;
    }
    // «جهة نورماندي», and a name of a person.
    if let Some(end) = named.get(&(at + 1)).filter(|_| is_near(at + 1).is_some())
        && is_near(at)
            .is_some_and(|word| is("towns", &word.folded) || is("signing-areas", &word.folded))
    {
        return *end;
    }
    let is_name = |word: &&Word<'_>| {
        word.is_adjacent()
            && !word.is_joined()
            && !is_word("particles", word)
            && !word.folded.starts_with(['ل', 'ب'])
    };
    let is_given = is_near(at)
        .is_some_and(|word| is("given", &word.folded) || bodies::is_foreign(&word.folded));
    at + if is_given {
        words.iter().skip(at).take(3).take_while(is_name).count()
    } else {
        0
    }
}

/// Whether a noun is of an action, which no party is: «مع تنفيذ».
fn is_action(rest: &str) -> bool {
    (bodies::is_abstract(rest) && !rest.ends_with('ه'))
        || is("purposes", rest)
        || is("actions", rest)
}
