//! What somebody is quoted with, and who: the words in quotation marks behind a verb of speech, or before it, and the words between
//! the verb and the mark that say who spoke.

use std::ops::Range;

use super::bodies;
use super::lexicon::{is, is_word};
use super::words::{Word, words};

/// Words of somebody, in bytes of the paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) said: Range<usize>,
    /// Who says so: an office, a function, a name.
    pub(super) speaker: Range<usize>,
}

const MARKS: [(char, char); 3] = [('«', '»'), ('“', '”'), ('"', '"')];

/// The fewest words that are a quotation, and not a title or a word that is set apart.
const LEAST: usize = 4;

/// The most words between a verb and the quotation.
const FARTHEST: usize = 24;

/// Words between who speaks and what is said.
const LINKS: [&str; 12] = [
    "ان",
    "بان",
    "انه",
    "انها",
    "بانه",
    "بانها",
    "في",
    "خلال",
    "علي",
    "عقب",
    "لدي",
    "امس",
];

/// The quotations of a paragraph in their order. `people` are the bytes of names.
pub(super) fn quotations(text: &str, people: &[Range<usize>]) -> Vec<Found> {
    let words = words(text);
    spans(text)
        .into_iter()
        .filter_map(|said| {
            let speaker =
                speaker(&words, &said).or_else(|| named_before(text, &words, &said, people));
            let speaker = speaker.or_else(|| behind(text, &words, &said));
            Some(Found {
                speaker: with_name(text, speaker?, &said, people),
                said,
            })
        })
        .collect()
}

fn spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut rest = 0;
    while let Some((at, open)) = text.get(rest..).and_then(|tail| {
        tail.char_indices()
            .find(|(_, c)| MARKS.iter().any(|(open, _)| open == c))
    }) {
        let start = rest + at + open.len_utf8();
        let close = MARKS
            .iter()
            .find(|(mark, _)| *mark == open)
            .map(|(_, close)| *close);
        let Some(length) = close.and_then(|close| text.get(start..)?.find(close)) else {
            break;
        };
        let said = text.get(start..start + length).unwrap_or_default();
        if words(said).len() >= LEAST {
            let trimmed = said.trim_start();
            let from = start + said.len() - trimmed.len();
            spans.push(from..from + trimmed.trim_end_matches([' ', '،', '.']).len());
        }
        rest = start + length + close.map_or(1, char::len_utf8);
    }
    spans
}

