//! What a deploy has fetched of the remote.

use super::repository::Repository;
use super::tips::Tips;

/// The remote as it was fetched.
pub(super) struct Fetched {
    pub(super) repository: Repository,
    /// The commits. The tree of the recorded state holds `manifest.json`; `site`, the files as they
    /// were deployed; and `before`, those of the release before.
    pub(super) tips: Tips,
}

/// Names in the tree of the recorded state.
pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const SITE: &str = "site";
pub(super) const BEFORE: &str = "before";
