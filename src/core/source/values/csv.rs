//! CSV (RFC 4180) as spreadsheets write it: with commas, semicolons or tabs, with `sep=` before it, with rows and columns of
//! nothing at the end.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use super::fault::Fault;
use crate::locale::text;

/// The most columns that a table may have: more is no table that somebody wrote.
const COLUMNS: usize = 1000;

/// The most rows that are told of as wrong: more than these have one cause.
const FAULTS: usize = 20;

/// A table of cells.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Rows<'a> {
    /// The names of its columns; one that has none is empty, and so are its cells.
    pub(crate) header: Vec<Cell<'a>>,
    /// Rows of as many cells.
    pub(crate) rows: Vec<Vec<Cell<'a>>>,
}

/// What stands between two separators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell<'a> {
    pub text: Cow<'a, str>,
    /// Its bytes, quotation marks included.
    pub(crate) range: Range<usize>,
}

pub(super) fn parse(text: &str) -> (Rows<'_>, Vec<Fault>) {
    let (start, separator) = separator(text);
    let mut reader = Reader {
        text,
        at: start,
        separator,
    };
    let mut faults = Vec::new();
    let mut rows = Rows::default();
    let mut is_readable = true;
    let mut divided = BTreeSet::new();
    while reader.at < text.len() && faults.len() < FAULTS {
        let from = reader.at;
        match reader.row() {
            Ok(row) if row.iter().all(|cell| cell.text.is_empty()) => {}
            Ok(row) if rows.header.is_empty() => {
                if let [only] = &row[..]
                    && let Some(at) = only.text.find(['،', '؛'])
                {
                    let at = only.range.start + at;
                    let message = text!("csv-separator");
                    let mark = text[at..].chars().next().map_or(0, char::len_utf8);
                    faults.push(Fault::new(
                        at..at + mark,
                        message,
                        text!("csv-separator-hint"),
                    ));
                    break;
                }
                rows.header = row;
                faults.extend(in_header(&rows.header));
                is_readable = faults.is_empty();
                if rows.header.len() > COLUMNS {
                    break;
                }
            }
            Ok(row) if let Some(other) = other_separator(text, &row, &rows.header) => {
                let mark = text[other..].chars().next().unwrap_or(separator);
                // Of thousands of rows, it is told of the first.
                if divided.insert(mark) {
                    let message = text!(
                        "csv-divided",
                        found = shown(mark),
                        expected = shown(separator)
                    );
                    let hint = text!("csv-divided-hint", expected = shown(separator));
                    faults.push(Fault::new(other..other + mark.len_utf8(), message, hint));
                }
            }
            Ok(row) => match fitted(row, &rows.header) {
                Ok(row) => rows.rows.push(row),
                Err(fault) => faults.push(fault),
            },
            Err(fault) => {
                faults.push(fault);
                // What is quoted without an end goes on to the end of the file.
                break;
            }
        }
        debug_assert!(reader.at > from, "every row has bytes");
    }
    if !is_readable {
        // What cells of two columns with one name mean nobody can know.
        rows.rows.clear();
    }
    if rows.header.is_empty() && faults.is_empty() {
        faults.push(Fault::new(
            0..0,
            text!("csv-empty"),
            text!("csv-empty-hint"),
        ));
    }
    (rows, faults)
}