/// Who says it where the verb is none of speech: the name right before the colon («الحكم الذي تلاه القاضي سهيل عبود: «…»»).
fn named_before(
    text: &str,
    words: &[Word<'_>],
    said: &Range<usize>,
    people: &[Range<usize>],
) -> Option<Range<usize>> {
    let is_right_before = |name: &&Range<usize>| {
        let between = text.get(name.end..said.start).unwrap_or_default();
        between.contains(':') && !between.contains(char::is_alphanumeric)
    };
    let name = people.iter().find(is_right_before)?;
    let at = words.partition_point(|word| word.range.start < name.start);
    let title = at.checked_sub(1).map(|at| &words[at]);
    let title = title.filter(|title| is("titles", &title.folded));
    Some(title.map_or(name.start, |title| title.range.start)..name.end)
}

/// The words that say who spoke to the end of a name that follows them, «الباحثة في الجامعة منى الخطيب», or that is among them:
/// «انتقد رئيس النادي إبراهيم أوبلا غياب الحكام».
fn with_name(
    text: &str,
    speaker: Range<usize>,
    said: &Range<usize>,
    people: &[Range<usize>],
) -> Range<usize> {
    let is_behind = |name: &&Range<usize>| {
        let between = text.get(speaker.end..name.start).unwrap_or_default();
        let is_open = between.matches('«').count() != between.matches('»').count();
        name.start >= speaker.end
            && name.end < said.start
            && !is_open
            && !between.contains(['،', ':', '.'])
            && words(between).len() < FARTHEST / 2
    };
    if let Some(name) = people.iter().find(is_behind) {
        return speaker.start..name.end;
    }
    let is_within = |name: &&Range<usize>| speaker.start <= name.start && name.end < speaker.end;
    let is_what_was_said_of = |name: &Range<usize>| {
        let rest = words(text.get(name.end..speaker.end).unwrap_or_default());
        rest.first().is_some_and(|word| {
            !word.is_joined() && !is_word("offices", word) && !is("titles", &word.folded)
        })
    };
    let last = people.iter().rfind(is_within);
    let end = last.filter(|name| is_what_was_said_of(name));
    speaker.start..end.map_or(speaker.end, |name| name.end)
}

/// Whether a word is whom it is said to: «لوكالة الأنباء», «للصحافة».
fn is_listener(word: &Word<'_>) -> bool {
    let readings = word.readings();
    let mut to = readings.iter().filter(|one| one.particles == "ل");
    to.any(|one| {
        !word.folded.starts_with("لل") && bodies::is_head(&one.rest) || is("media", &one.rest)
    })
}

/// Who says it where the verb follows: «…»، يقول رجل الأعمال إدريس بنهيمة.
fn behind(text: &str, words: &[Word<'_>], said: &Range<usize>) -> Option<Range<usize>> {
    let rest = &words[words.partition_point(|word| word.range.start < said.end)..];
    let skipped = usize::from(rest.first().is_some_and(|word| word.folded == "هكذا"));
    let verb = rest.get(skipped)?;
    let gap = text.get(said.end..rest.first()?.range.start)?;
    let is_next = gap.contains(['»', '”', '"']) && !gap.contains(['؟', '!', ':', '؛']);
    let is_verb = is("verbs-of-speech", &verb.folded) && !verb.folded.starts_with('و');
    let is_by = ["بحسب", "حسب", "وفق"].contains(&verb.folded.as_str());
    if !is_next || !is_verb && !is_by {
        return None;
    }
    let rest = rest.get(skipped + 1..)?;
    let ends = |word: &Word<'_>| {
        !word.is_adjacent()
            || LINKS.contains(&word.folded.as_str())
            || is("manners", &word.folded)
            || ["الذي", "التي", "الذين", "وهو", "وهي"].contains(&word.folded.as_str())
            || is_listener(word)
            || word.folded == "ل"
    };
    let count = rest
        .iter()
        .take(FARTHEST)
        .take_while(|word| !ends(word))
        .count();
    let last = rest.get(count.checked_sub(1)?)?;
    Some(rest.first()?.range.start..last.range.end)
}

/// The verb of speech of a sentence that goes on with «مضيفا أن», right before the quotation.
fn led(all: &[Word<'_>]) -> Option<usize> {
    const NEAR: usize = 6;
    let start = (1..all.len())
        .rev()
        .find(|at| all[*at].gap.contains(['.', '؟', '!']))
        .unwrap_or(0);
    let near = all.len().saturating_sub(NEAR).max(start);
    let is_led = all[near..].iter().any(|word| is("manners", &word.folded));
    (start..near).find(|at| is_led && is("verbs-of-speech", &all[*at].folded))
}

/// Who says it: behind the nearest verb of speech before it.
fn speaker(words: &[Word<'_>], said: &Range<usize>) -> Option<Range<usize>> {
    let all = &words[..words.partition_point(|word| word.range.end <= said.start)];
    let near = all.len().saturating_sub(FARTHEST);
    let verb = (near..all.len())
        .rev()
        .find(|at| is("verbs-of-speech", &all[*at].folded))
        .or_else(|| led(all))?;
    // Another sentence may have ended meanwhile; a name in quotation marks ends none.
    let mut depth = 0_usize;
    let is_apart = all[verb + 1..].iter().any(|word| {
        depth += word.gap.matches('«').count();
        let closed = word.gap.matches('»').count();
        let is_odd = closed > depth;
        depth = depth.saturating_sub(closed);
        is_odd || word.gap.contains(['.', '؟', '!'])
    });
    let first = all.get(verb + 1).filter(|_| !is_apart)?;
    let behind = &all[verb + 1..];
    // «ممثلة منظمة الصحة العالمية لدى اليمن»
    let is_sent = is("offices", &first.folded);
    let ends = |word: &Word<'_>| {
        LINKS.contains(&word.folded.as_str()) && !(is_sent && word.folded == "لدي")
            || is("manners", &word.folded)
            || is_listener(word)
            || word.folded == "ل"
            || word.gap.contains(['،', ':', '«', '؛'])
    };
    let count = behind
        .iter()
        .enumerate()
        .take_while(|(at, word)| *at == 0 || !ends(word))
        .count();
    let first_is_link = LINKS.contains(&first.folded.as_str());
    let last = behind
        .get(count.checked_sub(1)?)
        .filter(|_| !first_is_link)?;
    Some(first.range.start..last.range.end)
}
