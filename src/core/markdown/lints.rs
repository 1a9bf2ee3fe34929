//! Warnings about Markdown that is valid but surely not meant.

use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};

/// A kind of warning.
#[derive(Clone, Copy)]
pub(super) struct Lint {
    code: &'static str,
    message: fn() -> Text,
    pub(super) hint: fn() -> Text,
}

impl Lint {
    pub(super) fn at(&self, span: Span) -> Diagnostic {
        Diagnostic::warning(self.code, (self.message)())
            .at(span)
            .hint((self.hint)())
    }
}

/// `CommonMark` sees no emphasis where a letter touches the outside of `**` and punctuation the inside:
/// `**كتاب:**نص` (section 6.2, flanking delimiter runs).
pub(super) const LITERAL_ASTERISKS: Lint = Lint {
    code: "W214",
    message: || text!("literal-asterisks"),
    hint: || text!("literal-asterisks-hint"),
};

/// The same where a space stands inside, which makes them signs of their own: `** كتاب **`.
pub(super) const SPACED_ASTERISKS: Lint = Lint {
    code: "W214",
    message: || text!("literal-asterisks"),
    hint: || text!("asterisks-spaced-hint"),
};

/// Two asterisks in a paragraph in which no others close them.
pub(super) const OPEN_ASTERISKS: Lint = Lint {
    code: "W214",
    message: || text!("asterisks-open"),
    hint: || text!("asterisks-open-hint"),
};

/// The same of one asterisk.
pub(super) const LITERAL_ASTERISK: Lint = Lint {
    code: "W214",
    message: || text!("literal-asterisk"),
    hint: || text!("literal-asterisk-hint"),
};

/// The same of an underscore, which never emphasises inside a word.
pub(super) const LITERAL_UNDERSCORE: Lint = Lint {
    code: "W214",
    message: || text!("literal-underscore"),
    hint: || text!("literal-underscore-hint"),
};

pub(super) const FIRST_LEVEL_HEADING: Lint = Lint {
    code: "W215",
    message: || text!("first-level-heading"),
    hint: || text!("first-level-heading-hint"),
};

pub(super) const UNCLOSED_QUOTATION: Lint = Lint {
    code: "W216",
    message: || text!("quotation-open"),
    hint: || text!("quotation-open-hint"),
};

/// The same on a site that has no source to quote from.
pub(super) const UNCLOSED_MARK: Lint = Lint {
    hint: || text!("quotation-open-unproven-hint"),
    ..UNCLOSED_QUOTATION
};

pub(super) const UNKNOWN_PHRASE: Lint = Lint {
    code: "W217",
    message: || text!("phrase-unknown"),
    hint: || text!("phrase-unknown-hint"),
};

/// Arabic where the language is written in other letters.
pub(super) const OTHER_SCRIPT: Lint = Lint {
    code: "W242",
    message: || text!("paragraph-in-arabic"),
    hint: || text!("paragraph-in-arabic-hint"),
};

pub(super) const MISSING_NOTE: Lint = Lint {
    code: "W220",
    message: || text!("note-missing"),
    hint: || text!("note-missing-hint"),
};

pub(super) const UNUSED_NOTE: Lint = Lint {
    code: "W221",
    message: || text!("note-unused"),
    hint: || text!("note-unused-hint"),
};

pub(super) const SECOND_NOTE: Lint = Lint {
    code: "W221",
    message: || text!("note-twice"),
    hint: || text!("note-twice-hint"),
};

pub(super) const OPEN_FENCE: Lint = Lint {
    code: "W222",
    message: || text!("fence-open"),
    hint: || text!("fence-open-hint"),
};

pub(super) const UNREAD_TABLE: Lint = Lint {
    code: "W223",
    message: || text!("table-unread"),
    hint: || text!("table-unread-hint"),
};

pub(super) const HEADLESS_TABLE: Lint = Lint {
    code: "W223",
    message: || text!("table-unread"),
    hint: || text!("table-headless-hint"),
};

pub(super) const FOREIGN_MARKUP: Lint = Lint {
    code: "W224",
    message: || text!("foreign-markup"),
    hint: || text!("foreign-markup-hint"),
};
