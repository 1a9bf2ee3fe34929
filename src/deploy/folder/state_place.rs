//! Where the state of a folder lies: `.NAME.warraq/deploy` beside the folder `NAME`, or `.warraq`
//! inside it where nothing can be written beside it, or where the folder is a volume of its own, so
//! that another machine finds the state as well.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::super::store::STATE_FOLDER;

/// The place of the state, chosen when it is first asked for.
#[derive(Debug)]
pub(super) struct StatePlace {
    inside: PathBuf,
    /// Beside the folder, where that is possible.
    beside: Option<PathBuf>,
    chosen: OnceLock<PathBuf>,
}

impl StatePlace {
    /// The place for a folder.
    pub(super) fn of(folder: &Path) -> Self {
        Self {
            inside: folder.join(STATE_FOLDER.trim_end_matches('/')),
            beside: beside(folder),
            chosen: OnceLock::new(),
        }
    }

    /// Makes the place, and moves there what an earlier version has left inside the folder. Without
    /// this, as in a dry run, the state is read from where it is.
    pub(super) fn prepare(&self) {
        let Some(beside) = self.beside.as_ref().filter(|_| self.chosen.get().is_none()) else {
            return;
        };
        let made = beside.parent().map(fs::create_dir_all);
        let is_writable = made.is_some_and(|made| made.is_ok());
        if is_writable && self.inside.is_dir() && !beside.exists() {
            // Where it cannot be moved, it stays.
            _ = fs::rename(&self.inside, beside);
        }
        if is_writable && !self.is_inside() && fs::create_dir_all(beside).is_ok() {
            _ = self.chosen.set(beside.clone());
        } else {
            _ = self.chosen.set(self.inside.clone());
        }
    }

    /// The place.
    pub(super) fn path(&self) -> &Path {
        if let Some(chosen) = self.chosen.get() {
            return chosen;
        }
        match &self.beside {
            Some(beside) if !self.is_inside() => beside,
            _ => &self.inside,
        }
    }

    fn is_inside(&self) -> bool {
        self.inside.join("manifest.json").exists()
    }
}

fn beside(folder: &Path) -> Option<PathBuf> {
    // Links are resolved, so that all names of a folder have the same state.
    let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let (parent, name) = (real.parent()?, real.file_name()?);
    if is_volume(&real, parent) {
        return None;
    }
    let mut state = OsString::from(".");
    state.push(name);
    state.push(".warraq");
    Some(parent.join(state).join("deploy"))
}

/// Whether a folder that exists is on another file system than the folder above it.
#[cfg(unix)]
fn is_volume(folder: &Path, parent: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (fs::metadata(folder), fs::metadata(parent)) {
        (Ok(folder), Ok(parent)) => folder.dev() != parent.dev(),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_volume(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_is_not_in_the_folder_that_is_served() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().canonicalize().unwrap().join("site");
        let beside = parent
            .path()
            .canonicalize()
            .unwrap()
            .join(".site.warraq/deploy");
        let place = StatePlace::of(&folder);
        assert_eq!(place.path(), beside);
        place.prepare();
        assert!(beside.is_dir() && !folder.exists());
    }

    #[test]
    fn what_an_earlier_version_left_inside_is_read_there_and_moved_out() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().canonicalize().unwrap().join("site");
        let inside = folder.join(".warraq");
        fs::create_dir_all(&inside).unwrap();
        fs::write(inside.join("manifest.json"), "{}").unwrap();
        let place = StatePlace::of(&folder);
        assert_eq!(place.path(), inside);
        place.prepare();
        assert!(!inside.exists());
        assert!(place.path().join("manifest.json").is_file());
    }
}
