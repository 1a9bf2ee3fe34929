//! What notations say of the types of their values, and texts that stand for values.

use std::ops::Range;

use toml::Spanned as Located;
use toml::de::DeValue;
use toml::value::Datetime;

use crate::arabic::Date;
use crate::locale::{Text, text};
use crate::schema::Kind;
use crate::source::TextPlace;

/// What a notation says of the types of its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation<'a> {
    /// Numbers, truths and days are no texts: TOML and YAML.
    Typed,
    /// Days are texts, and a whole number may be written `3.0`: JSON.
    WithoutDays,
    /// All are texts, and a list is one with this between its items: CSV.
    Texts(&'a str),
}

impl Notation<'_> {
    /// A value that TOML would write like this, as this notation writes it.
    pub(super) fn of(self, kind: &Kind, right: String) -> String {
        match (self, kind) {
            (Self::WithoutDays, Kind::Date) => format!("\"{right}\""),
            _ => right,
        }
    }

    /// What to do about a value that is no such thing, where TOML's advice would not do.
    pub(super) fn hint(self, kind: &Kind) -> Option<Text> {
        match (self, kind) {
            (Self::Texts(_), Kind::Record(_) | Kind::Cite | Kind::Image(_)) => {
                Some(text!("cell-table-hint"))
            }
            (Self::Texts(_) | Self::WithoutDays, Kind::Date) => Some(text!("text-date-hint")),
            (Self::Texts(_), Kind::Int) => Some(text!("cell-number-hint")),
            (Self::Texts(_), Kind::Bool) => Some(text!("cell-truth-hint")),
            _ => None,
        }
    }
}

/// A day that is written as text.
pub(super) fn day(words: &str) -> Option<Date> {
    calendar_date(of_day(words)?.as_datetime()?)
}

/// A day that is written as text, as TOML has it.
pub(crate) fn of_day(words: &str) -> Option<DeValue<'static>> {
    let value = DeValue::parse(words).ok()?;
    let moment = value.get_ref().as_datetime()?;
    Some(DeValue::Datetime(*moment))
}

/// True or false, as spreadsheets write them, too.
pub(crate) fn truth(words: &str) -> Option<bool> {
    match words.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// The items of a list that is one text at `range` of the file, each with its own place.
pub(crate) fn items<'a>(
    words: &'a str,
    range: Range<usize>,
    separator: &str,
    file: &str,
) -> Vec<Located<DeValue<'a>>> {
    let place = TextPlace::of_value(words, range, file);
    let mut start = 0;
    let mut items = Vec::new();
    for part in words.split(separator) {
        let item = part.trim();
        let at = start + part.len() - part.trim_start().len();
        start += part.len() + separator.len();
        if !item.is_empty() {
            let range = place.of(at..at + item.len());
            items.push(Located::new(range, DeValue::String(item.into())));
        }
    }
    items
}

/// A day without a time.
pub(crate) fn calendar_date(datetime: &Datetime) -> Option<Date> {
    let date = datetime.date.filter(|_| datetime.time.is_none())?;
    Date::new(i32::from(date.year), date.month, date.day)
}
