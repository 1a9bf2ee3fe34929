//! A text that has words and no right-to-left letter but in names of two scripts: one run, with the punctuation of its
//! sentences.

use std::ops::Range;

use super::run::Run;
use super::table::{Class, script_of};
use super::trim::trim;

/// The one run of a text without a right-to-left letter outside these names; `None` for other texts and for those without
/// words.
pub(super) fn runs(text: &str, names: &[Range<usize>]) -> Option<Vec<Run>> {
    let is_in_name = |at| {
        let next = names.partition_point(|name| name.end <= at);
        names.get(next).is_some_and(|name| name.start <= at)
    };
    let mut has_word = false;
    for (at, c) in text.char_indices() {
        match Class::of(c) {
            _ if is_in_name(at) => {}
            Class::Letter(_) => has_word = true,
            Class::Rtl | Class::Opener | Class::Closer => return None,
            _ => {}
        }
    }
    let script = script_of(text).filter(|_| has_word)?;
    let start = text.len() - text.trim_start().len();
    let end = text.trim_end().len();
    let is_sentence = text[start..end].contains(char::is_whitespace);
    let range = if is_sentence && text[..end].ends_with(['.', '!', '?', '…', '»', '”', '"']) {
        start..end
    } else {
        trim(text, start..end, false)
    };
    Some(vec![Run {
        range,
        script: Some(script),
    }])
}
