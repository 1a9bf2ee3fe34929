//! The text of an entry's file, with single keys of its front matter written anew and everything else left as it is.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::statements::{self, Shape, shape};
use crate::content::front_matter;
use crate::source::{Source, parse_toml, quoted};

/// Words of a paragraph: the source, where it is named, the number, the words.
pub(super) type Quoted = (Option<String>, i64, Vec<String>);

/// A file of an entry. What TOML cannot read in it stays as it is.
#[derive(Clone)]
pub(super) struct EntryText {
    source: Source,
}

impl EntryText {
    pub(super) fn of(source: &Source) -> Self {
        Self {
            source: source.clone(),
        }
    }

    pub(super) fn into_source(self) -> Source {
        self.source
    }

    pub(super) fn source(&self) -> &Source {
        &self.source
    }

    pub(super) fn text(&self) -> &str {
        self.source.text()
    }

    /// What is said of the table of the front matter, which begins at a byte of the file. None where it cannot be read.
    pub(super) fn read<T>(
        &self,
        read: impl FnOnce(&str, &DeTable<'_>, usize) -> Option<T>,
    ) -> Option<T> {
        let halves = front_matter(&self.source)?;
        let toml = &self.text()[halves.clone()];
        let parsed = parse_toml(self.source.path(), toml, halves.start);
        let is_whole = parsed.broken.is_empty();
        is_whole
            .then(|| read(toml, parsed.table.get_ref(), halves.start))
            .flatten()
    }

    pub(super) fn replace(&mut self, range: Range<usize>, with: &str) {
        let mut text = self.text().to_owned();
        text.replace_range(range, with);
        self.source = Source::new(self.source.path().clone(), text.into_bytes());
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.read(|_, table, _| table.get(name).map(|_| ()))
            .is_some()
    }

    pub(super) fn remove_key(&mut self, name: &str) {
        let lines = self.read(|toml, table, start| {
            let all = statements::of_key(toml, table, name).into_iter();
            Some(
                all.map(|statement| moved(&statement.lines, start))
                    .collect::<Vec<_>>(),
            )
        });
        for range in lines.unwrap_or_default().into_iter().rev() {
            self.replace(range, "");
        }
    }

    /// Gives a key that there is another text.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        if let Some(range) = self.value(name) {
            self.replace(range, &quoted(value));
        }
    }

    /// Gives a key a value in TOML, behind the other keys where there is none yet. Whether that could be done.
    pub(super) fn write(&mut self, name: &str, value: &str) -> bool {
        if let Some(range) = self.value(name) {
            self.replace(range, value);
            return true;
        }
        let end = self.read(|toml, table, start| {
            Some(start + statements::end_of_keys(toml, table).unwrap_or_default())
        });
        match end.filter(|_| !self.has(name)) {
            Some(at) => {
                self.insert_lines(at, &format!("{name} = {value}\n"));
                true
            }
            None => false,
        }
    }

    /// The strings that a key has, as a list or alone.
    pub(super) fn strings(&self, name: &str) -> Vec<String> {
        let strings = self.read(|_, table, _| {
            let words = |value: &Spanned<DeValue<'_>>| value.get_ref().as_str().map(str::to_owned);
            let value = table.get(name)?;
            Some(match value.get_ref() {
                DeValue::Array(items) => items.iter().filter_map(words).collect(),
                _ => words(value).into_iter().collect(),
            })
        });
        strings.unwrap_or_default()
    }

    /// The bytes of a value behind its key.
    fn value(&self, name: &str) -> Option<Range<usize>> {
        self.read(|_, table, start| {
            let (key, value) = table.get_key_value(name)?;
            (shape(&key.span(), value) == Shape::Value).then(|| moved(&value.span(), start))
        })
    }

    /// Puts whole lines where others begin or end.
    fn insert_lines(&mut self, at: usize, lines: &str) {
        let is_open = at > 0 && !self.text()[..at].ends_with('\n');
        let open = if is_open { "\n" } else { "" };
        self.replace(at..at, &format!("{open}{lines}"));
    }

    /// Adds quotations to a list, which may not be there yet.
    pub(super) fn add_citations(&mut self, name: &str, citations: &[Quoted]) {
        if citations.is_empty() {
            return;
        }
        let fields = citations.iter().map(|(source, paragraph, quote)| {
            let quote: Vec<String> = quote.iter().map(|words| quoted(words)).collect();
            let source = source
                .iter()
                .map(|source| format!("source = {}", quoted(source)));
            let rest = [
                format!("p = {paragraph}"),
                format!("quote = [{}]", quote.join(", ")),
            ];
            source.chain(rest).collect()
        });
        let fields: Vec<Vec<String>> = fields.collect();
        let items = fields
            .iter()
            .map(|fields| format!("  {{ {} }}", fields.join(", ")));
        let items: Vec<String> = items.collect();
        let list = self.read(|toml, table, start| {
            let (key, value) = table.get_key_value(name)?;
            let DeValue::Array(array) = value.get_ref() else {
                return None;
            };
            if shape(&key.span(), value) == Shape::Header {
                let last = statements::of_key(toml, table, name).pop()?;
                return Some((start + last.lines.end, true, true));
            }
            let last = array.last().map(|item| item.span().end);
            // A comma that may follow comes behind all of them.
            let at = last.unwrap_or(value.span().start + 1);
            Some((start + at, last.is_some(), false))
        });
        match list {
            Some((at, _, true)) => {
                let tables = fields
                    .iter()
                    .map(|fields| format!("\n[[{name}]]\n{}\n", fields.join("\n")));
                self.insert_lines(at, &tables.collect::<String>());
            }
            Some((at, true, false)) => {
                self.replace(at..at, &format!(",\n{}", items.join(",\n")));
            }
            Some((at, false, false)) => {
                self.replace(at..at, &format!("\n{},\n", items.join(",\n")));
            }
            None => {
                self.write(name, &format!("[\n{},\n]", items.join(",\n")));
            }
        }
    }

    /// Replaces an item of a list by another name, or takes it out with its comma. What is no item of a list stays.
    pub(super) fn replace_item(&mut self, range: Range<usize>, name: Option<&str>) {
        let found = self.read(|toml, table, start| {
            let inner = range.start.checked_sub(start)?..range.end.checked_sub(start)?;
            let is_string = toml.get(inner.clone())?.starts_with(['"', '\'']);
            if let Some(name) = name {
                return is_string.then(|| (range.clone(), quoted(name)));
            }
            let gone = without(toml, table, &inner)?;
            Some((moved(&gone, start), String::new()))
        });
        if let Some((range, with)) = found {
            self.replace(range, &with);
        }
    }
}

