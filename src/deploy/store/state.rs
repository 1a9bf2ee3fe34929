//! What warraq keeps at a store for itself, all of it below one folder that no site can publish into.

use crate::deploy::manifest::Record;

/// The folder; [`crate::path::OutputPath`] refuses it.
pub(super) const FOLDER: &str = ".warraq/";

/// What is at the store.
pub(super) const MANIFEST: &str = ".warraq/manifest.json";

/// What a deploy that is under way, or was broken off, set out to do.
pub(super) const JOURNAL: &str = ".warraq/journal.json";

/// Who is deploying.
pub(super) const LOCK: &str = ".warraq/lock.json";

/// Copies of files that have given way to others, for a rollback.
const KEPT: &str = ".warraq/kept/";

/// Where a copy of a file is kept. Two files with the same bytes may have other headers.
pub(super) fn kept(record: &Record) -> String {
    let hash = record.hash;
    match &record.headers {
        Some(headers) => format!("{KEPT}{hash}-{headers}"),
        None => format!("{KEPT}{hash}"),
    }
}

/// Files that are being written, in stores that have no other way to write a file in one step.
pub(in crate::deploy) const DRAFTS: &str = ".warraq/drafts/";

/// Whether a key is that of a copy, or of a draft whose deploy died.
pub(super) fn is_passing(key: &str) -> bool {
    key.starts_with(KEPT) || key.starts_with(DRAFTS)
}
