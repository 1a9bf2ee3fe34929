//! `[theme]`: the theme that a site is made with. Its files are there already (`source::load::theme`).

use super::table::{File, Table};
use crate::locale::text;
use crate::schema::did_you_mean;
use crate::source::load::theme;

/// Reports what the table has wrong.
pub(super) fn check(file: &mut File<'_>, table: Option<Table<'_>>) {
    let Some(mut table) = table else { return };
    let names = theme::names();
    let hint = || text!("there-are", names = names.map(str::to_owned).to_vec());
    let name = table.required(file, "name", hint());
    if let Some(name) = name.filter(|name| !names.contains(&&*name.value)) {
        let hint = did_you_mean(&name.value, names).unwrap_or_else(hint);
        let message = text!("theme-none", name = &name.value);
        file.error("E102", message, name.span, hint);
    }
    table.finish(file);
}
