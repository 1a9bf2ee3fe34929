//! Collections as data: JSON for programs, CSV for spreadsheets.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};

use crate::config::{Column, Export, ExportKind};
use crate::content::{Citation, Value, ValueView};
use crate::diagnostic::{Checked, Diagnostic};
use crate::graph::{Entry, EntryId, Site};
use crate::locale::text;
use crate::markdown::Body;
use crate::media_type::MediaType;
use crate::memo::ByPointer;
use crate::pages::address::picture_address;
use crate::pages::artifact::Artifact;
use crate::pages::claims::{Claimant, Claims};
use crate::pages::output_file::OutputFile;
use crate::pages::plan::{PlannedFile, Role};
use crate::pages::render_cache::Ingredients;
use crate::pages::rendering::Rendering;
use crate::schema::{Collection, CollectionId, Field, LanguageId};
use crate::source::load;

/// Between the items of a list in one cell.
const ITEM: &str = " | ";

/// Between the segments of a quotation.
const SEGMENT: &str = " … ";

/// What spreadsheets need at the beginning of a file to read it as UTF-8.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Claims the paths of all exports.
pub(super) fn claim(site: &Site, claims: &mut Claims) {
    for (position, export) in site.config.exports.iter().enumerate() {
        let path = export.address.output();
        let of_kind = match export.kind {
            ExportKind::Json(_) => MediaType::JSON,
            ExportKind::Csv { .. } => MediaType::CSV,
        };
        let media_type = MediaType::by_name(&path).unwrap_or(of_kind);
        let span = &export.path.span;
        let file = PlannedFile::new(Role::Other, media_type, span.clone());
        let claimant = Claimant::new(
            text!("claimant-export", config = load::CONFIG),
            span.clone(),
        );
        claims.claim(path, file, ExportFile(position), claimant);
    }
}

/// The export at this position in site.toml.
#[derive(Debug)]
struct ExportFile(usize);

impl OutputFile for ExportFile {
    fn ingredients(&self, rendering: &Rendering<'_>) -> Option<Ingredients> {
        let site = ByPointer::new(rendering.inputs.site);
        Some(Ingredients::Site(site))
    }

    fn make(&self, rendering: &Rendering<'_>, _: Vec<Arc<Body>>) -> Artifact {
        let site = rendering.inputs.site;
        let export = render(site, &site.config.exports[self.0]);
        Artifact {
            problems: export.diagnostics,
            ..Artifact::of(export.value)
        }
    }
}

fn render(site: &Site, export: &Export) -> Checked<String> {
    match &export.kind {
        ExportKind::Json(collections) => Checked::new(to_json(site, collections), Vec::new()),
        ExportKind::Csv { rows, columns, raw } => csv(site, rows, columns, *raw),
    }
}

fn to_json(site: &Site, collections: &[CollectionId]) -> String {
    let collections = collections.iter().map(|id| {
        let collection = site.config.schema.collection(*id);
        let entries = site
            .listed(*id, LanguageId::OWN)
            .iter()
            .map(|id| entry_json(site, *id, collection));
        (collection.name.to_string(), entries.collect())
    });
    let whole = json!({
        "title": site.config.title,
        "language": site.config.language.tag(),
        "url": site.config.base_url,
        "collections": collections.collect::<Map<_, Json>>(),
    });
    format!("{whole:#}\n")
}

fn entry_json(site: &Site, id: EntryId, collection: &Collection) -> Json {
    let entry = site.entry(id);
    let mut map = Map::new();
    map.insert("id".to_owned(), json!(entry.name));
    map.insert("slug".to_owned(), json!(entry.document.slug));
    map.insert("url".to_owned(), json!(permalink(site, entry)));
    for (field, value) in collection.fields.iter().zip(&entry.document.fields) {
        map.insert(field.name.to_string(), value_json(site, value));
    }
    Json::Object(map)
}

fn permalink(site: &Site, entry: &Entry) -> Option<String> {
    entry.url.as_ref().map(|url| site.config.absolute(url))
}

