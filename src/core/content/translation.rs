//! What a file says of the language that it is in, and of the entry that it translates.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned as Located;
use toml::de::{DeTable, DeValue};

use super::reader::FieldReader;
use super::standard::{slug_of_file, string};
use crate::config::Config;
use crate::diagnostic::{Checked, Diagnostic, Span};
use crate::locale::text;
use crate::path::SourcePath;
use crate::schema::{
    Collection, Field, LanguageId, STANDARD_KEYS, Schema, Spanned, TRANSLATION_KEYS,
};

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
    /// The fields that it has though all languages share them, with their places and the lines that say them, where one
    /// statement does.
    pub given: Vec<(usize, Range<usize>, Option<Range<usize>>)>,
    /// The fields that it needs if there is nothing that it translates.
    pub lacking: Vec<usize>,
    /// What is wrong with those that it has: said if it translates nothing. Otherwise they are not to be there at all.
    pub moot: Vec<Diagnostic>,
    /// Whether it has an original, whose fields it shares.
    pub is_joined: bool,
    /// Whether it is that original, which is shown where a translation is missing.
    pub is_stand_in: bool,
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

/// Says of a file that lacks fields how it would be called as a translation, where its name holds a language in another way:
/// `kalila-fr.md`, `kalila_fr.md`, `fr.kalila.md`.
pub(super) fn misnamed(problems: &mut [Diagnostic], path: &SourcePath, config: &Config) {
    let (folder, name) = path
        .as_str()
        .rsplit_once('/')
        .unwrap_or(("", path.as_str()));
    let (stem, separators) = (path.stem(), ['-', '_', '.']);
    let last = stem.rsplit_once(separators).map(|(rest, tag)| (tag, rest));
    let mut halves = [last, stem.split_once(separators)].into_iter().flatten();
    let language = |tag| {
        config
            .language_tagged(tag)
            .filter(|one| *one != LanguageId::OWN)
    };
    let meant = halves.find_map(|(tag, rest)| Some((language(tag)?, rest)));
    let Some((language, rest)) = meant else {
        return;
    };
    let tag = config.in_language(language).language.tag();
    let path = format!("{folder}/{rest}.{tag}{}", &name[stem.len()..]);
    for problem in problems {
        if problem.message.id() == Some("field-missing") {
            problem.hint = Some(text!("field-missing-misnamed-hint", path = &*path));
        }
    }
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
    // All places of what is given.
    let mut ranges = Vec::new();
    let mut lacking = Vec::new();
    for (position, field) in collection.fields.iter().enumerate() {
        if collection.is_translated(field) {
            continue;
        }
        match table.get_key_value(&*field.name) {
            Some((key, value)) => {
                let moved =
                    |range: Range<usize>| range.start + file.offset..range.end + file.offset;
                let mut places = vec![key.span()];
                add_places(value, &mut places);
                ranges.extend(places.into_iter().map(moved));
                let (key, value) = (moved(key.span()), moved(value.span()));
                // The value of `[field]`, `[[field]]` and `field.x = 1` is anywhere and in parts, and has not their places.
                given.push(if value.start >= key.end {
                    // The whole lines: spaces that are left before a fence would break it.
                    let start = file.text[..key.start].trim_end_matches([' ', '\t']).len();
                    let rest = &file.text[value.end..];
                    let end = value.end + rest.find('\n').map_or(rest.len(), |at| at + 1);
                    (position, key.start..value.end, Some(start..end))
                } else {
                    (position, key, None)
                });
            }
            None if !field.field_type.optional => lacking.push(position),
            None => {}
        }
    }
    let (moot, others) = std::mem::take(&mut file.diagnostics)
        .into_iter()
        .partition(|problem| ranges.iter().any(|range| is_within(problem, range)));
    file.diagnostics = others;
    let translation = Translation {
        of: string(file, table, "translation_of"),
        from: string(file, table, "translated_from"),
        has_slug: table.get("slug").is_some(),
        given,
        lacking,
        moot,
        is_joined: false,
        is_stand_in: false,
    };
    let key = key(&translation, neutral, collection);
    (Arc::new(translation), key)
}

/// The places of a value, and of all that is in it.
fn add_places(value: &Located<DeValue<'_>>, places: &mut Vec<Range<usize>>) {
    places.push(value.span());
    match value.get_ref() {
        DeValue::Table(table) => {
            for (key, value) in table {
                places.push(key.span());
                add_places(value, places);
            }
        }
        DeValue::Array(items) => items.iter().for_each(|item| add_places(item, places)),
        _ => {}
    }
}

/// Whether a problem is with what stands in a place of its file.
pub(crate) fn is_within(problem: &Diagnostic, range: &Range<usize>) -> bool {
    let span = problem.span.as_ref();
    span.is_some_and(|span| range.start <= span.range.start && span.range.end <= range.end)
}

/// The slug of what a file translates: as it says, or as its name without the language says.
fn key(translation: &Translation, neutral: &SourcePath, collection: &Collection) -> Arc<str> {
    match &translation.of {
        Some(of) => of.value.as_str().into(),
        None => slug_of_file(neutral, collection).into(),
    }
}
