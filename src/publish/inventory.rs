//! Distinguishes the files of warraq in the output folder from those of the user. The manifest
//! decides, by path; what is no longer a regular file is not what warraq wrote.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ffi::OsStr;
use std::path::Path;

use super::manifest::{Manifest, Record};
use super::tree::{Entry, Tree};
use crate::path::OutputPath;

/// The owners of what is in the output folder.
pub(super) struct Inventory<'a> {
    tree: &'a Tree,
    /// Files that warraq wrote, with their records.
    files: BTreeMap<&'a OsStr, (&'a OutputPath, Option<&'a Record>)>,
    /// What warraq did not write, a folder before its contents.
    pub(super) foreign: Vec<(&'a OsStr, Entry)>,
    /// Folders of the user, and folders that contain something of the user.
    pub(super) kept_folders: BTreeSet<&'a OsStr>,
}

impl<'a> Inventory<'a> {
    /// Classifies `tree` by `manifest`.
    pub(super) fn new(tree: &'a Tree, manifest: &'a Manifest) -> Self {
        let named = manifest.files.iter();
        let files: BTreeMap<_, _> = named
            .filter(|(path, _)| matches!(tree.entries.get(as_os(path)), Some(Entry::File(..))))
            .map(|(path, record)| (as_os(path), (path, record.as_ref())))
            .collect();
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

    /// The record of the file at `path`, if warraq finished writing it.
    pub(super) fn record(&self, path: &OsStr) -> Option<&'a Record> {
        self.files.get(path)?.1
    }

    /// Every file that warraq wrote.
    pub(super) fn ours(&self) -> impl Iterator<Item = &'a OutputPath> {
        self.files.values().map(|(path, _)| *path)
    }

    /// Folders that contain nothing of the user, parents last.
    pub(super) fn folders_of_ours(&self) -> impl Iterator<Item = &'a OsStr> {
        let entries = self.tree.entries.iter().rev();
        let folders = entries.filter(|(_, entry)| matches!(entry, Entry::Folder(_)));
        let folders = folders.map(|(path, _)| path.as_os_str());
        folders.filter(|path| !self.kept_folders.contains(path))
    }
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
