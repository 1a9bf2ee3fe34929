//! How far each collection is in each language, as a table: a line each.

use super::report::Report;
use crate::check::Translated;
use crate::locale::text;

/// Prints it where there are several languages.
pub(super) fn print(translated: &[Translated], report: &mut Report) {
    let width = |of: fn(&Translated) -> &String| {
        let widths = translated.iter().map(|row| of(row).chars().count());
        widths.max().unwrap_or_default()
    };
    let (first, second) = (width(|row| &row.collection), width(|row| &row.language));
    for row in translated {
        // Padded on the outside of what is isolated, so that columns stay.
        let collection = format!("{:first$}", row.collection);
        let language = format!("{:second$}", row.language);
        report.row(&text!(
            "translated-row",
            collection,
            language,
            complete = row.complete,
            missing = row.missing,
            stale = row.stale
        ));
    }
}
