//! Checks the strings of `site.toml` that readers see against the rules of typography.

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use super::table::{File, Table};
use crate::arabic::typography::Typography;
use crate::source::TextPlace;
use crate::source::typography::Judgement;

/// The keys of such strings. `*` stands for any key or item; below the last key all strings are checked.
const SEEN: [&[&str]; 12] = [
    &["site", "title"],
    &["site", "description"],
    &["site", "author"],
    &["menus", "*", "*", "label"],
    &["plurals", "*"],
    &["collections", "*", "source", "label"],
    &["collections", "*", "source", "long_label"],
    &["collections", "*", "source", "title_label"],
    &["collections", "*", "feed", "title"],
    &["search", "groups", "*", "label"],
    &["search", "texts"],
    &["extra"],
];

/// Judges them all.
pub(super) fn judge(file: &File<'_>, root: &DeTable<'_>, typography: &Typography) -> Judgement {
    let mut judgement = Judgement::default();
    for keys in SEEN {
        let mut visit = |text: &str, value: &Located<DeValue<'_>>| {
            let place = TextPlace::of_value(text, value.span(), file.text);
            judgement.add_value(typography, file.path, text, &place);
        };
        table(root, keys, &mut visit);
    }
    judgement
}

type Visit<'v> = dyn FnMut(&str, &Located<DeValue<'_>>) + 'v;

fn table(of: &DeTable<'_>, keys: &[&str], visit: &mut Visit<'_>) {
    for (name, value) in Table::new("", of, 0..0).named() {
        match keys.split_first() {
            Some((key, rest)) if *key == "*" || *key == name.value => walk(value, rest, visit),
            Some(_) => {}
            None => walk(value, keys, visit),
        }
    }
}

fn walk(value: &Located<DeValue<'_>>, keys: &[&str], visit: &mut Visit<'_>) {
    match value.get_ref() {
        DeValue::String(text) if keys.is_empty() => visit(text, value),
        DeValue::Table(of) => table(of, keys, visit),
        DeValue::Array(items) => {
            let rest = keys.split_first().map_or(keys, |(_, rest)| rest);
            items.iter().for_each(|item| walk(item, rest, visit));
        }
        _ => {}
    }
}
