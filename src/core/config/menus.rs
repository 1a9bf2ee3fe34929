//! `[[menus.…]]`: lists of links with names.

use std::collections::BTreeMap;

use super::table::{File, Table, tables_of};
use crate::locale::text;
use crate::schema::Spanned;

/// An item of a menu.
#[derive(Debug)]
#[non_exhaustive]
pub struct MenuItem {
    /// Its text.
    pub label: String,
    /// The id of the entry, or the address, to which it leads.
    pub target: Spanned<String>,
    /// Whether `target` is an id.
    pub is_entry: bool,
}

pub(super) fn read(file: &mut File<'_>, table: &Table<'_>) -> BTreeMap<String, Vec<MenuItem>> {
    let mut menus = BTreeMap::new();
    for (name, value) in table.named(file) {
        let tables = tables_of(file, &format!("menus.{}", name.value), value);
        let items = tables
            .into_iter()
            .filter_map(|table| menu_item(file, table));
        menus.insert(name.value, items.collect());
    }
    menus
}

fn menu_item(file: &mut File<'_>, mut table: Table<'_>) -> Option<MenuItem> {
    let label = table.required(file, "label", text!("menu-label-hint"));
    let entry = table.string(file, "ref");
    let url = table.string(file, "url");
    let is_entry = entry.is_some();
    let hint = text!("menu-target-hint");
    match (&entry, &url) {
        (None, None) => table.missing(file, "ref", hint),
        (Some(_), Some(url)) => {
            let message = text!("menu-target-twice");
            file.error("E105", message, url.span.clone(), hint);
        }
        _ => {}
    }
    table.finish(file);
    Some(MenuItem {
        label: label?.value,
        target: entry.or(url)?,
        is_entry,
    })
}
