//! `[extra]`: what only templates read, as they see it.

use toml::de::DeValue;

use super::table::{Table, in_order};
use crate::source::integer;

/// `[extra]`; an empty map where there is none.
pub(super) fn extra(root: &mut Table<'_>) -> tera::Value {
    let extra = root.get("extra").map(|extra| plain(extra.get_ref()));
    extra.unwrap_or_else(|| tera::Map::default().into())
}

/// TOML as a template sees it.
fn plain(value: &DeValue<'_>) -> tera::Value {
    match value {
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Integer(_) => integer(value).unwrap_or_default().into(),
        DeValue::Float(number) => number.as_str().parse::<f64>().unwrap_or_default().into(),
        DeValue::Boolean(truth) => (*truth).into(),
        DeValue::Datetime(datetime) => datetime.to_string().into(),
        DeValue::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| plain(item.get_ref())).collect();
            items.into()
        }
        DeValue::Table(table) => {
            let named = in_order(table).into_iter();
            let map: tera::Map = named
                .map(|(key, value)| (key.get_ref().to_string().into(), plain(value.get_ref())))
                .collect();
            map.into()
        }
    }
}
