//! `[content]`: from where the site is read.

use super::table::{File, Table};
use crate::locale::text;

/// Checks `[content]`. What it says was obeyed when the site was read, before anything else of
/// site.toml was known: `source::load` reads it.
pub(super) fn check(file: &mut File<'_>, root: &mut Table<'_>) {
    let Some(mut table) = root.table(file, "content") else {
        return;
    };
    for folder in table.strings(file, "follow") {
        if folder.value.trim().is_empty() {
            let hint = text!("follow-empty-hint");
            file.error("E105", text!("follow-empty"), folder.span, hint);
        }
    }
    if let Some(updated) = table.string(file, "updated")
        && updated.value != "git"
    {
        let message = text!("content-updated-wrong", name = &updated.value);
        file.error("E105", message, updated.span, text!("content-updated-hint"));
    }
    table.finish(file);
}
