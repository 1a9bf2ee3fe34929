//! What the library says of a style sheet, in words of our own: by the kind of its error and the characters at its place.

use std::error::Error;
use std::ops::Range;

use lightningcss::bundler::BundleErrorKind;
use lightningcss::error::{ParserError, PrinterErrorKind, SelectorError};

use super::scan::is_name;
use crate::locale::{Text, text};
use crate::source::first_word;

/// What is wrong at a byte of a sheet.
pub(super) struct Cause {
    pub(super) reason: Text,
    pub(super) hint: Text,
    /// What is meant, in bytes of the sheet.
    pub(super) range: Range<usize>,
}

pub(super) fn of(error: &ParserError<'_>, css: &str, at: usize) -> Cause {
    let found = first_word(&css[at..]);
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
            None if found.is_empty() => (
                text!("css-ends-early"),
                text!("css-ends-early-hint", block = "{ … }"),
            ),
            None => (text!("css-unexpected", found), text!("css-unexpected-hint")),
        },
    };
    Cause {
        reason,
        hint,
        range,
    }
}

/// Of sheets that cannot be put together, and what to do.
pub(super) fn of_bundling<E: Error>(kind: &BundleErrorKind<'_, E>) -> (Text, Text) {
    let reason = match kind {
        BundleErrorKind::ExternalImportAfterBundledImport => {
            let reason = text!("css-import-external-late");
            return (reason, text!("css-import-external-late-hint"));
        }
        BundleErrorKind::UnsupportedImportCondition
        | BundleErrorKind::UnsupportedLayerCombination
        | BundleErrorKind::UnsupportedMediaBooleanLogic => text!("css-import-conditions"),
        other => text!("css-says", words = other.to_string()),
    };
    (reason, text!("css-import-conditions-hint"))
}

/// Of a sheet that cannot be written, and what to do.
pub(super) fn of_printing(kind: &PrinterErrorKind) -> (Text, Text) {
    match kind {
        PrinterErrorKind::AmbiguousUrlInCustomProperty { url } => {
            let reason = text!("css-url-in-variable", url);
            (reason, text!("css-url-in-variable-hint"))
        }
        other => {
            let reason = text!("css-says", words = other.to_string());
            (reason, text!("css-broken-hint"))
        }
    }
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
