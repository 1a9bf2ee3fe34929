//! TOML, read as far as it can be understood, with the errors of all of it.

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;

/// Parses TOML, as much as can be understood of it; `offset` is where in the file it begins.
pub(crate) fn parse_toml<'a>(
    path: &SourcePath,
    toml: &'a str,
    offset: usize,
) -> (Located<DeTable<'a>>, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(toml);
    let diagnostics = errors.into_iter().map(|error| {
        let range = error.span().unwrap_or(0..0);
        let is_date = toml
            .get(range.clone())
            .is_some_and(|text| looks_like_a_date(toml, text, range.start));
        let (code, hint) = if is_date {
            (
                "E105",
                "write a day that is in the calendar, as in 2025-11-24",
            )
        } else {
            (
                "E101",
                "fix the TOML; strings stand between quotation marks, lists between [ and ]",
            )
        };
        Diagnostic::error(code, format!("broken TOML: {}", error.message()))
            .at(Span::new(path, range.start + offset..range.end + offset))
            .hint(hint)
    });
    let diagnostics = diagnostics.collect();
    (table, diagnostics)
}

/// Whether the bytes at fault are (part of) a date: four digits and a hyphen.
fn looks_like_a_date(toml: &str, text: &str, start: usize) -> bool {
    let line_start = toml[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let value = toml[line_start..start + text.len()].rsplit('=').next();
    value.is_some_and(|value| {
        let digits = value.trim().bytes().take_while(u8::is_ascii_digit).count();
        digits == 4 && value.trim().as_bytes().get(4) == Some(&b'-')
    })
}

/// A whole number in any of TOML's notations: `1_000`, `0x3E8`. None for what is none, or is too large.
pub(crate) fn integer(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