fn moved(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

/// The bytes that go with an item of any array of a table.
fn without(toml: &str, table: &DeTable<'_>, item: &Range<usize>) -> Option<Range<usize>> {
    let mut values = table.iter().map(|(_, value)| value);
    values.find_map(|value| match value.get_ref() {
        DeValue::Table(table) => without(toml, table, item),
        DeValue::Array(items) => without_item(toml, items, item, value.span().end),
        _ => None,
    })
}

fn without_item(
    toml: &str,
    items: &DeArray<'_>,
    item: &Range<usize>,
    end: usize,
) -> Option<Range<usize>> {
    let spans: Vec<Range<usize>> = items.iter().map(Spanned::span).collect();
    let Some(at) = spans.iter().position(|span| span == item) else {
        return items.iter().find_map(|value| match value.get_ref() {
            DeValue::Table(table) => without(toml, table, item),
            DeValue::Array(items) => without_item(toml, items, item, value.span().end),
            _ => None,
        });
    };
    let next = spans.get(at + 1).map_or(end, |next| next.start);
    if let Some(comma) = comma(toml, item.end..next) {
        let rest = &toml[comma + 1..];
        let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
        return Some(item.start..comma + 1 + blank);
    }
    // The last: the comma before it goes as well, where no remark is between.
    let before = at.checked_sub(1).map_or(item.start, |at| spans[at].end);
    let comma = comma(toml, before..item.start);
    let comma = comma.filter(|comma| toml[comma + 1..item.start].trim().is_empty());
    Some(comma.unwrap_or(item.start)..item.end)
}

/// The comma between two items, where nothing else is but spaces and remarks.
fn comma(toml: &str, between: Range<usize>) -> Option<usize> {
    let mut is_remark = false;
    let mut all = toml[between.clone()].char_indices();
    let found = all.find(|(_, c)| {
        is_remark = *c == '#' || is_remark && *c != '\n';
        *c == ',' && !is_remark
    });
    found.map(|(at, _)| between.start + at)
}

#[cfg(test)]
mod tests;
