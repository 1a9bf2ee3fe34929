//! Tamazight in Tifinagh: words with letters of other scripts in them that look like Tifinagh ones. It has no rule but
//! this one: its typography is young, and whoever writes it decides.

use std::ops::Range;

use super::finding::{Finding, Judged, Replacement, Rule};
use super::surroundings::token_around;

/// What is against the rule in a text; the bytes `opaque` are passed over.
pub(super) fn judge(text: &str, opaque: &[Range<usize>]) -> Judged {
    let mut found = Judged::default();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, is_part(c)) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                found.findings.extend(mixed(text, from..at, opaque));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// A word of two scripts, if the letters that are not Tifinagh look as if they were.
fn mixed(text: &str, word: Range<usize>, opaque: &[Range<usize>]) -> Option<Finding> {
    let written = &text[word.clone()];
    let (mut own, mut other) = (0, 0);
    let mut right = String::with_capacity(written.len());
    for c in written.chars() {
        match look_alike(c) {
            _ if is_tifinagh(c) => own += 1,
            Some(_) => other += 1,
            None => return None,
        }
        right.push(look_alike(c).unwrap_or(c));
    }
    let next = opaque.partition_point(|opaque| opaque.end <= word.start);
    let is_opaque = opaque
        .get(next)
        .is_some_and(|opaque| opaque.start < word.end);
    if own < 2 || other == 0 || is_opaque || token_around(text, &word).is_address {
        return None;
    }
    Some(Finding {
        rule: Rule::MixedScript,
        range: word,
        replacement: Replacement::likely(right),
        reason: None,
    })
}

fn is_part(c: char) -> bool {
    c.is_alphabetic()
}

fn is_tifinagh(c: char) -> bool {
    matches!(c, '\u{2D30}'..='\u{2D7F}')
}

/// The Tifinagh letter that one of another script looks like.
fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'Σ' | 'Ʃ' => 'ⵉ',
        'Λ' | 'Ʌ' | 'Δ' => 'ⴷ',
        'X' | 'Х' | 'Χ' => 'ⵅ',
        'Ж' => 'ⵣ',
        'O' | 'О' | 'Ο' => 'ⵔ',
        'I' | 'І' | 'Ι' | 'l' => 'ⵏ',
        'C' | 'С' => 'ⵛ',
        'E' | 'Е' | 'Ε' => 'ⴹ',
        'Θ' | 'Ө' => 'ⴱ',
        'Q' => 'ⵕ',
        'И' => 'ⵍ',
        _ => return None,
    })
}
