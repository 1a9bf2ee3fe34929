//! A TOML table, read against declared fields: every key accounted for, every value of its type,
//! every problem reported with its place. References are read but not looked up.

mod reference;

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::value::Value;
use crate::arabic::Date;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::Text;
use crate::markdown::{self, ProseRules, TextIds};
use crate::path::SourcePath;
use crate::schema::{Field, Kind, Schema, is_slug, nearest};
use crate::source::typography::Judgement;
use crate::source::{TextPlace, integer};

/// Reads `table` as `fields`. `besides` names further keys that are read elsewhere, and `whole` is the
/// range at which missing fields are reported. The values come in the order of `fields`.
pub(crate) fn read_fields(
    file: &mut FieldReader<'_>,
    table: &DeTable<'_>,
    fields: &[Field],
    besides: &[&str],
    whole: Range<usize>,
) -> Vec<Value> {
    for key in table.keys() {
        let name: &str = key.get_ref();
        if fields.iter().any(|f| &*f.name == name) || besides.contains(&name) {
            continue;
        }
        let known = fields.iter().map(|f| &*f.name);
        let near = nearest(name, known.clone().chain(besides.iter().copied()));
        let hint = near.map_or_else(
            || format!("the fields are: {}", known.collect::<Vec<_>>().join(", ")),
            |near| format!("did you mean `{near}`?"),
        );
        file.report("E102", format!("unknown field `{name}`"), key.span(), hint);
    }
    fields
        .iter()
        .map(|field| match table.get(&*field.name) {
            Some(value) => file.field(field, value),
            None if field.field_type.optional => Value::Null,
            None => {
                let expected = &field.field_type.kind;
                file.report(
                    "E103",
                    format!("the field `{}` is missing", field.name),
                    whole.clone(),
                    format!("add `{} = …`: {}", field.name, expected.text()),
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
    pub(crate) text: &'a str,
    /// Where in the file the TOML that is being read begins.
    pub(crate) offset: usize,
    /// The fields of the entry whose words stand letter for letter, and are not ours to correct.
    pub(crate) verbatim: &'a [&'a str],
    /// Whether such a field is being read.
    pub(crate) is_verbatim: bool,
    /// What has been noticed.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// What is against the rules of typography.
    pub(crate) judgement: Judgement,
    /// The ids that texts of the entry give.
    pub(crate) ids: TextIds,
}

impl FieldReader<'_> {
    /// Reports a problem with the bytes `range` of the TOML.
    pub(crate) fn report(
        &mut self,
        code: &'static str,
        message: impl Into<Text>,
        range: Range<usize>,
        hint: impl Into<Text>,
    ) {
        let span = Span::new(self.path, self.shift(range));
        let diagnostic = Diagnostic::error(code, message).at(span).hint(hint);
        self.diagnostics.push(diagnostic);
    }

    /// From the bytes of the TOML to those of the file.
    fn shift(&self, range: Range<usize>) -> Range<usize> {
        range.start + self.offset..range.end + self.offset
    }

    fn field(&mut self, field: &Field, value: &Located<DeValue<'_>>) -> Value {
        let was_verbatim = self.is_verbatim;
        self.is_verbatim |= self.verbatim.contains(&&*field.name);
        let read = self.read(&field.field_type.kind, value);
        self.is_verbatim = was_verbatim;
        read
    }

    fn read(&mut self, kind: &Kind, value: &Located<DeValue<'_>>) -> Value {
        self.typed(kind, value)
            .unwrap_or_else(|| self.mistyped(kind, value))
    }

    /// The value; `None` if the TOML value has another type.
    fn typed(&mut self, kind: &Kind, value: &Located<DeValue<'_>>) -> Option<Value> {
        let (found, range) = (value.get_ref(), value.span());
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
                    let near = nearest(text, choices.iter().map(|choice| &**choice));
                    self.unfit(kind, text, range, near)
                }
            }
            Kind::Markdown => self.markdown(found.as_str()?, range),
            Kind::Ref(collections) => self.reference(collections, found.as_str()?, range),
            Kind::Tag(tags) => self.tag(*tags, found.as_str()?, range),
            Kind::Cite => self.citation(found.as_table()?, range),
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
        let found = match value.get_ref() {
            DeValue::String(_) => "a string",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a fraction",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let hint = match (kind, value.get_ref()) {
            (Kind::Date, DeValue::String(_)) => "write the date without quotation marks",
            (Kind::Int, DeValue::String(_)) => "write the number without quotation marks",
            (Kind::List(_), _) => "put the value between [ and ]",
            _ => "change the value, or the field's type in site.toml",
        };
        let message = match (kind, value.get_ref()) {
            (Kind::Int, DeValue::Integer(number)) => {
                format!(
                    "`{}` is further from zero than a number may be",
                    number.as_str()
                )
            }
            _ => format!("expected {}, found {found}", kind.text()),
        };
        self.report("E104", message, value.span(), hint);
        Value::Null
    }

    fn unfit(&mut self, kind: &Kind, text: &str, range: Range<usize>, near: Option<&str>) -> Value {
        let hint = near.map_or_else(
            || format!("write {}", kind.text()),
            |near| format!("did you mean `{near}`?"),
        );
        self.report(
            "E105",
            format!("`{text}` is not {}", kind.text()),
            range,
            hint,
        );
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

fn calendar_date(datetime: &Datetime) -> Option<Date> {
    let date = datetime.date.filter(|_| datetime.time.is_none())?;
    Date::new(i32::from(date.year), date.month, date.day)
}
