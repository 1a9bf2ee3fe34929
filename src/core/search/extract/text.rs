//! Pieces of text to the text that a reader sees.

use crate::arabic::Direction;
use crate::arabic::bidi::isolate_in_plain_text;

/// Adds a piece of text, with single spaces.
pub(super) fn push_text(to: &mut String, text: &str) {
    for word in text.split_whitespace() {
        if !to.is_empty() {
            to.push(' ');
        }
        to.push_str(word);
    }
}

/// A text as it can be shown by itself, of a page whose lines run in a direction.
pub(super) fn shown(text: &str, base: Direction) -> String {
    isolate_in_plain_text(text, base).into_owned()
}
