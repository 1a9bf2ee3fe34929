//! The contents of one published file, shared rather than copied: the memo, the preview server and
//! `publish` hold the same allocation.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// Immutable bytes; a clone is a pointer. Made from a `Vec` without copying it, which is why it is not
/// an `Arc<[u8]>`.
#[derive(Clone, Default, PartialEq, Eq, Hash)]
pub struct Bytes(Arc<Vec<u8>>);

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(Arc::new(bytes))
    }
}

impl From<String> for Bytes {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}

impl fmt::Debug for Bytes {
    /// The length only: a page's bytes would drown whatever is being debugged.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Bytes({})", self.len())
    }
}
