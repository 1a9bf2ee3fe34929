//! What the engine says of a template in which we see nothing wrong, in words of ours: where it stopped, and what belongs there.

use std::ops::Range;

use super::mistake::Mistake;
use crate::locale::{Text, text};
use crate::source::first_word;

/// Words of the engine, and what they say is expected there.
type Kind = (&'static [&'static str], fn() -> Text);

/// A part of a sentence of the engine, and the message and the hint that it comes to, given the words at its place.
type Meaning = (&'static str, fn(&str) -> (Text, Text));

/// What the engine may have expected.
const KINDS: [Kind; 5] = [
    (&["identifier", "attribute name"], || {
        text!("template-kind-name")
    }),
    (&["string"], || text!("template-kind-string")),
    (&["the only types allowed"], || text!("template-kind-type")),
    (&["component default arguments"], || {
        text!("template-kind-literal")
    }),
    (&["one of: ", "a string, an integer"], || {
        text!("template-kind-value")
    }),
];

/// Sentences of the engine that say what is wrong with the words at their place.
#[rustfmt::skip]
const MEANINGS: &[Meaning] = &[
    ("Expected \"string\" or {expression}", |_| (text!("template-argument-bare"), text!("template-argument-hint"))),
    ("is defined more than once", |name| (text!("template-twice", name), text!("toml-twice-hint"))),
    ("conflicts with an existing", |name| (text!("template-twice", name), text!("toml-twice-hint"))),
    ("reserved", |name| (text!("template-name-reserved", name), text!("template-text-argument-reserved-hint"))),
    ("Rest parameter", |_| (text!("template-rest-last"), text!("template-rest-last-hint"))),
    ("nested brackets", |_| (text!("template-deep"), text!("template-deep-hint"))),
    ("dimensions", |_| (text!("template-deep"), text!("template-deep-hint"))),
    ("too complex", |_| (text!("template-deep"), text!("template-deep-hint"))),
    ("too deep", |_| (text!("template-deep"), text!("template-deep-hint"))),
    ("literal values", |_| (text!("template-literal"), text!("template-literal-hint"))),
    ("cannot be written", |_| (text!("template-inside"), text!("template-inside-hint"))),
    ("cannot be nested in", |_| (text!("template-inside"), text!("template-inside-hint"))),
    ("already extending", |_| (text!("template-extends-twice"), text!("remove-it"))),
    ("only be used in a for loop", |word| (text!("template-loop-only", word), text!("remove-it"))),
    ("cannot be used inside", |word| (text!("template-unexpected", found = word), text!("remove-it"))),
    ("Function calls are only", |_| (text!("template-call-late"), text!("template-call-late-hint"))),
    ("Invalid float", |text| (text!("number-none", text), text!("number-none-hint"))),
    ("Invalid Integer", |text| (text!("number-none", text), text!("number-none-hint"))),
    ("Components with body", |_| (text!("template-component-open"), text!("write-instead", words = "/>"))),
];

/// What is wrong at `at`, where the engine says `reason`.
pub(super) fn unread(template: &str, at: Range<usize>, reason: &str) -> Mistake {
    let start = at.start.min(template.len());
    let marked = template.get(at).filter(|words| !words.is_empty());
    let found = marked.unwrap_or_else(|| first_word(&template[start..]));
    let mut range = start..start + found.len();
    let (message, hint) = if let Some(names) = closing(reason) {
        let [found, open] = names;
        let message = text!("component-other-end", found, open);
        (message, text!("write-instead", words = open))
    } else if let Some(name) = reason.strip_prefix("Unclosed component '") {
        let name = name.trim_end_matches('\'');
        let message = text!("template-body-open", tag = format!("<{name}>"));
        let close = format!("</{name}>");
        let open = template[..start].rfind(&format!("<{name}"));
        range = open.map_or(range, |open| open..open + 1 + name.len());
        (message, text!("template-body-open-hint", close))
    } else if let Some((_, answer)) = MEANINGS.iter().find(|(part, _)| reason.contains(part)) {
        answer(found)
    } else if found.is_empty() {
        (
            text!("template-ends-early"),
            text!("template-ends-early-hint"),
        )
    } else if let Some(kind) = kind(reason) {
        let hint = text!("template-expected-hint", kind = kind.clone());
        (text!("template-expected", kind, found), hint)
    } else if let Some(sign) = sign(reason) {
        let hint = text!("template-expected-hint", kind = format!("`{sign}`"));
        let kind = format!("`{sign}`");
        (text!("template-expected", kind, found), hint)
    } else {
        (
            text!("template-unexpected", found),
            text!("template-unexpected-hint"),
        )
    };
    Mistake {
        range,
        message,
        hint,
    }
}

/// The names of a component that is closed by that of another, and of that which is open.
fn closing(reason: &str) -> Option<[&str; 2]> {
    let names = reason.strip_prefix("Closing tag '")?.strip_suffix('\'')?;
    let (found, open) = names.split_once("' doesn't match opening tag '")?;
    Some([found, open])
}

/// The kind of things that the engine expected.
fn kind(reason: &str) -> Option<Text> {
    let (_, expected) = reason.split_once(" but ")?;
    let is_of =
        |(parts, _): &&(&[&str], fn() -> Text)| parts.iter().any(|part| expected.contains(part));
    // What lists kinds of values names strings among them.
    let lists = KINDS[2..].iter().find(is_of);
    lists
        .or_else(|| KINDS[..2].iter().find(is_of))
        .map(|(_, kind)| kind())
}

/// The sign or the word that the engine expected.
fn sign(reason: &str) -> Option<&str> {
    let (_, expected) = reason.split_once(" but expected ")?;
    let expected = expected.strip_suffix('.').unwrap_or(expected);
    (!expected.contains(' ') && !expected.is_empty()).then_some(expected)
}
