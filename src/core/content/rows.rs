//! Files of `data/` to documents: each row of CSV, each item of a list and each value that is called by a key becomes one, by the
//! same types as front matter.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned as Located;
use toml::de::{DeString, DeTable, DeValue};

use super::data;
use super::document::{Document, Parsed, Unread};
use super::reader::{FieldReader, Notation, read_fields};
use super::row_keys::standard_values;
use super::standard::{Standard, is_draft, of_name};
use crate::arabic;
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::locale::text;
use crate::markdown::{Body, Mentions, TextIds};
use crate::schema::{CollectionId, Guesses, LanguageId, RowFile, STANDARD_KEYS, is_slug};
use crate::source::typography::Judgement;
use crate::source::values::{Format, Rows, parse_csv};
use crate::source::{Source, controls, integer};

/// What a file comes to: its rows, and of which collections some could not be read.
#[derive(Debug, Clone, Default)]
pub struct ParsedRows {
    /// The rows that could be read.
    pub parsed: Vec<Parsed>,
    /// The collections of which there are more.
    pub unread: Vec<Unread>,
}

/// Reads one file of `data/`, for every collection whose rows it has.
#[must_use]
pub fn parse_rows(source: &Source, config: &Config) -> Checked<ParsedRows> {
    let mut rows = ParsedRows::default();
    let mut diagnostics = Vec::new();
    for id in config.schema.ids() {
        let declared = config.schema.collection(id).rows.as_ref();
        let Some(file) = declared.filter(|rows| rows.path == *source.path()) else {
            continue;
        };
        let is_first = rows.parsed.is_empty() && rows.unread.is_empty();
        if is_first && source.problem().is_none() {
            diagnostics.extend(controls::problems(source));
        }
        let reading = Reading {
            source,
            config,
            collection: id,
            file,
        };
        let is_whole = reading.read(&mut rows.parsed, &mut diagnostics);
        if !is_whole {
            rows.unread.push(Unread {
                collection: id,
                slug: None,
                path: source.path().clone(),
                prose: None,
            });
        }
    }
    // What is said of a column is said of each of its cells.
    let mut said = BTreeSet::new();
    diagnostics.retain(|one| {
        let place = one
            .span
            .as_ref()
            .map(|span| (span.range.start, span.range.end));
        said.insert((one.code, place, one.message.to_string()))
    });
    Checked::new(rows, diagnostics)
}

/// One file while it is read for one collection.
struct Reading<'a> {
    source: &'a Source,
    config: &'a Config,
    collection: CollectionId,
    file: &'a RowFile,
}

/// A row with what it is called by, if anything calls it.
struct Row<'a> {
    key: Option<Located<DeString<'a>>>,
    table: DeTable<'a>,
    range: Range<usize>,
}

impl<'a> Reading<'a> {
    /// Whether all rows could be read.
    fn read(&self, parsed: &mut Vec<Parsed>, diagnostics: &mut Vec<Diagnostic>) -> bool {
        let (path, text) = (self.source.path(), self.source.text());
        if !data::is_readable(self.source, self.config, diagnostics) {
            return false;
        }
        let before = diagnostics.len();
        let format = Format::of(path.as_str());
        let (rows, notation) = if format == Some(Format::Csv) {
            let (rows, faults) = parse_csv(text);
            diagnostics.extend(faults.into_iter().map(|fault| fault.told(path, 0)));
            (Self::of_table(&rows), Notation::Texts(&self.file.lists))
        } else {
            let value = data::parsed(self.source, diagnostics);
            let rows = value.map(|value| self.of_value(value, diagnostics));
            let notation = if format == Some(Format::Json) {
                Notation::WithoutDays
            } else {
                Notation::Typed
            };
            (rows.unwrap_or_default(), notation)
        };
        let mut is_whole = diagnostics.len() == before;
        for row in rows {
            let document = self.document(row, notation, diagnostics);
            is_whole &= document.is_some();
            parsed.extend(document.map(|document| Parsed {
                document: Arc::new(document),
                body: Arc::new(Body::default()),
            }));
        }
        is_whole
    }

