//! The words of a citation as browsers look for them: `:~:text=…` behind the address of a paragraph makes them scroll
//! to the words and mark them (URL Fragment Text Directives, WICG). One that cannot goes to the paragraph.

use super::entry_id::EntryId;
use super::paragraphs::Paragraph;
use super::provenance::{PROCLITIC, find};
use super::site::Site;
use crate::path::{directive, encode_words};
use crate::schema::Republish;

/// The most words that are looked for one by one: of more, the first and the last few are enough.
const MOST: usize = 8;
const ENDS: usize = 4;

/// Fewer words than this may stand elsewhere on the page, such as in the title of an entry that is listed there: the
/// words around them tell the place.
const FEW: usize = 5;
const BEFORE: usize = 1;
const BEHIND: usize = 2;

impl Site {
    /// What leads to these words of a paragraph, in the order in which they stand. Nothing if there are none.
    #[must_use]
    pub fn directive<'a>(
        &self,
        source: EntryId,
        number: i64,
        words: impl IntoIterator<Item = &'a str>,
    ) -> String {
        let paragraph = self.provenance.paragraphs.get(&(source, number));
        let role = self.config.schema.source().map(|(_, role)| role);
        let is_whole = role.is_some_and(|role| matches!(role.republish, Republish::Full));
        let mut from = 0;
        let texts = words.into_iter().map(|words| {
            // Of a paragraph that is not published, no word may be but those that are quoted.
            let found = paragraph.filter(|_| is_whole).and_then(|paragraph| {
                let found = find(words, &paragraph.text, from)?;
                from = found.end;
                Some(in_place(paragraph, found.start, found.end))
            });
            found.unwrap_or_else(|| text(words))
        });
        directive(texts)
    }
}

/// Words as they are printed: with the conjunction that a quotation leaves off, for browsers look for whole words.
fn in_place(paragraph: &Paragraph, start: usize, end: usize) -> String {
    let before = paragraph.text[..start].strip_suffix(PROCLITIC);
    let is_joined = before.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    let before = before
        .filter(|_| is_joined)
        .unwrap_or(&paragraph.text[..start]);
    let words = &paragraph.text[before.len()..end];
    let mut found = text(words);
    if words.split_whitespace().count() < FEW {
        let behind = &paragraph.text[end..];
        let last = before.split_whitespace().rev().take(BEFORE).last();
        let next = behind
            .split_whitespace()
            .filter(|word| word.contains(char::is_alphanumeric))
            .take(BEHIND)
            .last();
        if let Some(word) = last {
            let start = offset(before, word);
            found = format!("{}-,{found}", encode_words(before[start..].trim()));
        }
        if let Some(word) = next {
            let end =
                offset(behind, word) + word.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
            found = format!("{found},-{}", encode_words(behind[..end].trim()));
        }
    }
    found
}

/// Where a part of a text begins in it.
fn offset(text: &str, part: &str) -> usize {
    part.as_ptr() as usize - text.as_ptr() as usize
}

/// Words to look for, or the beginning and the end of many.
fn text(words: &str) -> String {
    let all: Vec<_> = words.split_whitespace().collect();
    if all.len() <= MOST {
        return encode_words(&all.join(" "));
    }
    let (first, last) = (&all[..ENDS], &all[all.len() - ENDS..]);
    format!(
        "{},{}",
        encode_words(&first.join(" ")),
        encode_words(&last.join(" "))
    )
}
