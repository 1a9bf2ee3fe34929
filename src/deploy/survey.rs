//! What a backend finds at its target before a deploy.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::manifest::{Manifest, Records};
use crate::path::OutputPath;

/// What is at a target.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The manifest of the last complete deploy.
    pub(crate) last: Option<Manifest>,
    /// Files that warraq put there: those of the last release, old ones, and those of an
    /// interrupted deploy.
    pub(crate) present: Records,
    /// Files of the last release that are missing or damaged.
    pub(crate) missing: BTreeSet<OutputPath>,
    /// The last deploy, if it was interrupted.
    pub(crate) unfinished: Option<Unfinished>,
    /// Files that warraq did not put there, with their sizes in bytes where known.
    pub(crate) foreign: BTreeMap<OutputPath, Option<u64>>,
}

/// A deploy that was interrupted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Unfinished {
    /// The release that it deployed.
    pub(crate) goal: String,
    /// Whether it was a rollback.
    pub(crate) is_rollback: bool,
}
