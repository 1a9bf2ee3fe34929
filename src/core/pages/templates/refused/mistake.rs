//! A mistake of a template: where it is, what it is, and what to do.

use std::ops::Range;

use crate::locale::Text;

/// A mistake of a template.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) range: Range<usize>,
    pub(super) message: Text,
    pub(super) hint: Text,
}
