//! What a word is by its shape: whether it can describe a body, or heads a name of its own.

use super::heads::HEADS;
use crate::article::lexicon::{is, is_relative};
use crate::article::words::{Word, bare};

/// Whether a word with the article may be an adjective: by its shape, or because it is in the list. Words of people and plurals
/// are not.
pub(super) fn is_adjective(rest: &str) -> bool {
    is_relative(rest) || is("adjectives", rest) || rest.ends_with('ه') || is("plain", rest)
}

pub(super) fn is_adjective_of_time(rest: &str) -> bool {
    ["المره", "العام", "السنه", "الموسم", "اليوم"].contains(&rest)
}

/// Whether a word heads a name of its own.
pub(super) fn is_head(word: &Word<'_>) -> bool {
    // «المعلومات والاتصالات» is a field; «اتصالات المغرب» is a firm.
    let rest = bare(word.unjoined());
    let head = HEADS.get(rest).filter(|head| !head.placed && !head.held);
    head.is_some() && !["رئاسه", "قوات", "هلال", "صليب"].contains(&rest)
}

/// Whether a word with the article is a participle that tells one of several: «الشركة المنفذة».
pub(super) fn is_participle(rest: &str) -> bool {
    rest.starts_with("الم") && !is_relative(rest) && !is("adjectives", rest)
}

/// Whether a word is an abstract noun by its shape: an action («الإعمار», «التدبير», «التعاون»), or feminine («الزراعة»).
pub(in crate::article) fn is_abstract(rest: &str) -> bool {
    let letters: Vec<char> = bare(rest).chars().collect();
    let [first, .., before, last] = letters[..] else {
        return false;
    };
    let is_action = first == 'ا' && before == 'ا' && letters.len() > 4
        || first == 'ت' && (before == 'ي' || letters.ends_with(&['ي', 'ن'])) && letters.len() > 4
        || first == 'ت' && letters.get(2) == Some(&'ا') && letters.len() == 5;
    last == 'ه' || is_action
}

/// Whether a word is from another language by its long vowels: «كوسيدار», «هيومن».
pub(in crate::article) fn is_foreign(rest: &str) -> bool {
    let long = rest.chars().skip(1).filter(|c| ['ا', 'و', 'ي'].contains(c));
    let long = long.count();
    // «خوادم», «صناديق» are plurals.
    let letters: Vec<char> = rest.chars().collect();
    let is_plural = matches!(letters[..], [_, 'و', 'ا', _, _] | [_, _, 'ا', _, 'ي', _]);
    let is_verb = rest.starts_with(['ت', 'ي'])
        && (long < 3 || rest.ends_with("ون") || rest.ends_with("وا"))
        || is("purposes", rest)
        || is("actions", rest);
    long > 1
        && !is_verb
        && !is_plural
        && (!rest.ends_with("ين") || long > 3)
        && !rest.starts_with("ال")
        && !rest.starts_with("لل")
}

/// Whether a word may be a further one of a foreign name.
pub(super) fn is_loose(word: &Word<'_>) -> bool {
    let rest = word.folded.as_str();
    let is_common = ["ه", "ات", "ين", "ا", "ها", "هم"]
        .iter()
        .any(|end| rest.ends_with(end))
        && (!is_foreign(rest) || is_abstract(rest.trim_end_matches('ا')));
    let is_joined = rest.starts_with('و') && !rest.starts_with("وو");
    !is_common
        && !is_joined
        && !is_relative(rest)
        && !bare(rest).is_empty()
        && bare(rest) == rest
        && !is("given", rest)
        && !["particles", "stops", "verbs-of-speech", "signing"]
            .iter()
            .any(|list| is(list, rest))
        && (!rest.starts_with(['ب', 'ل']) || is("firm-words", rest))
}

/// Whether a word may be the name of a company: no adjective, and none of the words that every text has.
pub(super) fn is_own_name(word: &Word<'_>) -> bool {
    let rest = word.folded.as_str();
    let is_common = ["ه", "ات", "ين"].iter().any(|end| rest.ends_with(end)) && !is_foreign(rest);
    rest.chars().count() > 3
        && !is_common
        && !is_relative(rest)
        && (!rest.starts_with(['ل', 'ب', 'و']) || is_foreign(rest))
        && !["particles", "stops", "verbs-of-speech", "signing"]
            .iter()
            .any(|list| is(list, rest))
}

/// Whether a word introduces an area that a body is of: «بجهة الشرق».
pub(super) fn is_area(word: &Word<'_>) -> bool {
    [
        "بجهه",
        "باقليم",
        "بعماله",
        "بمدينه",
        "بمحافظه",
        "بولايه",
        "بقضاء",
        "بجماعه",
        "بمنطقه",
        "ببلديه",
    ]
    .contains(&word.folded.as_str())
}
