//! The front matter of other generators: YAML between `---`, TOML between `+++`, or JSON between braces.

use toml::Table;
use toml::Value;
use toml::de::DeValue;

use crate::source::values::{parse_json, parse_yaml};

/// A text with what it says of itself.
#[derive(Debug, Default)]
pub(super) struct Front {
    pub(super) table: Table,
    pub(super) body: String,
    /// The line of the file on which the body begins.
    pub(super) line: usize,
}

/// Splits a text. An error is what is wrong with the front matter.
pub(super) fn split(text: &str) -> Result<Front, String> {
    for (fence, is_yaml) in [("---", true), ("+++", false)] {
        let Some((inside, body)) = fenced(text, fence) else {
            continue;
        };
        let table = if is_yaml {
            yaml(inside)?
        } else {
            Some(read_toml(inside)?)
        };
        // A text may begin with a rule, and have another below: what stands between is no table.
        let Some(table) = table else { break };
        return Ok(front(table, text, body));
    }
    if is_json(text)
        && let Some((inside, body)) = json(text)
    {
        return Ok(front(read_json(inside)?, text, body));
    }
    Ok(front(Table::new(), text, text))
}

/// Whether a text begins as one with front matter does.
pub(super) fn begins(text: &str) -> bool {
    let start = text.trim_start();
    start.starts_with("---") || start.starts_with("+++") || is_json(text)
}

/// Whether a text begins as a table of JSON does; a shortcode has a brace as well.
fn is_json(text: &str) -> bool {
    let inside = text.trim_start().strip_prefix('{');
    inside.is_some_and(|inside| inside.trim_start().starts_with(['"', '}']))
}

fn front(table: Table, text: &str, body: &str) -> Front {
    let before = &text[..text.len() - body.len()];
    Front {
        table,
        body: body.to_owned(),
        line: before.matches('\n').count() + 1,
    }
}

/// What stands between two fences at the beginning of a text, and what follows.
fn fenced<'a>(text: &'a str, fence: &str) -> Option<(&'a str, &'a str)> {
    let start = text.len() - text.trim_start().len();
    let mut lines = text[start..].split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == fence)?;
    let from = start + first.len();
    let mut at = from;
    for line in lines {
        if line.trim_end() == fence {
            return Some((&text[from..at], &text[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

/// JSON goes on to the brace that closes the first.
fn json(text: &str) -> Option<(&str, &str)> {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '{' if !quoted => depth += 1,
            '}' if !quoted => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    let rest = &text[at + 1..];
                    return Some((&text[..=at], rest.strip_prefix('\n').unwrap_or(rest)));
                }
            }
            _ => {}
        }
    }
    None
}

/// YAML as a table; none if it is something else.
pub(super) fn yaml(text: &str) -> Result<Option<Table>, String> {
    let value = parse_yaml(text).map_err(|fault| fault.message.to_string())?;
    let Some(value) = value else {
        return Ok(Some(Table::new()));
    };
    Ok(match plain(value.get_ref()) {
        Value::Table(table) => Some(table),
        _ => None,
    })
}

/// TOML as a table.
pub(super) fn read_toml(text: &str) -> Result<Table, String> {
    text.parse::<Table>()
        .map_err(|error| error.message().to_owned())
}

/// JSON as a table.
pub(super) fn read_json(text: &str) -> Result<Table, String> {
    let value = parse_json(text).map_err(|fault| fault.message.to_string())?;
    Ok(match plain(value.get_ref()) {
        Value::Table(table) => table,
        _ => Table::new(),
    })
}

/// A value without its places.
fn plain(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(number) => {
            let digits = number.to_string();
            let read = i64::from_str_radix(number.as_str(), number.radix());
            read.map_or(Value::String(digits), Value::Integer)
        }
        DeValue::Float(number) => {
            let read = number.to_string().parse();
            read.map_or(Value::String(number.to_string()), Value::Float)
        }
        DeValue::Boolean(truth) => Value::Boolean(*truth),
        DeValue::Datetime(moment) => Value::Datetime(*moment),
        DeValue::Array(items) => {
            Value::Array(items.iter().map(|item| plain(item.get_ref())).collect())
        }
        DeValue::Table(table) => {
            let pairs = table.iter();
            let pairs =
                pairs.map(|(key, value)| (key.get_ref().to_string(), plain(value.get_ref())));
            Value::Table(pairs.collect())
        }
    }
}
