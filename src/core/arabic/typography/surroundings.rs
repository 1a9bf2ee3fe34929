//! The characters and words around a position in a text.

use std::ops::Range;

use super::character::is_opener;

/// The character before a byte.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character at a byte.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// How many bytes before a place can say something about it. What has no space in it for longer is no word.
const NEAR: usize = 1024;

/// The words before a byte, the nearest first, without the punctuation around them.
pub(super) fn words_before(text: &str, at: usize) -> impl Iterator<Item = &str> {
    let start = text.floor_char_boundary(at.saturating_sub(NEAR));
    let words = text[start..at].split_whitespace().rev();
    words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// A word without the particles that Arabic joins to its front.
pub(super) fn stem(word: &str) -> &str {
    let word = word
        .strip_prefix(['و', 'ف'])
        .filter(is_long)
        .unwrap_or(word);
    if let Some(rest) = word.strip_prefix("لل").filter(is_long) {
        return rest;
    }
    let word = word
        .strip_prefix(['ب', 'ل', 'ك'])
        .filter(is_long)
        .unwrap_or(word);
    word.strip_prefix("ال").filter(is_long).unwrap_or(word)
}

/// Whether three letters and more remain.
fn is_long(word: &&str) -> bool {
    word.chars().count() > 2
}

/// What stands between two spaces, and whether it is an address, a handle, a hashtag or a path rather than prose.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) range: Range<usize>,
    pub(super) is_address: bool,
}

/// The token that a range stands in.
pub(super) fn token_around(text: &str, range: &Range<usize>) -> Token {
    let start = text[..range.start]
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + after(text, at).map_or(0, char::len_utf8));
    let end = text[range.end..]
        .find(char::is_whitespace)
        .map_or(text.len(), |at| range.end + at);
    let token = text[start..end].trim_start_matches(is_opener);
    let is_address = token.starts_with(['#', '@', '/', '~'])
        || ["://", "www.", "@"].iter().any(|sign| token.contains(sign))
        || is_path(token);
    Token {
        range: start..end,
        is_address,
    }
}

/// Names of folders with a slash between, the last with an extension.
fn is_path(token: &str) -> bool {
    let name = token
        .rsplit('/')
        .next()
        .filter(|name| name.len() < token.len());
    name.is_some_and(|name| {
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        !extension.is_empty() && extension.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}
