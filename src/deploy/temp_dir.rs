//! A temporary folder for one deploy.

use std::env;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempDir};

use super::problem::Problem;
use crate::locale::{Text, text};
use crate::output::{Bytes, Held};
use crate::path::OutputPath;
use crate::source::load::LargeFile;

/// What the names of all such folders begin with.
const PREFIX: &str = "warraq-deploy-";

/// Whoever lives has this file in its folder locked. The system unlocks it when the process dies.
const LOCK: &str = "lock";

/// What it is called until it is locked: somebody else could lock it first, and take the folder for one of the dead.
const UNLOCKED: &str = "lock.new";

/// The folder; deleted when dropped.
pub(super) struct TempFolder {
    path: PathBuf,
    _lock: File,
    _folder: TempDir,
}

impl TempFolder {
    /// Creates a new folder that only this user can read, and deletes those that dead processes
    /// left.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn new() -> Result<Self, Problem> {
        clean_up(&env::temp_dir());
        Self::create(&env::temp_dir())
    }

    fn create(parent: &Path) -> Result<Self, Problem> {
        let mut folder = Builder::new();
        folder.prefix(PREFIX);
        #[cfg(unix)]
        folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = folder.tempdir_in(parent);
        let folder = folder.map_err(|error| problem(parent, &error))?;
        let path = folder.path().join("files");
        let [unlocked, locked] = [UNLOCKED, LOCK].map(|name| folder.path().join(name));
        let lock = File::create_new(&unlocked);
        let lock = lock.and_then(|lock| match lock.try_lock() {
            // Without locks on this system, nobody deletes it.
            Err(TryLockError::Error(error)) if error.kind() != io::ErrorKind::Unsupported => {
                Err(error)
            }
            _ => Ok(lock),
        });
        let lock = lock.and_then(|lock| fs::rename(unlocked, locked).map(|()| lock));
        let lock = lock.and_then(|lock| fs::create_dir(&path).map(|()| lock));
        let lock = lock.map_err(|error| problem(&path, &error))?;
        Ok(Self {
            path,
            _lock: lock,
            _folder: folder,
        })
    }

    /// Its path.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file of a release into it. Of a large file of the site it holds a symbolic link.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write(&self, path: &OutputPath, bytes: &Bytes) -> Result<(), Problem> {
        let file = self.path().join(path.as_str());
        let folder = file.parent().unwrap_or(self.path());
        let written = fs::create_dir_all(folder).and_then(|()| match bytes.held() {
            Held::OnDisk(large) => link(large, &file),
            Held::InMemory(bytes) => fs::write(&file, bytes),
        });
        written.map_err(|error| problem(&file, &error))
    }
}

#[cfg(unix)]
fn link(large: &LargeFile, file: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(std::path::absolute(large.place())?, file)
}

#[cfg(not(unix))]
fn link(large: &LargeFile, file: &Path) -> io::Result<()> {
    let mut copy = File::options();
    let mut copy = copy.read(true).write(true).create_new(true).open(file)?;
    large.copy_to(&mut copy)
}

/// Deletes the folders of processes that were killed. What cannot be deleted stays.
fn clean_up(parent: &Path) {
    for folder in fs::read_dir(parent).into_iter().flatten().flatten() {
        let name = folder.file_name();
        let is_ours = name.to_str().is_some_and(|name| name.starts_with(PREFIX));
        // A folder without the file is just being made.
        if is_ours
            && let Ok(lock) = File::open(folder.path().join(LOCK))
            && lock.try_lock().is_ok()
        {
            _ = fs::remove_dir_all(folder.path());
        }
    }
}

fn problem(path: &Path, error: &io::Error) -> Problem {
    let (path, error) = (path.display().to_string(), Text::of_io(error));
    Problem::Permanent(text!("unwritable", path, error))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::thread;

    use super::*;

    #[test]
    fn only_the_folders_of_the_dead_are_deleted() {
        let parent = tempfile::tempdir().unwrap();
        let Ok(alive) = TempFolder::create(parent.path()) else {
            panic!("it cannot be created");
        };
        let dead = parent.path().join(format!("{PREFIX}dead"));
        let others = parent.path().join("others");
        for folder in [&dead, &others] {
            fs::create_dir(folder).unwrap();
            fs::write(folder.join(LOCK), "").unwrap();
        }
        clean_up(parent.path());
        assert!(alive.path().is_dir() && others.is_dir() && !dead.exists());
        let path = alive.path().to_owned();
        drop(alive);
        assert!(!path.exists());
    }

    #[test]
    fn a_folder_that_is_just_being_made_is_not_one_of_the_dead() {
        let parent = tempfile::tempdir().unwrap();
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    clean_up(parent.path());
                }
            });
            let made = (0..2000).map(|_| TempFolder::create(parent.path()));
            let alive = made.filter(|one| one.as_ref().is_ok_and(|one| one.path().is_dir()));
            let count = alive.count();
            is_over.store(true, Ordering::Relaxed);
            assert_eq!(count, 2000);
        });
    }
}
