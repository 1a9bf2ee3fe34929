//! The commits that a remote names.

use serde::{Deserialize, Serialize};

/// Those that the branch and the recorded state end in; none where there is no such reference.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Tips {
    pub(super) branch: Option<String>,
    pub(super) state: Option<String>,
}
