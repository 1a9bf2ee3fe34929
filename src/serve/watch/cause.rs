//! Why folders cannot be watched, and the warning about it.

use std::io;
use std::path::{Path, PathBuf};

use notify::{Error, ErrorKind};

use crate::diagnostic::Diagnostic;
use crate::locale::text;

/// Why folders are polled instead of watched.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// The system watches no more folders for this user.
    Folders,
    /// The system lets no more programs of this user watch, or this one open no more files.
    Programs,
    /// The folder lies on a file system that does not tell of what others write.
    FileSystem(PathBuf, &'static str),
    /// Anything else, in the system's words.
    Other(String),
}

impl Cause {
    /// What an error of the watcher means. Nothing, when it is about a folder that is gone or
    /// closed to us: such a folder is seen from the one above it.
    pub(super) fn of(error: &Error) -> Option<Self> {
        const ENOSPC: i32 = 28;
        const ENFILE: i32 = 23;
        const EMFILE: i32 = 24;
        match &error.kind {
            ErrorKind::MaxFilesWatch => Some(Self::Folders),
            ErrorKind::PathNotFound | ErrorKind::WatchNotFound => None,
            ErrorKind::Io(error) => match (error.raw_os_error(), error.kind()) {
                (Some(ENOSPC), _) => Some(Self::Folders),
                (Some(EMFILE | ENFILE), _) => Some(Self::Programs),
                (_, io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied) => None,
                _ => Some(Self::Other(error.to_string())),
            },
            _ => Some(Self::Other(error.to_string())),
        }
    }

    /// A folder that lies where changes made by others are not told.
    #[cfg(target_os = "linux")]
    pub(super) fn of_file_system(folder: &Path) -> Option<Self> {
        let kind = rustix::fs::statfs(folder).ok()?.f_type;
        // The type of the field is not the same on all machines; the numbers have 32 bits.
        let magic = u32::try_from(i128::from(kind) & 0xFFFF_FFFF).ok()?;
        let (_, name) = SILENT.iter().find(|(silent, _)| *silent == magic)?;
        Some(Self::FileSystem(folder.to_owned(), name))
    }

    /// Elsewhere nothing is known of it.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn of_file_system(_: &Path) -> Option<Self> {
        None
    }

    /// What to say.
    pub(super) fn warning(&self) -> Diagnostic {
        let (code, why, hint) = match self {
            Self::Folders => (
                "W602",
                text!("watched-folders-too-many"),
                text!("watched-folders-too-many-hint"),
            ),
            Self::Programs => (
                "W602",
                text!("watchers-too-many"),
                text!("watchers-too-many-hint"),
            ),
            Self::Other(error) => (
                "W602",
                text!("watching-impossible", error),
                text!("watching-impossible-hint"),
            ),
            Self::FileSystem(folder, system) => {
                let folder = folder.display().to_string();
                (
                    "W603",
                    text!("watching-incomplete", folder, system = *system),
                    text!("watching-incomplete-hint"),
                )
            }
        };
        Diagnostic::warning(code, text!("files-polled", why)).hint(hint)
    }
}

/// File systems on which others write unheard, by the number that `statfs` gives (`linux/magic.h`).
#[cfg(target_os = "linux")]
const SILENT: [(u32, &str); 11] = [
    (0x6969, "NFS"),
    (0x517B, "SMB"),
    (0xFE53_4D42, "SMB"),
    (0xFF53_4D42, "CIFS"),
    (0x0102_1997, "9p"),
    (0x6573_5546, "FUSE/virtiofs"),
    (0x786F_4256, "vboxsf (VirtualBox)"),
    (0x00C3_6400, "Ceph"),
    (0x5346_414F, "AFS"),
    (0x6B41_4653, "AFS"),
    (0x7375_7245, "Coda"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn system(number: i32) -> Error {
        Error::io(io::Error::from_raw_os_error(number))
    }

    #[test]
    fn limits_of_the_system_are_told_from_folders_that_are_gone() {
        assert_eq!(
            Cause::of(&Error::new(ErrorKind::MaxFilesWatch)),
            Some(Cause::Folders)
        );
        assert_eq!(Cause::of(&system(28)), Some(Cause::Folders));
        assert_eq!(Cause::of(&system(24)), Some(Cause::Programs));
        assert_eq!(Cause::of(&Error::path_not_found()), None);
        assert_eq!(Cause::of(&system(2)), None);
        assert_eq!(Cause::of(&system(13)), None);
        assert!(matches!(Cause::of(&system(12)), Some(Cause::Other(_))));
        assert!(matches!(
            Cause::of(&Error::generic("odd")),
            Some(Cause::Other(_))
        ));
    }

    #[test]
    fn each_limit_has_its_own_hint() {
        let hint = |cause: Cause| cause.warning().hint.unwrap().to_string();
        assert!(hint(Cause::Folders).contains("max_user_watches"));
        assert!(hint(Cause::Programs).contains("max_user_instances"));
        let cause = Cause::FileSystem("/site".into(), "NFS");
        assert!(
            cause
                .warning()
                .message
                .to_string()
                .starts_with("/site is on NFS")
        );
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn file_systems_of_the_kernel_itself_are_not_silent() {
        assert_eq!(Cause::of_file_system(Path::new("/proc")), None);
    }
}
