//! A file of `data/` as a value: for templates that load it, and for collections whose entries are in it.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use super::refused::too_large;
use crate::config::{Config, in_order, plain};
use crate::diagnostic::{Checked, Diagnostic};
use crate::locale::text;
use crate::source::values::{Cell, Format, parse_csv, parse_json, parse_yaml};
use crate::source::{Source, controls, parse_toml};

/// What a file says, as templates see it: of CSV a list with a map for each row. None if it cannot be read.
#[must_use]
pub fn parse_data(source: &Source, config: &Config) -> Checked<Option<tera::Value>> {
    let mut diagnostics = Vec::new();
    if !is_readable(source, config, &mut diagnostics) {
        return Checked::new(None, diagnostics);
    }
    diagnostics.extend(controls::problems(source));
    let value = if Format::of(source.path().as_str()) == Some(Format::Csv) {
        let (rows, faults) = parse_csv(source.text());
        let is_read = faults.is_empty();
        let faults = faults.into_iter().map(|one| one.told(source.path(), 0));
        diagnostics.extend(faults);
        let tables = rows.rows.iter().map(|row| {
            let table = DeValue::Table(cells(&rows.header, row));
            Located::new(0..0, table)
        });
        let tables: Vec<_> = tables.collect();
        is_read.then(|| list(&tables, keys(&rows.header)))
    } else {
        let value = parsed(source, &mut diagnostics);
        value.map(|value| shown(value.get_ref()))
    };
    Checked::new(value, diagnostics)
}

/// Whether a file is text, and no larger than files may be; what is wrong with it is reported.
pub(super) fn is_readable(
    source: &Source,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> bool {
    let is_csv = Format::of(source.path().as_str()) == Some(Format::Csv);
    let problem = source.problem().map(|problem| {
        if is_csv {
            problem.note(text!("csv-encoding"))
        } else {
            problem
        }
    });
    let problem = problem.or_else(|| too_large(source, config));
    let is_readable = problem.is_none();
    diagnostics.extend(problem);
    is_readable
}

/// The value of a file of JSON, YAML or TOML; none where there is none, or it cannot be read.
pub(super) fn parsed<'a>(
    source: &'a Source,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Located<DeValue<'a>>> {
    let (path, text) = (source.path(), source.text());
    let value = match Format::of(path.as_str()) {
        Some(Format::Json) => parse_json(text).map(Some),
        Some(Format::Yaml) => parse_yaml(text),
        Some(Format::Toml | Format::Csv) | None => {
            let toml = parse_toml(path, text, 0);
            let is_broken = !toml.broken.is_empty();
            diagnostics.extend(toml.diagnostics);
            let table = DeValue::Table(toml.table.into_inner());
            Ok((!is_broken).then(|| Located::new(0..text.len(), table)))
        }
    };
    let value = value.unwrap_or_else(|fault| {
        diagnostics.push(fault.told(path, 0));
        None
    })?;
    diagnostics.extend(controls::escaped_in(path, &value, text, 0));
    Some(value)
}

/// A value as templates see it.
fn shown(value: &DeValue<'_>) -> tera::Value {
    match value {
        DeValue::Array(items) => list(items, Vec::new()),
        DeValue::Table(table) => {
            let pairs = in_order(table).into_iter();
            let pairs = pairs
                .map(|(key, value)| (key.get_ref().to_string().into(), shown(value.get_ref())));
            pairs.collect::<tera::Map>().into()
        }
        other => plain(other),
    }
}

/// A list as templates see it: what some of its tables say is null in the others. `keys` are those that all of them have.
fn list<'a>(items: &'a [Located<DeValue<'_>>], mut keys: Vec<&'a str>) -> tera::Value {
    let tables: Option<Vec<_>> = items.iter().map(|item| item.get_ref().as_table()).collect();
    let Some(tables) = tables else {
        let items: Vec<_> = items.iter().map(|item| shown(item.get_ref())).collect();
        return items.into();
    };
    let mut known: BTreeSet<&str> = keys.iter().copied().collect();
    for table in &tables {
        for (key, _) in in_order(table) {
            if known.insert(key.get_ref()) {
                keys.push(key.get_ref());
            }
        }
    }
    let maps = tables.into_iter().map(|table| {
        let pairs = keys.iter().map(|key| {
            let value = table.get(*key).map(|value| shown(value.get_ref()));
            ((*key).to_owned().into(), value.into())
        });
        tera::Value::from(pairs.collect::<tera::Map>())
    });
    maps.collect::<Vec<_>>().into()
}

/// The keys that rows have, each once: of `price.from` and `price.to` there is one, which has both.
fn keys<'a>(header: &'a [Cell<'_>]) -> Vec<&'a str> {
    let names = header.iter().map(|cell| &*cell.text);
    let names = names.filter(|name| !name.is_empty());
    let firsts = names.map(|name| name.split('.').next().unwrap_or(name).trim());
    let mut known = BTreeSet::new();
    firsts.filter(|first| known.insert(*first)).collect()
}

/// A row as a table; what has no words is not in it.
pub(super) fn cells<'a>(header: &[Cell<'a>], row: &[Cell<'a>]) -> DeTable<'a> {
    let mut table = DeTable::new();
    for (name, cell) in header.iter().zip(row) {
        if cell.text.is_empty() {
            continue;
        }
        let value = DeValue::String(cell.text.clone());
        let value = Located::new(cell.range.clone(), value);
        put(&mut table, &name.text, &name.range, value);
    }
    table
}

/// Puts a cell where the name of its column says.
fn put<'a>(table: &mut DeTable<'a>, name: &str, place: &Range<usize>, value: Located<DeValue<'a>>) {
    let (first, rest) = match name.split_once('.') {
        Some((first, rest)) => (first.trim(), Some(rest)),
        None => (name.trim(), None),
    };
    if let Some(rest) = rest
        && let Some(inner) = table.get_mut(first)
    {
        if let DeValue::Table(inner) = inner.get_mut() {
            put(inner, rest, place, value);
        }
        return;
    }
    let value = match rest {
        None => value,
        Some(rest) => {
            let range = value.span();
            let mut inner = DeTable::new();
            put(&mut inner, rest, place, value);
            Located::new(range, DeValue::Table(inner))
        }
    };
    table.insert(Located::new(place.clone(), first.to_owned().into()), value);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_many_columns_is_one_value() {
        let columns: Vec<String> = (0..500).map(|number| format!("price.p{number}")).collect();
        let text = format!("name,{}\n", columns.join(","));
        let (rows, _) = parse_csv(&text);
        assert_eq!(keys(&rows.header), ["name", "price"]);
    }
}
