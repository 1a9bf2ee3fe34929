//! A file's name → whether it is one of the site's, or one that an editor keeps for itself.

#![expect(
    clippy::disallowed_methods,
    reason = "a name on the disk may be in another form of Unicode"
)]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use crate::arabic::nfc;
use crate::path::SourcePath;

/// Where a file of the site is on the disk. Paths are in NFC; the names there need not be.
pub(crate) fn on_disk(root: &Path, path: &SourcePath) -> PathBuf {
    let named = root.join(path.as_str());
    if named.exists() {
        return named;
    }
    let mut found = root.to_owned();
    for name in path.as_str().split('/') {
        let entries = fs::read_dir(&found).into_iter().flatten().flatten();
        let mut names = entries.map(|entry| entry.file_name());
        let is_named = |other: &std::ffi::OsString| other.to_str().is_some_and(|n| nfc(n) == name);
        match names.find(is_named) {
            Some(other) => found.push(other),
            None => found.push(name),
        }
    }
    found
}

/// Whether a file or folder of this name can belong to the site. What programs lay beside a document while it is
/// open, or for a moment while it is saved, does not.
#[must_use]
pub fn is_visible(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    // Hidden files, and among them vim's `.a.md.swp`, Emacs' lock `.#a.md`, Kate's `.a.md.kate-swp`, nano's and Sublime's
    // temporary files, and `.goutputstream-XXXXXX`, which GNOME renames over the document.
    let hidden = name.starts_with('.');
    // Backups: `a.md~` of vim, Emacs, Kate and gedit.
    let backup = name.ends_with('~');
    // Emacs' unsaved changes: `#a.md#`.
    let unsaved = name.starts_with('#') || name.ends_with('#');
    // Office programs' note of who has `a.docx` open: `~$a.docx`.
    let owner = name.starts_with("~$");
    // The two steps of JetBrains' safe write.
    let step = name.ends_with("___jb_tmp___") || name.ends_with("___jb_old___");
    !(hidden || backup || unsaved || owner || step)
}

/// The empty file by which vim finds out, before a save, whether it may make files in a folder. Only a file: an entry's
/// folder may have that name.
pub(super) fn is_test_of_vim(name: &OsStr) -> bool {
    name == "4913"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_lay_beside_a_document_is_not_of_the_site() {
        for name in [
            ".a.md.swp",
            ".a.md.swx",
            "a.md~",
            ".#a.md",
            "#a.md#",
            "a.md___jb_tmp___",
            "a.md___jb_old___",
            ".a.md.kate-swp",
            ".goutputstream-S4UAJ1",
            ".~lock.a.odt#",
            "~$a.docx",
            ".DS_Store",
        ] {
            assert!(!is_visible(OsStr::new(name)), "{name}");
        }
        for name in ["a.md", "index.md", "الوراقة.md", "a~b.md", "a#b", "4913"] {
            assert!(is_visible(OsStr::new(name)), "{name}");
        }
        assert!(is_test_of_vim(OsStr::new("4913")));
    }
}
