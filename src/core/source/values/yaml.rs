//! YAML 1.2, one document. A null is a key that is not there, a tag is passed over, and what an alias stands for counts as
//! often as it is named: a file of ten lines can mean billions of values.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Span};
use toml::Spanned as Located;
use toml::de::{DeArray, DeString, DeTable, DeValue};

use super::colon::{colon_without_space, misplaced_colon, without_space};
use super::fault::{DEPTH, Fault, insert, null_in_list, too_deep};
use super::unread::unread;
use crate::locale::text;

/// The most values that aliases may stand for.
const COPIES: usize = 100_000;

pub(super) fn parse(text: &str) -> Result<Option<Located<DeValue<'_>>>, Fault> {
    let mut reader = Reader {
        places: Places {
            text,
            character: 0,
            byte: 0,
        },
        open: Vec::new(),
        anchors: HashMap::new(),
        copies: 0,
        document: None,
    };
    let mut is_over = false;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| reader.broken(&error))?;
        if is_over && matches!(event, Event::DocumentStart(_)) {
            let range = reader.places.range(span);
            let hint = text!("yaml-documents-hint");
            return Err(Fault::new(range, text!("yaml-documents"), hint));
        }
        is_over |= matches!(event, Event::DocumentEnd);
        reader.event(event, span)?;
    }
    Ok(reader.document.flatten())
}

/// A value; none for null.
type Value<'a> = Option<Located<DeValue<'a>>>;

struct Reader<'a> {
    places: Places<'a>,
    /// The lists and tables that have not ended, the outermost first.
    open: Vec<Open<'a>>,
    /// What has a name for aliases, with the number of values in it.
    anchors: HashMap<usize, (Value<'a>, usize)>,
    copies: usize,
    document: Option<Value<'a>>,
}

/// A list or a table that goes on.
struct Open<'a> {
    start: usize,
    anchor: usize,
    /// The values in it so far.
    size: usize,
    items: Items<'a>,
}

enum Items<'a> {
    List(DeArray<'a>),
    Table(Mapping<'a>),
}

/// A table that goes on.
#[derive(Default)]
struct Mapping<'a> {
    table: DeTable<'a>,
    /// The key whose value is next.
    key: Option<Located<DeString<'a>>>,
    /// What `<<` brings, the first before the others. Keys of the table's own come before all of it.
    merged: Vec<DeTable<'a>>,
}

/// The key of what a table takes over from others. It is of YAML 1.1, and read by everybody.
const MERGE: &str = "<<";

