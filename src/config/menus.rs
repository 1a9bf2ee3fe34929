//! `[[menus.…]]`: lists of links with names.

use std::collections::BTreeMap;

use super::MenuItem;
use super::table::{File, Table};

pub(super) fn read(file: &mut File<'_>, table: &Table<'_>) -> BTreeMap<String, Vec<MenuItem>> {
    let mut menus = BTreeMap::new();
    for (name, value) in table.named() {
        let items = value
            .get_ref()
            .as_array()
            .into_iter()
            .flat_map(|items| items.iter());
        let tables = items.filter_map(|item| {
            let name = format!("menus.{}", name.value);
            Some(Table::new(&name, item.get_ref().as_table()?, item.span()))
        });
        let items = tables.filter_map(|table| menu_item(file, table)).collect();
        menus.insert(name.value, items);
    }
    menus
}

fn menu_item(file: &mut File<'_>, mut table: Table<'_>) -> Option<MenuItem> {
    let label = table.string(file, "label");
    let entry = table.string(file, "ref");
    let url = table.string(file, "url");
    let is_entry = entry.is_some();
    if label.is_none() {
        table.missing(file, "label", "write label = \"…\": the text of the link");
    }
    if entry.is_none() == url.is_none() {
        table.missing(
            file,
            "ref",
            "write either ref = \"collection/slug\" or url = \"…\"",
        );
    }
    table.finish(file);
    Some(MenuItem {
        label: label?.value,
        target: entry.or(url)?,
        is_entry,
    })
}
