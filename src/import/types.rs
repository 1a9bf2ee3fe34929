//! The types that values of front matter have, and the one that all values of a key have.

use std::collections::BTreeSet;

use toml::Value;

use crate::arabic::Date;

/// The type of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Type {
    String,
    Int,
    Bool,
    Date,
    Url,
    Enum(Vec<String>),
    Tag(String),
    List(Box<Type>),
    /// Fields by name, each with whether it may be absent.
    Record(Vec<(String, Type, bool)>),
}

/// The most words that a field with a few words has.
const CHOICES: usize = 8;

/// The type that fits all values.
pub(super) fn of(values: &[&Value]) -> Type {
    let is = |test: fn(&Value) -> bool| values.iter().all(|value| test(value));
    if values.is_empty() {
        return Type::String;
    }
    if is(|value| value.as_table().is_some_and(|table| !table.is_empty())) {
        let keys: BTreeSet<&String> = values
            .iter()
            .filter_map(|one| one.as_table())
            .flat_map(|table| table.keys())
            .collect();
        let fields = keys.into_iter().map(|key| {
            let found: Vec<&Value> = values.iter().filter_map(|one| one.get(key)).collect();
            let is_optional = found.len() < values.len();
            (key.clone(), of(&found), is_optional)
        });
        return Type::Record(fields.collect());
    }
    if is(Value::is_array) {
        let items: Vec<&Value> = values
            .iter()
            .filter_map(|one| one.as_array())
            .flatten()
            .collect();
        let item = if items.iter().any(|item| item.is_array()) {
            Type::String
        } else {
            of(&items)
        };
        return Type::List(Box::new(match item {
            Type::Enum(_) => Type::String,
            other => other,
        }));
    }
    // One word, or several: as others do.
    if values.iter().any(|value| value.is_array()) && is(|value| value.is_array() || value.is_str())
    {
        return Type::List(Box::new(Type::String));
    }
    if is(Value::is_integer) {
        return Type::Int;
    }
    if is(Value::is_bool) {
        return Type::Bool;
    }
    if is(|value| value.is_datetime() && day(value).is_some()) {
        return Type::Date;
    }
    if is(|value| value.as_str().is_some_and(is_url)) {
        return Type::Url;
    }
    let words: BTreeSet<&str> = values.iter().filter_map(|value| value.as_str()).collect();
    let is_choice = |word: &&str| {
        !word.is_empty()
            && word.chars().count() <= 30
            && !word.contains(['|', '(', ')', '\n'])
            && word.trim() == *word
    };
    if is(Value::is_str)
        && words.len() <= CHOICES
        && values.len() >= 12
        && words.len() * 3 <= values.len()
        && words.iter().all(is_choice)
    {
        return Type::Enum(words.into_iter().map(str::to_owned).collect());
    }
    Type::String
}

fn is_url(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://"))
        && !text.contains(char::is_whitespace)
}

/// The day that a value names, and its time where it has one.
pub(super) fn day(value: &Value) -> Option<(String, Option<String>)> {
    let written = match value {
        Value::Datetime(moment) => moment.to_string(),
        Value::String(text) => text.trim().to_owned(),
        _ => return None,
    };
    let (day, rest) = split_day(&written)?;
    let rest = rest.trim_start_matches(['T', 't', ' ', ',']).trim();
    let digits: String = rest.chars().take_while(|c| !"+-Zz ".contains(*c)).collect();
    let is_midnight = digits.chars().all(|c| "0:.".contains(c));
    let time = Some(rest.to_owned())
        .filter(|_| !digits.is_empty() && !is_midnight && digits.contains(':'));
    Some((day, time))
}

/// Whether a text is a day as ISO 8601 has it, or a moment of one, and nothing besides.
pub(super) fn is_moment(text: &str) -> bool {
    let text = text.trim();
    let is_day = |byte: &u8| byte.is_ascii_digit() || *byte == b'-';
    let written = text.len() >= 10 && text.as_bytes()[..10].iter().all(is_day);
    let Some((_, rest)) = split_day(text).filter(|_| written) else {
        return false;
    };
    let rest = rest.trim_start_matches(['T', 't', ' ']);
    let is_of_time = |c: char| c.is_ascii_digit() || ":.+-Zz ".contains(c);
    rest.is_empty() || rest.contains(':') && rest.chars().all(is_of_time)
}

