//! A folder of this machine for the time of one deploy.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::problem::Problem;
use crate::path::OutputPath;

/// The folder, until it is dropped.
pub(super) struct Scratch(PathBuf);

impl Scratch {
    /// A folder that is not there yet, for nobody but us.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn new() -> Result<Self, Problem> {
        let place = env::temp_dir();
        for attempt in 0..ATTEMPTS {
            let name = format!("warraq-{}-{attempt}", std::process::id());
            let folder = place.join(name);
            match create(&folder) {
                Ok(()) => return Ok(Self(folder)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(problem(&folder, &error)),
            }
        }
        let reason = format!("{} is full of folders of ours", place.display());
        Err(Problem::Permanent(reason))
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file of a release into it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), Problem> {
        let file = self.0.join(path.as_str());
        let folder = file.parent().unwrap_or(&self.0);
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&file, bytes));
        written.map_err(|error| problem(&file, &error))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left in the folder for temporary files is no reason to fail.
        _ = fs::remove_dir_all(&self.0);
    }
}

/// How many names are tried.
const ATTEMPTS: usize = 1000;

#[cfg(unix)]
fn create(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}

fn problem(path: &Path, error: &io::Error) -> Problem {
    Problem::Permanent(format!("{} cannot be written: {error}", path.display()))
}
