//! The kinds of tags of the old site: what it calls them, in whatever script, and what they are called here.

use std::collections::BTreeSet;

use toml::Value;

use super::generator::Generator;
use super::name::field_name;

/// A kind of tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Taxonomy {
    /// What front matter calls it, and the folder of its addresses.
    pub(super) key: String,
    /// The name of the field, and of the table of tags.
    pub(super) name: String,
}

/// The kinds of tags that settings declare.
pub(super) fn read(generator: Generator, value: Option<&Value>) -> Vec<Taxonomy> {
    let keys: Vec<&str> = match (generator, value) {
        (Generator::Markdown, _) => Vec::new(),
        (Generator::Hugo | Generator::Jekyll, Some(Value::Table(table))) => {
            table.values().filter_map(Value::as_str).collect()
        }
        (Generator::Hugo | Generator::Jekyll, _) => vec!["tags", "categories"],
        (Generator::Zola, value) => {
            let list = value.and_then(Value::as_array).into_iter().flatten();
            list.filter_map(|one| one.get("name")?.as_str()).collect()
        }
    };
    named(keys)
}

fn named(keys: Vec<&str>) -> Vec<Taxonomy> {
    let mut all: Vec<Taxonomy> = Vec::new();
    let mut used = BTreeSet::new();
    for key in keys {
        // Zola declares one for each language.
        if all.iter().any(|known| known.key == key) {
            continue;
        }
        let is_latin = key.bytes().all(|byte| byte.is_ascii())
            && key.starts_with(|c: char| c.is_ascii_alphabetic());
        let own = if is_latin {
            field_name(&key.to_lowercase())
        } else {
            "tags".to_owned()
        };
        let mut name = own.clone();
        let mut number = 1;
        while !used.insert(name.clone()) {
            number += 1;
            name = format!("{own}_{number}");
        }
        let key = key.to_owned();
        all.push(Taxonomy { key, name });
    }
    all
}

/// That of a key of front matter, in small letters.
pub(super) fn of_key<'a>(all: &'a [Taxonomy], lower: &str) -> Option<&'a Taxonomy> {
    all.iter().find(|one| one.key.to_lowercase() == lower)
}

/// What the old site calls the kind of tags of this name.
pub(super) fn key_of<'a>(all: &'a [Taxonomy], name: &'a str) -> &'a str {
    let known = all.iter().find(|one| one.name == name);
    known.map_or(name, |one| &one.key)
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_are_names_of_fields_each_of_its_own() {
        let names = named(vec![
            "tags",
            "Topics",
            "tags",
            "فئات",
            "سلاسل",
            "blog-tags",
            "blog_tags",
            "date",
            "2024",
        ]);
        let names: Vec<_> = names.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "tags",
                "topics",
                "tags_2",
                "tags_3",
                "blog_tags",
                "blog_tags_2",
                "date",
                "tags_4"
            ]
        );
    }
}
