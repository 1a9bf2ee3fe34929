//! What our filters and functions say when they refuse, in the language of the reader. Tera's errors are words only: the text
//! of the last one is kept beside, and is taken again where Tera reports its words.

use std::cell::RefCell;

use tera::Error;

use crate::locale::Text;

thread_local! {
    /// A template is rendered on one thread, and ends with its first error.
    static LAST: RefCell<Option<Text>> = const { RefCell::new(None) };
}

/// An error for Tera that says this text.
pub(in crate::pages) fn refusal(text: Text) -> Error {
    let words = text.to_string();
    LAST.set(Some(text));
    Error::message(words)
}

/// What Tera reports: a text of ours, or its own words.
pub(in crate::pages) fn reported(words: &str) -> Text {
    let ours = LAST.take().filter(|text| text.to_string() == words);
    ours.unwrap_or_else(|| Text::verbatim(words.to_owned()))
}
