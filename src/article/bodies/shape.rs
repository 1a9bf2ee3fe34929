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
    let rest = word.unjoined();
    HEADS.contains_key(bare(rest)) && !["رئاسه", "قوات", "هلال", "صليب"].contains(&bare(rest))
}

/// Whether a word may be the name of a company: no adjective, and none of the words that every text has.
pub(super) fn is_own_name(word: &Word<'_>) -> bool {
    let rest = word.folded.as_str();
    let is_common = ["ه", "ات", "ين"].iter().any(|end| rest.ends_with(end));
    rest.chars().count() > 3
        && !is_common
        && !is_relative(rest)
        && !rest.starts_with(['ل', 'ب', 'و'])
        && !["particles", "stops", "verbs-of-speech", "signing"]
            .iter()
            .any(|list| is(list, rest))
}

/// Whether a word introduces an area that a body is of: «بجهة الشرق».
pub(super) fn is_area(word: &Word<'_>) -> bool {
    ["بجهه", "باقليم", "بعماله", "بمدينه"].contains(&word.folded.as_str())
}