fn citation_json(citation: &Citation) -> Json {
    let quote: Vec<&str> = citation.quote.iter().map(|(text, _)| &**text).collect();
    let mut json = json!({ "p": citation.paragraph, "quote": quote });
    if let Some(source) = &citation.source {
        json["source"] = json!(**source);
    }
    if !citation.against.is_empty() {
        json["against"] = citation.against.iter().map(citation_json).collect();
    }
    json
}

fn value_json(site: &Site, value: &Value) -> Json {
    match value.view() {
        ValueView::Nothing => Json::Null,
        ValueView::Text(text) => json!(text),
        ValueView::Prose(prose) => json!(prose.body.plain_text()),
        ValueView::Number(number) => json!(number),
        ValueView::Truth(truth) => json!(truth),
        ValueView::Entry(reference) => {
            json!(
                site.resolve(reference, LanguageId::OWN)
                    .map(|id| &site.entry(id).name)
            )
        }
        ValueView::Citation(citation) => citation_json(citation),
        ValueView::Picture(picture) => {
            let url = picture_address(site, picture).map(|url| site.config.absolute(&url));
            json!({ "url": url, "alt": picture.alt.as_deref() })
        }
        ValueView::List(items) => items.iter().map(|item| value_json(site, item)).collect(),
        ValueView::Record(id, values) => {
            let fields = &site.config.schema.record(id).fields;
            let values = fields.iter().zip(&**values);
            values
                .map(|(field, value)| (field.name.to_string(), value_json(site, value)))
                .collect()
        }
    }
}

fn csv(
    site: &Site,
    rows: &[(CollectionId, Option<usize>)],
    columns: &[Column],
    raw: bool,
) -> Checked<String> {
    let shown = |cell: String| if raw { cell } else { without_formula(cell) };
    let mut csv = String::from(BYTE_ORDER_MARK);
    let mut diagnostics: Vec<Diagnostic> = Vec::new();
    push_row(
        &mut csv,
        columns.iter().map(|column| shown(column.name.clone())),
    );
    for (collection, field) in rows {
        for id in site.listed(*collection, LanguageId::OWN) {
            for record in records(site, *id, *field) {
                let row = Row {
                    site,
                    entry: *id,
                    record,
                };
                let cells = columns.iter().map(|column| {
                    row.cell(&column.value.value).unwrap_or_else(|()| {
                        let span = Some(column.value.span.clone());
                        if !diagnostics.iter().any(|d| d.span == span) {
                            let message = text!("column-of-no-value", path = &*column.value.value);
                            let hint = text!("column-of-no-value-hint");
                            let problem = Diagnostic::error("E102", message).hint(hint);
                            diagnostics.push(problem.at(column.value.span.clone()));
                        }
                        String::new()
                    })
                });
                push_row(&mut csv, cells.map(shown));
            }
        }
    }
    Checked::new(csv, diagnostics)
}

/// The rows that an entry gives: itself, or the records of one of its fields.
fn records(site: &Site, id: EntryId, field: Option<usize>) -> Vec<Option<&Value>> {
    let Some(field) = field else {
        return vec![None];
    };
    let value = site.entry(id).document.fields.get(field);
    if let Some(Value::List(items)) = value {
        items.iter().map(Some).collect()
    } else {
        let record = value.filter(|value| matches!(value, Value::Record(..)));
        record.into_iter().map(Some).collect()
    }
}

/// A cell that no spreadsheet takes for a formula: behind an apostrophe, where it would be one (OWASP, "CSV Injection").
/// Numbers and telephone numbers without spaces are none.
fn without_formula(cell: String) -> String {
    const STARTS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    let is_number = || cell.parse::<f64>().is_ok_and(f64::is_finite);
    if cell.starts_with(STARTS) && !is_number() {
        format!("'{cell}")
    } else {
        cell
    }
}

/// A row, by RFC 4180: cells with a separator, a quotation mark or a line break stand between quotation marks.
fn push_row(csv: &mut String, cells: impl Iterator<Item = String>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            csv.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            csv.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
        } else {
            csv.push_str(&cell);
        }
    }
    csv.push_str("\r\n");
}

struct Row<'a> {
    site: &'a Site,
    entry: EntryId,
    record: Option<&'a Value>,
}

