//! Who may use a folder.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

/// The owner and the permissions of a folder.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Access {
    /// The owner's number.
    pub(super) owner: u32,
    /// The group's number.
    pub(super) group: u32,
    /// The permission bits.
    pub(super) mode: u32,
}

impl Access {
    /// Who may use the folder at `path`.
    pub(super) fn at(path: &Path) -> io::Result<Self> {
        Ok(Self::of(&fs::metadata(path)?))
    }

    #[cfg(unix)]
    pub(super) fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self {
            owner: metadata.uid(),
            group: metadata.gid(),
            mode: metadata.mode() & 0o7777,
        }
    }

    #[cfg(not(unix))]
    pub(super) fn of(_: &Metadata) -> Self {
        let mode = 0o755;
        Self {
            mode,
            ..Self::default()
        }
    }

    /// Whether the owner can list, enter and change the folder.
    pub(super) fn is_open(self) -> bool {
        self.mode & 0o700 == 0o700
    }
}
