//! `[extra]`: what only templates read, as they see it.

use toml::Spanned as Located;
use toml::de::DeValue;

use super::table::{File, Table, in_order, plain};
use crate::locale::text;

/// `[extra]`; an empty map where there is none.
pub(super) fn extra(root: &mut Table<'_>) -> tera::Value {
    let extra = root.get("extra").map(|extra| plain(extra.get_ref()));
    extra.unwrap_or_else(|| tera::Map::default().into())
}

/// `[languages.….extra]`: what it says in place of `[extra]`, key by key. It cannot say more, since templates ask for the same
/// in every language.
pub(super) fn in_language(
    file: &mut File<'_>,
    own: Option<&Located<DeValue<'_>>>,
    other: Option<&Located<DeValue<'_>>>,
    name: &str,
) -> tera::Value {
    match (own, other) {
        (Some(own), Some(other)) => said(file, own.get_ref(), other, name),
        (Some(own), None) => plain(own.get_ref()),
        (None, None) => tera::Map::default().into(),
        (None, Some(other)) => {
            surplus(file, other, name);
            tera::Map::default().into()
        }
    }
}

fn said(
    file: &mut File<'_>,
    own: &DeValue<'_>,
    other: &Located<DeValue<'_>>,
    name: &str,
) -> tera::Value {
    let (DeValue::Table(own), DeValue::Table(table)) = (own, other.get_ref()) else {
        if own.is_table() || other.get_ref().is_table() {
            let message = text!("language-extra-of-other-kind", key = name);
            let hint = text!("language-extra-of-other-kind-hint");
            file.error("E104", message, file.span(other.span()), hint);
            return plain(own);
        }
        return plain(other.get_ref());
    };
    for (key, value) in in_order(table) {
        if !own.contains_key(&**key.get_ref()) {
            surplus(file, value, &format!("{name}.{}", key.get_ref()));
        }
    }
    let map: tera::Map = in_order(own)
        .into_iter()
        .map(|(key, value)| {
            let key = key.get_ref();
            let value = match table.get(&**key) {
                Some(other) => said(file, value.get_ref(), other, &format!("{name}.{key}")),
                None => plain(value.get_ref()),
            };
            (key.to_string().into(), value)
        })
        .collect();
    map.into()
}

fn surplus(file: &mut File<'_>, value: &Located<DeValue<'_>>, name: &str) {
    let message = text!("language-extra-alone", key = name);
    let hint = text!("language-extra-alone-hint");
    file.error("E102", message, file.span(value.span()), hint);
}
