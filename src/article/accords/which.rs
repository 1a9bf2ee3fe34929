//! Which agreement it is, where no parties say so: the words behind its head to the end of their phrase.

use std::collections::BTreeMap;

use super::head::{Count, Head};
use super::subject::{SUBJECTS, is_signed, subject};
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::words::{Word, is_definite};
use crate::article::{bodies, dates, figures, places};

/// The names of bodies and places by their first word, each with the word behind it.
type Names = BTreeMap<usize, usize>;

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

/// The word at which a phrase goes on, if it is of a kind.
fn is_next(words: &[Word<'_>], at: usize, is_right: &dyn Fn(&str) -> bool) -> bool {
    let word = words.get(at).filter(|word| word.is_adjacent());
    word.is_some_and(|word| is_right(&word.folded))
}

/// Where a phrase ends that a head governs, and whether its last noun says which one it is: «تطوير حقل النوخذة البحري», «تشجيع وحماية
/// الاستثمارات المتبادلة», «باريس للمناخ», and not «شراكة استراتيجية».
fn phrase(words: &[Word<'_>], behind: usize, named: &Names) -> (usize, bool) {
    if is_verb(words, behind) {
        return (behind, false);
    }
    let mut at = behind;
    while at < behind + NOUNS
        && words
            .get(at)
            .is_some_and(|word| is_free(word) && (at == behind || !word.folded.starts_with("لل")))
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
            is_relative(word) && !is_definite(word)
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
fn adjectives(words: &[Word<'_>], from: usize) -> usize {
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
fn purpose(words: &[Word<'_>], from: usize, named: &Names) -> usize {
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
    // «في مجال الرياضة»
    let is_field = is_next(words, end, &|word| word == "في")
        && is_next(words, end + 1, &|word| word == "مجال")
        && is_next(words, end + 2, &is_definite);
    if is_field { end + 3 } else { end }
}

/// Where the words end that say which agreement it is, without parties: «اتفاقية لاهاي», «بروتوكول تعاون» where it is signed.
pub(super) fn specified(
    words: &[Word<'_>],
    from: usize,
    head: &Head,
    named: &Names,
) -> Option<usize> {
    let behind = head.behind;
    let next = words.get(behind).filter(|word| word.is_adjacent());
    let is_pair = behind == from + 2;
    if let Some(end) = next.and_then(|_| named.get(&behind)) {
        // «واشنطن» begins with its own letter.
        let is_particle = words[behind].is_joined() && !places::is_name(&words[behind].folded);
        if !head.is_defined && !is_pair && !is_particle {
            let (to, _) = phrase(words, behind, named);
            let to = to.max(*end);
            // «اتفاقية الأمم المتحدة لمكافحة الفساد» is one of many, «اتفاقية لاهاي» is not.
            let is_of_body = *end > behind + 1 || is_definite(&words[behind].folded);
            let is_known = !head.is_open || ends(words, to);
            return is_known.then(|| {
                if is_of_body {
                    purpose(words, to, named)
                } else {
                    to
                }
            });
        }
    }
    if head.is_open {
        return dated(words, behind);
    }
    if head.count == Count::Many {
        // «اتفاقيات الهدنة لعام 1949»
        let (end, is_led) = phrase(words, behind, named);
        let is_of_year = is_led && words.get(end).is_some_and(|word| is("years", &word.folded));
        if is_of_year && !head.is_defined {
            return Some(end);
        }
        let is_named = head.is_defined && next.is_some_and(|next| is("names", &next.folded));
        return is_named.then_some(behind + 1);
    }
    if let Some(end) = told_of(words, behind, head.is_defined) {
        return Some(end);
    }
    if head.is_defined {
        return treaty(words, behind, named);
    }
    if let Some(end) = dated(words, behind) {
        return Some(end);
    }
    // «اتفاق وقف العدائيات», «اتفاقية تجنب الازدواج الضريبي»: a construct that has the article is one that is known.
    let is_construct = |next: &Word<'_>| {
        !is_pair
            && !is_word("particles", next)
            && !next.folded.starts_with("لل")
            && (!next.is_joined() || !is_definite(next.unjoined()))
    };
    if next.is_some_and(is_construct) {
        let (mut end, is_led) = phrase(words, behind, named);
        if head.count == Count::Two
            && words
                .get(end)
                .is_some_and(|word| word.is_joined() && word.is_adjacent())
        {
            end = named.get(&end).copied().unwrap_or(end + 1);
        }
        let is_known = end > behind + 1
            || next
                .is_some_and(|next| is("treaties", &next.folded) || is("treaties", bare_of(next)));
        // «اتفاقية الشراكة الخاصة بتزويد السهل»
        let relating = end == behind + 1 && is_next(words, end, &|word| is("relating", word));
        if is_led && relating {
            end = purpose(words, end, named);
        }
        if is_led && (is_known || relating) {
            return Some(end);
        }
    }
    if head.kind == "بيان مشترك" && is_pair {
        return Some(behind);
    }
    // One that is new is signed, somewhere in the sentence before or just behind.
    if !is_signed(words, from) {
        return None;
    }
    // «مذكرة تفاهم رباعية»
    if is_pair && next.is_some_and(|next| is_relative(&next.folded) && !is_definite(&next.folded)) {
        return Some(behind + 1);
    }
    if is_pair || next.is_some_and(|next| SUBJECTS.contains(&next.folded.as_str())) {
        return Some(behind);
    }
    let next = next.filter(|next| !is_word("particles", next) && !is("stops", &next.folded))?;
    if next.folded.starts_with('ل') {
        // «اتفاق لوقف إطلاق النار», «اتفاق للتبادل التجاري»
        let most = if next.folded.starts_with("لل") {
            2
        } else {
            3
        };
        // «بروتوكول لتمليك 67 ألف هكتار»: a number goes with what it counts.
        return subject(words, behind).map(|range| {
            let end = range.end.min(behind + most);
            let counted = (behind..end).find_map(|at| figures::end(words, at));
            counted.map_or(end, |counted| counted.max(end).min(range.end))
        });
    }
    Some(phrase(words, behind, named).0)
}

fn bare_of<'a>(word: &'a Word<'_>) -> &'a str {
    crate::article::words::bare(&word.folded)
}

/// Whether a name is at its end: «إعلان جدة الموقع», and not «إعلان موسكو استعدادها».
fn ends(words: &[Word<'_>], at: usize) -> bool {
    words.get(at).is_none_or(|word| {
        !word.is_adjacent()
            || word.is_joined()
            || is("signed", &word.folded)
            || is("stops", &word.folded)
            || is("years", &word.folded)
            || SUBJECTS[..3].contains(&word.folded.as_str())
            || is("particles", &word.folded)
                && !["ان", "عن", "انه", "انها"].contains(&&*word.folded)
    })
}

/// «اتفاق 26 أبريل 2011», «اتفاقي 10 و26 دجنبر 2023»: by the day on which it was made.
fn dated(words: &[Word<'_>], behind: usize) -> Option<usize> {
    const REACH: usize = 10;
    let is_day = |at: usize| words.get(at).is_some_and(Word::is_adjacent);
    let is_number = words.get(behind)?.is_number() && is_day(behind);
    let near = &words[behind..words.len().min(behind + REACH)];
    let all = dates::dates(near);
    let of = |at: usize| {
        let date = all.iter().find(|date| date.from + behind == at);
        date.map(|date| date.to + behind)
    };
    let end = of(behind).or_else(|| of(behind + 1).filter(|_| is_number && is_day(behind + 1)));
    end.filter(|_| is_day(behind))
}

/// Where the words end that tell which agreement it is before it is said that it was made: «البروتوكول الصحي المغاربي الموقع بطرابلس»,
/// «اتفاقية حماية التراث الثقافي التي اعتمدتها».
fn told_of(words: &[Word<'_>], behind: usize, is_defined: bool) -> Option<usize> {
    const MOST: usize = 6;
    let is_part = |word: &Word<'_>| {
        word.is_adjacent()
            && (!is_word("particles", word) || ["غير", "في"].contains(&word.folded.as_str()))
            && !is("signing", &word.folded)
    };
    let count = words.iter().skip(behind).take(MOST);
    let count = count
        .take_while(|word| is_part(word) && !is("signed", &word.folded))
        .count();
    let end = behind + count;
    let next = words
        .get(end)
        .filter(|word| word.is_adjacent() && count > 0)?;
    let is_all_defined = words[behind..end]
        .iter()
        .all(|word| is_definite(&word.folded));
    if is("signed", &next.folded) {
        let is_between = is_next(words, end + 1, &|word| word == "بين")
            && is_next(words, end + 2, &|word| is("generic-parties", word));
        let end = if is_between { end + 3 } else { end };
        return (is_all_defined || !is_defined).then_some(end);
    }
    let is_relative = ["التي", "الذي"].contains(&next.folded.as_str());
    let is_made = words
        .get(end + 1)
        .is_some_and(|verb| is("adopted", &verb.folded));
    (is_relative && is_made).then_some(end)
}

/// «الاتفاقية الدولية لمكافحة تعاطي المنشطات في مجال الرياضة», «مذكرة التفاهم الليبية الأمريكية»: of states, and about something or of two
/// of them; «الاتفاق الإطاري», «الاتفاق النووي»: by a word that says which.
fn treaty(words: &[Word<'_>], behind: usize, named: &Names) -> Option<usize> {
    let next = words.get(behind).filter(|word| word.is_adjacent())?;
    // «البروتوكول الموقع بين الطرفين»
    let is_told = is("signed", &next.folded)
        && is_next(words, behind + 1, &|word| word == "بين")
        && is_next(words, behind + 2, &|word| is("generic-parties", word));
    if is_told {
        return Some(behind + 3);
    }
    // «الاتفاق الموقع سنة 2002»
    let is_of_year =
        is("signed", &next.folded) && is_next(words, behind + 1, &|word| is("years", word));
    if is_of_year && words.get(behind + 2).is_some_and(Word::is_number) {
        return Some(behind + 3);
    }
    let end = adjectives(words, behind);
    let of_places = (behind..end).filter(|at| places::is_of_place(words, *at));
    let of_places = of_places.count();
    let for_what = purpose(words, end.max(behind), named);
    let is_of_states = is("of-states", &next.folded) || of_places > 0;
    let is_known = is_of_states && for_what > end || of_places > 1;
    if is_known && end > behind {
        return Some(for_what);
    }
    is("names", &next.folded).then_some(end.max(behind + 1))
}
