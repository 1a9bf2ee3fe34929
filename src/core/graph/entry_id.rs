//! Entries by number.

/// An entry, as an index into [`super::Site::entries`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub usize);

/// The place among the documents that were linked of one that has no file: nobody has its body.
pub(super) const NOWHERE: usize = usize::MAX;
