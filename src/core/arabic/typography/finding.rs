//! Findings: which rule is broken where, and the replacement.

use std::borrow::Cow;
use std::ops::Range;

use super::character::is_arabic;

/// What was found in a text.
#[derive(Debug, Default)]
pub struct Judged {
    /// What is against a rule, in the order of the text.
    pub findings: Vec<Finding>,
    /// Numbers in Latin digits that stand among words, where the language has digits of its own: findings on a page that
    /// uses those as well.
    pub latin_numbers: Vec<Finding>,
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

/// What breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule it is against.
    pub rule: Rule,
    /// Its bytes.
    pub range: Range<usize>,
    /// What should stand there.
    pub replacement: Replacement,
    /// Why, where the site says so.
    pub reason: Option<String>,
}

/// How many letters of a word are shown before a finding, and behind it. No word has so many.
const MOST: usize = 60;

impl Finding {
    /// The words of `text` that a reader should be shown, and the same as they should be.
    #[must_use]
    pub fn shown(&self, text: &str) -> (String, String) {
        let (mut before, mut after) = (Cow::default(), Cow::default());
        if matches!(
            self.rule,
            Rule::Tatweel | Rule::LoneWaw | Rule::NoSpaceAfter
        ) {
            let (head, tail) = (&text[..self.range.start], &text[self.range.end..]);
            let letters = head.char_indices().rev();
            let mut letters = letters.take_while(|(_, c)| is_arabic(*c));
            let start = letters.by_ref().take(MOST).last();
            before = head[start.map_or(head.len(), |(at, _)| at)..].into();
            if letters.next().is_some() {
                before = format!("…{before}").into();
            }
            let mut letters = tail.char_indices().take_while(|(_, c)| is_arabic(*c));
            let end = letters.by_ref().take(MOST).last();
            after = tail[..end.map_or(0, |(at, c)| at + c.len_utf8())].into();
            if letters.next().is_some() {
                after = format!("{after}…").into();
            }
        }
        let whole = |middle: &str| format!("{before}{middle}{after}");
        (
            whole(&text[self.range.clone()]),
            whole(&self.replacement.text),
        )
    }
}

/// Where a line begins in a text that holds spaces for the ends of its lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineStart {
    /// The byte.
    pub at: usize,
    /// Whether readers see the line before end there.
    pub is_forced: bool,
}

/// The replacement for the text of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The text.
    pub text: String,
    /// Whether it is certain, so that `check --fix` may write it.
    pub is_safe: bool,
}

/// A rule of typography.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Rule {
    /// A letter as a shape of its own: U+FB50–FDFB, U+FE70–FEFC.
    PresentationForm,
    /// A letter of Persian or Urdu that looks like an Arabic one: ک ی ہ ے.
    LookAlike,
    /// Digits that the language does not use.
    Digits,
    /// The same in the mark of a list: `١)`.
    ListMark,
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
    /// A space of French punctuation that is missing, or that lines break at.
    FrenchSpace,
    /// A mark as keyboards write it: `'`, `"`, `...`, ` - `.
    KeyboardMark,
    /// `2ème`, a capital without its accent.
    FrenchSpelling,
    /// A word in Tifinagh with letters of another script.
    MixedScript,
}

/// A word, and how it is written instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelling {
    /// The rule that objects to it.
    pub rule: Rule,
    /// The word or words, as they should not be.
    pub wrong: String,
    /// As they should be.
    pub right: String,
    /// Why, where the site says so.
    pub reason: Option<String>,
}

impl Replacement {
    pub(super) fn safe(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_safe: true,
        }
    }

    pub(super) fn likely(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            is_safe: false,
        }
    }
}
