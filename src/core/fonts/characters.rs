//! The texts of a site become the characters that its fonts have to have: every one that stands in a source, whether a
//! page shows it or not, and a base set besides. Pages are not asked, since their addresses of style sheets
//! hang on the fonts' names, and those on this set.

use std::collections::BTreeSet;

use crate::arabic::Language;
use crate::memo::MemoBySource;
use crate::source::{Snapshot, reference};

/// The characters of every source of the last run.
#[derive(Default)]
pub(crate) struct Characters(MemoBySource<Box<[char]>>);

/// What every site may show without anybody writing it: ASCII, the letters of Latin-1 and the two of French that it
/// lacks, the punctuation of Arabic and of European languages, joiners and marks of direction, common signs. Whoever edits
/// in the preview or types into a search field should not fall out of the font.
const BASE: &str = "\u{A0}«»“”‘’‹›„‚–—…•·‐‑−×÷±§¶©®™°€£%‰←→↑↓ŒœŸ،؛؟٪٫٬\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202F}";

/// Letters and marks of the Arabic script that CLDR leaves to its languages' careful writers: tatweel, all signs of
/// vowels and the hamzas that combine (Unicode, "Arabic"), and both sets of digits.
const ARABIC: &str = "ـ\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{653}\u{654}\u{655}\u{670}ٱ٠١٢٣٤٥٦٧٨٩";

/// The base set for a language, with what site.toml adds.
pub(crate) fn base(language: &Language, more: &str) -> BTreeSet<char> {
    let mut base = language.alphabet();
    if base.contains(&'ا') {
        base.extend(ARABIC.chars());
    }
    base.extend(' '..='~');
    base.extend('À'..='ÿ');
    base.extend(BASE.chars());
    base.extend(more.chars());
    base
}

impl Characters {
    /// The characters of all texts of a site. Those of files that are as they were are not looked for again.
    pub(crate) fn of(&mut self, snapshot: &Snapshot) -> BTreeSet<char> {
        let texts = snapshot.iter().filter(|source| !source.text().is_empty());
        let read = self
            .0
            .get_or_compute(texts.cloned(), |source| characters(source.text()));
        let mut all = Bits::default();
        for character in read.flatten() {
            all.insert(*character);
        }
        all.into_sorted().into_iter().collect()
    }
}

/// The characters of a text, sorted; those that it writes as references or escapes, too, in whatever language it is.
fn characters(text: &str) -> Box<[char]> {
    let mut bits = Bits::default();
    for (at, character) in text.char_indices() {
        bits.insert(character);
        if matches!(character, '&' | '\\')
            && let Some(meant) = reference(&text[at..])
        {
            bits.insert(meant);
        }
    }
    bits.into_sorted()
}

/// A set of characters that is quick to fill: a bit each for the first plane, of which the others are rare.
struct Bits {
    plane: Box<[u64; 1024]>,
    others: BTreeSet<char>,
}

impl Default for Bits {
    fn default() -> Self {
        Self {
            plane: Box::new([0; 1024]),
            others: BTreeSet::new(),
        }
    }
}

impl Bits {
    fn insert(&mut self, character: char) {
        let code = character as usize;
        match self.plane.get_mut(code / 64) {
            Some(word) => *word |= 1 << (code % 64),
            None => {
                self.others.insert(character);
            }
        }
    }

    fn into_sorted(self) -> Box<[char]> {
        let words = (0_u32..).zip(self.plane.iter());
        let codes = words
            .filter(|(_, word)| **word != 0)
            .flat_map(|(at, word)| {
                let bits = (0..64).filter(move |bit| word >> bit & 1 == 1);
                bits.map(move |bit| at * 64 + bit)
            });
        let plane = codes.filter_map(char::from_u32);
        plane.chain(self.others).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::path::SourcePath;
    use crate::source::Source;

    fn snapshot(files: &[(&str, &str)]) -> Snapshot {
        let files = files.iter();
        files
            .map(|(path, text)| Source::new(SourcePath::new(path), text.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn every_text_counts_and_what_is_gone_does_not() {
        let mut characters = Characters::default();
        let mut all = |files: &[(&str, &str)]| -> String {
            characters.of(&snapshot(files)).into_iter().collect()
        };
        assert_eq!(all(&[("a.md", "بأ😀"), ("b.css", "b")]), "bأب😀");
        assert_eq!(
            all(&[("a.md", "بأ"), ("b.css", "b"), ("c.toml", "ج")]),
            "bأبج"
        );
        assert_eq!(all(&[("b.css", "c"), ("c.toml", "ج")]), "cج");
        assert_eq!(all(&[("x.png", "a")]), "");
    }

    #[test]
    fn characters_written_otherwise_count() {
        let found = characters("&#x646; &hellip; \\u0642 content: \"\\2014\"");
        for character in ['ن', '…', 'ق', '—'] {
            assert!(found.contains(&character), "{character}");
        }
        assert!(found.is_sorted());
    }

    #[test]
    fn the_base_holds_what_nobody_wrote() {
        let base = base(&Language::new("ar-MA").unwrap(), "★");
        for character in "آؤئءضظ\u{64B}\u{651}٣7Qé«»؟…★".chars() {
            assert!(base.contains(&character), "{character}");
        }
        let french = super::base(&Language::new("fr").unwrap(), "");
        assert!(!french.contains(&'ض'));
    }
}
