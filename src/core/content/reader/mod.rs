//! A TOML table, read against declared fields: every key accounted for, every value of its type,
//! every problem reported with its place. References are read but not looked up.

mod notation;
mod picture;
mod reference;
mod untyped;

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

pub(crate) use self::notation::{Notation, calendar_date, of_day};
pub(crate) use self::notation::{items, truth};
use super::value::Value;
use crate::diagnostic::{Diagnostic, Fix, Span};
use crate::locale::{Text, text};
use crate::markdown::{self, ProseRules, TextIds};
use crate::path::SourcePath;
use crate::schema::{Field, Guesses, Kind, Schema, is_slug};
use crate::source::typography::Judgement;
use crate::source::{BrokenStatement, TextPlace, integer, quoted, unquoted};

/// Reads `table` as `fields`. `besides` names further keys that are read elsewhere, and `whole` is the
/// range at which missing fields are reported. The values come in the order of `fields`.
pub(crate) fn read_fields(
    file: &mut FieldReader<'_>,
    table: &DeTable<'_>,
    fields: &[Field],
    besides: &[&str],
    whole: Range<usize>,
) -> Vec<Value> {
    let mut misspelt = Vec::new();
    for (key, value) in table {
        let name: &str = key.get_ref();
        if fields.iter().any(|f| &*f.name == name) || besides.contains(&name) {
            continue;
        }
        let below = value.get_ref().as_table();
        let below = below.into_iter().flat_map(|table| table.keys());
        let below = below.filter_map(|key| fields.iter().find(|f| *f.name == **key.get_ref()));
        let below: Vec<&str> = below.map(|field| &*field.name).collect();
        if !below.is_empty() {
            // A heading of its own, and fields of the entry below it.
            let names: Vec<String> = below.iter().map(|name| format!("`{name}`")).collect();
            let message = text!("field-heading", name, below = names);
            file.report("E102", message, key.span(), text!("field-heading-hint"));
            misspelt.extend(below);
            continue;
        }
        let known = fields.iter().map(|f| &*f.name);
        let known_at_all = known.clone().chain(besides.iter().copied());
        let near = file.guesses.nearest(name, known_at_all);
        misspelt.extend(near);
        let hint = if let Some(near) = near {
            text!("did-you-mean", name = near)
        } else {
            let names: Vec<_> = known.map(str::to_owned).collect();
            text!("fields-hint", names)
        };
        file.report("E102", text!("field-unknown", name), key.span(), hint);
    }
    fields
        .iter()
        .map(|field| match table.get(&*field.name) {
            Some(value) => file.field(field, value),
            None if field.field_type.optional => Value::Null,
            // It is there under another name, or in a statement that could not be read.
            None if misspelt.contains(&&*field.name) || file.may_be_broken(&field.name) => {
                Value::Null
            }
            None => {
                let name = &*field.name;
                let kind = field.field_type.kind.text();
                file.report(
                    "E103",
                    text!("field-missing", name),
                    whole.clone(),
                    text!("field-missing-hint", name, kind),
                );
                Value::Null
            }
        })
        .collect()
}

/// One file while its fields are read.
pub(crate) struct FieldReader<'a> {
    /// The declared types.
    pub(crate) schema: &'a Schema,
    /// How prose is to be read.
    pub(crate) rules: &'a ProseRules,
    /// The file.
    pub(crate) path: &'a SourcePath,
    /// Its whole text.
    pub text: &'a str,
    /// Where in the file the TOML that is being read begins.
    pub(crate) offset: usize,
    /// The fields of the entry whose words stand letter for letter, and are not ours to correct.
    pub(crate) verbatim: &'a [&'a str],
    /// Whether such a field is being read.
    pub(crate) is_verbatim: bool,
    /// Whether the entry is not complete yet and not published, so that fields may wait for their words.
    pub(crate) is_draft: bool,
    /// The statements that TOML could not read. What they say has been reported, and nothing follows from it.
    pub broken: &'a [BrokenStatement],
    /// What has been noticed.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What names that are none are meant as.
    pub(crate) guesses: Guesses,
    /// What is against the rules of typography.
    pub(crate) judgement: Judgement,
    /// The ids that texts of the entry give.
    pub(crate) ids: TextIds,
    /// What the file says of the types of its values.
    pub(crate) notation: Notation<'a>,
}

