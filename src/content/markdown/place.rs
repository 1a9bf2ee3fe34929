//! Where a text stands in its file: a body letter for letter, a field's value between TOML's quotation marks.

use std::ops::Range;

use crate::content::typography::Hand;

/// Where in its file a text stands.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    /// From this byte on, letter for letter.
    Exact(usize),
    /// Somewhere in these bytes, with escapes between.
    Whole(Range<usize>),
}

impl Place {
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
    pub(crate) fn hand(&self) -> Hand {
        match self {
            Self::Exact(_) => Hand::Verbatim,
            Self::Whole(_) => Hand::Escaped,
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
