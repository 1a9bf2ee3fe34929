//! Reserved names, valid slugs, and suggestions for misspelt names.

use super::likeness::difference;
use crate::arabic;
use crate::locale::{Text, text};

/// The key that says when an entry was last changed. A declared field of its name takes its place.
pub const UPDATED: &str = "updated";

/// Keys that every entry may carry besides its declared fields.
pub const STANDARD_KEYS: [&str; 11] = [
    "slug",
    "url",
    "redirect_from",
    "template",
    "draft",
    "publish",
    "expires",
    UPDATED,
    "sitemap",
    "search",
    "silence",
];

/// Keys that every entry may carry besides, where the site has several languages.
pub(crate) const TRANSLATION_KEYS: [&str; 3] = ["language", "translation_of", "translated_from"];

/// Names that templates find on every entry or page; a declared field cannot take one.
pub const RESERVED_FIELDS: [&str; 16] = [
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
    "feeds",
    "parent",
    "ancestors",
    "children",
    "prev",
    "next",
];

/// Names that templates find at top level; a collection cannot take one.
pub(crate) const RESERVED_COLLECTIONS: [&str; 5] = ["page", "paginator", "site", "loop", "body"];

/// The candidate that is most similar to `word`, if one is similar enough.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let distance = |candidate: &str| {
        if is_same_file(word, candidate) {
            1
        } else {
            strsim::damerau_levenshtein(word, candidate)
        }
    };
    candidates
        .into_iter()
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, candidate)| *distance <= most(word, candidate))
        .min_by_key(|(distance, candidate)| {
            (*distance, letters(word) != letters(candidate), *candidate)
        })
        .map(|(_, candidate)| candidate)
}

/// Whether two paths name files of one name in two folders.
fn is_same_file(path: &str, other: &str) -> bool {
    let [name, of_other] = [path, other].map(|path| path.rsplit('/').next().unwrap_or(path));
    path != other && name == of_other && name.contains('.') && !name.starts_with("index.")
}

/// The letters of a word in their order: two that have been exchanged are a slip more common than one left out.
fn letters(word: &str) -> Vec<char> {
    let mut letters: Vec<char> = word.chars().collect();
    letters.sort_unstable();
    letters
}

/// How many letters may differ between names that one may be meant by the other. Files of one folder and one kind have much
/// in common that says nothing: another typeface is not a misspelt one.
fn most(word: &str, candidate: &str) -> usize {
    let length = |name: &str| name.chars().count();
    let longest = length(word).max(length(candidate));
    let is_file = [word, candidate].iter().all(|name| name.contains('.'));
    (longest / 3).clamp(
        usize::from(longest > 2),
        if is_file { 2 } else { usize::MAX },
    )
}

/// A hint that suggests the most similar candidate.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<Text> {
    nearest(word, candidates).map(|near| suggestion(word, near))
}

/// A hint that suggests a name in place of the word that is written. Where both look the same, it says in what they differ.
#[must_use]
pub fn suggestion(word: &str, name: &str) -> Text {
    match difference(word, name) {
        Some(difference) => text!("did-you-mean-differing", name, difference),
        None => text!("did-you-mean", name),
    }
}

/// Lower-case letters of any script and digits, with single hyphens between them: what a heading of that text would
/// have as its id. So of the ways to write an Arabic name (vowel signs, tatweel, Unicode forms) one alone is a slug.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && arabic::heading_id(text) == text
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_name_is_near_that_may_be_meant() {
        let files = ["fonts/Amiri-Regular.ttf", "fonts/NotoSans-Regular.ttf"];
        assert_eq!(nearest("fonts/NotoNaskh-Regular.ttf", files), None);
        assert_eq!(nearest("fonts/Amiri-Reguler.ttf", files), Some(files[0]));
        assert_eq!(nearest("titel", ["title", "slug"]), Some("title"));
        assert_eq!(nearest("mentoins", ["mentions"]), Some("mentions"));
        assert_eq!(nearest("x", ["title"]), None);
        assert_eq!(nearest("p9", ["p1"]), None);
    }
}
