//! Old files that have to make way before new ones can take their places.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};

use crate::path::OutputPath;
use crate::publish::changes::Changes;
use crate::publish::inventory::{above, as_os};

/// The paths of new files, as far as old files have to be moved before: a file where a folder will
/// be, a file below what will be a file, or, on a file system that ignores case, the same file under
/// another spelling, whose removal would take the new one with it.
pub(super) struct NewPaths {
    files: HashSet<OsString>,
    folders: HashSet<OsString>,
}

impl NewPaths {
    pub(super) fn of(changes: &Changes<'_>) -> Self {
        let new = changes.files.iter().filter(|file| file.unchanged.is_none());
        let files: Vec<_> = new.map(|file| key(as_os(file.path))).collect();
        let folders = files.iter().flat_map(|file| above(file));
        Self {
            folders: folders.map(OsStr::to_owned).collect(),
            files: files.into_iter().collect(),
        }
    }

    /// Whether `path` is a new file or a folder of one, or below a new file.
    pub(super) fn conflict_with(&self, path: &OsStr) -> bool {
        self.contain(path) || self.folders.contains(&key(path))
    }

    /// Whether `path` is a new file, or below one.
    pub(super) fn contain(&self, path: &OsStr) -> bool {
        let key = key(path);
        self.files.contains(&key) || above(&key).any(|folder| self.files.contains(folder))
    }
}

/// The key that all spellings of `path` have in common.
fn key(path: &OsStr) -> OsString {
    let published = path.to_str().and_then(|path| OutputPath::new(path).ok());
    published.map_or_else(|| path.to_owned(), |path| path.collision_key().into())
}
