//! A TOML table that is read key by key. Keys that are never asked for are reported as unknown.

use std::collections::BTreeSet;
use std::ops::Range;
use std::ops::RangeInclusive;

use toml::Spanned as Located;
use toml::de::{DeString, DeTable, DeValue};

pub(super) use super::file::File;
use super::meant::{Meant, meant};
use crate::diagnostic::Diagnostic;
use crate::locale::{Argument, Text, text};
use crate::schema::{Spanned, suggestion};
use crate::source::{integer, unquoted};

/// One table.
pub(super) struct Table<'a> {
    name: String,
    range: Range<usize>,
    entries: &'a DeTable<'a>,
    asked: BTreeSet<&'static str>,
}

impl<'a> Table<'a> {
    pub(super) fn new(name: &str, entries: &'a DeTable<'a>, range: Range<usize>) -> Self {
        Self {
            name: name.to_owned(),
            range,
            entries,
            asked: BTreeSet::new(),
        }
    }

    /// All that stands in it.
    pub(super) fn entries(&self) -> &'a DeTable<'a> {
        self.entries
    }

    pub(super) fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The value of a key. The key counts as known from now on.
    pub(super) fn get(&mut self, key: &'static str) -> Option<&'a Located<DeValue<'a>>> {
        self.asked.insert(key);
        self.entries.get(key)
    }

    pub(super) fn string(
        &mut self,
        file: &mut File<'_>,
        key: &'static str,
    ) -> Option<Spanned<String>> {
        let value = self.get(key)?;
        let text = value.get_ref().as_str().map(str::to_owned);
        typed(file, key, value, text, text!("kind-string"))
    }

    /// A required string, which must not be empty.
    pub(super) fn required(
        &mut self,
        file: &mut File<'_>,
        key: &'static str,
        hint: Text,
    ) -> Option<Spanned<String>> {
        let value = self.string(file, key);
        let Some(text) = &value else {
            self.missing(file, key, hint);
            return None;
        };
        if text.value.is_empty() {
            let message = text!("key-empty", key);
            file.error("E105", message, text.span.clone(), hint);
            return None;
        }
        value
    }

    /// A string without its place.
    pub(super) fn text(&mut self, file: &mut File<'_>, key: &'static str) -> Option<String> {
        self.string(file, key).map(|text| text.value)
    }

    pub(super) fn int(&mut self, file: &mut File<'_>, key: &'static str) -> Option<Spanned<i64>> {
        let value = self.get(key)?;
        let number = integer(value.get_ref());
        typed(file, key, value, number, text!("kind-int"))
    }

    pub(super) fn bool(&mut self, file: &mut File<'_>, key: &'static str) -> Option<Spanned<bool>> {
        let value = self.get(key)?;
        let truth = value.get_ref().as_bool();
        typed(file, key, value, truth, text!("kind-bool"))
    }

    /// A boolean; false if the key is missing.
    pub(super) fn flag(&mut self, file: &mut File<'_>, key: &'static str) -> bool {
        self.bool(file, key).is_some_and(|truth| truth.value)
    }

    /// A number within limits. `problem` gives the message and the hint for others.
    pub(super) fn number<T: TryFrom<i64>>(
        &mut self,
        file: &mut File<'_>,
        key: &'static str,
        limits: RangeInclusive<i64>,
        problem: impl FnOnce(i64) -> (Text, Text),
    ) -> Option<T> {
        let number = self.int(file, key)?;
        within(file, number, &limits, problem)
    }

    /// A list of numbers within limits. `problem` gives the message and the hint for others.
    pub(super) fn numbers<T: TryFrom<i64>>(
        &mut self,
        file: &mut File<'_>,
        key: &'static str,
        limits: RangeInclusive<i64>,
        problem: impl Fn(i64) -> (Text, Text),
    ) -> Option<Vec<T>> {
        let value = self.get(key)?;
        let items = value.get_ref().as_array();
        let items = typed(file, key, value, items, text!("kind-list"))?.value;
        let read = items.iter().filter_map(|item| {
            let number = integer(item.get_ref());
            let number = typed(file, key, item, number, text!("kind-int"))?;
            within(file, number, &limits, &problem)
        });
        Some(read.collect())
    }

