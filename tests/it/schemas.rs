//! `warraq schema` against what is read: what one takes, the other takes.

use std::collections::BTreeSet;

use serde_json::{Map, Value as Json, json};
use warraq::config::Config;

use crate::site::{Files, complained, repository, said, source};

/// Whether a value is one of a schema, as far as ours go: without formats, and without patterns.
fn fits(value: &Json, schema: &Json, root: &Json) -> bool {
    if let Some(name) = schema["$ref"].as_str() {
        let definition = &root["$defs"][name.strip_prefix("#/$defs/").unwrap()];
        assert!(!definition.is_null(), "{name} is not defined");
        return fits(value, definition, root);
    }
    let any = |key: &str| schema.get(key).and_then(Json::as_array);
    let is_typed = match schema["type"].as_str() {
        None => true,
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64(),
        Some("boolean") => value.is_boolean(),
        Some("array") => value.is_array(),
        Some("object") => value.is_object(),
        Some(other) => panic!("what is the type {other}?"),
    };
    is_typed
        && any("enum").is_none_or(|all| all.contains(value))
        && schema.get("const").is_none_or(|only| only == value)
        && any("anyOf").is_none_or(|all| all.iter().any(|one| fits(value, one, root)))
        && any("required").is_none_or(|keys| {
            keys.iter()
                .all(|key| value.get(key.as_str().unwrap()).is_some())
        })
        && value.as_array().is_none_or(|items| {
            items
                .iter()
                .all(|item| schema.get("items").is_none_or(|of| fits(item, of, root)))
        })
        && value.as_object().is_none_or(|keys| {
            keys.iter().all(|(key, value)| {
                match (
                    schema["properties"].get(key),
                    schema.get("additionalProperties"),
                ) {
                    (None, Some(Json::Bool(may_be))) => *may_be,
                    (Some(schema), _) | (None, Some(schema)) => fits(value, schema, root),
                    (None, None) => true,
                }
            })
        })
}

fn json_of(toml: &str) -> Json {
    fn convert(value: toml::Value) -> Json {
        match value {
            toml::Value::Table(table) => {
                let keys = table.into_iter().map(|(key, value)| (key, convert(value)));
                Json::Object(keys.collect::<Map<_, _>>())
            }
            toml::Value::Array(items) => items.into_iter().map(convert).collect(),
            toml::Value::Datetime(day) => json!(day.to_string()),
            toml::Value::String(text) => json!(text),
            toml::Value::Integer(number) => json!(number),
            toml::Value::Float(number) => json!(number),
            toml::Value::Boolean(truth) => json!(truth),
        }
    }
    convert(toml::Value::Table(toml::from_str(toml).unwrap()))
}

/// The tables of a file, each with a key in it that nobody knows, of every type.
fn with_unknown_key(value: &toml::Value) -> Vec<toml::Value> {
    let mut all = Vec::new();
    match value {
        toml::Value::Table(table) => {
            for (key, inner) in table {
                for changed in with_unknown_key(inner) {
                    let mut copy = table.clone();
                    copy.insert(key.clone(), changed);
                    all.push(toml::Value::Table(copy));
                }
            }
            for unknown in [
                toml::Value::Boolean(true),
                toml::Value::String("int".to_owned()),
            ] {
                let mut copy = table.clone();
                copy.insert("zzz".to_owned(), unknown);
                all.push(toml::Value::Table(copy));
            }
        }
        toml::Value::Array(items) => {
            // The others are alike.
            if let Some(first) = items.first() {
                for changed in with_unknown_key(first) {
                    let mut copy = items.clone();
                    copy[0] = changed;
                    all.push(toml::Value::Array(copy));
                }
            }
        }
        _ => {}
    }
    all
}

#[test]
fn the_schema_of_site_toml_takes_what_is_read_and_no_other_key() {
    let site = Files::good().on_disk();
    let schema: Json =
        serde_json::from_str(said(&site.run(&["schema", "site.toml"]).success())).unwrap();
    let starters = Files::kinds().into_iter().map(|kind| Files::starter(&kind));
    let mut refused = 0;
    for files in [Files::good(), Files::spread(), Files::dossier()]
        .into_iter()
        .chain(starters)
    {
        let text = files.text("site.toml");
        assert!(fits(&json_of(text), &schema, &schema));
        let whole: toml::Value = toml::Value::Table(toml::from_str(text).unwrap());
        for changed in with_unknown_key(&whole) {
            let text = toml::to_string(&changed).unwrap();
            let config = Config::parse(&source("site.toml", text.as_bytes()), None);
            let is_unknown = |code: &str| matches!(code, "E102" | "E104");
            let is_refused = config.diagnostics.iter().any(|problem| {
                let message = problem.message.to_string();
                // What [extra] of a language may say is what [extra] says, which is free.
                let is_free = message.contains(".extra.");
                is_unknown(problem.code) && message.contains("zzz") && !is_free
            }) || config
                .diagnostics
                .iter()
                .any(|problem| problem.code == "E104");
            let fits = fits(&json_of(&text), &schema, &schema);
            // A schema does not know which names mean something: it may take more, where names are free.
            let at = config
                .diagnostics
                .iter()
                .map(|problem| problem.message.to_string());
            let at: Vec<_> = at.collect();
            if is_refused {
                assert!(!fits, "{at:?} in {text}");
                refused += 1;
            } else {
                assert!(
                    fits || !at.is_empty(),
                    "refused by the schema alone: {text}"
                );
            }
        }
    }
    assert!(refused > 100, "{refused}");
}

