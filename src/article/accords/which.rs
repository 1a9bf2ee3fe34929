//! Which agreement it is, where no parties say so: the words behind its head to the end of their phrase.

use super::head::{Count, Head};
use super::phrase::{Names, adjectives, is_next, phrase, purpose, said_for};
use super::subject::{SUBJECTS, is_signed, subject};
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::words::{Word, is_definite};
use crate::article::{dates, figures, places};

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
            // What «بشأن» says of «اتفاقية الكويت», which is known by its place, is no part of its name.
            let is_of_place = *end == behind + 1 && places::is_name(&words[behind].folded);
            return is_known.then(|| {
                if is_of_body && !is_of_place {
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
    is_signed(words, from)
        .then(|| new_one(words, behind, is_pair, named))
        .flatten()
}

/// Where the words end that name an agreement that is made: «مذكرة تفاهم رباعية», «اتفاق لوقف إطلاق النار».
fn new_one(words: &[Word<'_>], behind: usize, is_pair: bool, named: &Names) -> Option<usize> {
    let next = words.get(behind).filter(|word| word.is_adjacent());
    // «مذكرة تفاهم رباعية»
    if is_pair && next.is_some_and(|next| is_relative(&next.folded) && !is_definite(&next.folded)) {
        return Some(behind + 1);
    }
    if is_pair {
        return Some(said_for(words, behind, named));
    }
    if next.is_some_and(|next| SUBJECTS.contains(&next.folded.as_str())) {
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
    let (end, _) = phrase(words, behind, named);
    let is_plain = end == behind + 1;
    Some(if is_plain {
        said_for(words, end, named)
    } else {
        end
    })
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
    let mut for_what = purpose(words, end.max(behind), named);
    // «الاتفاقية الإطارية لمنظمة الصحة العالمية بشأن مكافحة التبغ»
    if named.values().any(|end| *end == for_what) && for_what > end {
        for_what = purpose(words, for_what, named);
    }
    let is_of_states = is("of-states", &next.folded) || of_places > 0;
    let is_known = is_of_states && for_what > end || of_places > 1;
    if is_known && end > behind {
        return Some(for_what);
    }
    is("names", &next.folded).then_some(end.max(behind + 1))
}
