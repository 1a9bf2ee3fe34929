//! The edge that writes into a site's own files: fixes, for which each file is replaced in one step by one beside it, and new
//! entries.
#![expect(
    clippy::disallowed_methods,
    reason = "writing fixed files back is this file's purpose"
)]

use std::fs;
use std::fs::File;
use std::io;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::lines::aligned;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::SourcePath;
use crate::source::{Source, load};

/// The byte order mark, which some editors write and a [`Source`] does not contain.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Writes `after` where `before` was read from, below `root`. The file keeps its permissions, and a byte order mark.
///
/// # Errors
/// A diagnostic, when the file is as it was: it could not be written, or somebody saved it meanwhile.
pub fn write(root: &Path, before: &Source, after: &Source) -> Result<(), Diagnostic> {
    // Through a symbolic link the file that it leads to is replaced, not the link.
    let named = load::on_disk(root, before.path());
    let failed = |error: &io::Error| unwritable(before, error);
    let file = fs::canonicalize(&named).map_err(|error| failed(&error))?;
    let fixed = Fixed::of(file, before, after)?;
    replace(&fixed.file, &fixed.bytes).map_err(|error| failed(&error))
}

/// A file on the disk and what it is to hold.
pub(super) struct Fixed {
    pub(super) file: PathBuf,
    /// What it holds.
    pub(super) held: Vec<u8>,
    pub(super) bytes: Vec<u8>,
}

impl Fixed {
    /// Looks at the file, which has to be as it was read.
    pub(super) fn of(file: PathBuf, before: &Source, after: &Source) -> Result<Self, Diagnostic> {
        let held = fs::read(&file).map_err(|error| unwritable(before, &error))?;
        let mark = if held.starts_with(BYTE_ORDER_MARK.as_bytes()) {
            BYTE_ORDER_MARK
        } else {
            ""
        };
        if held.get(mark.len()..) != Some(before.written().as_bytes()) {
            let message = text!("fix-left", path = before.path().to_string());
            return Err(Diagnostic::warning("W718", message).hint(text!("fix-left-hint")));
        }
        let bytes = format!("{mark}{}", kept(before, after)).into_bytes();
        Ok(Self { file, held, bytes })
    }
}

/// One act upon the disk. Tests end the program between any two.
pub(super) fn step<T>(act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    #[cfg(test)]
    super::tests::die_if_due();
    act()
}

/// The error for a file that cannot be written.
pub(super) fn unwritable(source: &Source, error: &io::Error) -> Diagnostic {
    unwritable_at(source.path(), error)
}

pub(super) fn unwritable_at(path: &SourcePath, error: &io::Error) -> Diagnostic {
    let (path, error) = (path.to_string(), error.to_string());
    Diagnostic::error("E500", text!("fix-unwritable", path, error))
        .hint(text!("fix-unwritable-hint"))
}

/// Writes a file that is not there yet, below `root`, with the folders that it needs.
///
/// # Errors
/// A diagnostic, when there is such a file, or it could not be written.
pub fn create(root: &Path, source: &Source) -> Result<(), Diagnostic> {
    let file = load::on_disk(root, source.path());
    let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
    let created = folder
        .and_then(|()| File::create_new(&file))
        .and_then(|mut new| new.write_all(source.bytes()));
    created.map_err(|error| unwritable(source, &error))
}

/// The fixed text. Of a file that is not in Unicode's form NFC, the lines without a fix stay as they are written.
fn kept(before: &Source, after: &Source) -> String {
    let split = |text| str::split_inclusive(text, '\n').collect::<Vec<_>>();
    let (written, old, new) = (
        split(before.written()),
        split(before.text()),
        split(after.text()),
    );
    let lines = aligned(&old, &new).into_iter();
    let kept = lines.map(|(was, line)| {
        let same = was.filter(|was| old[*was] == line);
        same.and_then(|was| written.get(was))
            .copied()
            .unwrap_or(line)
    });
    kept.collect()
}

pub(super) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(file);
    let written = write_beside(file, &beside, bytes);
    let written = written.and_then(|()| step(|| fs::rename(&beside, file)));
    if written.is_err() {
        // Clean up the temporary file; it may not exist.
        _ = fs::remove_file(&beside);
    }
    written
}

pub(super) fn write_beside(file: &Path, beside: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut new = step(|| File::create_new(beside))?;
    step(|| new.write_all(bytes))?;
    step(|| new.set_permissions(fs::metadata(file)?.permissions()))?;
    step(|| new.sync_all())
}

/// A name in the same folder, hidden, so that nothing takes it for a file of the site.
pub(super) fn beside(file: &Path) -> PathBuf {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!(".{name}.fixed"))
}
