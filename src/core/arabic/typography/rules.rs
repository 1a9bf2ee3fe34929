//! The rules that apply to a site: those of its language, and its own spellings.

use super::finding::Spelling;
use super::lexicon::Lexicon;
use super::numerals::Numerals;
use super::writing::Writing;
use crate::arabic::Language;

/// The rules for a language, with the spellings of a site. Built once, shared between threads.
#[derive(Debug)]
pub struct Typography {
    pub(super) writing: Writing,
    pub(super) digits: Numerals,
    /// Presentation forms that may stand.
    pub(super) allowed: String,
    pub(super) lexicon: Lexicon,
    /// Whether what stands between « and » is judged as well, in Latin letters.
    pub(super) reads_quotations: bool,
}

impl Typography {
    /// The rules for a language. `allowed` holds the presentation forms that may stand, `spellings` the words that a
    /// site writes otherwise.
    #[must_use]
    pub fn new(language: &Language, allowed: &str, spellings: Vec<Spelling>) -> Self {
        let writing = Writing::of(language.tag());
        Self {
            digits: Numerals::of(language),
            allowed: allowed.to_owned(),
            lexicon: Lexicon::new(spellings, writing == Writing::Arabic),
            writing,
            reads_quotations: false,
        }
    }

    /// Whether its language is written in Arabic letters.
    #[must_use]
    pub fn is_arabic_script(&self) -> bool {
        self.writing.is_arabic_script()
    }

    /// The same rules for a site without a source: nothing holds its quotations letter for letter, so that in French and
    /// English what stands between « and » is judged like any other text.
    #[must_use]
    pub fn with_quotations(self) -> Self {
        Self {
            reads_quotations: true,
            ..self
        }
    }
}
