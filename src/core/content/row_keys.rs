//! The keys that every entry may have, in rows of files that know fewer types than TOML.

use toml::Spanned as Located;
use toml::de::{DeArray, DeTable, DeValue};

use super::reader::{Notation, items, of_day, truth};
use crate::schema::{Collection, STANDARD_KEYS, UPDATED};

/// Gives the keys that every entry may have the types that they have in TOML.
pub(super) fn standard_values(
    table: &mut DeTable<'_>,
    declared: &Collection,
    notation: Notation<'_>,
    file: &str,
) {
    let separator = match notation {
        Notation::Typed => return,
        Notation::WithoutDays => None,
        Notation::Texts(separator) => Some(separator),
    };
    for key in STANDARD_KEYS {
        // A declared field has a type of its own.
        if key == UPDATED && declared.field(key).is_some() {
            continue;
        }
        let Some(value) = table.get_mut(key) else {
            continue;
        };
        let range = value.span();
        let Some(words) = value.get_ref().as_str().map(str::to_owned) else {
            continue;
        };
        let typed = match (key, separator) {
            ("publish" | "expires" | UPDATED, _) => of_day(&words),
            ("draft" | "sitemap" | "search", Some(_)) => truth(&words).map(DeValue::Boolean),
            ("redirect_from", Some(separator)) => {
                let mut list = DeArray::new();
                for item in items(&words, range, separator, file) {
                    let text = item.get_ref().as_str().unwrap_or_default().to_owned();
                    list.push(Located::new(item.span(), DeValue::String(text.into())));
                }
                Some(DeValue::Array(list))
            }
            _ => None,
        };
        if let Some(typed) = typed {
            *value.get_mut() = typed;
        }
    }
}
