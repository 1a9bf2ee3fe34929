//! Distinguishes the files of warraq in a folder from those of the user. A file is warraq's if the
//! manifest names its path, and it either has the recorded stamp or, where it was touched since, the
//! recorded contents.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ffi::OsStr;
use std::path::Path;

use rayon::prelude::*;

use super::disk::digest_of;
use super::manifest::{Manifest, Record, Stamp};
use super::tree::{Entry, Tree};
use crate::path::OutputPath;

/// The owners of what is in the output folder.
pub(super) struct Inventory<'a> {
    tree: &'a Tree,
    /// Files that warraq wrote, with records of what is there now.
    files: BTreeMap<&'a OsStr, (&'a OutputPath, Record)>,
    /// The folders of the files that the manifest names.
    pub(super) folders: HashSet<&'a OsStr>,
    /// What warraq did not write, a folder before its contents.
    pub(super) foreign: Vec<(&'a OsStr, Entry)>,
    /// Folders of the user, and folders that contain something of the user.
    pub(super) kept_folders: BTreeSet<&'a OsStr>,
}

impl<'a> Inventory<'a> {
    /// Classifies `tree`, which was scanned from `folder`, by `manifest`. Reads files whose stamps
    /// are not those of the manifest.
    pub(super) fn new(folder: &Path, tree: &'a Tree, manifest: &'a Manifest) -> Self {
        let named: Vec<_> = manifest.files.iter().collect();
        let files = named.into_par_iter().filter_map(|(path, record)| {
            let Some(Entry::File(stamp, _)) = tree.entries.get(as_os(path)) else {
                return None;
            };
            let found = found(record, *stamp, &folder.join(path.as_str()))?;
            Some((as_os(path), (path, found)))
        });
        let files: BTreeMap<_, _> = files.collect::<Vec<_>>().into_iter().collect();
        let folders: HashSet<_> = folders_above(manifest.files.keys()).collect();
        let mut foreign = Vec::new();
        let mut kept_folders = BTreeSet::new();
        for (path, entry) in &tree.entries {
            let is_ours = match entry {
                Entry::File(..) => files.contains_key(&**path),
                Entry::Folder(_) => folders.contains(&**path),
                Entry::Other(_) => false,
            };
            if !is_ours {
                foreign.push((&**path, *entry));
                kept_folders.extend(above(path));
                if let Entry::Folder(_) = entry {
                    kept_folders.insert(path);
                }
            }
        }
        Self {
            tree,
            files,
            folders,
            foreign,
            kept_folders,
        }
    }

    /// What is at `path`.
    pub(super) fn entry(&self, path: &OsStr) -> Option<Entry> {
        self.tree.entries.get(path).copied()
    }

    /// Whether `path` is a file that warraq wrote.
    pub(super) fn is_ours(&self, path: &OsStr) -> bool {
        self.files.contains_key(path)
    }

    /// The record of the file at `path`, if warraq wrote it.
    pub(super) fn record(&self, path: &OsStr) -> Option<&Record> {
        Some(&self.files.get(path)?.1)
    }

    /// Every file that warraq wrote.
    pub(super) fn ours(&self) -> impl Iterator<Item = (&'a OutputPath, Record)> {
        self.files.values().copied()
    }

    /// Folders that contain nothing of the user, parents last.
    pub(super) fn folders_of_ours(&self) -> impl Iterator<Item = &'a OsStr> {
        let entries = self.tree.entries.iter().rev();
        let folders = entries.filter(|(_, entry)| matches!(entry, Entry::Folder(_)));
        let folders = folders.map(|(path, _)| path.as_os_str());
        folders.filter(|path| !self.kept_folders.contains(path))
    }
}

/// The record of what is in `file`, which has this stamp, if it is what `recorded` says.
fn found(recorded: &Record, stamp: Stamp, file: &Path) -> Option<Record> {
    let by_stamp = recorded.possible().find(|known| known.1 == Some(stamp));
    let hash = if let Some((hash, _)) = by_stamp {
        hash
    } else {
        let may_be = |known: (_, Option<Stamp>)| known.1.is_none_or(|old| old.size == stamp.size);
        if !recorded.possible().any(may_be) {
            return None;
        }
        // What cannot be read cannot be told from what the user wrote.
        let hash = digest_of(file).ok()?;
        recorded.possible().find(|known| known.0 == hash)?.0
    };
    Some(Record {
        hash,
        recipe_digest: recorded.recipe_digest.filter(|_| hash == recorded.hash),
        fingerprinted: recorded.fingerprinted,
        gone_since: recorded.gone_since,
        stamp: Some(stamp),
        replaces: None,
    })
}

/// The path as the names in a [`Tree`] are written.
pub(super) fn as_os(path: &OutputPath) -> &OsStr {
    OsStr::new(path.as_str())
}

/// The folders above a path, from the nearest to the one right below the output folder.
pub(super) fn above(path: &OsStr) -> impl Iterator<Item = &OsStr> {
    let ancestors = Path::new(path).ancestors().skip(1).map(Path::as_os_str);
    ancestors.take_while(|folder| !folder.is_empty())
}

/// The folders above any of `paths`, some of them many times.
pub(super) fn folders_above<'a>(
    paths: impl Iterator<Item = &'a OutputPath>,
) -> impl Iterator<Item = &'a OsStr> {
    paths.flat_map(|path| above(as_os(path)))
}
