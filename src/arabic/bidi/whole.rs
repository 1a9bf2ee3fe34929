//! A text that has words and no right-to-left letter: one run, with the punctuation of its sentences.

use super::run::Run;
use super::table::{Class, script_of};
use super::trim::trim;

/// The one run of a text without a right-to-left letter; `None` for other texts and for those without words.
pub(super) fn runs(text: &str) -> Option<Vec<Run>> {
    let mut has_word = false;
    for c in text.chars() {
        match Class::of(c) {
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
