//! What is wrong with a style sheet, and where.

use std::ops::Range;

use crate::locale::Text;

/// A fault, with what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) range: Range<usize>,
    pub(super) reason: Text,
    pub(super) hint: Text,
    /// Whether the library, which parses by recursion, would end the program.
    pub(super) is_deep: bool,
}

impl Fault {
    pub(super) fn new(range: Range<usize>, reason: Text, hint: Text) -> Self {
        Self {
            range,
            reason,
            hint,
            is_deep: false,
        }
    }
}
