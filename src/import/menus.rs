//! The menus of the old site.

use toml::Value;

/// An item of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MenuItem {
    pub(super) menu: String,
    pub(super) label: String,
    pub(super) url: String,
    pub(super) weight: i64,
}

/// The items of all menus, by menu and weight.
pub(super) fn menus(value: Option<&Value>) -> Vec<MenuItem> {
    let mut items = Vec::new();
    let menus = value.and_then(Value::as_table).into_iter().flatten();
    for (menu, list) in menus {
        for item in list.as_array().into_iter().flatten() {
            let word = |key: &str| item.get(key).and_then(Value::as_str);
            let first = |keys: &[&str]| keys.iter().find_map(|key| word(key));
            // An item that others stand below leads nowhere.
            let url = first(&["url", "pageref"]).unwrap_or("#");
            let label = first(&["name", "title", "identifier"]).unwrap_or(url);
            let weight = item.get("weight").and_then(Value::as_integer);
            items.push(MenuItem {
                menu: menu.clone(),
                label: label.to_owned(),
                url: url.to_owned(),
                weight: weight.unwrap_or(i64::MAX),
            });
        }
    }
    items.sort_by_key(|item| (item.menu.clone(), item.weight));
    items
}
