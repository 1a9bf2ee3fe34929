//! A text to the slips of typography in it: letters that only look Arabic, Latin commas, a waw that stands alone.
//! Knows languages and their scripts, no site and no file. What a text must say letter for letter (« », ﴿ ﴾, and
//! whatever the caller names) is passed over.

mod character;
mod digits;
mod forms;
mod hamza;
mod letters;
mod lexicon;
mod marks;
mod numbers;
mod scan;
mod surroundings;
#[cfg(test)]
mod tests;
mod waw;
mod writing;

use std::ops::Range;

use character::is_arabic;
use digits::Digits;
use lexicon::Lexicon;
pub use lexicon::Spelling;
use scan::Scan;
use writing::Writing;

use super::Language;

/// What the rules go by: a language, and the words of a site. Built once, shared between threads.
#[derive(Debug)]
pub struct Typography {
    writing: Writing,
    digits: Digits,
    /// Presentation forms that may stand.
    allowed: String,
    lexicon: Lexicon,
}

impl Typography {
    /// The rules for a language. `allowed` holds the presentation forms that may stand, `spellings` the words that a
    /// site writes otherwise.
    #[must_use]
    pub fn new(language: &Language, allowed: &str, spellings: Vec<Spelling>) -> Self {
        let writing = Writing::of(language.tag());
        Self {
            digits: Digits::of(language),
            allowed: allowed.to_owned(),
            lexicon: Lexicon::new(spellings, writing == Writing::Arabic),
            writing,
        }
    }

    /// The slips of `text`, in order. The bytes `opaque`, in order and apart from each other, are passed over: code,
    /// foreign phrases.
    #[must_use]
    pub fn judge(&self, text: &str, opaque: &[Range<usize>]) -> Judged {
        if self.writing == Writing::Other && self.lexicon.is_empty() {
            return Judged::default();
        }
        Scan::new(self, text, opaque).run()
    }
}

/// The spellings that a careful editor never means, for languages written in Arabic: slips of the hamza.
#[must_use]
pub fn hamza_slips() -> Vec<Spelling> {
    hamza::SLIPS
        .iter()
        .map(|(wrong, right)| Spelling {
            rule: Rule::Hamza,
            wrong: (*wrong).to_owned(),
            right: (*right).to_owned(),
            reason: None,
        })
        .collect()
}

/// What was found in a text.
#[derive(Debug, Default)]
pub struct Judged {
    /// The slips.
    pub slips: Vec<Slip>,
    /// Numbers in Latin digits that stand among words, where the language has digits of its own: slips on a page that
    /// uses those as well.
    pub latin_numbers: Vec<Slip>,
    /// Whether there are digits of the language's own.
    pub has_own_digits: bool,
    /// The first mark of each style of quotation marks, in the order of [`QuotationStyle`].
    pub quotation_marks: [Option<Range<usize>>; 3],
}

/// A pair of quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotationStyle {
    /// « and ».
    Guillemets,
    /// “ and ”.
    Curly,
    /// " and ".
    Straight,
}

/// A slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The rule it is against.
    pub rule: Rule,
    /// Its bytes.
    pub range: Range<usize>,
    /// What should stand there.
    pub mend: Mend,
    /// Why, where the site says so.
    pub reason: Option<String>,
}

impl Slip {
    /// The words of `text` that a reader should be shown, and the same as they should be.
    #[must_use]
    pub fn shown(&self, text: &str) -> (String, String) {
        let (mut before, mut after) = ("", "");
        if matches!(
            self.rule,
            Rule::Tatweel | Rule::LoneWaw | Rule::NoSpaceAfter
        ) {
            let head = &text[..self.range.start];
            before = &head[head.trim_end_matches(is_arabic).len()..];
            let tail = &text[self.range.end..];
            after = &tail[..tail.len() - tail.trim_start_matches(is_arabic).len()];
        }
        let whole = |middle: &str| format!("{before}{middle}{after}");
        (
            whole(&text[self.range.clone()]),
            whole(&self.mend.replacement),
        )
    }
}

/// What should stand in the place of a slip, or most likely should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mend {
    /// The text.
    pub replacement: String,
    /// Whether it can be nothing else, so that a program may write it.
    pub is_safe: bool,
}

/// A rule of typography.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A letter as a shape of its own: U+FB50–FDFB, U+FE70–FEFC.
    PresentationForm,
    /// A letter of Persian or Urdu that looks like an Arabic one: ک ی ہ ے.
    LookAlike,
    /// Digits that the language does not use.
    Digits,
    /// Thousands that a plain space parts.
    Thousands,
    /// A range of numbers with a hyphen.
    NumberRange,
    /// `,` `;` `?` after an Arabic letter.
    AsciiPunctuation,
    /// A space before ، ؛ ؟ . !
    SpaceBefore,
    /// No space after ، ؛ ؟ . !
    NoSpaceAfter,
    /// A word stretched with U+0640.
    Tatweel,
    /// و that stands alone.
    LoneWaw,
    /// A word that the site writes otherwise.
    Term,
    /// A hamza too few, or one too many.
    Hamza,
}
