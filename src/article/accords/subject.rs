//! What an agreement is about, and whether a sentence speaks of signing one.

use std::ops::Range;

use super::signers;
use crate::article::lexicon::{is, is_word};
use crate::article::words::Word;

/// The longest subject, in words.
const LONGEST: usize = 60;

/// How many words an agreement may stand from «تربط», and before any verb that says that it was made.
const NEAR: usize = 8;

/// What opens the subject.
pub(super) const SUBJECTS: [&str; 9] = [
    "بشان",
    "حول",
    "بخصوص",
    "تهم",
    "يهم",
    "تتعلق",
    "يتعلق",
    "تروم",
    "يروم",
];

/// Whether the sentence speaks of signing, before an agreement is named or just behind.
pub(super) fn is_signed(words: &[Word<'_>], from: usize) -> bool {
    let start = signers::sentence(words, from);
    let is_one = |at: usize| {
        let word = &words[at];
        let is_near = at + NEAR >= from;
        is("signing", &word.folded)
            || is("signed", &word.folded)
            || is_word("signs", word)
            || is_near && is_word("joins", word)
    };
    (start..words.len().min(from + NEAR)).any(is_one)
}

/// What is agreed on: behind «بشأن» or ل, to the end of the clause.
pub(super) fn subject(words: &[Word<'_>], to: usize) -> Option<Range<usize>> {
    // A relative «، تهم …» may follow behind a comma.
    let next = words.get(to).filter(|word| word.is_near())?;
    let is_purpose =
        next.folded.starts_with('ل') && next.folded.chars().count() > 3 && next.is_adjacent();
    let is_about = SUBJECTS.contains(&next.folded.as_str());
    let is_field = next.folded == "في"
        && words
            .get(to + 1)
            .is_some_and(|word| is("fields", &word.folded));
    if !(is_purpose || is_about || is_field) {
        return None;
    }
    let end = words
        .iter()
        .enumerate()
        .skip(to + 1)
        .take(LONGEST)
        .find(|(_, word)| !word.is_adjacent());
    let longest = words.len().min(to + LONGEST);
    Some(to..end.map_or(longest, |(at, _)| at))
}
