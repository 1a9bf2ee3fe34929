//! A temporary folder for one deploy.

use std::env;
use std::fs;
use std::io;
use std::path::Path;

use tempfile::{Builder, TempDir};

use super::problem::Problem;
use crate::path::OutputPath;

/// The folder; deleted when dropped.
pub(super) struct TempFolder(TempDir);

impl TempFolder {
    /// Creates a new folder that only this user can read.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn new() -> Result<Self, Problem> {
        let mut folder = Builder::new();
        folder.prefix("warraq-");
        #[cfg(unix)]
        folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = folder.tempdir();
        folder
            .map(Self)
            .map_err(|error| problem(&env::temp_dir(), &error))
    }

    /// Its path.
    pub(super) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Writes a file of a release into it.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), Problem> {
        let file = self.path().join(path.as_str());
        let folder = file.parent().unwrap_or(self.path());
        let written = fs::create_dir_all(folder).and_then(|()| fs::write(&file, bytes));
        written.map_err(|error| problem(&file, &error))
    }
}

fn problem(path: &Path, error: &io::Error) -> Problem {
    Problem::Permanent(format!("{} cannot be written: {error}", path.display()))
}
