//! What a deploy has fetched of the remote.

use super::repository::Repository;

/// The remote as it was fetched.
pub(super) struct Fetched {
    pub(super) repository: Repository,
    /// The commit that the branch ends in.
    pub(super) tip: Option<String>,
    /// The commit of the recorded state. Its tree holds `manifest.json`; `site`, the files as they
    /// were deployed; and `before`, those of the release before.
    pub(super) state: Option<String>,
}

/// Names in the tree of the recorded state.
pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const SITE: &str = "site";
pub(super) const BEFORE: &str = "before";
