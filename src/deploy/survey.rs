//! What a backend finds at its target before a deploy.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::manifest::{Manifest, Records};
use crate::path::OutputPath;

/// What is at a target.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// What warraq wrote down after the last deploy that came to its end.
    pub(crate) last: Option<Manifest>,
    /// Files that warraq put there, as they are: those of the last release, old ones, and what a deploy that was broken off
    /// had brought.
    pub(crate) there: Records,
    /// Files that should be there and are not, or are not whole.
    pub(crate) lost: BTreeSet<OutputPath>,
    /// The deploy that was broken off, if the last one was.
    pub(crate) unfinished: Option<Unfinished>,
    /// Files that warraq did not put there, with their sizes in bytes where known.
    pub(crate) foreign: BTreeMap<OutputPath, Option<u64>>,
}

/// A deploy that was broken off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Unfinished {
    /// The release that readers were to see.
    pub(crate) goal: String,
    /// Whether it brought back what was there before.
    pub(crate) is_rollback: bool,
}
