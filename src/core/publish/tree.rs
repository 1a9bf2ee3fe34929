//! The contents of the output folder: every file, folder and link below it. Reads only names and
//! metadata, and follows no symbolic link.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::access::Access;
use super::disk::{Act, Context};
use super::manifest::Stamp;
use crate::diagnostic::Diagnostic;

/// The name of the folder with the state of `publish` where it lies inside the output folder.
pub(super) const STATE_INSIDE: &str = ".warraq";

/// In the state folder: the unfinished new site; the new site, which becomes the old one; and what the
/// names of folders begin with in which files of the user are kept.
pub(super) const BUILDING: &str = "building";
pub(super) const NEXT: &str = "next";
pub(super) const KEPT: &str = "kept-";

/// A folder, as it was scanned.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// Its entries, by path relative to it with `/` between components; a folder comes before its
    /// contents. Not `PathBuf`s: comparing those, component by component, took a fifth of a
    /// publish.
    pub(super) entries: BTreeMap<OsString, Entry>,
    /// Who may use the folder itself; `None` when there is no such folder yet.
    pub(super) access: Option<Access>,
    /// Set when another folder cannot take the place of this one, and its files must change one by
    /// one: something is mounted below it, or some folder in it is locked against us.
    pub(super) is_fixed: bool,
}

/// One thing in a folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// A regular file. The number tells it from another of the same name (its inode).
    File(Stamp, u64),
    /// A folder.
    Folder(Access),
    /// A symbolic link, or something rarer; the number is its inode.
    Other(u64),
}

impl Tree {
    /// Lists `folder`, but for publish's own state in it.
    ///
    /// # Errors
    /// `E500` when the folder cannot be read.
    pub(super) fn scan(folder: &Path) -> Result<Self, Diagnostic> {
        let mut tree = Self::default();
        // Not what a link leads to: whatever is listed here may be moved or deleted.
        let root = match fs::symlink_metadata(folder) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(tree),
            root => root.or_cannot(Act::Read, folder)?,
        };
        tree.access = Some(Access::of(&root));
        tree.list(folder, OsStr::new(""), &root)?;
        Ok(tree)
    }

    /// Adds what the folder called `name` holds, which is found at `path`.
    fn list(&mut self, path: &Path, name: &OsStr, folder: &Metadata) -> Result<(), Diagnostic> {
        self.is_fixed |= !Access::of(folder).is_open();
        let items = match fs::read_dir(path) {
            // Gone since it was listed.
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            // Not ours to read, as the `lost+found` of a volume: it stays where it is.
            Err(error) if error.kind() == ErrorKind::PermissionDenied && !name.is_empty() => {
                self.is_fixed = true;
                return Ok(());
            }
            items => items.or_cannot(Act::Read, path)?,
        };
        for item in items {
            let item = item.or_cannot(Act::Read, path)?;
            if name.is_empty() && item.file_name() == STATE_INSIDE {
                continue;
            }
            let metadata = match item.metadata() {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                metadata => metadata.or_cannot(Act::Read, &item.path())?,
            };
            let name = below(name, &item.file_name());
            if metadata.is_dir() {
                self.is_fixed |= device(&metadata) != device(folder);
                self.list(&item.path(), &name, &metadata)?;
            }
            self.entries.insert(name, Entry::of(&metadata));
        }
        Ok(())
    }
}

/// A symbolic link where warraq keeps its records: the folder itself, or something in it that is not
/// a site. warraq makes none there, and through one it would read, write and clear the folder of
/// somebody else, whom an archive or a branch with such a link in it need not even know.
pub(super) fn link_in(state: &Path) -> Option<PathBuf> {
    let Ok(metadata) = fs::symlink_metadata(state) else {
        return None;
    };
    if metadata.is_symlink() {
        return Some(state.to_owned());
    }
    if !metadata.is_dir() {
        return None;
    }
    let items = fs::read_dir(state).ok()?.flatten();
    items.into_iter().find_map(|item| {
        let name = item.file_name();
        let is_site = name.to_str().is_some_and(holds_a_site);
        let is_link = item.file_type().is_ok_and(|kind| kind.is_symlink());
        if is_site && !is_link {
            None
        } else {
            link_in(&item.path())
        }
    })
}

/// Whether a folder of the state holds a site, in which a user may have links.
fn holds_a_site(name: &str) -> bool {
    [BUILDING, NEXT].contains(&name) || name.starts_with(KEPT)
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn below(folder: &OsStr, name: &OsStr) -> OsString {
    if folder.is_empty() {
        return name.to_owned();
    }
    let mut path = OsString::with_capacity(folder.len() + 1 + name.len());
    path.push(folder);
    path.push("/");
    path.push(name);
    path
}

impl Entry {
    /// What is at `path`; `None` if nothing is. Follows no link.
    pub(super) fn at(path: &Path) -> io::Result<Option<Self>> {
        match fs::symlink_metadata(path) {
            Ok(metadata) => Ok(Some(Self::of(&metadata))),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Whether both are the same file or link, whatever was written to it meanwhile.
    pub(super) fn is_same_file(self, other: Self) -> bool {
        match (self, other) {
            (Self::File(_, one), Self::File(_, other)) | (Self::Other(one), Self::Other(other)) => {
                one == other
            }
            _ => false,
        }
    }

    fn of(metadata: &Metadata) -> Self {
        if metadata.is_dir() {
            Self::Folder(Access::of(metadata))
        } else if metadata.is_file() {
            Self::File(Stamp::from(metadata), inode(metadata))
        } else {
            Self::Other(inode(metadata))
        }
    }
}

/// The number of the file system that holds a file; the same for all where systems do not tell.
#[cfg(unix)]
pub(super) fn device(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::dev(metadata)
}

#[cfg(not(unix))]
pub(super) fn device(_: &Metadata) -> u64 {
    0
}

#[cfg(unix)]
fn inode(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> u64 {
    0
}
