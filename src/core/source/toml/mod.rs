//! TOML, read as far as it can be understood, with the errors of all of it.

mod cause;
mod foreign;
mod months;
mod odd;
mod scan;
mod secret;
mod unread;
mod value;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use self::cause::Cause;
use self::unread::unread;
use super::load::CONFIG;
use crate::diagnostic::{Diagnostic, Fix, Span, is_secret};
use crate::locale::text;
use crate::path::SourcePath;

pub use self::cause::quoted;
pub(crate) use self::cause::{latin_digits, unquoted};
pub(crate) use self::months::day_in_words;
pub(crate) use self::odd::{is_odd_space, name_of};
pub(crate) use self::secret::hide_secrets;
pub(in crate::source) use self::secret::{is_structure, secrets};

/// TOML that was read.
pub struct Toml<'a> {
    /// What could be understood.
    pub table: Located<DeTable<'a>>,
    /// What is wrong with the rest, one problem a mistake.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The statements of TOML that is broken somewhere. Those that could not be read have their bytes: nothing is known of
    /// their values. The others were perhaps passed over.
    pub broken: Vec<BrokenStatement>,
}

/// A statement that could not be read, or stands among such.
#[derive(Debug, PartialEq, Eq)]
pub struct BrokenStatement {
    /// Its bytes, counted from the beginning of the TOML; none where nothing is wrong with it.
    pub(crate) range: Range<usize>,
    /// Its key, as far as one could be read.
    pub(crate) key: String,
}

/// Parses TOML, as much as can be understood of it; `offset` is where in the file it begins.
#[must_use]
pub fn parse_toml<'a>(path: &SourcePath, toml: &'a str, offset: usize) -> Toml<'a> {
    let (table, errors) = DeTable::parse_recoverable(toml);
    if errors.is_empty() {
        return Toml {
            table,
            diagnostics: Vec::new(),
            broken: Vec::new(),
        };
    }
    // By place, and in the order in which the reader told them: of thousands, each is looked at once.
    let left = errors.into_iter().enumerate().map(|(number, error)| {
        let range = error.span().unwrap_or(0..0);
        ((range.start, number), (range, error.message().to_owned()))
    });
    let mut left: BTreeMap<_, _> = left.collect();
    let (mut diagnostics, mut broken) = (Vec::new(), Vec::new());
    let statements = scan::statements(toml, offset > 0);
    let mut told_of = Headings::of(toml, &statements);
    for statement in statements {
        let range = statement.range.clone();
        let end = range.end + usize::from(range.end == toml.len());
        let told = left.extract_if((range.start, 0)..(end.max(range.start), 0), |_, _| true);
        let mut told: Vec<_> = told.map(|((_, number), error)| (number, error)).collect();
        told.sort_unstable_by_key(|(number, _)| *number);
        let told: Vec<_> = told.into_iter().map(|(_, error)| error).collect();
        if told_of.is_known(&statement, &told) {
            // It follows from a heading that is at fault. What stands below that is not read, and perhaps lacking.
            broken.push(BrokenStatement {
                range: statement.range,
                key: statement.key,
            });
            continue;
        }
        let causes = if told.is_empty() {
            // A mistake that TOML met only further on, such as a list that is not closed.
            statement.causes
        } else if let Some(cause) = told_of.cause(&statement, &told) {
            vec![cause]
        } else if statement.causes.is_empty() {
            told.iter()
                .take(1)
                .map(|error| {
                    let (range, reason) = error;
                    unread(toml, &statement.key, range, reason)
                })
                .collect()
        } else {
            statement.causes
        };
        let causes = if path.as_str() == CONFIG {
            without_secrets(causes, &toml[range.clone()], range.start)
        } else {
            causes
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
        let mut left: Vec<_> = left.into_iter().collect();
        left.sort_unstable_by_key(|((_, number), _)| *number);
        let causes = left
            .iter()
            .map(|(_, (range, reason))| unread(toml, "", range, reason));
        diagnostics.extend(causes.map(|cause| diagnostic(cause, path, offset)));
    }
    Toml {
        table,
        diagnostics,
        broken,
    }
}

/// What is wrong with a statement, in one sentence without its value where that is a secret: words that say what is meant
/// repeat what was written.
fn without_secrets(causes: Vec<Cause>, statement: &str, start: usize) -> Vec<Cause> {
    let written = statement.split(['=', ':']).next().unwrap_or_default();
    let key = written.trim();
    if causes.is_empty() || !is_secret(key) {
        return causes;
    }
    let start = start + written.len() - written.trim_start().len();
    let message = text!("toml-secret", key);
    let hint = text!("toml-secret-hint");
    vec![Cause::told(start..start + key.len(), message, hint)]
}

/// An error of TOML's reader, and where it is.
type Told = (Range<usize>, String);

fn is_twice((_, reason): &Told) -> bool {
    reason.contains("duplicate key")
}

/// What is known of headings: a second one of a name is one mistake, with all that stands below it.
struct Headings {
    /// Those that are lists of tables somewhere, by name.
    lists: BTreeSet<String>,
    /// Whether the heading above is at fault.
    is_lost: bool,
    /// The names of which has been told that they are a table here and a list there.
    mixed: BTreeSet<String>,
}

impl Headings {
    fn of(toml: &str, statements: &[scan::Statement]) -> Self {
        let lists = statements.iter().filter(|statement| {
            statement.is_heading && toml[statement.range.clone()].starts_with("[[")
        });
        Self {
            lists: lists.map(|statement| statement.key.clone()).collect(),
            is_lost: false,
            mixed: BTreeSet::new(),
        }
    }

    /// Whether a statement only says again what is wrong with a heading.
    fn is_known(&mut self, statement: &scan::Statement, told: &[Told]) -> bool {
        let are_twice = !told.is_empty() && told.iter().all(is_twice);
        if statement.is_heading {
            self.is_lost = are_twice || !statement.causes.is_empty();
            return are_twice && self.mixed.contains(&statement.key);
        }
        self.is_lost && are_twice && statement.causes.is_empty()
    }

    /// What is wrong with a heading that TOML meets for the second time.
    fn cause(&mut self, statement: &scan::Statement, told: &[Told]) -> Option<Cause> {
        if !statement.is_heading || !statement.causes.is_empty() || !told.iter().all(is_twice) {
            return None;
        }
        let key = statement.key.as_str();
        let start = statement.range.start;
        if !self.lists.contains(key) {
            let range = start..statement.range.end;
            let message = text!("toml-heading-twice", heading = format!("[{key}]"));
            return Some(Cause::told(
                range,
                message,
                text!("toml-heading-twice-hint"),
            ));
        }
        self.mixed.insert(key.to_owned());
        let range = start..start + key.len() + 2;
        let message = text!("toml-heading-single", heading = format!("[{key}]"));
        Some(Cause::replaced(
            range,
            message,
            &format!("[[{key}]]"),
            false,
        ))
    }
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
#[must_use]
pub fn integer(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

#[cfg(test)]
mod tests;
