//! What a file says of the language that it is in, and of the entry that it translates.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use toml::de::DeTable;

use super::front_matter::split;
use super::reader::FieldReader;
use super::standard::{slug_of_file, string};
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::digest::Digest;
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::{
    Collection, Field, LanguageId, STANDARD_KEYS, Schema, Spanned, TRANSLATION_KEYS,
};
use crate::source::{Source, parse_toml};

/// What a file in another language than the site's says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Translation {
    /// The slug of what it translates, if it says that.
    pub of: Option<Spanned<String>>,
    /// The state of the original that it translates, if it says that.
    pub from: Option<Spanned<String>>,
    /// Whether it has a slug of its own.
    pub has_slug: bool,
    /// The fields that it has though all languages share them, with their places and the lines that say them.
    pub given: Vec<(usize, Range<usize>, Range<usize>)>,
    /// The fields that it needs if there is nothing that it translates.
    pub lacking: Vec<usize>,
    /// Whether it has an original, whose fields it shares.
    pub is_joined: bool,
}

/// The language of a file: what its name or its folder says, or its key `language`, and else that of the site.
pub(super) fn language(
    config: &Config,
    (path, offset): (&SourcePath, usize),
    table: &DeTable<'_>,
    said_by_path: Option<LanguageId>,
) -> Checked<LanguageId> {
    let otherwise = said_by_path.unwrap_or(LanguageId::OWN);
    let Some(value) = table
        .get("language")
        .filter(|_| config.schema.is_multilingual)
    else {
        return Checked::new(otherwise, Vec::new());
    };
    let named = value
        .get_ref()
        .as_str()
        .and_then(|tag| config.language_tagged(tag));
    let (message, hint) = match (named, value.get_ref()) {
        (Some(language), _) if said_by_path.is_none_or(|said| said == language) => {
            return Checked::new(language, Vec::new());
        }
        (Some(_), _) => (
            text!("language-said-twice"),
            text!("language-said-twice-hint"),
        ),
        (None, found) => {
            let tags = config.languages();
            let tags = tags.map(|id| config.in_language(id).language.tag());
            let tags: Vec<String> = tags.map(|tag| format!("`\"{tag}\"`")).collect();
            let written = found.as_str().unwrap_or_default();
            let message = text!("language-not-of-site", tag = written);
            (message, text!("write-one-of", names = tags))
        }
    };
    let span = Span::new(path, value.span().start + offset..value.span().end + offset);
    let problem = Diagnostic::error("E105", message).hint(hint).at(span);
    Checked::new(otherwise, vec![problem])
}

/// The fields that a file in a language is read with, those that all languages share may be left to the original; and the
/// keys that it may have besides.
pub(super) fn expected<'a>(
    schema: &Schema,
    collection: &'a Collection,
    language: LanguageId,
) -> (Cow<'a, [Field]>, Vec<&'static str>) {
    let mut besides = STANDARD_KEYS.to_vec();
    if schema.is_multilingual {
        besides.extend(TRANSLATION_KEYS);
    }
    if language == LanguageId::OWN {
        return (Cow::Borrowed(&collection.fields), besides);
    }
    let fields = collection.fields.iter().map(|field| {
        let mut field = field.clone();
        field.field_type.optional |= !collection.is_translated(&field);
        field
    });
    (Cow::Owned(fields.collect()), besides)
}

/// What a file says as a translation, and the slug of what it translates.
pub(super) fn read(
    file: &mut FieldReader<'_>,
    table: &DeTable<'_>,
    neutral: &SourcePath,
    collection: &Collection,
) -> (Arc<Translation>, Arc<str>) {
    let mut given = Vec::new();
    let mut lacking = Vec::new();
    for (position, field) in collection.fields.iter().enumerate() {
        if collection.is_translated(field) {
            continue;
        }
        match table.get_key_value(&*field.name) {
            Some((key, value)) => {
                let end = value.span().end.max(key.span().end);
                let range = key.span().start + file.offset..end + file.offset;
                let rest = &file.text[range.end..];
                let line = range.end + rest.find('\n').map_or(rest.len(), |at| at + 1);
                given.push((position, range.clone(), range.start..line));
            }
            None if !field.field_type.optional => lacking.push(position),
            None => {}
        }
    }
    let translation = Translation {
        of: string(file, table, "translation_of"),
        from: string(file, table, "translated_from"),
        has_slug: table.get("slug").is_some(),
        given,
        lacking,
        is_joined: false,
    };
    let key = key(&translation, neutral, collection);
    (Arc::new(translation), key)
}

/// The slug of what a file translates: as it says, or as its name without the language says.
fn key(translation: &Translation, neutral: &SourcePath, collection: &Collection) -> Arc<str> {
    match &translation.of {
        Some(of) => of.value.as_str().into(),
        None => slug_of_file(neutral, collection).into(),
    }
}

/// A digest of what is translated of a file: its body, and the fields of which each language has its own. What all
/// languages share may change.
pub(crate) fn wording_digest(source: &Source, collection: &Collection) -> String {
    let text = source.text();
    let mut words = String::new();
    if let Ok(halves) = split(source.path(), text) {
        let toml = &text[halves.front_matter];
        let table = parse_toml(source.path(), toml, 0).table.into_inner();
        for field in collection
            .fields
            .iter()
            .filter(|one| collection.is_translated(one))
        {
            let value = table.get(&*field.name);
            words.push_str(value.map_or("", |value| &toml[value.span()]));
            words.push('\0');
        }
        words.push_str(text[halves.body].trim());
    }
    format!("{:.8}", Digest::of(words.replace('\r', "").as_bytes()))
}
