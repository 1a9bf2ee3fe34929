//! The ids that the texts of one entry give. Headings are numbered where they repeat each other, as every generator does;
//! footnotes have ids that no heading can get.

use std::collections::BTreeMap;

use super::mark::MORE_ID;
use crate::arabic::bare;

/// The ids given so far.
#[derive(Default)]
pub(crate) struct TextIds {
    /// Those of headings, without what a spelling may leave out, each with the heading that has it.
    headings: BTreeMap<String, String>,
    /// The number that the next heading of an id gets, if nobody has that.
    numbers: BTreeMap<String, usize>,
    /// Whose fields are read, which other pages may show as well. The body is shown on the entry's own page only.
    fields_of: Option<String>,
    /// The footnotes of the fields that have been read.
    notes: usize,
    /// Whether the body has its mark for the end of its summary.
    is_marked: bool,
}

impl TextIds {
    /// From here on the texts are fields of this entry.
    pub(crate) fn enter_fields(&mut self, entry: String) {
        self.fields_of = Some(entry);
    }

    /// Keeps the id of the mark that ends the summary of a body, before any heading can have it.
    pub(super) fn keep_mark(&mut self) {
        if self.fields_of.is_none() {
            self.headings
                .insert(MORE_ID.to_owned(), "<!-- more -->".to_owned());
        }
    }

    /// Whether this mark counts: the first, and in a body.
    pub(super) fn give_mark(&mut self) -> bool {
        self.fields_of.is_none() && !std::mem::replace(&mut self.is_marked, true)
    }

    /// Gives an id that is written by hand to the heading of this title. The answer is the title of the heading that has it
    /// already.
    pub(super) fn reserve(&mut self, id: &str, title: &str) -> Result<(), String> {
        if let Some(other) = self.headings.get(&bare(id)) {
            return Err(other.clone());
        }
        self.headings.insert(bare(id), title.to_owned());
        Ok(())
    }

    /// Gives `wanted` to the heading of this title, with a number if others have it.
    pub(super) fn number(&mut self, wanted: &str, title: &str) -> String {
        let mut number = self.numbers.get(wanted).copied().unwrap_or_default();
        // No id is given back, so those that were taken are not tried again.
        let id = loop {
            let id = match number {
                0 => wanted.to_owned(),
                number => format!("{wanted}-{number}"),
            };
            number += 1;
            if self.reserve(&id, title).is_ok() {
                break id;
            }
        };
        self.numbers.insert(wanted.to_owned(), number);
        id
    }

    /// What the ids of the next text's footnotes have in common, and the number of the first.
    pub(super) fn notes(&self) -> (String, usize) {
        let entry = self.fields_of.as_ref();
        let namespace = entry.map_or_else(String::new, |entry| format!("{entry}:"));
        (namespace, self.notes + 1)
    }

    /// Counts the footnotes of a text.
    pub(super) fn give_notes(&mut self, count: usize) {
        if self.fields_of.is_some() {
            self.notes += count;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TextIds;

    #[test]
    fn a_repeated_heading_is_no_error_and_no_id_is_given_twice() {
        let mut ids = TextIds::default();
        assert_eq!(ids.number("الحل", "الحل"), "الحل");
        assert_eq!(ids.number("الحل", "الحل"), "الحل-1");
        assert_eq!(ids.number("الحل-1", "الحل 1"), "الحل-1-1");
        assert_eq!(ids.number("الحل", "الحل"), "الحل-2");
    }

    #[test]
    fn an_id_written_by_hand_is_one_with_or_without_vowel_signs() {
        let mut ids = TextIds::default();
        assert_eq!(ids.reserve("كتاب", "plain"), Ok(()));
        assert_eq!(ids.reserve("كِتاب", "signed"), Err("plain".to_owned()));
        assert_eq!(ids.number("كتاب", "third"), "كتاب-1");
        assert_eq!(ids.reserve("ورّاق", "shadda"), Ok(()));
        assert_eq!(ids.reserve("وراق", "none"), Err("shadda".to_owned()));
    }
}
