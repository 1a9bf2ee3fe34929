//! A name to its place in an index: the key it sorts by and the letter it is filed under. The two agree:
//! in the order of their keys, names of one letter stand together.
//! Order and alphabet are CLDR's; the Arabic article and the seats of hamza, which CLDR counts as letters,
//! are left out first, as Arab indexes do.

mod dictionary;

pub(super) use dictionary::Dictionary;

use super::language::Language;

impl Language {
    /// A key that sorts names as a dictionary of this language does when keys are compared bytewise.
    /// Different texts have different keys, so the order is total. Keys of different languages or
    /// versions do not compare.
    ///
    /// In Arabic the article at the start is ignored, and so are vowel signs and the seat of hamza
    /// (أ إ آ ٱ as ا, ؤ as و, ئ as ي); the whole text breaks ties. The article is told by its shape: a name
    /// such as «الدو» or «البرت», where ال belongs to the word, needs a sort key from its author.
    #[must_use]
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        self.dictionary.sort_key(text)
    }

    /// The letter under which an index files the text: of the language's own alphabet and of A to Z the
    /// last that does not sort after it, and for other scripts the first letter, upper-cased. Quotation
    /// marks and the like are passed over; what begins with no letter is filed under `#`.
    ///
    /// In Arabic «المغرب» is filed under م, and أ إ آ ٱ under ا.
    #[must_use]
    pub fn letter(&self, text: &str) -> String {
        self.dictionary.letter(text)
    }
}

#[cfg(test)]
mod tests;
