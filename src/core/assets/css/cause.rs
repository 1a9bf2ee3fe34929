//! What the library says of a style sheet, in words of our own: by the kind of its error and the characters at its place.

use std::ops::Range;

use lightningcss::error::{ParserError, SelectorError};

use super::scan::is_name;
use crate::locale::{Text, text};

/// What is wrong at a byte of a sheet.
pub(super) struct Cause {
    pub(super) reason: Text,
    pub(super) hint: Text,
    /// What is meant, in bytes of the sheet.
    pub(super) range: Range<usize>,
}

/// The most that is quoted of a sheet, in characters.
const MOST: usize = 40;

pub(super) fn of(error: &ParserError<'_>, css: &str, at: usize) -> Cause {
    let found = found(&css[at..]);
    let mut range = at..at + found.len();
    let (reason, hint) = match error {
        ParserError::EndOfInput => (
            text!("css-ends-early"),
            text!("css-ends-early-hint", block = "{ … }"),
        ),
        ParserError::UnexpectedImportRule => {
            (text!("css-import-late"), text!("css-import-late-hint"))
        }
        ParserError::SelectorError(_) if found.starts_with('$') => (
            text!("css-variable-of-sass", found),
            text!("css-variable-of-sass-hint"),
        ),
        ParserError::SelectorError(
            SelectorError::EmptySelector | SelectorError::DanglingCombinator,
        ) if found == "{" => (
            text!("css-selector-none", found),
            text!("css-selector-none-hint"),
        ),
        ParserError::SelectorError(_) => (text!("css-selector", found), text!("css-selector-hint")),
        _ => match without_colon(css, at) {
            Some((name, place, value)) => {
                range = place;
                (
                    text!("css-colon-none", name),
                    text!("write", words = format!("{name}: {value}")),
                )
            }
            None if found.is_empty() => {
                (Text::verbatim(error.to_string()), text!("css-broken-hint"))
            }
            None => (text!("css-unexpected", found), text!("css-unexpected-hint")),
        },
    };
    Cause {
        reason,
        hint,
        range,
    }
}

/// The word, or the sign, that a text begins with.
fn found(text: &str) -> &str {
    let is_sign = |c: char| "{}()[];,:".contains(c);
    let Some(first) = text.chars().next() else {
        return "";
    };
    if is_sign(first) {
        return &text[..first.len_utf8()];
    }
    let mut ends = text.char_indices().enumerate();
    let end = ends.find(|(number, (_, c))| *number == MOST || c.is_whitespace() || is_sign(*c));
    &text[..end.map_or(text.len(), |(_, (at, _))| at)]
}

/// The name and the value of a declaration, or of a condition, that has no `:` between them, and where both stand.
fn without_colon(css: &str, at: usize) -> Option<(&str, Range<usize>, &str)> {
    let (before, rest) = css.split_at(at);
    let start = before.rfind(['{', '}', ';', '('])? + 1;
    let name = &before[start..];
    let value = rest.split(['{', '}', ';', ')', '\n']).next()?.trim_end();
    let range = at - name.trim_start().len()..at + value.len();
    // As other languages write it.
    let value = value.trim_start_matches('=').trim_start();
    let is_apart = name.ends_with(char::is_whitespace) && !value.is_empty();
    (is_apart && is_name(name.trim())).then_some((name.trim(), range, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_where_css_ends_it() {
        assert_eq!(found("red }"), "red");
        assert_eq!(found("3em) {"), "3em");
        assert_eq!(found("; }"), ";");
        assert_eq!(found(""), "");
    }

    #[test]
    fn a_name_and_a_value_without_a_colon_are_told_apart() {
        let of = |css: &str| {
            let at = css.find("= red").or(css.find("red")).unwrap();
            without_colon(css, at)
                .map(|(name, place, value)| format!("{name}|{value}|{}", &css[place]))
        };
        assert_eq!(
            of("p { colour red }").as_deref(),
            Some("colour|red|colour red")
        );
        assert_eq!(
            of("p {\n top: 0;\n colour red 1px;\n}").as_deref(),
            Some("colour|red 1px|colour red 1px")
        );
        assert_eq!(
            of("p { color = red }").as_deref(),
            Some("color|red|color = red")
        );
        assert_eq!(of("p { color: red }"), None);
        assert_eq!(of("red"), None);
    }
}
