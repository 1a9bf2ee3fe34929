//! `expect` of a collection: how many entries there must be, of all or in each language.

use super::forbidden::known_language;
use super::table::{File, Table, typed};
use crate::locale::text;
use crate::schema::{Expected, Schema};
use crate::source::integer;

/// A number, or a number for each of some languages.
pub(super) fn read(file: &mut File<'_>, table: &mut Table<'_>) -> Vec<Expected> {
    let is_table = |table: &mut Table<'_>| {
        let value = table.get("expect");
        value.is_some_and(|value| value.get_ref().as_table().is_some())
    };
    if !is_table(table) {
        let count = table.int(file, "expect");
        let language = None;
        return count
            .map(|count| Expected { language, count })
            .into_iter()
            .collect();
    }
    let table = table.table(file, "expect");
    let named = table.map(|table| table.named(file)).unwrap_or_default();
    let counts = named.into_iter().filter_map(|(tag, value)| {
        let number = integer(value.get_ref());
        let count = typed(file, &tag.value, value, number, text!("kind-int"))?;
        let language = Some(tag);
        Some(Expected { language, count })
    });
    counts.collect()
}

/// Reports those for languages that the site has not. `tags` are those of its languages.
pub(super) fn check(file: &mut File<'_>, schema: &Schema, tags: &[&str]) {
    let expected = schema.collections.iter().flat_map(|one| &one.expect);
    for tag in expected.filter_map(|one| one.language.as_ref()) {
        known_language(file, tag, tags);
    }
}
