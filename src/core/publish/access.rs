//! Who may use a folder, and what else hangs on it.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;

/// The owner and the permissions of a file or folder.
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

    /// Who may use the files in this folder: whoever may enter it may read them, whoever may change
    /// it may change them.
    pub(super) fn of_files(self) -> Self {
        let (read_or_write, enter) = (self.mode & 0o666, self.mode & 0o111);
        Self {
            mode: read_or_write | enter << 2,
            ..self
        }
    }

    /// Whether both have the same owner and group.
    pub(super) fn has_owner_of(self, other: Self) -> bool {
        (self.owner, self.group) == (other.owner, other.group)
    }
}

/// Gives a folder the extended attributes of another, access control lists among them.
///
/// # Errors
/// When they cannot be read or set. A file system without attributes has none.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn copy_attributes(from: &Path, to: &Path) -> io::Result<()> {
    use rustix::fs::{XattrFlags, removexattr, setxattr};

    let (wanted, had) = (attributes(from)?, attributes(to)?);
    for (name, value) in &wanted {
        if had.get(name) != Some(value) {
            setxattr(to, name.as_slice(), value, XattrFlags::empty())?;
        }
    }
    // The folder above may hand down lists that the other does not have.
    let lists = had
        .keys()
        .filter(|name| name.starts_with(b"system.posix_acl_"));
    for name in lists.filter(|name| !wanted.contains_key(*name)) {
        removexattr(to, name.as_slice())?;
    }
    Ok(())
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn copy_attributes(_: &Path, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Attributes that the system itself makes for each folder.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
const OF_THE_SYSTEM: [&[u8]; 3] = [b"security.evm", b"security.ima", b"com.apple.provenance"];

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn attributes(path: &Path) -> io::Result<std::collections::BTreeMap<Vec<u8>, Vec<u8>>> {
    use rustix::fs::{getxattr, getxattr_query, listxattr, listxattr_query};
    use rustix::io::Errno;

    let size = match listxattr_query(path) {
        Err(Errno::NOTSUP | Errno::NOSYS) => 0,
        size => size?,
    };
    let mut attributes = std::collections::BTreeMap::new();
    if size == 0 {
        return Ok(attributes);
    }
    let mut names = vec![0; size];
    let length = listxattr(path, &mut names[..])?;
    names.truncate(length);
    let names = names.split(|byte| *byte == 0);
    let names = names.filter(|name| !name.is_empty() && !OF_THE_SYSTEM.contains(name));
    for name in names {
        let mut value = vec![0; getxattr_query(path, name)?];
        let length = getxattr(path, name, &mut value[..])?;
        value.truncate(length);
        attributes.insert(name.to_vec(), value);
    }
    Ok(attributes)
}
