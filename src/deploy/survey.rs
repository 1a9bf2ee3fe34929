//! What a carrier finds at its target before a deploy.

use std::collections::{BTreeMap, BTreeSet};

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
    /// Files that warraq did not put there, with their sizes in bytes where known.
    pub(crate) foreign: BTreeMap<OutputPath, Option<u64>>,
}
