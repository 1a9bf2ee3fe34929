//! Where the keys of a table stand in TOML, by the spans of its parser: the lines that each has, as a value, under a header, or
//! under many.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A key with its value, or a header: whole lines, since nothing else may stand on them but a comment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Statement {
    /// From the beginning of the first line to the end of the last.
    pub(super) lines: Range<usize>,
    /// Whether it is a header, or stands below one that the table itself does not have.
    pub(super) is_headed: bool,
}

/// How a value stands to its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// `key = value`.
    Value,
    /// `[key]`, or `[[key]]`.
    Header,
    /// `key.other = value`, or `[key.other]`.
    Dotted,
}

/// How a key's value is written. A header begins before its key, and what is only named on the way has the place of the key.
pub(super) fn shape(key: &Range<usize>, value: &Spanned<DeValue<'_>>) -> Shape {
    match value.span().start.cmp(&key.start) {
        std::cmp::Ordering::Less => Shape::Header,
        std::cmp::Ordering::Equal => Shape::Dotted,
        std::cmp::Ordering::Greater => Shape::Value,
    }
}

/// The statements of a key of a table, in their order.
pub(super) fn of_key(toml: &str, table: &DeTable<'_>, name: &str) -> Vec<Statement> {
    let mut all = Vec::new();
    if let Some((key, value)) = table.get_key_value(name) {
        add(toml, &key.span(), value, false, &mut all);
    }
    in_order(all)
}

/// The statements of an item of an array that is written as `[[name]]`.
pub(super) fn of_item(toml: &str, item: &Spanned<DeValue<'_>>) -> Vec<Statement> {
    let mut all = Vec::new();
    add_item(toml, item, &mut all);
    in_order(all)
}

/// Where another key of a table can stand behind all others: before whatever has a header.
pub(super) fn end_of_keys(toml: &str, table: &DeTable<'_>) -> Option<usize> {
    let mut all = Vec::new();
    for (key, value) in table {
        add(toml, &key.span(), value, false, &mut all);
    }
    let own = all.iter().filter(|statement| !statement.is_headed);
    own.map(|statement| statement.lines.end).max()
}

fn in_order(mut all: Vec<Statement>) -> Vec<Statement> {
    all.sort_by_key(|statement| statement.lines.start);
    all
}

fn add(
    toml: &str,
    key: &Range<usize>,
    value: &Spanned<DeValue<'_>>,
    is_headed: bool,
    all: &mut Vec<Statement>,
) {
    let shape = shape(key, value);
    match (shape, value.get_ref()) {
        (Shape::Header, DeValue::Array(items)) => {
            for item in items {
                add_item(toml, item, all);
            }
        }
        (Shape::Header, DeValue::Table(_)) => add_item(toml, value, all),
        (Shape::Dotted, DeValue::Table(table)) => {
            for (key, value) in table {
                add(toml, &key.span(), value, is_headed, all);
            }
        }
        _ => all.push(Statement {
            lines: lines(toml, &(key.start..value.span().end)),
            is_headed,
        }),
    }
}

/// A header, and all that is below it.
fn add_item(toml: &str, item: &Spanned<DeValue<'_>>, all: &mut Vec<Statement>) {
    all.push(Statement {
        lines: lines(toml, &item.span()),
        is_headed: true,
    });
    if let DeValue::Table(table) = item.get_ref() {
        for (key, value) in table {
            add(toml, &key.span(), value, true, all);
        }
    }
}

/// The whole lines of which a range is a part.
fn lines(toml: &str, range: &Range<usize>) -> Range<usize> {
    let start = toml[..range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = toml[range.end..].find('\n');
    start..end.map_or(toml.len(), |at| range.end + at + 1)
}
