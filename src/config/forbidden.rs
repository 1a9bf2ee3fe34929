//! `[[forbid]]`: strings that no page may carry.

use super::table::{File, Table};
use crate::locale::text;
use crate::schema::Spanned;

/// A string that must not reach the output.
#[derive(Debug)]
pub struct Forbidden {
    /// The string.
    pub text: Spanned<String>,
    /// Addresses of pages that may contain it nevertheless.
    pub allow: Vec<Spanned<String>>,
    /// The reason, for the message.
    pub reason: Option<String>,
}

pub(super) fn read(file: &mut File<'_>, mut table: Table<'_>) -> Vec<Forbidden> {
    let texts = table.strings(file, "text");
    let allow = table.strings(file, "allow");
    let reason = table.text(file, "reason");
    if texts.is_empty() {
        table.missing(file, "text", text!("forbid-text-hint"));
    }
    table.finish(file);
    let forbidden = texts.into_iter().map(|text| Forbidden {
        text,
        allow: allow.clone(),
        reason: reason.clone(),
    });
    forbidden.collect()
}
