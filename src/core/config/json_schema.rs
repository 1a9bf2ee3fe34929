//! `site.toml` itself as JSON Schema (draft 2020-12), for editors.

use serde_json::{Map, Value as Json, json};

use super::key_docs;
use super::keys::{TABLES, name_of};
use super::search::TEXTS;
use crate::arabic::Gender;

/// The schema of `site.toml`.
#[must_use]
pub fn json_schema() -> Json {
    let mut definitions = Map::new();
    let mut root = Json::Null;
    for (name, keys) in TABLES {
        let schema = match name {
            "fields" => json!({ "type": "object", "additionalProperties": text() }),
            "texts" => table(name, &TEXTS.join(" ")),
            "phrase" => {
                let words = json!({ "anyOf": [text(), reference("plural")] });
                let genders = Gender::ALL.map(|gender| (gender.name().to_owned(), words.clone()));
                let genders = json!({
                    "type": "object",
                    "properties": Map::from_iter(genders),
                    "additionalProperties": false,
                });
                json!({ "anyOf": [text(), reference("plural"), genders] })
            }
            "menu" => json!({ "type": "array", "items": reference("menu-item") }),
            "pages" => {
                json!({ "anyOf": [{ "type": "integer", "minimum": 1 }, reference("pagination")] })
            }
            "expected" => {
                let count = json!({ "type": "integer", "minimum": 0 });
                let each = json!({ "type": "object", "additionalProperties": count });
                json!({ "anyOf": [count, each] })
            }
            "rows" => json!({ "anyOf": [text(), reference("source")] }),
            _ => table(name, keys),
        };
        if name == "site.toml" {
            root = schema;
        } else {
            definitions.insert(name.to_owned(), schema);
        }
    }
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("site.toml");
    root["$defs"] = definitions.into();
    root
}

fn table(table: &str, keys: &str) -> Json {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for written in keys.split_whitespace() {
        let key = written.trim_end_matches('!');
        let name = name_of(key);
        if key != written {
            required.push(name);
        }
        let mut value = value(&key[name.len()..]);
        if let Some(words) = key_docs::of(table, name) {
            value["description"] = json!(words);
        }
        properties.insert(name.to_owned(), value);
    }
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// What stands behind the name of a key.
fn value(kind: &str) -> Json {
    if let Some(words) = kind.strip_prefix('=') {
        let words: Vec<&str> = words.split('|').collect();
        return json!({ "enum": words });
    }
    match kind.trim_start_matches(':') {
        "" => text(),
        "*" => texts(),
        "any" => json!({ "type": "object" }),
        "address" => json!({ "anyOf": [text(), { "const": false }] }),
        kind => match (kind.strip_prefix('['), kind.strip_prefix('{')) {
            (Some(item), _) => json!({ "type": "array", "items": named(item) }),
            (_, Some(item)) => json!({ "type": "object", "additionalProperties": named(item) }),
            _ => named(kind),
        },
    }
}

fn named(kind: &str) -> Json {
    match kind.trim_end_matches([']', '}']) {
        "string" => text(),
        "list" => json!({ "type": "array", "items": text() }),
        "int" => json!({ "type": "integer" }),
        "bool" => json!({ "type": "boolean" }),
        table => reference(table),
    }
}

fn text() -> Json {
    json!({ "type": "string" })
}

fn texts() -> Json {
    json!({ "anyOf": [text(), { "type": "array", "items": text() }] })
}

fn reference(table: &str) -> Json {
    json!({ "$ref": format!("#/$defs/{table}") })
}
