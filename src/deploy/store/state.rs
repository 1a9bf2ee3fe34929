//! The keys of what warraq stores for itself, below one folder that no site can publish into.

use crate::deploy::manifest::Record;

/// The folder; [`crate::path::OutputPath`] refuses it.
pub(in crate::deploy) const FOLDER: &str = ".warraq/";

/// The manifest of the last complete deploy.
pub(super) const MANIFEST: &str = ".warraq/manifest.json";

/// The journal of a deploy that is running or was interrupted.
pub(super) const JOURNAL: &str = ".warraq/journal.json";

/// The lock.
pub(super) const LOCK: &str = ".warraq/lock.json";

/// Backups of files that were replaced, for a rollback.
const BACKUPS: &str = ".warraq/kept/";

/// The key of the backup of a file. Files with the same bytes may have different headers.
pub(super) fn backup(record: &Record) -> String {
    let hash = record.hash;
    match &record.headers {
        Some(headers) => format!("{BACKUPS}{hash}-{headers}"),
        None => format!("{BACKUPS}{hash}"),
    }
}

/// Temporary files, in stores that cannot write a file in one step otherwise.
pub(in crate::deploy) const TEMP_DIR: &str = ".warraq/drafts/";

/// Whether a key is that of a backup or of a temporary file.
pub(super) fn is_backup_or_temp_file(key: &str) -> bool {
    key.starts_with(BACKUPS) || key.starts_with(TEMP_DIR)
}
