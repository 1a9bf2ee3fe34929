//! Why a site could not be read.

use std::fmt;
use std::io;
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
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
            text!("letters-of-one", codes = codes.join(" "))
        };
        let message = text!("names-in-two-forms", path = path.to_string());
        let problem = Diagnostic::error("E202", message)
            .at(path)
            .note(note(one))
            .note(note(other))
            .hint(text!("delete-or-rename"));
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
        let message = text!("file-too-large", path, limit);
        let hint = text!("file-too-large-hint");
        Self {
            problem: Diagnostic::error("E112", message).hint(hint),
            has_vanished: false,
        }
    }

    /// The error for a folder that is called as an entry's file is, at this path from the root.
    pub(super) fn named_as_entry(folder: &Path) -> Self {
        let stem = folder.file_stem().unwrap_or_default().to_string_lossy();
        let path = folder.display().to_string();
        let right = folder.with_extension("").display().to_string();
        let hint = text!(
            "folder-as-entry-hint",
            path = path.as_str(),
            right,
            stem = stem.as_ref()
        );
        let problem = Diagnostic::error("E100", text!("folder-as-entry", path)).hint(hint);
        Self {
            problem,
            has_vanished: false,
        }
    }

    /// The error for a folder where a file belongs, or the other way round.
    pub(super) fn of_other_kind(what: &str, path: &str) -> Self {
        let (message, hint) = match what {
            "folder-as-template" => (
                text!("folder-as-template", path),
                text!("folder-as-template-hint"),
            ),
            "file-as-folder" => (text!("file-as-folder", path), text!("file-as-folder-hint")),
            _ => (text!("folder-as-file", path), text!("folder-as-file-hint")),
        };
        Self {
            problem: Diagnostic::error("E100", message).hint(hint),
            has_vanished: false,
        }
    }

    /// The error for a folder whose name is not quite that of one of the site's.
    pub(super) fn misnamed(found: &str, right: &str) -> Self {
        let message = text!("folder-misnamed", found, right);
        let hint = text!("folder-misnamed-hint", right);
        Self {
            problem: Diagnostic::error("E100", message).hint(hint),
            has_vanished: false,
        }
    }

    /// The error for a symbolic link to a folder that holds it.
    pub(super) fn looped(path: &str, ancestor: &str) -> Self {
        let message = text!("unreadable-loop", path, ancestor);
        Self {
            problem: Diagnostic::error("E100", message).hint(text!("unreadable-loop-hint")),
            has_vanished: false,
        }
    }

    /// The error for a symbolic link to nothing.
    pub(super) fn dangling(path: &str, target: &Path) -> Self {
        let target = target.display().to_string();
        let message = text!("unreadable-dangling", path, target);
        Self {
            problem: Diagnostic::error("E100", message).hint(text!("unreadable-dangling-hint")),
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
        let said = system.map_or_else(|| Text::verbatim(error.to_string()), Text::of_io);
        let vanished = [
            NotFound,
            NotADirectory,
            IsADirectory,
            StaleNetworkFileHandle,
        ];
        Self {
            problem: Diagnostic::error("E100", text!("unreadable", path, error = said)),
            has_vanished: system.is_some_and(|error| vanished.contains(&error.kind())),
        }
    }
}
