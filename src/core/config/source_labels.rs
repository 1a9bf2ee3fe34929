//! How the paragraphs of sources are called where they are cited.

use super::table::{File, Table};
use crate::schema::{Labels, SourceLabels};

/// How paragraphs of sources are called: by their number, if nothing is said.
pub(super) fn read(file: &mut File<'_>, table: &mut Table<'_>) -> SourceLabels {
    let read = |file: &mut File<'_>, table: &mut Table<'_>, otherwise: Option<&Labels>| {
        let label = table.text(file, "label");
        let long_label = table.text(file, "long_label");
        let title_label = table.text(file, "title_label");
        let own = label.clone();
        let or = |written: Option<String>, other: fn(&Labels) -> &String| {
            let written = written.or_else(|| own.clone());
            let written = written.or_else(|| otherwise.map(|labels| other(labels).clone()));
            written.unwrap_or_else(|| "{n}".to_owned())
        };
        Labels {
            label: or(label, |labels| &labels.label),
            long_label: or(long_label, |labels| &labels.long_label),
            title_label: or(title_label, |labels| &labels.title_label),
        }
    };
    let plain = read(file, table, None);
    let otherwise = plain.behind_name();
    let named = table.table(file, "named").map(|mut table| {
        let named = read(file, &mut table, Some(&otherwise));
        (named, table)
    });
    let named = named.map(|(named, table)| {
        table.finish(file);
        named
    });
    SourceLabels {
        named: named.unwrap_or(otherwise),
        plain,
    }
}
