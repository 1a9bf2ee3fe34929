//! The phrases that tell one agreement from another: the words that its head governs, their adjectives, and what it is for.

use std::collections::BTreeMap;

use super::subject::SUBJECTS;
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::words::{Word, is_definite};
use crate::article::{bodies, places};

/// The names of bodies and places by their first word, each with the word behind it.
pub(super) type Names = BTreeMap<usize, usize>;

/// The most words of a phrase before its end, and the most adjectives of one.
const NOUNS: usize = 4;
const ADJECTIVES: usize = 4;

/// Whether a verb follows that an agreement is the subject of: «تكمل», «ينص».
fn is_verb(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_some_and(|word| {
        let rest = word.folded.as_str();
        word.is_adjacent()
            && rest.starts_with(['ت', 'ي'])
            && (3..6).contains(&rest.chars().count())
            && !bodies::is_abstract(rest)
            && !is("signing", rest)
            && !SUBJECTS.contains(&rest)
            && !is("no-verbs", rest)
            && !is("actions", rest)
    })
}

/// Whether a word may be of the phrase that names an agreement.
fn is_free(word: &Word<'_>) -> bool {
    word.is_adjacent()
        && !is_word("particles", word)
        && !is("stops", &word.folded)
        && !is("signing", &word.folded)
        && !is("signed", &word.folded)
        && !is("generic-parties", &word.folded)
        && !SUBJECTS.contains(&word.folded.as_str())
        && !word.is_number()
}

/// Whether «ل» opens what something is for: «للصيد», «لبطولة», and not «لجنة».
fn is_for(word: &Word<'_>) -> bool {
    word.folded.starts_with('ل') && !is("with-lam", &word.folded) && !places::is_name(&word.folded)
}

/// The word at which a phrase goes on, if it is of a kind.
pub(super) fn is_next(words: &[Word<'_>], at: usize, is_right: &dyn Fn(&str) -> bool) -> bool {
    let word = words.get(at).filter(|word| word.is_adjacent());
    word.is_some_and(|word| is_right(&word.folded))
}

/// Where a phrase ends that a head governs, and whether its last noun says which one it is: «تطوير حقل النوخذة البحري», «تشجيع وحماية
/// الاستثمارات المتبادلة», «باريس للمناخ», and not «شراكة استراتيجية».
pub(super) fn phrase(words: &[Word<'_>], behind: usize, named: &Names) -> (usize, bool) {
    if is_verb(words, behind) {
        return (behind, false);
    }
    let mut at = behind;
    while at < behind + NOUNS
        && words
            .get(at)
            .is_some_and(|word| is_free(word) && (at == behind || !is_for(word)))
    {
        let word = &words[at];
        // «تشجيع وحماية الاستثمارات»
        let is_action = bodies::is_abstract(word.unjoined()) || is("actions", word.unjoined());
        if at > behind && word.is_joined() && (!is_action || is_definite(word.unjoined())) {
            break;
        }
        if let Some(end) = named.get(&at) {
            at = *end;
            break;
        }
        at += 1;
        if is_definite(&word.folded) {
            break;
        }
    }
    // «للتعاون»
    let is_for = |word: &str| word.starts_with("لل") && word.chars().count() > 4;
    let last = |at: usize| words[at - 1].folded.as_str();
    if at == behind + 1 && is_next(words, at, &is_for) {
        at += 1;
    }
    let is_led = at > behind
        && (is_definite(last(at))
            || last(at).starts_with("لل")
            || named.values().any(|end| *end == at));
    if is_led {
        at = adjectives(words, at);
    } else if at > behind {
        // A chain without an end says no more than its first word.
        let is_more = is_next(words, behind + 1, &|word| {
            !is_definite(word) && (is_relative(word) || is("unnaming", word))
        });
        at = behind + 1 + usize::from(is_more);
    }
    // «في المجال الجزائي»
    let is_field = is_next(words, at, &|word| word == "في")
        && is_next(words, at + 1, &|word| {
            ["المجال", "الماده", "الميدان"].contains(&word)
        })
        && is_next(words, at + 2, &|word| {
            is_definite(word) && is_relative(word)
        });
    (if is_field { at + 3 } else { at }, is_led)
}

/// Where the adjectives of a noun with the article end. Behind it, whatever has the article describes it, unless it is somebody: «المدينة
/// القديمة», «الدفاعي والاقتصادي».
pub(super) fn adjectives(words: &[Word<'_>], from: usize) -> usize {
    let is_adjective = |word: &str| {
        is_definite(word)
            && !is("stops", word)
            && !is("signed", word)
            && !is("granted", word)
            && !is("titles", word)
            && !is("offices", word)
            && (is_relative(word) || !bodies::is_head(word))
    };
    let mut at = from;
    while at < from + ADJECTIVES {
        let is_more = is_next(words, at, &is_adjective)
            || words.get(at).is_some_and(|word| {
                word.is_joined()
                    && word.is_adjacent()
                    && is_adjective(word.unjoined())
                    && is_relative(word.unjoined())
                    && is_relative(&words[at - 1].folded)
            });
        if !is_more {
            break;
        }
        at += 1;
    }
    at
}

/// Where the words end that say what an agreement is for: «لمكافحة الجريمة السيبرانية», «بشأن تغير المناخ».
pub(super) fn purpose(words: &[Word<'_>], from: usize, named: &Names) -> usize {
    let is_about = is_next(words, from, &|word| SUBJECTS[..3].contains(&word))
        || is_next(words, from, &|word| is("relating", word))
            && is_next(words, from + 1, &|word| word.starts_with('ب'));
    let is_for = is_next(words, from, &|word| {
        word.starts_with('ل') && word.chars().count() > 3 && !is("particles", word)
    });
    let start = from + usize::from(is_about);
    if !(is_about || is_for) || is("years", &words[from].folded) {
        return from;
    }
    let (end, is_led) = phrase(words, start, named);
    if !is_led {
        return from;
    }
    // «بمحطة تحلية مياه البحر سيدي رحال»: the place that it is about.
    let end = named
        .get(&end)
        .filter(|_| is_next(words, end, &places::is_name))
        .copied()
        .unwrap_or(end);
    // «في مجال الرياضة»
    let is_field = is_next(words, end, &|word| word == "في")
        && is_next(words, end + 1, &|word| word == "مجال")
        && is_next(words, end + 2, &is_definite);
    if is_field { end + 3 } else { end }
}

/// Where the words end that say what a new agreement is for, where nothing else tells it from others and the clause ends with them:
/// «مذكرة تفاهم حول السردين», «بروتوكول تعاون في مجال الطب عن بعد».
pub(super) fn said_for(words: &[Word<'_>], from: usize, named: &Names) -> usize {
    let is_field = is_next(words, from, &|word| word == "في")
        && is_next(words, from + 1, &|word| word == "مجال");
    let end = if is_field {
        phrase(words, from + 2, named).0
    } else {
        purpose(words, from, named)
    };
    let is_remote =
        is_next(words, end, &|word| word == "عن") && is_next(words, end + 1, &|word| word == "بعد");
    let end = if is_remote { end + 2 } else { end };
    let is_ended = words.get(end).is_none_or(|word| !word.is_adjacent());
    if is_ended { end } else { from }
}
