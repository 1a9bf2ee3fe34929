//! Warnings about Markdown that is valid but surely not meant.

use crate::diagnostic::{Diagnostic, Span};

/// A kind of warning.
#[derive(Clone, Copy)]
pub(super) struct Lint {
    code: &'static str,
    message: &'static str,
    hint: &'static str,
}

impl Lint {
    pub(super) fn at(&self, span: Span) -> Diagnostic {
        Diagnostic::warning(self.code, self.message)
            .at(span)
            .hint(self.hint)
    }
}

pub(super) const IMAGE_WITHOUT_DESCRIPTION: Lint = Lint {
    code: "W213",
    message: "an image without a description",
    hint: "say between [ and ] what the image shows, for those who cannot see it",
};

/// `CommonMark` sees no emphasis where a letter touches the outside of `**` and punctuation the inside:
/// `**كتاب:**نص` (section 6.2, flanking delimiter runs).
pub(super) const LITERAL_ASTERISKS: Lint = Lint {
    code: "W214",
    message: "`**` stays as it is and makes nothing bold",
    hint: "put a space between the ** and the letter outside, or the punctuation outside the **",
};

/// The same of one asterisk.
pub(super) const LITERAL_ASTERISK: Lint = Lint {
    code: "W214",
    message: "`*` stays as it is and emphasises nothing",
    hint: "put a space between the * and the letter outside, or the punctuation outside the *",
};

/// The same of an underscore, which never emphasises inside a word.
pub(super) const LITERAL_UNDERSCORE: Lint = Lint {
    code: "W214",
    message: "`_` stays as it is and emphasises nothing",
    hint: "write * instead, or put a space between the _ and the letter outside",
};

pub(super) const FIRST_LEVEL_HEADING: Lint = Lint {
    code: "W215",
    message: "a heading of the first level in a body",
    hint: "begin with ##: the page's title is its one heading of the first level",
};

pub(super) const UNCLOSED_QUOTATION: Lint = Lint {
    code: "W216",
    message: "a quotation that is not closed",
    hint: "put » after its last word, in the same paragraph: only then can it be proven",
};

/// The same on a site that has no source to quote from.
pub(super) const UNCLOSED_MARK: Lint = Lint {
    hint: "put » after its last word, in the same paragraph",
    ..UNCLOSED_QUOTATION
};

pub(super) const UNKNOWN_PHRASE: Lint = Lint {
    code: "W217",
    message: "`{lang=…}` without a phrase or a language that it could belong to",
    hint: "write [words]{lang=fr}, all on one line, with a language tag such as fr or en-GB",
};

pub(super) const MISSING_NOTE: Lint = Lint {
    code: "W220",
    message: "a reference to a footnote that is not there is printed as it stands",
    hint: "write the note at the end of the text, after the same label and a colon: [^label]: …",
};

pub(super) const UNUSED_NOTE: Lint = Lint {
    code: "W221",
    message: "a footnote that nothing refers to is not published",
    hint: "write its label where it belongs in the text: [^label]",
};

pub(super) const SECOND_NOTE: Lint = Lint {
    code: "W221",
    message: "a second footnote of the same label is not published",
    hint: "give it a label of its own",
};

pub(super) const OPEN_FENCE: Lint = Lint {
    code: "W222",
    message: "a code block that is not closed holds all that follows",
    hint: "put a line of the same signs after the code, at least as many",
};

pub(super) const UNREAD_TABLE: Lint = Lint {
    code: "W223",
    message: "a table that would be printed as text",
    hint: "write as many columns in the line of hyphens as there are heads, after an empty line",
};

pub(super) const HEADLESS_TABLE: Lint = Lint {
    code: "W223",
    message: "a table that would be printed as text",
    hint: "write a line of hyphens under its heads, such as |---|---|, with an empty line before the heads",
};

pub(super) const FOREIGN_MARKUP: Lint = Lint {
    code: "W224",
    message: "markup of another program would be printed as it stands",
    hint: "write Markdown; put it between ` and ` if it is meant to be read",
};