impl FieldReader<'_> {
    /// Reports a problem with the bytes `range` of the TOML.
    pub(crate) fn report(
        &mut self,
        code: &'static str,
        message: Text,
        range: Range<usize>,
        hint: Text,
    ) {
        let problem = Diagnostic::error(code, message).hint(hint);
        self.report_at(range, problem);
    }

    /// Reports a problem with the bytes `range` of the TOML, unless it follows from a statement that could not be read.
    fn report_at(&mut self, range: Range<usize>, problem: Diagnostic) {
        if range.is_empty() || !self.is_broken(&range) {
            let span = Span::new(self.path, self.shift(range));
            self.diagnostics.push(problem.at(span));
        }
    }

    /// Whether something stands in a statement that could not be read.
    fn is_broken(&self, range: &Range<usize>) -> bool {
        let mut broken = self.broken.iter();
        broken.any(|broken| broken.range.contains(&range.start))
    }

    /// Whether a field that is not there may stand in a statement that could not be read.
    fn may_be_broken(&self, name: &str) -> bool {
        let is_it = |broken: &BrokenStatement| {
            let is_any = broken.key.is_empty() || !broken.key.is_ascii();
            is_any || broken.key == name
        };
        self.broken.iter().any(is_it)
    }

    /// From the bytes of the TOML to those of the file.
    pub(super) fn shift(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.offset..range.end + self.offset
    }

    fn field(&mut self, field: &Field, value: &Located<DeValue<'_>>) -> Value {
        let is_text = matches!(field.field_type.kind, Kind::String | Kind::Markdown);
        let is_empty = |text: &str| text.trim().is_empty();
        if is_text
            && !field.field_type.optional
            && !self.is_draft
            && value.get_ref().as_str().is_some_and(is_empty)
        {
            let message = text!("field-empty", name = &*field.name);
            self.report("E103", message, value.span(), text!("field-empty-hint"));
            return Value::Null;
        }
        let was_verbatim = self.is_verbatim;
        self.is_verbatim |= self.verbatim.contains(&&*field.name);
        let read = self.read(&field.field_type.kind, value);
        self.is_verbatim = was_verbatim;
        read
    }

    fn read(&mut self, kind: &Kind, value: &Located<DeValue<'_>>) -> Value {
        if self.is_broken(&value.span()) || value.span().is_empty() {
            // It may have marks in it that are meant as TOML's, or there is none.
            return Value::Null;
        }
        self.typed(kind, value)
            .unwrap_or_else(|| self.mistyped(kind, value))
    }

    /// The value; `None` if the TOML value has another type.
    fn typed(&mut self, kind: &Kind, value: &Located<DeValue<'_>>) -> Option<Value> {
        let (found, range) = (value.get_ref(), value.span());
        if let Some(value) = self.untyped(kind, value) {
            return Some(value);
        }
        Some(match kind {
            Kind::String => {
                let text = found.as_str()?;
                self.judge(text, range);
                Value::String(text.into())
            }
            Kind::Int => Value::Int(integer(found)?),
            Kind::Bool => Value::Bool(found.as_bool()?),
            Kind::Date => Value::Date(calendar_date(found.as_datetime()?)?),
            Kind::Url => {
                let text = found.as_str()?;
                let is_url = text.starts_with("https://") || text.starts_with("http://");
                self.fit(kind, text, is_url, range)
            }
            Kind::Slug => {
                let text = found.as_str()?;
                self.fit(kind, text, is_slug(text), range)
            }
            Kind::Enum(choices) => {
                let text = found.as_str()?;
                if let Some(choice) = choices.iter().find(|choice| ***choice == *text) {
                    Value::String(choice.clone())
                } else {
                    let choices = choices.iter().map(|choice| &**choice);
                    let near = self.guesses.nearest(text, choices);
                    self.unfit(kind, text, range, near)
                }
            }
            Kind::Markdown => self.markdown(found.as_str()?, range),
            Kind::Ref(collections) => self.reference(collections, found.as_str()?, range),
            Kind::Tag(tags) => self.tag(*tags, found.as_str()?, range),
            Kind::Cite => self.citation(found.as_table()?, range),
            Kind::Image(crops) => self.picture(crops, value)?,
            Kind::List(inner) => {
                let items = found.as_array()?.iter();
                Value::List(items.map(|item| self.read(inner, item)).collect())
            }
            Kind::Record(id) => {
                let schema = self.schema;
                let fields = &schema.record(*id).fields;
                let values = read_fields(self, found.as_table()?, fields, &[], range);
                Value::Record(*id, Arc::new(values))
            }
        })
    }

    /// The text as a value, or a report that it is not of this kind.
    fn fit(&mut self, kind: &Kind, text: &str, fits: bool, range: Range<usize>) -> Value {
        if fits {
            Value::String(text.into())
        } else {
            self.unfit(kind, text, range, None)
        }
    }

    /// Holds a text against the rules of typography.
    fn judge(&mut self, text: &str, range: Range<usize>) {
        if !self.is_verbatim {
            let place = TextPlace::of_value(text, self.shift(range), self.text);
            let typography = &self.rules.typography;
            self.judgement
                .add_value(typography, self.path, text, &place);
        }
    }

    fn mistyped(&mut self, kind: &Kind, value: &Located<DeValue<'_>>) -> Value {
        let range = value.span();
        if let (Kind::Int, DeValue::Integer(number)) = (kind, value.get_ref()) {
            let message = text!("number-too-far", number = number.as_str());
            self.report("E104", message, range, text!("mistyped-hint"));
            return Value::Null;
        }
        let message = text!(
            "mistyped",
            kind = kind.text(),
            found = kind_of(value.get_ref())
        );
        let problem = Diagnostic::error("E104", message);
        let written = &self.text[self.shift(range.clone())];
        let right = as_kind(kind, value.get_ref(), written);
        let problem = match (kind, right.map(|right| self.notation.of(kind, right))) {
            (_, Some(right)) => problem
                .hint(text!("write-instead", words = right.as_str()))
                .fix(Fix {
                    range: self.shift(range.clone()),
                    replacement: right,
                    is_safe: true,
                }),
            (_, None) if let Some(hint) = self.notation.hint(kind) => problem.hint(hint),
            (Kind::Date, None) => problem.hint(text!("mistyped-date-hint")),
            (Kind::Int, None) if value.get_ref().as_float().is_some() => {
                problem.hint(text!("mistyped-fraction-hint"))
            }
            (Kind::Int, None) => problem.hint(text!("mistyped-number-hint")),
            (Kind::List(_), None) => problem.hint(text!("mistyped-list-hint")),
            _ => problem.hint(text!("mistyped-hint")),
        };
        self.report_at(range, problem);
        Value::Null
    }

    fn unfit(&mut self, kind: &Kind, text: &str, range: Range<usize>, near: Option<&str>) -> Value {
        let hint = match near {
            Some(near) => text!("did-you-mean", name = near),
            None => text!("write-kind", kind = kind.text()),
        };
        let message = text!("unfit", value = text, kind = kind.text());
        self.report("E105", message, range, hint);
        Value::Null
    }

    fn markdown(&mut self, text: &str, range: Range<usize>) -> Value {
        let place = TextPlace::of_value(text, self.shift(range), self.text);
        let (path, schema, rules) = (self.path, self.schema, self.rules);
        let mut judgement = Judgement::default();
        let ids = &mut self.ids;
        let prose = markdown::parse_value(text, path, &place, schema, rules, &mut judgement, ids);
        if !self.is_verbatim {
            self.judgement.append(judgement);
        }
        Value::Markdown(Arc::new(prose.collect(&mut self.diagnostics)))
    }
}

