//! Reserved names, valid slugs, and suggestions for misspelt names.

use super::likeness::difference;
use crate::arabic;
use crate::locale::{Text, text};

/// Keys that every entry may carry besides its declared fields.
pub(crate) const STANDARD_KEYS: [&str; 8] = [
    "slug",
    "url",
    "redirect_from",
    "template",
    "draft",
    "sitemap",
    "search",
    "silence",
];

/// Names that templates find on every entry or page; a declared field cannot take one.
pub(crate) const RESERVED_FIELDS: [&str; 13] = [
    "id",
    "collection",
    "slug",
    "url",
    "permalink",
    "template",
    "content",
    "toc",
    "word_count",
    "reading_time",
    "parent",
    "prev",
    "next",
];

/// Names that templates find at top level; a collection cannot take one.
pub(crate) const RESERVED_COLLECTIONS: [&str; 5] = ["page", "paginator", "site", "loop", "body"];

/// The candidate that is most similar to `word`, if one is similar enough.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, candidate)| {
            *distance <= (candidate.chars().count().max(word.chars().count()) / 3).max(1)
        })
        .min()
        .map(|(_, candidate)| candidate)
}

/// A hint that suggests the most similar candidate.
pub(crate) fn did_you_mean<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<Text> {
    nearest(word, candidates).map(|near| suggestion(word, near))
}

/// A hint that suggests a name in place of the word that is written. Where both look the same, it says in what they differ.
pub(crate) fn suggestion(word: &str, name: &str) -> Text {
    match difference(word, name) {
        Some(difference) => text!("did-you-mean-differing", name, difference),
        None => text!("did-you-mean", name),
    }
}

/// Lower-case letters of any script and digits, with single hyphens between them: what a heading of that text would
/// have as its id. So of the ways to write an Arabic name (vowel signs, tatweel, Unicode forms) one alone is a slug.
pub(crate) fn is_slug(text: &str) -> bool {
    !text.is_empty() && arabic::heading_id(text) == text
}