    /// The rows of a table of cells. A name with dots stands for a value within a value.
    fn of_table(rows: &Rows<'a>) -> Vec<Row<'a>> {
        let rows_with_header = rows.rows.iter().map(|row| {
            let table = data::cells(&rows.header, row);
            let start = row.first().map_or(0, |cell| cell.range.start);
            let end = row.last().map_or(start, |cell| cell.range.end);
            Row {
                key: None,
                table,
                range: start..end,
            }
        });
        rows_with_header.collect()
    }

    /// The rows of a value: of a list, of the only list in a table, or of a table that calls each by a key.
    fn of_value(
        &self,
        value: Located<DeValue<'a>>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Row<'a>> {
        let path = self.source.path();
        let mut rows = Vec::new();
        let mut add = |key, value: Located<DeValue<'a>>| {
            let range = value.span();
            if let DeValue::Table(table) = value.into_inner() {
                rows.push(Row { key, table, range });
            } else {
                let problem = Diagnostic::error("E113", text!("row-no-table"));
                let span = Span::new(path, range);
                diagnostics.push(problem.at(span).hint(text!("row-no-table-hint")));
            }
        };
        match value.into_inner() {
            DeValue::Array(list) => list.into_iter().for_each(|item| add(None, item)),
            DeValue::Table(mut table) if has_one_list(&table) => {
                let (_, list) = table.iter_mut().next().expect("it has one");
                let list = std::mem::replace(list.get_mut(), DeValue::Boolean(false));
                if let DeValue::Array(list) = list {
                    list.into_iter().for_each(|item| add(None, item));
                }
            }
            DeValue::Table(table) => {
                for (key, value) in table {
                    add(Some(key), value);
                }
            }
            _ => {
                let problem = Diagnostic::error("E113", text!("rows-none")).at(path);
                diagnostics.push(problem.hint(text!("row-no-table-hint")));
            }
        }
        rows
    }

    fn document(
        &self,
        row: Row<'a>,
        notation: Notation<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<Document> {
        let Row {
            key,
            mut table,
            range,
        } = row;
        let (path, text, config) = (self.source.path(), self.source.text(), self.config);
        // One line says which row it is.
        let line = text[range.clone()].lines().next().unwrap_or_default();
        let place = range.start..range.start + line.len().max(1);
        let declared = config.schema.collection(self.collection);
        standard_values(&mut table, declared, notation, text);
        let slug = self.slug(key.as_ref(), &table);
        let name = slug.as_ref().map_or("", |(slug, _)| slug.as_str());
        let mut ids = TextIds::default();
        ids.enter_fields(format!("{}/{name}", declared.name));
        let mut reader = FieldReader {
            schema: &config.schema,
            rules: &config.prose,
            path,
            text,
            offset: 0,
            verbatim: &[],
            is_verbatim: false,
            is_draft: is_draft(&table),
            broken: &[],
            diagnostics: Vec::new(),
            guesses: Guesses::default(),
            judgement: Judgement::default(),
            ids,
            notation,
        };
        let fields = &declared.fields;
        let fields = read_fields(&mut reader, &table, fields, &STANDARD_KEYS, place.clone());
        let standard = Standard::read(&mut reader, &table, declared);
        match &slug {
            Some((slug, _)) if is_slug(slug) => {}
            Some((slug, at)) => {
                let hint = text!("slug-hint", right = arabic::heading_id(slug));
                let message = text!("slug-bad", slug = slug.as_str());
                reader.report("E105", message, at.clone(), hint);
            }
            // What should give it has been said to be missing.
            None if !reader.diagnostics.is_empty() => {}
            None => {
                let hint = text!("row-unnamed-hint");
                reader.report("E103", text!("row-unnamed"), place.clone(), hint);
            }
        }
        diagnostics.append(&mut reader.diagnostics);
        let silenced = [standard.silenced.as_slice(), &config.silenced].concat();
        diagnostics.extend(reader.judgement.into_diagnostics(path, &silenced));
        let (slug, slug_range) = slug?;
        let slug: Arc<str> = slug.into();
        Some(Document {
            path: path.clone(),
            place,
            collection: self.collection,
            key: slug.clone(),
            slug,
            slug_range,
            url: standard.url,
            redirect_from: standard.redirect_from,
            template: standard.template,
            schedule: standard.schedule,
            updated: standard.updated,
            in_sitemap: standard.in_sitemap,
            in_search: standard.in_search,
            silenced: standard.silenced,
            fields,
            mentions: Mentions::default(),
            language: LanguageId::OWN,
            translation: None,
        })
    }

    /// The slug of a row, and where it comes from: the key `slug`, the declared field, the key that the row is called by, or
    /// its title.
    fn slug(
        &self,
        key: Option<&Located<DeString<'a>>>,
        table: &DeTable<'_>,
    ) -> Option<(String, Range<usize>)> {
        let declared = self.config.schema.collection(self.collection);
        let given = |name: &str| {
            let value = table.get(name)?;
            let words = match value.get_ref() {
                DeValue::String(words) => words.to_string(),
                other => integer(other)?.to_string(),
            };
            Some((words, value.span()))
        };
        if let Some(written) = given("slug") {
            return Some(written);
        }
        let named = match (&self.file.slug, key) {
            (Some(field), _) => given(&field.value),
            (None, Some(key)) => Some((key.get_ref().to_string(), key.span())),
            (None, None) => given(&declared.title.value),
        };
        named.map(|(name, range)| (of_name(&name), range))
    }
}

/// Whether a table holds a list and nothing else.
fn has_one_list(table: &DeTable<'_>) -> bool {
    let mut values = table.values();
    let is_list = values
        .next()
        .is_some_and(|value| value.get_ref().is_array());
    is_list && values.next().is_none()
}