/// The keys that the program asks tables of site.toml for.
fn asked() -> BTreeSet<String> {
    let code = Files::below(&repository().join("src/core/config"));
    let mut keys = BTreeSet::new();
    for (_, text) in code.texts(&["rs"]) {
        let code = text.split("#[cfg(test)]").next().unwrap();
        for start in ["(file, \"", ".get(\""] {
            for (at, _) in code.match_indices(start) {
                let (key, _) = code[at + start.len()..].split_once('"').unwrap();
                keys.insert(key.to_owned());
            }
        }
    }
    keys
}

fn names(schema: &Json, names: &mut BTreeSet<String>) {
    if let Some(properties) = schema["properties"].as_object() {
        names.extend(properties.keys().cloned());
    }
    for definition in schema["$defs"].as_object().into_iter().flatten() {
        self::names(definition.1, names);
    }
}

#[test]
fn every_key_that_is_read_is_in_the_schema() {
    let site = Files::default().on_disk();
    let run = site.run(&["schema", "site.toml"]).success();
    let mut known = BTreeSet::new();
    names(&serde_json::from_str(said(&run)).unwrap(), &mut known);
    let asked = asked();
    assert!(asked.len() > 80, "{asked:?}");
    let missing: Vec<_> = asked.difference(&known).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn wrong_values_of_site_toml_are_refused() {
    let site = Files::default().on_disk();
    // There need not be a site yet.
    let schema: Json =
        serde_json::from_str(said(&site.run(&["schema", "site.toml"]).success())).unwrap();
    let good = Files::good();
    let text = good.text("site.toml");
    for (from, to) in [
        ("expect = 4", "expect = \"4\""),
        ("url = \"/source/\"", "url = true"),
        ("title = \"رف الكتب\"\n", ""),
        ("order = \"title\"", "order = 1"),
        ("[[menus.main]]", "[menus.main]"),
        ("[collections.authors]", "[collection.authors]"),
    ] {
        assert!(text.contains(from), "{from}");
        let wrong = text.replacen(from, to, 1);
        assert!(!fits(&json_of(&wrong), &schema, &schema), "{to}");
    }
}

#[test]
fn the_schemas_of_entries_take_every_entry_there_is_and_no_other_reference() {
    for (files, declared_in) in [
        (Files::good(), "site.toml"),
        (Files::dossier(), "templates/theme.toml"),
    ] {
        let files = files.replace(
            declared_in,
            "title = \"string\"\n",
            "title = \"string\" # اسمه\n",
        );
        let site = files.on_disk();
        let all: Json =
            serde_json::from_str(said(&site.run(&["schema", "--lang", "ar"]).success())).unwrap();
        let mut entries = 0;
        for (path, text) in files.entries() {
            let collection = path.split('/').nth(1).unwrap();
            let schema = &all[collection];
            let toml = match text.strip_prefix("+++\n") {
                Some(text) => text.split_once("\n+++").unwrap().0,
                None => text,
            };
            let entry = json_of(toml);
            assert!(fits(&entry, schema, schema), "{path}");
            for (key, wrong) in [
                ("zzz", json!(1)),
                ("title", json!(1)),
                ("draft", json!("no")),
            ] {
                let mut changed = entry.clone();
                changed[key] = wrong;
                assert!(!fits(&changed, schema, schema), "{path}: {key}");
            }
            entries += 1;
        }
        assert!(entries > 5);
        let draft = all["source"]["properties"]["draft"]["description"]
            .as_str()
            .unwrap();
        assert!(
            draft.contains("--drafts") && !draft.contains('\u{2068}'),
            "{draft}"
        );
        assert_eq!(all["source"]["properties"]["title"]["description"], "اسمه");
        assert!(all["site.toml"]["properties"]["site"].is_object());
    }
    let site = Files::good().on_disk();
    let books: Json =
        serde_json::from_str(said(&site.run(&["schema", "books"]).success())).unwrap();
    let names = ["ibn-al-muqaffa", "isfahani", "jahiz"];
    let names: Vec<_> = names
        .iter()
        .map(ToString::to_string)
        .chain(names.iter().map(|name| format!("authors/{name}")))
        .collect();
    let mut found: Vec<String> =
        serde_json::from_value(books["properties"]["author"]["enum"].clone()).unwrap();
    found.sort_by_key(|name| (name.contains('/'), name.clone()));
    assert_eq!(found, names);
    let run = site.run(&["schema", "site"]).code(1);
    assert!(complained(&run).starts_with("error[E102]"));
}