impl<'a> Row<'a> {
    fn cell(&self, path: &str) -> Result<String, ()> {
        match (path.strip_prefix("entry."), self.record) {
            (Some(rest), _) => self.of_entry(self.entry, rest),
            (None, Some(record)) => self.of_value(record, Some(path)),
            (None, None) => self.of_entry(self.entry, path),
        }
    }

    fn of_entry(&self, id: EntryId, path: &str) -> Result<String, ()> {
        let entry = self.site.entry(id);
        let (name, rest) = split(path);
        let own = match name {
            "id" => Some(entry.name.clone()),
            "slug" => Some(entry.document.slug.to_string()),
            "url" => Some(entry.url.clone().unwrap_or_default()),
            "permalink" => Some(permalink(self.site, entry).unwrap_or_default()),
            "title" => Some(self.site.title(entry).to_owned()),
            _ => None,
        };
        if let Some(own) = own {
            return rest.map_or(Ok(own), |_| Err(()));
        }
        let fields = &self.site.collection(entry).fields;
        self.of_field(fields, &entry.document.fields, name, rest)
    }

    fn of_field(
        &self,
        fields: &[Field],
        values: &'a [Value],
        name: &str,
        rest: Option<&str>,
    ) -> Result<String, ()> {
        let position = fields.iter().position(|f| &*f.name == name).ok_or(())?;
        self.of_value(values.get(position).ok_or(())?, rest)
    }

    fn of_value(&self, value: &'a Value, path: Option<&str>) -> Result<String, ()> {
        let text = |text: String| path.map_or(Ok(text), |_| Err(()));
        match value.view() {
            ValueView::Nothing => Ok(String::new()),
            ValueView::Text(own) => text(own.into_owned()),
            ValueView::Prose(prose) => text(prose.body.plain_text()),
            ValueView::Number(number) => text(number.to_string()),
            ValueView::Truth(truth) => text(truth.to_string()),
            ValueView::Entry(reference) => match self.site.resolve(reference, LanguageId::OWN) {
                Some(id) => self.of_entry(id, path.unwrap_or("id")),
                None => Ok(String::new()),
            },
            ValueView::Citation(citation) => match path {
                Some("p") => Ok(citation.paragraph.to_string()),
                Some("source") => {
                    let source = self.site.provenance.source(citation.source.as_deref());
                    let source = source.map(|id| &self.site.entry(id).document.slug);
                    Ok(source.map_or(String::new(), ToString::to_string))
                }
                Some("quote") | None => {
                    let quote = citation.quote.iter().map(|(text, _)| &**text);
                    Ok(quote.collect::<Vec<_>>().join(SEGMENT))
                }
                Some(_) => Err(()),
            },
            ValueView::Picture(picture) => {
                let url = picture_address(self.site, picture);
                text(url.map_or_else(String::new, |url| self.site.config.absolute(&url)))
            }
            ValueView::List(items) => {
                let cells = items.iter().map(|item| self.of_value(item, path));
                let cells: Vec<_> = cells.collect::<Result<_, _>>()?;
                Ok(cells.join(ITEM))
            }
            ValueView::Record(id, values) => {
                let (name, rest) = split(path.ok_or(())?);
                let fields = &self.site.config.schema.record(id).fields;
                self.of_field(fields, values, name, rest)
            }
        }
    }
}

fn split(path: &str) -> (&str, Option<&str>) {
    match path.split_once('.') {
        Some((name, rest)) => (name, Some(rest)),
        None => (path, None),
    }
}

#[cfg(test)]
mod tests {
    use super::without_formula;

    #[test]
    fn what_a_spreadsheet_would_run_is_a_text() {
        for formula in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1+1",
            "-",
            "-inf",
            "+212 522 000000",
        ] {
            assert_eq!(without_formula(formula.to_owned()), format!("'{formula}"));
        }
        for value in [
            "",
            "-5",
            "+5.25",
            "-1e3",
            "+212522000000",
            "a=1",
            "٢-١",
            "'=1",
        ] {
            assert_eq!(without_formula(value.to_owned()), value);
        }
    }
}
