//! What a deploy knows of the repository that it pushes to.

use super::repository::Repository;

/// What was there when it was looked at.
pub(super) struct Found {
    pub(super) repository: Repository,
    /// The commit that the branch ends in.
    pub(super) tip: Option<String>,
    /// The commit of what warraq wrote down. Its tree holds `manifest.json`; `site`, the files as they were deployed; and
    /// `before`, those of the release before.
    pub(super) state: Option<String>,
}

/// In the tree of what warraq writes down.
pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const SITE: &str = "site";
pub(super) const BEFORE: &str = "before";
