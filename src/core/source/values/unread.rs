//! What the parser of YAML says of a text that is none, in words of ours.

use std::ops::Range;

use super::fault::Fault;
use crate::locale::{Text, text};
use crate::source::toml::name_of;
use crate::source::word::first_word;

/// A sentence of the parser, by a part of it, and what it means.
type Meaning = (&'static str, fn(&str) -> (Text, Text));

/// The first that fits is meant.
#[rustfmt::skip]
const MEANINGS: &[Meaning] = &[
    ("byte order mark", |_| (text!("toml-invisible", name = name_of('\u{feff}')), text!("remove-it"))),
    ("anchor", |found| (text!("yaml-anchor-none", found), text!("yaml-alias-hint"))),
    ("misplaced bracket", |found| (text!("yaml-bracket", found), text!("remove-it"))),
    ("expected ',' or", |_| (text!("yaml-flow"), text!("yaml-flow-hint"))),
    ("illegal placement of ':'", |_| (text!("yaml-flow"), text!("yaml-flow-hint"))),
    ("hexadecimal", |_| (text!("yaml-escape"), text!("yaml-escape-hint"))),
    ("escape", |_| (text!("yaml-escape"), text!("yaml-escape-hint"))),
    ("tag", |_| (text!("yaml-tag"), text!("yaml-broken-hint"))),
    ("directive", |_| (text!("yaml-tag"), text!("yaml-broken-hint"))),
    ("handle", |_| (text!("yaml-tag"), text!("yaml-broken-hint"))),
    ("block scalar", |_| (text!("yaml-block"), text!("yaml-block-hint"))),
    ("expect ':'", |_| (text!("yaml-colon-none"), text!("yaml-key-hint"))),
    ("indent", |_| (text!("yaml-indent"), text!("yaml-column-hint"))),
    ("simple key", |_| (text!("yaml-colon-none"), text!("yaml-key-hint"))),
    ("expected key", |_| (text!("yaml-indent"), text!("yaml-column-hint"))),
    ("expected '-' indicator", |_| (text!("yaml-indent"), text!("yaml-column-hint"))),
    ("document start", |_| (text!("yaml-indent"), text!("yaml-column-hint"))),
    ("trailing content", |words| (text!("toml-after-value", words), text!("yaml-broken-hint"))),
    ("comments must be", |_| (text!("yaml-comment"), text!("yaml-comment-hint"))),
];

/// What is wrong at a byte, where the parser says `reason`.
pub(super) fn unread(text: &str, at: usize, reason: &str) -> Fault {
    // A key without its colon is met where the next one begins.
    let before = text[..at].trim_end();
    let key = before
        .rfind(char::is_whitespace)
        .map_or(0, |space| space + 1);
    let is_key = reason.contains("expect ':'") && key < before.len();
    let rest = if is_key {
        &text[key..]
    } else {
        text[at..].trim_start()
    };
    let at = text.len() - rest.len();
    let found = first_word(rest);
    let range: Range<usize> = at..at + found.len();
    let meaning = MEANINGS.iter().find(|(part, _)| reason.contains(part));
    let (message, hint) = match (meaning, found) {
        (Some((_, answer)), found) => answer(found),
        (None, "") => (text!("yaml-ends-early"), text!("yaml-broken-hint")),
        (None, found) => (text!("yaml-unexpected", found), text!("yaml-broken-hint")),
    };
    Fault::new(range, message, hint)
}
