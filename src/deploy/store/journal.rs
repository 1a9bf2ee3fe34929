//! What a deploy writes down before it changes anything, so that the next one knows what it may find if this one is broken off. Pure.

use serde::{Deserialize, Serialize};

use crate::deploy::manifest::Records;
use crate::deploy::survey::Unfinished;

/// Where a deploy began, and where it was going.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    /// Which deploy it is.
    pub(super) deploy: Unfinished,
    /// What warraq had put at the store.
    pub(super) there: Records,
    /// What it was going to put there.
    pub(super) planned: Records,
}

impl Journal {
    /// Reads a journal.
    ///
    /// # Errors
    /// A sentence that says why the text is not one.
    pub(super) fn parse(text: &[u8]) -> Result<Self, String> {
        serde_json::from_slice(text).map_err(|error| error.to_string())
    }

    /// The journal as text.
    pub(super) fn text(&self) -> Vec<u8> {
        // Strings and numbers always have a form.
        serde_json::to_vec(self).unwrap_or_default()
    }
}
