//! TOML, read as far as it can be understood, with the errors of all of it.

mod cause;
mod scan;
mod value;

use std::ops::Range;

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use self::cause::Cause;
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::locale::text;
use crate::path::SourcePath;

pub(crate) use self::cause::{quoted, unquoted};

/// TOML that was read.
pub(crate) struct Toml<'a> {
    /// What could be understood.
    pub(crate) table: Located<DeTable<'a>>,
    /// What is wrong with the rest, one problem a mistake.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The statements of TOML that is broken somewhere. Those that could not be read have their bytes: nothing is known of
    /// their values. The others were perhaps passed over.
    pub(crate) broken: Vec<BrokenStatement>,
}

/// A statement that could not be read, or stands among such.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct BrokenStatement {
    /// Its bytes, counted from the beginning of the TOML; none where nothing is wrong with it.
    pub(crate) range: Range<usize>,
    /// Its key, as far as one could be read.
    pub(crate) key: String,
}

/// Parses TOML, as much as can be understood of it; `offset` is where in the file it begins.
pub(crate) fn parse_toml<'a>(path: &SourcePath, toml: &'a str, offset: usize) -> Toml<'a> {
    let (table, errors) = DeTable::parse_recoverable(toml);
    if errors.is_empty() {
        return Toml {
            table,
            diagnostics: Vec::new(),
            broken: Vec::new(),
        };
    }
    let mut left: Vec<_> = errors
        .into_iter()
        .map(|error| (error.span().unwrap_or(0..0), error.message().to_owned()))
        .collect();
    let (mut diagnostics, mut broken) = (Vec::new(), Vec::new());
    for statement in scan::statements(toml) {
        let range = statement.range.clone();
        let is_in = |(at, _): &(Range<usize>, String)| {
            range.contains(&at.start) || (at.start == range.end && at.start == toml.len())
        };
        let (told, others): (Vec<_>, Vec<_>) = left.into_iter().partition(is_in);
        left = others;
        let causes = if told.is_empty() {
            // A mistake that TOML met only further on, such as a list that is not closed.
            statement.causes
        } else if statement.causes.is_empty() {
            told.iter()
                .take(1)
                .map(|error| unexplained(toml, &statement.key, error))
                .collect()
        } else {
            statement.causes
        };
        // After a mistake the reader may pass over sound statements: those are not at fault, nor are their keys missing.
        let range = if causes.is_empty() {
            range.start..range.start
        } else {
            range
        };
        broken.push(BrokenStatement {
            range,
            key: statement.key,
        });
        diagnostics.extend(
            causes
                .into_iter()
                .map(|cause| diagnostic(cause, path, offset)),
        );
    }
    // Errors outside of all statements, unless they follow from one that has been told.
    if diagnostics.is_empty() {
        broken.push(BrokenStatement {
            range: 0..toml.len(),
            key: String::new(),
        });
        let causes = left.iter().map(|error| unexplained(toml, "", error));
        diagnostics.extend(causes.map(|cause| diagnostic(cause, path, offset)));
    }
    Toml {
        table,
        diagnostics,
        broken,
    }
}

/// An error that only TOML's reader knows, in its words.
fn unexplained(toml: &str, key: &str, (range, reason): &(Range<usize>, String)) -> Cause {
    if reason.contains("duplicate key") {
        let key = toml.get(range.clone()).unwrap_or(key).trim();
        let message = text!("toml-twice", key);
        return Cause::told(range.clone(), message, text!("toml-twice-hint"));
    }
    let message = text!("toml-broken", reason = reason.as_str());
    Cause::told(range.clone(), message, text!("toml-broken-hint"))
}

fn diagnostic(cause: Cause, path: &SourcePath, offset: usize) -> Diagnostic {
    let moved = |range: Range<usize>| range.start + offset..range.end + offset;
    let problem = Diagnostic::error(cause.code, cause.message)
        .at(Span::new(path, moved(cause.range)))
        .hint(cause.hint);
    match cause.fix {
        Some(replacement) => problem.fix(Fix {
            range: moved(replacement.range),
            replacement: replacement.text,
            is_safe: replacement.is_safe,
        }),
        None => problem,
    }
}

/// A whole number in any of TOML's notations: `1_000`, `0x3E8`. None for what is none, or is too large.
pub(crate) fn integer(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

#[cfg(test)]
mod tests;
