//! The dossier's content says what `tests/reference/facts.json` says: the article's facts, extracted apart from it. Entries
//! are read here as plain TOML, not by the program.

mod counts;
mod edges;
mod fields;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use serde_json::Value as Json;

use crate::site::{Files, repository};

pub(crate) static FACTS: LazyLock<Json> = LazyLock::new(|| {
    let path = repository().join("tests/reference/facts.json");
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
});

/// The fields of all entries of a collection, by slug.
fn entries(collection: &str) -> BTreeMap<String, Json> {
    let folder = Files::below(&repository().join("content").join(collection));
    let read = folder.paths().map(|path| {
        let text = folder.text(path);
        let fields = match text.strip_prefix("+++\n") {
            Some(text) => text.split_once("\n+++\n").unwrap().0,
            None => text,
        };
        let fields: toml::Table = fields.parse().unwrap();
        let fields = serde_json::to_value(fields).unwrap();
        let stem = Path::new(path).file_stem().unwrap().to_str().unwrap();
        (fields["slug"].as_str().unwrap_or(stem).to_owned(), fields)
    });
    read.collect()
}

fn list(value: &Json) -> impl Iterator<Item = &Json> {
    value.as_array().unwrap().iter()
}

fn text(value: &Json) -> &str {
    value.as_str().unwrap()
}

/// Holds entries against what is expected of them: as many, and every expected field as it should be; null is absence.
fn agree(collection: &str, expected: impl Iterator<Item = (String, Json)>) {
    let entries = entries(collection);
    let mut seen = BTreeSet::new();
    for (slug, expected) in expected {
        let name = format!("{collection}/{slug}");
        let entry = entries
            .get(&slug)
            .unwrap_or_else(|| panic!("there is no {name}"));
        for (field, value) in expected.as_object().unwrap() {
            assert_eq!(&entry[field], value, "`{field}` of {name}");
        }
        seen.insert(slug);
    }
    assert_eq!(
        seen,
        entries.into_keys().collect::<BTreeSet<_>>(),
        "entries of {collection}"
    );
}

/// One expected entry for each fact of a list.
fn expect<'a>(
    facts: &'a Json,
    fields: impl Fn(&'a Json) -> Json + 'a,
) -> impl Iterator<Item = (String, Json)> + 'a {
    list(facts).map(move |fact| {
        let slug = fact.get("slug").unwrap_or(&fact["id"]);
        (text(slug).to_owned(), fields(fact))
    })
}

/// The address of an entity of `facts.json`, which knows some by an id of its own.
fn entry_of(collection: &str, id: &str) -> String {
    let facts = list(&FACTS[collection]);
    let fact = facts.into_iter().find(|fact| fact["id"] == id).unwrap();
    format!(
        "{collection}/{}",
        text(fact.get("slug").unwrap_or(&fact["id"]))
    )
}
