//! What our filters and functions say when they refuse, in the language of the reader. Tera's errors are words only: the text
//! of the last one is kept beside, and is taken again where Tera reports its words.

use std::cell::RefCell;

use tera::Error;

use crate::locale::{Text, text};

thread_local! {
    /// A template is rendered on one thread, and ends with its first error.
    static LAST: RefCell<Option<(Text, Option<Text>)>> = const { RefCell::new(None) };
}

/// An error for Tera that says this text.
pub(in crate::pages) fn refusal(text: Text) -> Error {
    hinted(text, None)
}

/// The same, with what to do about it.
pub(in crate::pages) fn hinted(text: Text, hint: Option<Text>) -> Error {
    let words = text.to_string();
    LAST.set(Some((text, hint)));
    Error::message(words)
}

/// What Tera reports, where it is a text of ours, and what to do.
pub(in crate::pages) fn reported(words: &str) -> Option<(Text, Option<Text>)> {
    LAST.take().filter(|(text, _)| text.to_string() == words)
}

/// What the engine calls a kind of values, in words.
pub(in crate::pages) fn kind_of(name: &str) -> Text {
    match name {
        "string" | "String" | "&str" => text!("kind-string"),
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" | "u8" | "u16" | "u32" | "u64" | "u128"
        | "usize" | "integer" => text!("kind-int"),
        "f32" | "f64" | "float" => text!("kind-float"),
        "Number" | "number" => text!("kind-number"),
        "bool" => text!("kind-bool"),
        "array" | "Vec<Value>" | "&[Value]" => text!("kind-list"),
        "map" | "Map" => text!("kind-table"),
        "bytes" => text!("kind-bytes"),
        "none" | "null" | "undefined" => text!("kind-nothing"),
        other => Text::verbatim(other.to_owned()),
    }
}
