//! What keeps a site from being published, in words. Pure.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};

/// How many paths one diagnostic names.
const NAMED: usize = 10;

/// How something of the user conflicts with the new site.
#[derive(Debug, Clone, Copy)]
pub(super) enum Conflict {
    /// A file of ours was changed.
    Changed,
    /// A file that was never ours has other contents.
    Differs,
    FolderForFile,
    LinkForFile,
    FileForFolder,
    LinkForFolder,
}

impl Conflict {
    fn text(self, path: String) -> Text {
        match self {
            Self::Changed => text!("conflict-changed", path),
            Self::Differs => text!("conflict-differs", path),
            Self::FolderForFile => text!("conflict-folder-for-file", path),
            Self::LinkForFile => text!("conflict-link-for-file", path),
            Self::FileForFolder => text!("conflict-file-for-folder", path),
            Self::LinkForFolder => text!("conflict-link-for-folder", path),
        }
    }
}

/// The error for what of the user is in the way of the new site.
pub(super) fn in_the_way(folder: &Path, obstacles: &BTreeMap<&OsStr, Conflict>) -> Diagnostic {
    let mut named = obstacles
        .iter()
        .map(|(path, conflict)| (folder.join(path).display().to_string(), conflict))
        .take(NAMED)
        .peekable();
    let path = named.peek().map_or("", |(path, _)| path);
    let message = match obstacles.len() - 1 {
        0 => text!("in-the-way", path),
        count => text!("in-the-way-and-more", path, count),
    };
    let mut diagnostic = Diagnostic::error("E501", message);
    for (path, conflict) in named {
        diagnostic = diagnostic.note(conflict.text(path));
    }
    if let Some(count @ 1..) = obstacles.len().checked_sub(NAMED) {
        diagnostic = diagnostic.note(text!("more-not-listed", count));
    }
    diagnostic.hint(text!("in-the-way-hint"))
}

/// The error for paths that the site needs as a file and as a folder.
pub(super) fn file_and_folder(paths: &[&&OsStr]) -> Diagnostic {
    let mut named = paths.iter().map(|path| path.display().to_string());
    let first = named.next().unwrap_or_default();
    let others = named
        .take(NAMED - 1)
        .map(|path| text!("file-and-folder-too", path));
    let mut diagnostic = Diagnostic::error("E504", text!("file-and-folder", path = first));
    diagnostic.notes.extend(others);
    diagnostic.hint(text!("file-and-folder-hint"))
}
