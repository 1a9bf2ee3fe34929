//! What a theme may say, and how its values and those of site.toml are laid over each other.

use toml::Spanned as Located;
use toml::de::{DeString, DeTable, DeValue};

/// The tables that a theme may declare, and how many levels of their keys are looked up each by itself. Below, a value of
/// site.toml takes the place of the theme's as a whole.
pub(super) const TABLES: [(&str, usize); 12] = [
    (TEXTS, 1),
    (LANGUAGES, 1),
    ("plurals", 1),
    ("records", 1),
    ("collections", 3),
    ("menus", 1),
    ("fonts", 2),
    ("cards", 1),
    ("icons", 1),
    ("search", 2),
    ("check", 2),
    ("extra", 2),
];

pub(super) const TEXTS: &str = "texts";
pub(super) const LANGUAGES: &str = "languages";

pub(super) fn depth_of(table: &str) -> Option<usize> {
    let depth = |(name, depth): &(&str, usize)| (*name == table).then_some(*depth);
    TABLES.iter().find_map(depth)
}

/// Puts a value in the place of another; of tables each value by itself, so many levels deep.
pub(super) fn replace<'t>(
    own: &mut Located<DeValue<'t>>,
    value: Located<DeValue<'t>>,
    depth: usize,
) {
    match (own.get_mut(), value.get_ref()) {
        (DeValue::Table(own), DeValue::Table(more)) if depth > 0 => {
            for (key, value) in more {
                match own.get_mut(&**key.get_ref()) {
                    Some(own) => replace(own, value.clone(), depth - 1),
                    None => _ = own.insert(key.clone(), value.clone()),
                }
            }
        }
        _ => *own = value,
    }
}

/// Adds a value where there is none, and what is missing inside of one that is there.
pub(super) fn add<'t>(
    into: &mut DeTable<'t>,
    key: Located<DeString<'t>>,
    value: Located<DeValue<'t>>,
    depth: usize,
) {
    let Some(own) = into.get_mut(&**key.get_ref()) else {
        into.insert(key, value);
        return;
    };
    if depth == 0 {
        return;
    }
    if let (DeValue::Table(own), DeValue::Table(more)) = (own.get_mut(), value.into_inner()) {
        for (key, value) in more {
            add(own, key, value, depth - 1);
        }
    }
}
