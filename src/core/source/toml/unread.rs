//! What TOML's own reader says of a statement in which we see nothing wrong, in words of ours.

use std::ops::Range;

use super::cause::Cause;
use super::odd::name_of;
use crate::locale::{Text, text};
use crate::source::word::first_word;

/// What is wrong at `range`, where TOML's reader says `reason`. `key` is of the statement.
pub(super) fn unread(toml: &str, key: &str, range: &Range<usize>, reason: &str) -> Cause {
    let told = |message: Text, hint: Text| Cause::told(range.clone(), message, hint);
    let has = |part: &str| reason.contains(part);
    let (before, rest) = toml.split_at(range.start);
    let marked = toml.get(range.clone()).unwrap_or_default().trim();
    if has("duplicate key") {
        let key = if marked.is_empty() { key } else { marked };
        return told(text!("toml-twice", key), text!("toml-twice-hint"));
    }
    if has("with a dotted key") {
        return told(
            text!("toml-extended", key = marked),
            text!("toml-twice-hint"),
        );
    }
    if has("recur") {
        return told(text!("toml-deep"), text!("values-deep-hint"));
    }
    if has("extra comma") {
        let start = range.start + rest.find(',').unwrap_or_default();
        return Cause::told(
            start..start + 1,
            text!("toml-comma-extra"),
            text!("remove-it"),
        );
    }
    if has("missing comma") {
        return told(
            text!("toml-comma-missing"),
            text!("toml-comma-missing-hint"),
        );
    }
    let unseen = rest.chars().next().filter(|c| c.is_control());
    if let Some(unseen) = unseen.filter(|c| *c != '\n' && *c != '\t') {
        let range = range.start..range.start + unseen.len_utf8();
        let message = text!("toml-invisible", name = name_of(unseen));
        return Cause::told(range, message, text!("remove-it"));
    }
    if has("escape") || has("unicode") || has("invalid value") {
        let start = before.rfind('\\').unwrap_or(range.start);
        return escape(toml, start, has("missing escaped value"));
    }
    for (name, open, closing) in [
        ("unclosed array table", "[[", "]]"),
        ("unclosed table", "[", "]"),
        ("unclosed array", "[", "]"),
        ("unclosed inline table", "{", "}"),
    ] {
        if has(name) {
            let hint = text!("toml-list-open-hint", closing);
            return told(text!("toml-list-open", open), hint);
        }
    }
    for (kind, mark) in [
        ("multi-line basic", "\"\"\""),
        ("multi-line literal", "'''"),
        ("basic", "\""),
        ("literal", "'"),
    ] {
        if has("invalid") && has(kind) {
            let hint = text!("toml-string-open-long", mark);
            return told(text!("toml-string-open", mark), hint);
        }
    }
    if has("missing assignment") || has("key with no value") {
        return told(text!("toml-equals-none"), text!("toml-pair-hint"));
    }
    if has("keys cannot be") || has("missing key") || has("unquoted key") {
        return told(text!("toml-key-none"), text!("toml-pair-hint"));
    }
    let found = first_word(rest.trim_start());
    let message = match found {
        "" => text!("toml-ends-early"),
        found => text!("toml-unexpected", found),
    };
    let start = toml.len() - rest.trim_start().len();
    Cause::told(
        start..start + found.len(),
        message,
        text!("toml-broken-hint"),
    )
}

/// What is wrong with the escape at `start`, which stands for nothing or for no character.
fn escape(toml: &str, start: usize, is_unknown: bool) -> Cause {
    let written = first_word(toml[start..].trim_end_matches(['"', '\'']));
    let escaped = written.chars().skip(1);
    let escaped = escaped.take_while(char::is_ascii_alphanumeric);
    let count = escaped
        .take(if is_unknown { 1 } else { usize::MAX })
        .count();
    let written = &written[..=count];
    let (message, hint) = if is_unknown {
        let right = format!("\\{written}");
        (
            text!("toml-escape", written),
            text!("toml-escape-hint", right),
        )
    } else {
        (text!("toml-unicode", written), text!("toml-unicode-hint"))
    };
    Cause::told(start..start + written.len(), message, hint)
}
