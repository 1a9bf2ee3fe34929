//! The folders to watch: those that exist, each once, with an identity that distinguishes folders
//! of the same name.
#![expect(
    clippy::disallowed_methods,
    reason = "whether a folder is the one that was there is asked of the disk; nothing in it is read"
)]

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

/// Tells a folder from any other, also from a later one of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Identity {
    device: u64,
    inode: u64,
    /// Inodes are used again.
    created: Option<SystemTime>,
}

/// The folders that exist, and for each that does not the nearest above it that does. A folder to
/// which several paths lead comes once: the system knows one watch of it, and what ends the watch
/// by one path ends it by all.
pub(super) fn existing(folders: &BTreeSet<PathBuf>) -> BTreeMap<PathBuf, Identity> {
    let identified = |path: &Path| Some((path.to_owned(), Identity::of(path)?));
    let nearest = |folder: &PathBuf| folder.ancestors().find_map(identified);
    let found: Vec<_> = folders.par_iter().filter_map(nearest).collect();
    let mut nearest_existing = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (path, identity) in found {
        if seen.insert(identity) {
            nearest_existing.insert(path, identity);
        }
    }
    nearest_existing
}

impl Identity {
    /// The folder that stands at a path; `None` if none does.
    #[cfg(unix)]
    pub(super) fn of(folder: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt;
        let metadata = fs::metadata(folder).ok().filter(fs::Metadata::is_dir)?;
        Some(Self {
            device: metadata.dev(),
            inode: metadata.ino(),
            created: metadata.created().ok(),
        })
    }

    /// Where there are no inodes, a folder is its real path, and when it was made.
    #[cfg(not(unix))]
    pub(super) fn of(folder: &Path) -> Option<Self> {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let metadata = fs::metadata(folder).ok().filter(fs::Metadata::is_dir)?;
        let mut hasher = DefaultHasher::new();
        fs::canonicalize(folder).ok()?.hash(&mut hasher);
        Some(Self {
            device: 0,
            inode: hasher.finish(),
            created: metadata.created().ok(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_awaited_from_above() {
        let top = tempfile::tempdir().unwrap();
        let top = top.path();
        let folders = BTreeSet::from([top.join("a/b"), top.join("c")]);
        let paths = || existing(&folders).into_keys().collect::<Vec<_>>();
        assert_eq!(paths(), [top]);
        fs::create_dir_all(top.join("a/b")).unwrap();
        assert_eq!(paths(), [top, &top.join("a/b")]);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_with_two_paths_comes_once() {
        let top = tempfile::tempdir().unwrap();
        let real = top.path().join("real");
        let link = top.path().join("link");
        fs::create_dir(&real).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        let both = BTreeSet::from([real, link.clone()]);
        assert_eq!(existing(&both).into_keys().collect::<Vec<_>>(), [link]);
    }
}