/// What a value is, in words.
fn kind_of(value: &DeValue<'_>) -> Text {
    match value {
        DeValue::String(_) => text!("kind-string"),
        DeValue::Integer(_) => text!("kind-int"),
        DeValue::Float(_) => text!("kind-float"),
        DeValue::Boolean(_) => text!("kind-bool"),
        DeValue::Datetime(_) => text!("kind-datetime"),
        DeValue::Array(_) => text!("kind-list"),
        DeValue::Table(_) => text!("kind-table"),
    }
}

/// A value of another type as one of this kind, where nothing else can be meant: `13` for `"13"`, `["a"]` for `"a"`.
fn as_kind(kind: &Kind, value: &DeValue<'_>, written: &str) -> Option<String> {
    match (kind, value) {
        (Kind::Int | Kind::Bool | Kind::Date, DeValue::String(words)) => {
            let right = unquoted(words)?;
            let document = format!("x = {right}");
            let table = DeTable::parse(&document).ok()?;
            let read = table.get_ref().get("x")?.get_ref();
            let fits = match kind {
                // Not as it was written: `1_000` is a number in TOML only.
                Kind::Int => return Some(integer(read)?.to_string()),
                Kind::Bool => read.as_bool().is_some(),
                _ => read.as_datetime().and_then(calendar_date).is_some(),
            };
            fits.then_some(right)
        }
        (Kind::Bool, DeValue::Integer(number)) => match number.as_str() {
            "1" => Some("true".to_owned()),
            "0" => Some("false".to_owned()),
            _ => None,
        },
        (Kind::Date, DeValue::Datetime(moment)) => {
            let day = Datetime {
                date: moment.date,
                time: None,
                offset: None,
            };
            calendar_date(&day).map(|_| day.to_string())
        }
        (
            Kind::String | Kind::Markdown,
            DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_),
        ) => Some(quoted(written)),
        (Kind::List(inner), DeValue::String(words)) => match **inner {
            Kind::Record(_) | Kind::Cite | Kind::List(_) => None,
            Kind::Int | Kind::Bool | Kind::Date => {
                as_kind(inner, value, written).map(|item| format!("[{item}]"))
            }
            Kind::Ref(_) | Kind::Tag(_) | Kind::Enum(_) | Kind::Slug
                if words.contains([',', '،']) =>
            {
                let items = words.split([',', '،']).map(str::trim);
                let items = items.filter(|item| !item.is_empty());
                let items: Vec<String> = items.map(quoted).collect();
                Some(format!("[{}]", items.join(", ")))
            }
            _ => Some(format!("[{written}]")),
        },
        (Kind::List(inner), DeValue::Table(_)) => {
            matches!(**inner, Kind::Record(_) | Kind::Cite | Kind::Image(_))
                .then(|| format!("[{written}]"))
        }
        (Kind::List(inner), DeValue::Integer(_)) => {
            (**inner == Kind::Int).then(|| format!("[{written}]"))
        }
        _ => None,
    }
}
