//! Why a site could not be read.

use std::fmt;
use std::io;
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::path::SourcePath;

/// Why the site could not be read.
#[derive(Debug)]
pub(super) struct Unread {
    pub(super) problem: Diagnostic,
    /// Whether a file vanished between being listed and being read, as happens while an editor saves.
    pub(super) has_vanished: bool,
}

impl Unread {
    /// The error for two files whose names are one in NFC.
    pub(super) fn confused(path: &SourcePath, one: &Path, other: &Path) -> Self {
        let note = |file: &Path| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let is_odd = |c: &char| !c.is_ascii();
            let codes = name.chars().filter(is_odd);
            let codes: Vec<_> = codes.map(|c| format!("U+{:04X}", u32::from(c))).collect();
            format!("the letters of one are {}", codes.join(" "))
        };
        let message = format!("two files have the name `{path}`, in two forms of Unicode");
        let problem = Diagnostic::error("E202", message)
            .at(path)
            .note(note(one))
            .note(note(other))
            .hint("delete one of them, or rename it");
        Self {
            problem,
            has_vanished: false,
        }
    }

    /// The error for a file that has more bytes than `limit`.
    pub(super) fn too_large(path: &str, limit: u64) -> Self {
        let limit = match limit >> 30 {
            0 => format!("{} MiB", limit >> 20),
            gibibytes => format!("{gibibytes} GiB"),
        };
        let message = format!("{path} has more than {limit}");
        let hint = "publish it elsewhere, such as at a host of films, and link to it; of text, make several files";
        Self {
            problem: Diagnostic::error("E112", message).hint(hint),
            has_vanished: false,
        }
    }

    /// The error for a symbolic link to nothing.
    pub(super) fn dangling(path: &str, target: &Path) -> Self {
        let target = target.display();
        let message = format!(
            "{path} cannot be read: it is a symbolic link to {target}, and nothing is there"
        );
        Self {
            problem: Diagnostic::error("E100", message).hint("remove it, or let it lead to a file"),
            has_vanished: true,
        }
    }

    /// The error for a file or folder that cannot be read.
    pub(super) fn because(
        path: &str,
        error: &dyn fmt::Display,
        system: Option<&io::Error>,
    ) -> Self {
        use io::ErrorKind::{IsADirectory, NotADirectory, NotFound, StaleNetworkFileHandle};
        let vanished = [
            NotFound,
            NotADirectory,
            IsADirectory,
            StaleNetworkFileHandle,
        ];
        Self {
            problem: Diagnostic::error("E100", format!("{path} cannot be read: {error}")),
            has_vanished: system.is_some_and(|error| vanished.contains(&error.kind())),
        }
    }
}
