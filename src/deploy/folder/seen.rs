//! What the files of a folder hold, remembered with their stamps, so that a deploy need not read all
//! that the last one wrote. A file with another stamp is read again.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

/// The state of a file in the file system: another one if it was written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    /// In bytes.
    size: u64,
    /// When it was last written to, in nanoseconds since 1970 UTC.
    modified: u64,
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Self {
        let modified = metadata.modified().ok();
        let since = modified.and_then(|modified| modified.duration_since(UNIX_EPOCH).ok());
        let modified = since.map_or(0, |since| since.as_nanos());
        Self {
            size: metadata.len(),
            modified: u64::try_from(modified).unwrap_or(u64::MAX),
        }
    }
}

/// A file as it was when it was last read or written.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct File {
    stamp: Stamp,
    md5: String,
}

/// Files by key.
#[derive(Debug, Default)]
pub(super) struct Seen(Mutex<BTreeMap<String, File>>);

impl Seen {
    fn files(&self) -> MutexGuard<'_, BTreeMap<String, File>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The MD5 of a file, if it has this stamp still.
    pub(super) fn md5(&self, key: &str, stamp: Stamp) -> Option<String> {
        let files = self.files();
        let file = files.get(key).filter(|file| file.stamp == stamp)?;
        Some(file.md5.clone())
    }

    /// Remembers a file.
    pub(super) fn note(&self, key: &str, stamp: Stamp, md5: &str) {
        let md5 = md5.to_owned();
        self.files().insert(key.to_owned(), File { stamp, md5 });
    }

    /// Reads what an earlier deploy remembered; nothing where it cannot be read.
    pub(super) fn read(&self, file: &Path) {
        let text = fs::read(file).unwrap_or_default();
        let known: BTreeMap<String, File> = serde_json::from_slice(&text).unwrap_or_default();
        let mut files = self.files();
        for (key, file) in known {
            files.entry(key).or_insert(file);
        }
    }

    /// Writes it down for the next deploy.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write(&self, file: &Path) -> io::Result<()> {
        let files = self.files();
        let site = files
            .iter()
            .filter(|(key, _)| !key.starts_with(super::STATE_FOLDER));
        let site: BTreeMap<_, _> = site.collect();
        let draft = file.with_extension("new");
        fs::write(&draft, serde_json::to_vec(&site)?)?;
        fs::rename(&draft, file)
    }
}
