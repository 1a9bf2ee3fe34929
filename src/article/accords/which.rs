//! Which agreement it is, where no parties say so: the words behind its head to the end of their phrase.

use std::collections::BTreeMap;

use super::subject::{SUBJECTS, is_signed, subject};
use crate::article::bodies;
use crate::article::lexicon::{is, is_relative, is_word};
use crate::article::words::{Word, is_definite};

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
    })
}

/// Where a phrase ends that a head without the article governs: «تطوير حقل النوخذة البحري», «شراكة استراتيجية», «إطارية للتعاون الدفاعي
/// والاقتصادي», «باريس للمناخ».
fn phrase(words: &[Word<'_>], behind: usize, places: &BTreeMap<usize, usize>) -> usize {
    const MOST: usize = 3;
    if is_verb(words, behind) {
        return behind;
    }
    let is_next = |at: usize, is_right: &dyn Fn(&str) -> bool| {
        let word = words.get(at).filter(|word| word.is_adjacent());
        word.is_some_and(|word| is_right(&word.folded))
    };
    let is_free = |word: &Word<'_>| {
        word.is_adjacent()
            && !is_word("particles", word)
            && !is("stops", &word.folded)
            && !is("signing", &word.folded)
            && !is("signed", &word.folded)
            && !word.is_number()
    };
    let mut at = behind;
    // Nouns without the article, and the one that has it.
    while at < behind + MOST
        && words
            .get(at)
            .is_some_and(|word| is_free(word) && !word.folded.starts_with("لل"))
        && !(at > behind && words[at].is_joined())
    {
        if let Some(end) = places.get(&at) {
            at = *end;
            break;
        }
        at += 1;
        if is_definite(&words[at - 1].folded) {
            break;
        }
    }
    // «للتعاون»
    if at == behind + 1
        && is_next(at, &|word| {
            word.starts_with("لل") && word.chars().count() > 4
        })
    {
        at += 1;
    }
    let is_led = at > behind && {
        let last = words[at - 1].folded.as_str();
        is_definite(last) || last.starts_with("لل") || places.values().any(|end| *end == at)
    };
    // Its adjectives, of which «و» may join another.
    let is_adjective = |word: &str| is_definite(word) && is_relative(word) && !is("stops", word);
    while is_led && at < behind + 6 {
        let is_more = is_next(at, &is_adjective)
            || words.get(at).is_some_and(|word| {
                word.is_joined()
                    && word.is_adjacent()
                    && is_adjective(word.unjoined())
                    && is_relative(&words[at - 1].folded)
            });
        if !is_more {
            break;
        }
        at += 1;
    }
    // A chain without an end says no more than its first word.
    let is_indefinite = |at: usize| is_next(at, &|word| is_relative(word) && !is_definite(word));
    let at = match (is_led, at > behind) {
        (true, _) => at,
        (_, true) => behind + 1 + usize::from(is_indefinite(behind + 1)),
        _ => return behind,
    };
    // «في المجال الجزائي»
    let is_field = is_next(at, &|word| word == "في")
        && is_next(at + 1, &|word| {
            ["المجال", "الماده", "الميدان"].contains(&word)
        })
        && is_next(at + 2, &is_adjective);
    if is_field { at + 3 } else { at }
}

/// Where the words end that say which agreement it is, without parties: «اتفاقية لاهاي», «بروتوكول تعاون» where it is signed.
pub(super) fn specified(
    words: &[Word<'_>],
    from: usize,
    behind: usize,
    is_defined: bool,
    named: &BTreeMap<usize, usize>,
) -> Option<usize> {
    let next = words.get(behind).filter(|word| word.is_adjacent());
    let is_pair = behind == from + 2;
    if let Some(end) = next.and_then(|_| named.get(&behind)) {
        let is_particle =
            words[behind].readings()[0].rest != words[behind].folded || words[behind].is_joined();
        if !is_defined && !is_pair && !is_particle {
            return Some(phrase(words, behind, named).max(*end));
        }
    }
    if let Some(end) = told_of(words, behind, is_defined) {
        return Some(end);
    }
    if let Some(end) = treaty(words, behind).filter(|_| is_defined) {
        return Some(end);
    }
    // «اتفاق وقف العدائيات», «اتفاق السلام»: one that everybody knows.
    if next.is_some_and(|next| is("treaties", &next.folded)) && !is_defined {
        let end = phrase(words, behind, named);
        if is_definite(&words[end - 1].folded) {
            return Some(end);
        }
    }
    // One that is new is signed, somewhere in the sentence before or just behind.
    if is_defined || !is_signed(words, from) {
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
        return subject(words, behind).map(|range| range.end.min(behind + most));
    }
    Some(phrase(words, behind, named))
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
        return (is_all_defined || !is_defined).then_some(end);
    }
    let is_relative = ["التي", "الذي"].contains(&next.folded.as_str());
    let is_made = words
        .get(end + 1)
        .is_some_and(|verb| is("adopted", &verb.folded));
    (is_relative && is_made).then_some(end)
}

/// «الاتفاقية الدولية لمكافحة تعاطي المنشطات في مجال الرياضة»: of states, and about something.
fn treaty(words: &[Word<'_>], behind: usize) -> Option<usize> {
    const MOST: usize = 6;
    let is_treaty = words
        .get(behind)
        .is_some_and(|word| word.is_adjacent() && is("of-states", &word.folded));
    let purpose = words.get(behind + 1).filter(|_| is_treaty)?;
    let is_purpose = purpose.is_adjacent()
        && purpose.folded.starts_with('ل')
        && purpose.folded.chars().count() > 3;
    let rest = words.iter().skip(behind + 2).take(MOST);
    let is_part =
        |word: &&Word<'_>| word.is_adjacent() && !is_word("particles", word) && !word.is_joined();
    let end = behind + 2 + rest.take_while(is_part).count();
    let field = words
        .get(end)
        .zip(words.get(end + 1))
        .zip(words.get(end + 2));
    let is_field = field.is_some_and(|((one, two), three)| {
        one.folded == "في" && two.folded == "مجال" && is_definite(&three.folded)
    });
    is_purpose.then_some(if is_field { end + 3 } else { end })
}