/// Where the table begins, and what stands between its cells: what its first line has most of.
fn separator(text: &str) -> (usize, char) {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if let Some(separator) = first.trim_end().strip_prefix("sep=") {
        let mut characters = separator.chars();
        if let (Some(separator), None) = (characters.next(), characters.next()) {
            return (first.len(), separator);
        }
    }
    let mut quoted = false;
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    let header = text.trim_start_matches(['\r', '\n']).chars();
    for c in header.take_while(|c| *c != '\n') {
        quoted ^= c == '"';
        for (separator, count) in &mut counts {
            *count += usize::from(c == *separator && !quoted);
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    (0, most.map_or(',', |(separator, _)| *separator))
}

/// What is wrong with the names of columns.
fn in_header(header: &[Cell<'_>]) -> Vec<Fault> {
    if header.len() > COLUMNS {
        let cell = &header[COLUMNS];
        let (found, most) = (header.len(), COLUMNS);
        let message = text!("csv-columns", found, most);
        let fault = Fault::new(cell.range.clone(), message, text!("csv-columns-hint"));
        return vec![fault];
    }
    // A name with dots is that of a value within a value.
    let named = header.iter().filter(|cell| !cell.text.is_empty());
    let named = named.map(|cell| {
        (
            cell,
            cell.text.split('.').map(str::trim).collect::<Vec<_>>(),
        )
    });
    let named: Vec<_> = named.collect();
    let all: BTreeSet<&[&str]> = named.iter().map(|(_, parts)| parts.as_slice()).collect();
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for (cell, parts) in &named {
        let name = cell.text.as_ref();
        let inside = all.range(parts.as_slice()..).nth(1);
        let inside = inside.filter(|inside| inside.starts_with(parts));
        let (message, hint) = if !seen.insert(parts) {
            (
                text!("csv-column-twice", name),
                text!("csv-column-twice-hint"),
            )
        } else if let Some(inside) = inside {
            (
                text!("csv-column-whole", name, part = inside.join(".")),
                text!("csv-column-whole-hint"),
            )
        } else {
            continue;
        };
        faults.push(Fault::new(cell.range.clone(), message, hint));
    }
    faults
}

/// Where another mark than in the first line stands for the first time between the cells of a row, if one does.
fn other_separator(text: &str, row: &[Cell<'_>], header: &[Cell<'_>]) -> Option<usize> {
    let [only] = row else { return None };
    let marks = header.len().checked_sub(1).filter(|marks| *marks > 0)?;
    let written = &text[only.range.clone()];
    let is_between = |mark: &char| written.matches(*mark).count() >= marks;
    let mark = [',', ';', '\t', '،', '؛'].into_iter().find(is_between)?;
    Some(only.range.start + written.find(mark)?)
}

/// A separator, as it is called.
fn shown(separator: char) -> String {
    match separator {
        '\t' => "\\t".to_owned(),
        mark => mark.to_string(),
    }
}

/// A row with as many cells as the header has.
fn fitted<'a>(mut row: Vec<Cell<'a>>, header: &[Cell<'_>]) -> Result<Vec<Cell<'a>>, Fault> {
    let found = row.len();
    // Spreadsheets leave empty cells at the end of some rows.
    while row.len() > header.len() && row.last().is_some_and(|cell| cell.text.is_empty()) {
        row.pop();
    }
    let whole =
        row.first().map_or(0, |cell| cell.range.start)..row.last().map_or(0, |cell| cell.range.end);
    if row.len() != header.len() {
        let message = text!("csv-cells", found, expected = header.len());
        return Err(Fault::new(whole, message, text!("csv-cells-hint")));
    }
    let mut unnamed = header.iter().zip(&row);
    let unnamed = unnamed.find(|(name, cell)| name.text.is_empty() && !cell.text.is_empty());
    if let Some((_, cell)) = unnamed {
        let message = text!("csv-column-unnamed", text = cell.text.as_ref());
        let hint = text!("csv-column-unnamed-hint");
        return Err(Fault::new(cell.range.clone(), message, hint));
    }
    Ok(row)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    separator: char,
}

impl<'a> Reader<'a> {
    /// The cells up to the end of a line.
    fn row(&mut self) -> Result<Vec<Cell<'a>>, Fault> {
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell()?);
            let rest = &self.text[self.at..];
            if let Some(behind) = rest.strip_prefix(self.separator) {
                self.at = self.text.len() - behind.len();
                continue;
            }
            let end = ["\r\n", "\n", "\r"].into_iter();
            let end = end.filter(|end| rest.starts_with(end)).map(str::len).next();
            self.at += end.unwrap_or_default();
            return Ok(cells);
        }
    }

    fn cell(&mut self) -> Result<Cell<'a>, Fault> {
        let rest = &self.text[self.at..];
        let blank = rest.len() - rest.trim_start_matches(' ').len();
        if rest[blank..].starts_with('"') {
            self.at += blank;
            return self.quoted();
        }
        let separator = self.separator;
        let end = rest.find([separator, '\n', '\r']);
        let written = &rest[..end.unwrap_or(rest.len())];
        let text = written.trim();
        let start = self.at + written.len() - written.trim_start().len();
        self.at += written.len();
        Ok(Cell {
            text: text.into(),
            range: start..start + text.len(),
        })
    }

    fn quoted(&mut self) -> Result<Cell<'a>, Fault> {
        let start = self.at;
        self.at += 1;
        let mut text = Cow::Borrowed("");
        loop {
            let rest = &self.text[self.at..];
            let Some(end) = rest.find('"') else {
                let line = self.text[start..].lines().next().unwrap_or_default();
                let message = text!("csv-open", mark = "\"");
                let hint = text!("csv-open-hint");
                return Err(Fault::new(start..start + line.len(), message, hint));
            };
            text += &rest[..end];
            self.at += end + 1;
            if rest[end + 1..].starts_with('"') {
                text += "\"";
                self.at += 1;
                continue;
            }
            let range = start..self.at;
            let behind = &self.text[self.at..];
            let blanks = behind.len() - behind.trim_start_matches(' ').len();
            self.at += blanks;
            let behind = &behind[blanks..];
            if behind.is_empty() || behind.starts_with([self.separator, '\n', '\r']) {
                return Ok(Cell { text, range });
            }
            let line = behind.lines().next().unwrap_or_default();
            let words = line.split(self.separator).next().unwrap_or_default();
            let message = text!("csv-after-quote", words);
            let hint = text!("csv-after-quote-hint");
            return Err(Fault::new(self.at..self.at + words.len(), message, hint));
        }
    }
}