    /// A list of strings; a single string is a list of one.
    pub(super) fn strings(
        &mut self,
        file: &mut File<'_>,
        key: &'static str,
    ) -> Vec<Spanned<String>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let single = std::slice::from_ref(value);
        let items = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => single.iter().collect::<Vec<_>>(),
        };
        items
            .into_iter()
            .filter_map(|item| {
                let text = item.get_ref().as_str().map(str::to_owned);
                typed(file, key, item, text, text!("kind-string"))
            })
            .collect()
    }

    pub(super) fn table(&mut self, file: &mut File<'_>, key: &'static str) -> Option<Table<'a>> {
        let value = self.get(key)?;
        let name = format!("{}.{key}", self.name);
        let table = value.get_ref().as_table();
        let table =
            table.map(|table| Table::new(name.trim_start_matches('.'), table, value.span()));
        typed(file, key, value, table, text!("kind-table")).map(|table| table.value)
    }

    pub(super) fn tables(&mut self, file: &mut File<'_>, key: &'static str) -> Vec<Table<'a>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let name = format!("{}.{key}", self.name);
        tables_of(file, name.trim_start_matches('.'), value)
    }

    /// The keys with their values in the order in which they are written: for tables whose keys are names.
    pub(super) fn named(
        &self,
        file: &File<'_>,
    ) -> Vec<(Spanned<String>, &'a Located<DeValue<'a>>)> {
        let named = in_order(self.entries).into_iter();
        let named = named.map(|(key, value)| {
            let name = Spanned {
                value: key.get_ref().to_string(),
                span: file.span(key.span()),
            };
            (name, value)
        });
        named.collect()
    }

    /// The subtables with their names in the order in which they are written. Other values are reported.
    pub(super) fn named_tables(&self, file: &mut File<'_>) -> Vec<(Spanned<String>, Table<'a>)> {
        let mut tables = Vec::new();
        let named = self.named(file);
        let is_table = |(_, value): &(_, &Located<DeValue<'_>>)| value.get_ref().is_table();
        if let Some((name, first)) = named.first().filter(|_| !named.iter().any(is_table)) {
            // The keys of a table that lacks its name.
            let message = text!(
                "table-expected",
                name = format!("{}.{}", self.name, name.value)
            );
            let hint = text!("table-named-hint", name = &self.name);
            file.error("E104", message, file.span(first.span()), hint);
            return tables;
        }
        for (name, value) in named {
            let section = format!("{}.{}", self.name, name.value);
            if let Some(entries) = value.get_ref().as_table() {
                tables.push((name, Table::new(&section, entries, value.span())));
            } else {
                let hint = text!("table-expected-hint", name = &section);
                let message = text!("table-expected", name = section);
                file.error("E104", message, file.span(value.span()), hint);
            }
        }
        tables
    }

    /// Reports a missing key. A key with a value of the wrong type has already been reported.
    pub(super) fn missing(&self, file: &mut File<'_>, key: &str, hint: Text) {
        if self.entries.contains_key(key) {
            return;
        }
        let message = text!("key-missing", key, table = &self.name);
        file.error("E103", message, file.span(self.range()), hint);
    }

    /// The key that is missing, where one that nobody knows stands alone.
    fn only_missing(&self, file: &File<'_>) -> Option<String> {
        let span = Some(file.span(self.range()));
        let missing = file.diagnostics.iter();
        let mut missing = missing
            .filter(|one| one.message.id() == Some("key-missing") && one.span == span)
            .filter_map(|one| one.message.arguments().first());
        match (missing.next(), missing.next()) {
            (Some((_, Argument::Words(key))), None) => Some(key.clone()),
            _ => None,
        }
    }

    /// Reports the keys that nobody asked for. A key that is missing because it is misspelt is one mistake, not two.
    pub(super) fn finish(self, file: &mut File<'_>) {
        let known: Vec<_> = self.asked.iter().copied().collect();
        let is_alone = self.entries.len() == 1;
        let only_missing = is_alone.then(|| self.only_missing(file)).flatten();
        for (key, value) in self.entries {
            let name: &str = key.get_ref();
            if self.asked.contains(name) {
                continue;
            }
            let hint = match meant(
                &self.name,
                (name, value.get_ref()),
                &known,
                only_missing.as_deref(),
            ) {
                Meant::Key(near) => {
                    let message = text!("key-missing", key = near, table = &self.name);
                    let span = Some(file.span(self.range()));
                    let is_it = |one: &Diagnostic| one.message == message && one.span == span;
                    if let Some(at) = file.diagnostics.iter().rposition(is_it) {
                        file.diagnostics.remove(at);
                    }
                    suggestion(name, near)
                }
                Meant::Told(hint) => hint,
            };
            let message = match self.name.as_str() {
                "" => text!("key-unknown", key = name),
                table => text!("key-unknown-in-table", key = name, table),
            };
            file.error("E102", message, file.span(key.span()), hint);
        }
    }
}

