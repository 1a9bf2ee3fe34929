//! `[[forbid]]`: strings that no page may carry.

use super::table::{File, Table};
use crate::locale::text;
use crate::schema::{LanguageId, Spanned, did_you_mean};

/// A string that must not reach the output.
#[derive(Debug)]
pub struct Forbidden {
    /// The string.
    pub text: Spanned<String>,
    /// Addresses of pages that may contain it nevertheless.
    pub allow: Vec<Spanned<String>>,
    /// The language in which it is forbidden; in all without one.
    pub language: Option<LanguageId>,
    /// The reason, for the message.
    pub reason: Option<String>,
}

/// `tags` are those of the site's languages, its own first.
pub(super) fn read(file: &mut File<'_>, tables: Vec<Table<'_>>, tags: &[&str]) -> Vec<Forbidden> {
    let tables = tables.into_iter();
    tables.flat_map(|table| one(file, table, tags)).collect()
}

fn one(file: &mut File<'_>, mut table: Table<'_>, tags: &[&str]) -> Vec<Forbidden> {
    let texts = table.strings(file, "text");
    let allow = table.strings(file, "allow");
    let language = table.string(file, "language");
    let language = language.and_then(|tag| known_language(file, &tag, tags));
    let reason = table.text(file, "reason");
    if texts.is_empty() {
        table.missing(file, "text", text!("forbid-text-hint"));
    }
    table.finish(file);
    let forbidden = texts.into_iter().map(|text| Forbidden {
        text,
        allow: allow.clone(),
        language,
        reason: reason.clone(),
    });
    forbidden.collect()
}

/// The language of the site that has this tag; another is reported.
fn known_language(file: &mut File<'_>, tag: &Spanned<String>, tags: &[&str]) -> Option<LanguageId> {
    let known = tags.iter().position(|known| **known == *tag.value);
    if known.is_none() {
        let message = text!("language-not-of-site", tag = &tag.value);
        let hint = did_you_mean(&tag.value, tags.iter().copied()).unwrap_or_else(|| {
            let names: Vec<String> = tags.iter().map(|tag| format!("`\"{tag}\"`")).collect();
            text!("write-one-of", names)
        });
        file.error("E105", message, tag.span.clone(), hint);
    }
    known.map(LanguageId)
}
