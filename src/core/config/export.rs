//! `[[exports]]`: data files made from collections.

use super::names::known_collection;
use super::table::{File, Table};
use crate::locale::text;
use crate::path::UrlPath;
use crate::schema::{CollectionId, Schema, Spanned, Structure};

/// A data file.
#[derive(Debug)]
#[non_exhaustive]
pub struct Export {
    /// Where it is published.
    pub address: UrlPath,
    /// The place that asks for it.
    pub path: Spanned<String>,
    /// What is in it.
    pub kind: ExportKind,
}

/// What is in a data file.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportKind {
    /// Whole collections, as JSON.
    Json(Vec<CollectionId>),
    /// A row for each entry, or each record of a field of entries, as CSV (RFC 4180).
    Csv {
        /// The collections, each with the position of the field whose records are the rows.
        rows: Vec<(CollectionId, Option<usize>)>,
        /// The columns.
        columns: Vec<Column>,
        /// Whether values stand in it as they are, also those that a spreadsheet would run as formulas.
        raw: bool,
    },
}

/// A column of a CSV file.
#[derive(Debug)]
#[non_exhaustive]
pub struct Column {
    /// Its head.
    pub name: String,
    /// The path of its value: `author.name`; `entry.…` is the entry that holds the record.
    pub value: Spanned<String>,
}

pub(super) fn read(file: &mut File<'_>, mut table: Table<'_>, schema: &Schema) -> Option<Export> {
    let path = table.required(file, "path", text!("export-path-hint"));
    let collections = table.strings(file, "collections");
    let rows = table.strings(file, "rows");
    let raw = table.flag(file, "raw");
    let before = file.diagnostics.len();
    let columns: Vec<_> = table.tables(file, "columns");
    let columns: Vec<_> = columns
        .into_iter()
        .filter_map(|table| column(file, table))
        .collect();
    let hint = text!("export-kind-hint");
    match (collections.first(), rows.first()) {
        (None, None) => table.missing(file, "collections", hint),
        (Some(_), Some(row)) => {
            let message = text!("export-of-two-kinds");
            file.error("E105", message, row.span.clone(), hint);
        }
        (None, Some(row)) if columns.is_empty() && file.diagnostics.len() == before => {
            let hint = text!("export-columns-none-hint");
            file.error("E103", text!("export-columns-none"), row.span.clone(), hint);
        }
        _ => {}
    }
    table.finish(file);
    let path = path?;
    let address = match UrlPath::new(&path.value) {
        Ok(address) => address,
        Err(problem) => {
            file.error("E207", problem, path.span, text!("export-address-hint"));
            return None;
        }
    };
    let kind = if collections.is_empty() {
        let rows = rows
            .iter()
            .filter_map(|row| self::rows(file, row, schema))
            .collect();
        ExportKind::Csv { rows, columns, raw }
    } else {
        let ids = collections
            .iter()
            .filter_map(|name| known_collection(file, name, schema));
        ExportKind::Json(ids.collect())
    };
    Some(Export {
        address,
        path,
        kind,
    })
}

fn column(file: &mut File<'_>, mut table: Table<'_>) -> Option<Column> {
    let name = table.string(file, "name");
    let value = table.required(file, "value", text!("export-column-hint"));
    table.finish(file);
    let value = value?;
    Some(Column {
        name: name.map_or_else(|| value.value.clone(), |name| name.value),
        value,
    })
}

/// `books`, or `books.editions` where that field is a list of records.
fn rows(
    file: &mut File<'_>,
    path: &Spanned<String>,
    schema: &Schema,
) -> Option<(CollectionId, Option<usize>)> {
    let (collection, field) = match path.value.split_once('.') {
        Some((collection, field)) => (collection, Some(field)),
        None => (path.value.as_str(), None),
    };
    let name = Spanned {
        value: collection.to_owned(),
        span: path.span.clone(),
    };
    let id = known_collection(file, &name, schema)?;
    let Some(field) = field else {
        return Some((id, None));
    };
    let collection = schema.collection(id);
    let position = collection.field(field).filter(|position| {
        let kind = &collection.fields[*position].field_type.kind;
        matches!(kind.item().structure(), Structure::Record(_))
    });
    if position.is_none() {
        let of = collection.name.clone();
        let message = text!("field-of-records-none", of, name = field);
        let hint = text!("field-of-records-none-hint");
        file.error("E102", message, path.span.clone(), hint);
    }
    Some((id, Some(position?)))
}
