//! The tables of an array in front matter, each by itself, so that some can be changed, added or left out, with whatever else a
//! person has written into them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::entry_text::EntryText;
use super::statements::{self, Shape, shape};
use crate::content::front_matter;
use crate::source::integer;

/// One table of an array, as TOML that says nothing else.
#[derive(Debug, Clone)]
pub(super) struct Table {
    name: String,
    toml: String,
}

impl Table {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            toml: format!("[[{name}]]\n"),
        }
    }

    pub(super) fn integer(&self, key: &str) -> Option<i64> {
        self.read(|table| integer(table.get(key)?.get_ref()))
    }

    /// Gives a key a value in TOML, or takes the key out. One that is new comes behind another.
    pub(super) fn set(&mut self, key: &str, value: Option<&str>, behind: &str) {
        enum Place {
            Value(Range<usize>),
            Lines(Vec<Range<usize>>),
            Behind(usize),
        }
        let place = self.read(|table| {
            let lines = |name: &str| statements::of_key(&self.toml, table, name);
            Some(match (table.get_key_value(key), value) {
                (Some((name, old)), Some(_)) if shape(&name.span(), old) == Shape::Value => {
                    Place::Value(old.span())
                }
                (Some(_), None) => {
                    Place::Lines(lines(key).into_iter().map(|one| one.lines).collect())
                }
                (None, Some(_)) => {
                    let at = lines(behind).pop().map(|one| one.lines.end);
                    let end = || self.toml.find('\n').map(|at| at + 1);
                    Place::Behind(at.or_else(end)?)
                }
                (Some(_), Some(_)) | (None, None) => return None,
            })
        });
        let value = value.unwrap_or_default();
        match place {
            Some(Place::Value(range)) => self.toml.replace_range(range, value),
            Some(Place::Lines(lines)) => {
                for range in lines.into_iter().rev() {
                    self.toml.replace_range(range, "");
                }
            }
            Some(Place::Behind(at)) => self.toml.insert_str(at, &format!("{key} = {value}\n")),
            None => {}
        }
    }

    fn read<T>(&self, read: impl FnOnce(&DeTable<'_>) -> Option<T>) -> Option<T> {
        let document = DeTable::parse(&self.toml).ok()?;
        match document.get_ref().get(self.name.as_str())?.get_ref() {
            DeValue::Array(items) => match items.first()?.get_ref() {
                DeValue::Table(table) => read(table),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The tables of an array, as `[[name]]` or as values of a list, with the remarks that stand above and in them.
pub(super) fn of(text: &EntryText, name: &str) -> Vec<Table> {
    let tables = text.read(|toml, table, _| {
        let (key, value) = table.get_key_value(name)?;
        let DeValue::Array(items) = value.get_ref() else {
            return None;
        };
        let written: Vec<String> = if shape(&key.span(), value) == Shape::Header {
            let ranges = ranges(toml, table, name);
            let written = ranges.iter().map(|all| {
                let all = all.iter().map(|range| &toml[range.clone()]);
                all.collect::<String>()
            });
            written.collect()
        } else {
            let written = items.iter().map(|item| {
                let mut lines = format!("[[{name}]]\n");
                if let DeValue::Table(table) = item.get_ref() {
                    values(toml, table, "", &mut lines);
                }
                lines
            });
            written.collect()
        };
        let tables = written.into_iter().map(|toml| Table {
            name: name.to_owned(),
            toml: toml.trim_matches(['\n', '\r']).to_owned() + "\n",
        });
        Some(tables.collect())
    });
    tables.unwrap_or_default()
}

/// Puts other tables in place of those of an array, which become `[[name]]`.
pub(super) fn replace(text: &mut EntryText, name: &str, tables: &[Table]) {
    let tables: Vec<&str> = tables.iter().map(|table| table.toml.as_str()).collect();
    let tables = tables.join("\n");
    let ranges = text.read(|toml, table, start| {
        let (key, value) = table.get_key_value(name)?;
        let is_headed = shape(&key.span(), value) == Shape::Header;
        let ranges = ranges(toml, table, name).into_iter().flatten();
        let ranges = ranges.filter(|_| is_headed);
        let ranges = ranges.map(|range| range.start + start..range.end + start);
        Some(ranges.collect::<Vec<_>>())
    });
    let ranges = ranges.unwrap_or_default();
    for range in ranges.iter().skip(1).rev() {
        text.replace(range.clone(), "");
    }
    if let Some(first) = ranges.first() {
        text.replace(first.clone(), &tables);
        return;
    }
    text.remove_key(name);
    let Some(end) = front_matter(text.source()).map(|halves| halves.end) else {
        return;
    };
    let before = &text.text()[..end];
    let lines = if before.ends_with('\n') || before.is_empty() {
        "\n"
    } else {
        "\n\n"
    };
    text.replace(end..end, &format!("{lines}{tables}"));
}

/// The bytes of each table of an array: its lines, and empty lines and remarks in and above it. Tables of others may stand
/// between.
fn ranges(toml: &str, table: &DeTable<'_>, name: &str) -> Vec<Vec<Range<usize>>> {
    let Some(DeValue::Array(items)) = table.get(name).map(Spanned::get_ref) else {
        return Vec::new();
    };
    let mut end: Option<usize> = None;
    let all = items.iter().map(|item| {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for statement in statements::of_item(toml, item) {
            let lines = statement.lines;
            let start =
                end.filter(|end| *end <= lines.start && says_nothing(&toml[*end..lines.start]));
            let start = start.unwrap_or(lines.start);
            end = Some(lines.end);
            match ranges.last_mut().filter(|last| last.end == start) {
                Some(last) => last.end = lines.end,
                None => ranges.push(start..lines.end),
            }
        }
        ranges
    });
    all.collect()
}

/// Whether there is nothing but empty lines and remarks.
fn says_nothing(toml: &str) -> bool {
    let mut lines = toml.lines().map(str::trim);
    lines.all(|line| line.is_empty() || line.starts_with('#'))
}

/// The values of a table that is itself a value, each on a line.
fn values(toml: &str, table: &DeTable<'_>, above: &str, lines: &mut String) {
    for (key, value) in table {
        let name = format!("{above}{}", &toml[key.span()]);
        match (shape(&key.span(), value), value.get_ref()) {
            (Shape::Dotted, DeValue::Table(table)) => {
                values(toml, table, &format!("{name}."), lines);
            }
            _ => lines.push_str(&format!("{name} = {}\n", &toml[value.span()])),
        }
    }
}
