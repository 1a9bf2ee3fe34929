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
    pub reason: Option<Spanned<String>>,
}

/// A string as it is declared, before the languages of the site are known: with the tag of its own.
pub(super) type Declared = (Forbidden, Option<Spanned<String>>);

pub(super) fn read(file: &mut File<'_>, tables: Vec<Table<'_>>) -> Vec<Declared> {
    let tables = tables.into_iter();
    tables.flat_map(|table| one(file, table)).collect()
}

fn one(file: &mut File<'_>, mut table: Table<'_>) -> Vec<Declared> {
    let texts = table.strings(file, "text");
    let allow = table.strings(file, "allow");
    let language = table.string(file, "language");
    let reason = table.string(file, "reason");
    if texts.is_empty() {
        table.missing(file, "text", text!("forbid-text-hint"));
    }
    table.finish(file);
    let forbidden = texts.into_iter().map(|text| {
        let forbidden = Forbidden {
            text,
            allow: allow.clone(),
            language: None,
            reason: reason.clone(),
        };
        (forbidden, language.clone())
    });
    forbidden.collect()
}

/// Finds the languages in which strings are forbidden. `tags` are those of the site's languages, its own first.
pub(super) fn in_languages(
    file: &mut File<'_>,
    declared: Vec<Declared>,
    tags: &[&str],
) -> Vec<Forbidden> {
    let mut told = None;
    let mut found = Vec::with_capacity(declared.len());
    for (mut forbidden, language) in declared {
        // Strings of one table have one tag, which is reported once.
        if let Some(tag) = language.filter(|tag| told.as_ref() != Some(&tag.span)) {
            forbidden.language = known_language(file, &tag, tags);
            if forbidden.language.is_none() {
                told = Some(tag.span);
            }
        }
        found.push(forbidden);
    }
    found
}

/// The language of the site that has this tag; another is reported.
pub(super) fn known_language(
    file: &mut File<'_>,
    tag: &Spanned<String>,
    tags: &[&str],
) -> Option<LanguageId> {
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
