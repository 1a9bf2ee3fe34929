//! The journal that a deploy writes before it changes anything. If it is interrupted, the next
//! deploy learns from it what may be at the store. Pure.

use serde::{Deserialize, Serialize};

use crate::deploy::manifest::Records;
use crate::deploy::survey::Unfinished;
use crate::locale::Text;

/// What was at the store before a deploy, and what the deploy writes.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    /// The deploy.
    pub(super) deploy: Unfinished,
    /// The files that warraq had put there.
    #[serde(rename = "there")]
    pub(super) present: Records,
    /// The files that the deploy writes.
    pub(super) planned: Records,
}

impl Journal {
    /// Reads a journal.
    ///
    /// # Errors
    /// Why the text is not one.
    pub(super) fn parse(text: &[u8]) -> Result<Self, Text> {
        serde_json::from_slice(text).map_err(|error| Text::of_json(&error))
    }

    /// The journal as text.
    pub(super) fn text(&self) -> Vec<u8> {
        // Strings and numbers always have a form.
        serde_json::to_vec(self).unwrap_or_default()
    }
}
