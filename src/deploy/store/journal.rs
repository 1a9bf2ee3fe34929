//! What a deploy writes down before it changes anything, so that the next one knows what it may find if this one is broken off. Pure.

use serde::{Deserialize, Serialize};

use crate::deploy::manifest::Records;

/// Where a deploy began, and where it was going.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    /// What warraq had put at the store.
    pub(super) there: Records,
    /// What it was going to put there.
    pub(super) planned: Records,
}

impl Journal {
    /// Reads a journal. One that cannot be read was torn while it was written, so nothing had been done yet.
    pub(super) fn parse(text: &[u8]) -> Option<Self> {
        serde_json::from_slice(text).ok()
    }

    /// The journal as text.
    pub(super) fn text(&self) -> Vec<u8> {
        // Strings and numbers always have a form.
        serde_json::to_vec(self).unwrap_or_default()
    }
}
