//! Where a text stands in its file: a body letter for letter, a field's value between TOML's quotation marks.

use std::ops::Range;

/// Where in its file a text stands.
#[derive(Debug, Clone)]
pub(crate) enum TextPlace {
    /// From this byte on, letter for letter.
    Exact(usize),
    /// Somewhere in these bytes, with escapes between.
    Whole(Range<usize>),
}

impl TextPlace {
    /// Where the text of a value stands that TOML read from the bytes `range` of `file`: exactly as long as escapes
    /// leave it as it was written.
    pub(crate) fn of_value(text: &str, range: Range<usize>, file: &str) -> Self {
        let written = file.get(range.clone()).unwrap_or_default();
        match written.find(text) {
            Some(start) => Self::Exact(range.start + start),
            None => Self::Whole(range),
        }
    }

    /// How the text is written.
    pub(crate) fn notation(&self) -> Notation {
        match self {
            Self::Exact(_) => Notation::Verbatim,
            Self::Whole(_) => Notation::Escaped,
        }
    }

    /// The bytes of the file for bytes of the text.
    pub(crate) fn of(&self, range: Range<usize>) -> Range<usize> {
        match self {
            Self::Exact(start) => range.start + start..range.end + start,
            Self::Whole(whole) => whole.clone(),
        }
    }
}

/// Where in its file a part of a text is written, and how.
pub(crate) struct SourceRange {
    pub(crate) range: Range<usize>,
    pub(crate) notation: Notation,
}

/// How a part of a text is written in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    /// Letter for letter.
    Verbatim,
    /// With escapes somewhere in the value that it is of.
    Escaped,
    /// With markup, entities or the end of a line in it.
    Interrupted,
}