/// A number that has to be within limits, and in what holds it.
fn within<T: TryFrom<i64>>(
    file: &mut File<'_>,
    number: Spanned<i64>,
    limits: &RangeInclusive<i64>,
    problem: impl FnOnce(i64) -> (Text, Text),
) -> Option<T> {
    let read = Some(number.value).filter(|number| limits.contains(number));
    let read = read.and_then(|number| T::try_from(number).ok());
    if read.is_none() {
        let (message, hint) = problem(number.value);
        file.error("E105", message, number.span, hint);
    }
    read
}

/// The keys of a table with their values, in the order in which they are written.
pub(crate) fn in_order<'a>(
    entries: &'a DeTable<'a>,
) -> Vec<(&'a Located<DeString<'a>>, &'a Located<DeValue<'a>>)> {
    let mut all: Vec<_> = entries.iter().collect();
    all.sort_by_key(|(key, _)| key.span().start);
    all
}

/// The tables of a list of tables. Other values are reported.
pub(super) fn tables_of<'a>(
    file: &mut File<'_>,
    name: &str,
    value: &'a Located<DeValue<'a>>,
) -> Vec<Table<'a>> {
    let hint = text!("tables-expected-hint", name);
    let Some(items) = value.get_ref().as_array() else {
        let message = text!("tables-expected", name);
        file.error("E104", message, file.span(value.span()), hint);
        return Vec::new();
    };
    let mut tables = Vec::new();
    for item in items {
        if let Some(table) = item.get_ref().as_table() {
            tables.push(Table::new(name, table, item.span()));
        } else {
            let message = text!("item-not-a-table", name);
            file.error("E104", message, file.span(item.span()), hint.clone());
        }
    }
    tables
}

pub(super) fn typed<T>(
    file: &mut File<'_>,
    key: &str,
    value: &Located<DeValue<'_>>,
    read: Option<T>,
    expected: Text,
) -> Option<Spanned<T>> {
    let span = file.span(value.span());
    if read.is_none() {
        let message = text!("key-mistyped", key, expected = expected.clone());
        let right = value.get_ref().as_str().and_then(unquoted);
        let is_meant = match expected.id() {
            Some("kind-int") => right
                .as_ref()
                .is_some_and(|right| right.parse::<i64>().is_ok()),
            Some("kind-bool") => right
                .as_ref()
                .is_some_and(|right| right.parse::<bool>().is_ok()),
            _ => false,
        };
        let hint = match right.filter(|_| is_meant) {
            Some(right) => text!("write-instead", words = right),
            None => text!("key-mistyped-hint", expected),
        };
        file.error("E104", message, span.clone(), hint);
    }
    read.map(|value| Spanned { value, span })
}

/// TOML as a template sees it.
pub(crate) fn plain(value: &DeValue<'_>) -> tera::Value {
    match value {
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Integer(_) => integer(value).unwrap_or_default().into(),
        DeValue::Float(number) => number.as_str().parse::<f64>().unwrap_or_default().into(),
        DeValue::Boolean(truth) => (*truth).into(),
        DeValue::Datetime(datetime) => datetime.to_string().into(),
        DeValue::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| plain(item.get_ref())).collect();
            items.into()
        }
        DeValue::Table(table) => {
            let named = in_order(table).into_iter();
            let map: tera::Map = named
                .map(|(key, value)| (key.get_ref().to_string().into(), plain(value.get_ref())))
                .collect();
            map.into()
        }
    }
}

#[cfg(test)]
mod tests;
