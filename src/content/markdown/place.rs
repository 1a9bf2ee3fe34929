//! Where a text stands in its file: a body letter for letter, a field's value between TOML's quotation marks.

use std::ops::Range;

/// Where in its file a text stands.
#[derive(Debug, Clone)]
pub(crate) enum Place {
    /// From this byte on, letter for letter.
    Exact(usize),
    /// Somewhere in these bytes, with escapes between.
    Whole(Range<usize>),
}

impl Place {
    /// The bytes of the file for bytes of the text.
    pub(super) fn of(&self, range: Range<usize>) -> Range<usize> {
        match self {
            Self::Exact(start) => range.start + start..range.end + start,
            Self::Whole(whole) => whole.clone(),
        }
    }
}