/// How the names of months begin in English.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// A day at the beginning of a text, in one of many forms.
fn split_day(text: &str) -> Option<(String, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || "-/.".contains(c);
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let parts: Vec<&str> = text[..end].split(['-', '/', '.']).collect();
    if let [first, second, third] = parts.as_slice() {
        let (year, day) = if first.len() == 4 {
            (first, third)
        } else {
            (third, first)
        };
        return Some((valid(year, second, day)?, &text[end..]));
    }
    // `2 January 2024`, `January 2, 2024`, `Tue, 02 Jan 2024 10:00:00 GMT`.
    let words: Vec<&str> = text
        .split([' ', ','])
        .filter(|word| !word.is_empty())
        .collect();
    let month_of = |word: &str| {
        let start = word.get(..3)?.to_ascii_lowercase();
        MONTHS.iter().position(|month| *month == start)
    };
    let at = words.iter().position(|word| month_of(word).is_some())?;
    let month = (month_of(words[at])? + 1).to_string();
    let near = [
        at.checked_sub(1).and_then(|at| words.get(at)),
        words.get(at + 1),
        words.get(at + 2),
    ];
    let numbers: Vec<&&str> = near
        .into_iter()
        .flatten()
        .filter(|word| word.bytes().all(|b| b.is_ascii_digit()))
        .collect();
    let year = numbers.iter().find(|word| word.len() == 4)?;
    let day = numbers.iter().find(|word| word.len() <= 2)?;
    let rest = text.find(**year).map_or("", |at| &text[at + 4..]);
    Some((valid(year, &month, day)?, rest))
}

fn valid(year: &str, month: &str, day: &str) -> Option<String> {
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some(date.to_string()).filter(|_| year.len() == 4)
}

impl Type {
    /// The type as site.toml has it; `record` is what its records are called.
    pub(super) fn written(&self, record: &str) -> String {
        match self {
            Self::String => "string".to_owned(),
            Self::Int => "int".to_owned(),
            Self::Bool => "bool".to_owned(),
            Self::Date => "date".to_owned(),
            Self::Url => "url".to_owned(),
            Self::Enum(words) => format!("enum({})", words.join("|")),
            Self::Tag(name) => format!("tag({name})"),
            Self::List(item) => format!("list({})", item.written(record)),
            Self::Record(_) => record.to_owned(),
        }
    }

    /// A value as TOML, if it is of this type or can be made so.
    pub(super) fn fit(&self, value: &Value) -> Option<String> {
        match (self, value) {
            (Self::List(item), Value::Array(items)) => {
                let items: Vec<String> = items.iter().filter_map(|one| item.fit(one)).collect();
                Some(format!("[{}]", items.join(", ")))
            }
            (Self::List(item), other) => Some(format!("[{}]", item.fit(other)?)),
            (Self::Record(fields), Value::Table(table)) => {
                let pairs = fields.iter().filter_map(|(key, kind, _)| {
                    let value = kind.fit(table.get(key)?)?;
                    Some(format!("{} = {value}", super::name::field_name(key)))
                });
                Some(format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", ")))
            }
            (Self::Int, Value::Integer(number)) => Some(number.to_string()),
            (Self::Bool, Value::Boolean(truth)) => Some(truth.to_string()),
            (Self::Date, _) => day(value).map(|(day, _)| day),
            (Self::String | Self::Enum(_) | Self::Tag(_) | Self::Url, value) => Some(text(value)),
            _ => None,
        }
    }
}

/// A value as a string of TOML.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => quote(text),
        other => quote(&other.to_string()),
    }
}

/// A text as a string of TOML.
pub(super) fn quote(text: &str) -> String {
    Value::String(text.to_owned()).to_string()
}
