//! Every change that `publish` makes to a disk goes through [`Disk`], so that tests can interrupt
//! it after each step.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::access::{self, Access};
use super::manifest::Stamp;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::locale::{Text, text};
use crate::source::load::LargeFile;

/// The steps that change a disk.
pub(super) trait Disk: Sync {
    /// Creates a folder whose parent exists, with the permissions that the umask leaves.
    fn create_folder(&self, path: &Path) -> io::Result<()>;
    /// Creates a folder and its missing parents.
    fn create_folders(&self, path: &Path) -> io::Result<()>;
    /// Creates a new file, with these permissions or those that the umask leaves.
    fn write(&self, path: &Path, bytes: &[u8], access: Option<Access>) -> io::Result<Stamp>;
    /// Creates a new file that holds what a large file of the site holds.
    fn write_large(
        &self,
        path: &Path,
        file: &LargeFile,
        access: Option<Access>,
    ) -> io::Result<Stamp>;
    /// Copies a file.
    fn copy(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Creates a hard link to a file, or to a symbolic link itself.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a folder the owner and the permissions that another has.
    fn set_access(&self, path: &Path, access: Access) -> io::Result<()>;
    /// Gives a folder the extended attributes that another has.
    fn copy_attributes(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// How many bytes can be written in a folder, where the system tells.
    fn room(&self, folder: &Path) -> Option<u64>;
    /// Renames a file or folder; an existing file is replaced atomically.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Exchanges two folders atomically.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;
    /// Removes a file or a symbolic link.
    fn remove_file(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder and all it holds, following no link.
    fn remove_tree(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this machine. Nothing is synced: a site can be built again, so what a power cut
/// loses is worth less than the seconds that a sync for each file would cost in every build.
#[derive(Debug, Clone, Copy)]
pub(super) struct System;

impl Disk for System {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn create_folders(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path)
    }

    fn write(&self, path: &Path, bytes: &[u8], access: Option<Access>) -> io::Result<Stamp> {
        let mut file = File::create_new(path)?;
        file.write_all(bytes)?;
        written(&file, access)
    }

    fn write_large(
        &self,
        path: &Path,
        file: &LargeFile,
        access: Option<Access>,
    ) -> io::Result<Stamp> {
        let mut new = File::options();
        let mut new = new.read(true).write(true).create_new(true).open(path)?;
        file.copy_to(&mut new)?;
        written(&new, access)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::copy(from, to).map(|_| ())
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    #[cfg(unix)]
    fn set_access(&self, path: &Path, access: Access) -> io::Result<()> {
        use std::os::unix::fs::{PermissionsExt, chown};
        if !access.has_owner_of(Access::at(path)?) {
            chown(path, Some(access.owner), Some(access.group))?;
        }
        fs::set_permissions(path, fs::Permissions::from_mode(access.mode))
    }

    #[cfg(not(unix))]
    fn set_access(&self, _: &Path, _: Access) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    fn copy_attributes(&self, from: &Path, to: &Path) -> io::Result<()> {
        access::copy_attributes(from, to)
    }

    #[cfg(unix)]
    fn room(&self, folder: &Path) -> Option<u64> {
        let volume = rustix::fs::statvfs(folder).ok()?;
        // Some file systems of a network say that they have no blocks at all.
        (volume.f_blocks > 0).then(|| volume.f_bavail.saturating_mul(volume.f_frsize))
    }

    #[cfg(not(unix))]
    fn room(&self, _: &Path) -> Option<u64> {
        None
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    fn exchange(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(ErrorKind::Unsupported.into())
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir_all(path)
    }
}

fn written(file: &File, access: Option<Access>) -> io::Result<Stamp> {
    if let Some(access) = access {
        give(file, access)?;
    }
    Ok(Stamp::from(&file.metadata()?))
}

/// Gives a new file an owner, as far as this user may, and its permissions.
#[cfg(unix)]
fn give(file: &File, access: Access) -> io::Result<()> {
    use std::os::unix::fs::{PermissionsExt, fchown};
    let now = Access::of(&file.metadata()?);
    if !access.has_owner_of(now) {
        fchown(file, Some(access.owner), Some(access.group)).ok();
    }
    if access.mode != now.mode {
        file.set_permissions(fs::Permissions::from_mode(access.mode))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn give(_: &File, _: Access) -> io::Result<()> {
    Ok(())
}

/// The digest of a file's bytes. The file is not held in memory.
pub(super) fn digest_of(path: &Path) -> io::Result<Digest> {
    Digest::of_reader(File::open(path)?)
}

/// Whether a step failed that there is another way for: a link, an exchange or a change of owner
/// that this file system does not support, that crosses a mount point, or that this user may not
/// do.
pub(super) fn is_refusal(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::CrossesDevices
            | ErrorKind::InvalidInput
            | ErrorKind::PermissionDenied
            | ErrorKind::ResourceBusy
            | ErrorKind::TooManyLinks
            | ErrorKind::Unsupported
    )
}

/// What is done to a file or a folder.
#[derive(Debug, Clone, Copy)]
pub(super) enum Act {
    Change,
    Create,
    Exchange,
    Keep,
    Link,
    Lock,
    Move,
    Open,
    Read,
    Remove,
    Replace,
    Restore,
    Write,
}

/// Adds to an I/O error what was done and where.
pub(super) trait Context<T> {
    /// Reports a failure as `E500`: what could not be done, to which path, and what the system
    /// says.
    fn or_cannot(self, act: Act, path: &Path) -> Result<T, Diagnostic>;
}

impl<T> Context<T> for io::Result<T> {
    fn or_cannot(self, act: Act, path: &Path) -> Result<T, Diagnostic> {
        self.map_err(|error| {
            let hint = match error.kind() {
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                    Some(text!("cannot-for-want-of-rights-hint"))
                }
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                    Some(text!("cannot-for-want-of-room-hint"))
                }
                _ => None,
            };
            let (path, error) = (path.display().to_string(), Text::of_io(&error));
            let message = match act {
                Act::Change => text!("cannot-change", path, error),
                Act::Create => text!("cannot-create", path, error),
                Act::Exchange => text!("cannot-exchange", path, error),
                Act::Keep => text!("cannot-keep", path, error),
                Act::Link => text!("cannot-link", path, error),
                Act::Lock => text!("cannot-lock", path, error),
                Act::Move => text!("cannot-move", path, error),
                Act::Open => text!("cannot-open", path, error),
                Act::Read => text!("cannot-read", path, error),
                Act::Remove => text!("cannot-remove", path, error),
                Act::Replace => text!("cannot-replace", path, error),
                Act::Restore => text!("cannot-restore", path, error),
                Act::Write => text!("cannot-write", path, error),
            };
            let mut problem = Diagnostic::error("E500", message);
            problem.hint = hint;
            problem
        })
    }
}

/// Ignores one kind of error: what was to be done is done already.
pub(super) fn unless(kind: ErrorKind, result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == kind => Ok(()),
        result => result,
    }
}