impl<'a> Mapping<'a> {
    /// Takes over the keys of a table, or of each in a list. Gives the value back where it is neither.
    fn merge(&mut self, value: Located<DeValue<'a>>) -> Result<(), Located<DeValue<'a>>> {
        let range = value.span();
        match value.into_inner() {
            DeValue::Table(table) => self.merged.push(table),
            DeValue::Array(items) if items.iter().all(|item| item.get_ref().is_table()) => {
                for item in items {
                    if let DeValue::Table(table) = item.into_inner() {
                        self.merged.push(table);
                    }
                }
            }
            other => return Err(Located::new(range, other)),
        }
        Ok(())
    }

    fn finish(self) -> DeTable<'a> {
        let Self {
            mut table, merged, ..
        } = self;
        for (key, value) in merged.into_iter().flatten() {
            if !table.contains_key(key.get_ref().as_ref()) {
                table.insert(key, value);
            }
        }
        table
    }
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: Event<'a>, span: Span) -> Result<(), Fault> {
        match event {
            Event::Scalar(words, style, anchor, _) => {
                let range = self.places.range(span);
                self.scalar(words, style, anchor, range)
            }
            Event::Alias(anchor) => {
                let range = self.places.range(span);
                let (value, size) = self.anchors.get(&anchor).cloned().ok_or_else(|| {
                    // It is named inside of itself.
                    let hint = text!("yaml-alias-hint");
                    Fault::new(range.clone(), text!("yaml-alias"), hint)
                })?;
                self.copies += size;
                if self.copies > COPIES {
                    let message = text!("yaml-copies", most = COPIES);
                    return Err(Fault::new(range, message, text!("yaml-alias-hint")));
                }
                let value = value.map(|value| Located::new(range.clone(), value.into_inner()));
                self.add(value, size, range)
            }
            Event::SequenceStart(anchor, _) => {
                self.begin(anchor, span, Items::List(DeArray::new()))
            }
            Event::MappingStart(anchor, _) => {
                self.begin(anchor, span, Items::Table(Mapping::default()))
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let end = self.places.range(span).end;
                let Some(open) = self.open.pop() else {
                    return Ok(());
                };
                let value = match open.items {
                    Items::List(items) => DeValue::Array(items),
                    Items::Table(mapping) => DeValue::Table(mapping.finish()),
                };
                // What stands by indentation ends where something else begins.
                let written = &self.places.text[open.start..end.max(open.start)];
                let range = open.start..open.start + written.trim_end().len();
                let value = Some(Located::new(range.clone(), value));
                self.keep(open.anchor, &value, open.size + 1);
                self.add(value, open.size + 1, range)
            }
            Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => Ok(()),
        }
    }

    fn begin(&mut self, anchor: usize, span: Span, items: Items<'a>) -> Result<(), Fault> {
        let start = self.places.range(span).start;
        if self.open.len() >= DEPTH {
            return Err(too_deep(start));
        }
        self.open.push(Open {
            start,
            anchor,
            size: 0,
            items,
        });
        Ok(())
    }

    fn keep(&mut self, anchor: usize, value: &Value<'a>, size: usize) {
        if anchor > 0 {
            self.anchors.insert(anchor, (value.clone(), size));
        }
    }

    fn scalar(
        &mut self,
        words: Cow<'a, str>,
        style: ScalarStyle,
        anchor: usize,
        range: Range<usize>,
    ) -> Result<(), Fault> {
        // A key is what it is called, whatever it looks like.
        if let Some(Open {
            items: Items::Table(Mapping {
                key: key @ None, ..
            }),
            ..
        }) = self.open.last_mut()
        {
            *key = Some(Located::new(range, words));
            return Ok(());
        }
        let is_plain = style == ScalarStyle::Plain;
        if is_plain && let Some(fault) = self.run_together(&range) {
            return Err(fault);
        }
        let value = match &*words {
            "" | "~" | "null" | "Null" | "NULL" if is_plain => None,
            _ => Some(match self.plain(&words, &range).filter(|_| is_plain) {
                Some(value) => value,
                None => DeValue::String(words),
            }),
        };
        let value = value.map(|value| Located::new(range.clone(), value));
        self.keep(anchor, &value, 1);
        self.add(value, 1, range)
    }

    /// What was to be keys with values, and is one text, for lack of a space: all of a document, or several lines.
    fn run_together(&self, range: &Range<usize>) -> Option<Fault> {
        let written = self.places.text.get(range.clone())?;
        let is_all = self.open.is_empty() || written.contains('\n');
        let mut lines = written.lines().map(str::trim);
        if !is_all || !lines.all(|line| colon_without_space(line).is_some()) {
            return None;
        }
        let first = written.lines().next().unwrap_or_default();
        without_space(first, range.start)
    }

    /// A word without quotation marks that is no text: a number, a truth, a day or a moment.
    fn plain(&self, words: &str, range: &Range<usize>) -> Option<DeValue<'a>> {
        match words {
            "true" | "True" | "TRUE" => return Some(DeValue::Boolean(true)),
            "false" | "False" | "FALSE" => return Some(DeValue::Boolean(false)),
            _ => {}
        }
        let digits = words.trim_start_matches(['+', '-']);
        let is_number = digits.starts_with(|c: char| c.is_ascii_digit()) && !words.contains('_');
        // The parser's words are its own; the value hangs on those of the file.
        let written = self.places.text.get(range.clone())?;
        let written = Some(written.trim()).filter(|written| is_number && *written == words)?;
        let value = DeValue::parse(written).ok()?.into_inner();
        (!value.is_str()).then_some(value)
    }

    /// Puts a value where it belongs.
    fn add(&mut self, value: Value<'a>, size: usize, range: Range<usize>) -> Result<(), Fault> {
        let Some(open) = self.open.last_mut() else {
            self.document = Some(value);
            return Ok(());
        };
        open.size += size;
        match &mut open.items {
            Items::List(items) => {
                items.push(value.ok_or_else(|| null_in_list(range))?);
                Ok(())
            }
            Items::Table(mapping) => match (mapping.key.take(), value) {
                (Some(key), Some(value)) => {
                    // Between quotation marks it is a key like others.
                    let is_merge = self.places.text.get(key.span()) == Some(MERGE);
                    let value = if is_merge {
                        mapping.merge(value).err()
                    } else {
                        Some(value)
                    };
                    value.map_or(Ok(()), |value| insert(&mut mapping.table, key, value))
                }
                (Some(_), None) => Ok(()),
                (None, _) => {
                    let hint = text!("yaml-key-hint");
                    Err(Fault::new(range, text!("yaml-key"), hint))
                }
            },
        }
    }

    /// What the parser says of YAML that is none.
    fn broken(&mut self, error: &ScanError) -> Fault {
        let at = self.places.byte(error.marker().index());
        let text = self.places.text;
        let line_start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let line = text[line_start..].lines().next().unwrap_or_default();
        let indent = &line[..line.len() - line.trim_start().len()];
        if let Some(tab) = indent.find('\t') {
            let range = line_start + tab..line_start + tab + 1;
            return Fault::new(range, text!("yaml-tab"), text!("yaml-tab-hint"));
        }
        if error.info().contains("tab") {
            // It is met where the text before it ends.
            let mut start = line_start;
            for line in text[line_start..].split_inclusive('\n') {
                let indent = &line[..line.len() - line.trim_start_matches([' ', '\t']).len()];
                if let Some(tab) = indent.find('\t') {
                    let range = start + tab..start + tab + 1;
                    return Fault::new(range, text!("yaml-tab"), text!("yaml-tab-hint"));
                }
                start += line.len();
            }
        }
        let above = text[..line_start]
            .trim_end()
            .rfind('\n')
            .map_or(0, |at| at + 1);
        let line_above = text[above..].lines().next().unwrap_or_default();
        for (line, start) in [(line_above, above), (line, line_start)] {
            if let Some(fault) = without_space(line, start) {
                return fault;
            }
        }
        if error.info().starts_with("mapping values") {
            return misplaced_colon(line, line_start, at);
        }
        if let Some(mark) = text[at..].chars().next().filter(|c| "\"'".contains(*c)) {
            let words = text[at..].lines().next().unwrap_or_default().trim_end();
            if !words[1..].contains(mark) {
                let mark = mark.to_string();
                let message = text!("toml-string-open", mark = mark.as_str());
                let hint = text!("toml-string-open-long", mark);
                return Fault::new(at..at + words.len(), message, hint);
            }
        }
        unread(text, at, error.info())
    }
}

/// From characters, in which the parser counts, to bytes. It goes forth and back by steps.
struct Places<'a> {
    text: &'a str,
    character: usize,
    byte: usize,
}

impl Places<'_> {
    fn range(&mut self, span: Span) -> Range<usize> {
        let start = self.byte(span.start.index());
        start..self.byte(span.end.index()).max(start)
    }

    fn byte(&mut self, character: usize) -> usize {
        while self.character > character {
            let before = self.text[..self.byte].chars().next_back();
            self.byte -= before.map_or(0, char::len_utf8);
            self.character -= 1;
        }
        while self.character < character {
            let Some(next) = self.text[self.byte..].chars().next() else {
                return self.text.len();
            };
            self.byte += next.len_utf8();
            self.character += 1;
        }
        self.byte
    }
}
