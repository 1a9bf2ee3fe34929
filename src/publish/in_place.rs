//! Publishing file by file, where the output folder cannot be exchanged: it is a mount point, or
//! its file system does not support it. Each file is replaced atomically; the site as a whole is
//! not.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;

use super::changes::{Changes, NewFile};
use super::disk::{Context, Disk, unless};
use super::inventory::{above, as_os};
use super::layout::Layout;
use super::manifest::{Manifest, Stamp};
use super::tree::Tree;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::path::OutputPath;

/// Makes the changes in the output folder, and returns the stamps of its files. New files are
/// written before old ones are removed, so that no page links to a file that is not there yet.
///
/// # Errors
/// `E500` when the disk refuses.
pub(super) fn apply(
    disk: &dyn Disk,
    layout: &Layout,
    changes: &Changes<'_>,
) -> Result<Vec<Stamp>, Diagnostic> {
    let folder = &layout.output;
    let new_paths = NewPaths::of(changes);
    let stale = changes.stale.iter().map(|(path, _)| as_os(path));
    let (first, last): (Vec<_>, Vec<_>) = stale.partition(|path| new_paths.conflict_with(path));
    let emptied = changes.emptied.iter().copied();
    let (soon, late): (Vec<_>, Vec<_>) = emptied.partition(|path| new_paths.contain(path));
    remove(disk, folder, &first, &soon)?;
    for new in &changes.folders {
        let new = folder.join(new);
        let made = unless(ErrorKind::AlreadyExists, disk.create_folder(&new));
        made.or_cannot("create", &new)?;
    }
    let files = changes.files.par_iter();
    let stamps = files.map(|file| match file.unchanged {
        Some(stamp) => Ok(stamp),
        None => replace(disk, folder, file),
    });
    let stamps = stamps.collect::<Result<_, _>>()?;
    remove(disk, folder, &last, &late)?;
    Ok(stamps)
}

/// Deletes the temporary files of a killed publish, and removes them from `tree`.
///
/// # Errors
/// `E500` when the disk refuses.
pub(super) fn sweep(
    disk: &dyn Disk,
    layout: &Layout,
    tree: &mut Tree,
    manifest: &Manifest,
) -> Result<(), Diagnostic> {
    let unwritten = manifest.files.iter().filter(|(_, record)| record.stamp.is_none());
    for (path, _) in unwritten {
        let temp_file = temp_file(path);
        if tree.entries.remove(&temp_file).is_some() {
            let temp_file = layout.output.join(temp_file);
            disk.remove_file(&temp_file)
                .or_cannot("remove", &temp_file)?;
        }
    }
    Ok(())
}

/// The temporary file for a file: in the same folder, so that it can be renamed, and derived from
/// the file's path, so that the manifest names it as well.
fn temp_file(path: &OutputPath) -> OsString {
    let path = path.as_str();
    let folder = path.rfind('/').map_or("", |end| &path[..=end]);
    format!("{folder}.warraq-{:.16}", Digest::of(path.as_bytes())).into()
}

fn replace(disk: &dyn Disk, folder: &Path, file: &NewFile<'_>) -> Result<Stamp, Diagnostic> {
    let path = folder.join(file.path.as_str());
    let temp_file = folder.join(temp_file(file.path));
    let written = disk.write(&temp_file, file.bytes);
    let replaced = written.and_then(|stamp| disk.rename(&temp_file, &path).map(|()| stamp));
    if replaced.is_err() {
        disk.remove_file(&temp_file).ok();
    }
    replaced.or_cannot("write", &path)
}

/// Removes files, then folders unless something is in them after all.
fn remove(
    disk: &dyn Disk,
    folder: &Path,
    files: &[&OsStr],
    folders: &[&OsStr],
) -> Result<(), Diagnostic> {
    files.par_iter().try_for_each(|path| {
        let path = folder.join(path);
        unless(ErrorKind::NotFound, disk.remove_file(&path)).or_cannot("remove", &path)
    })?;
    folders.iter().try_for_each(|path| {
        let path = folder.join(path);
        unless_gone_or_filled(disk.remove_folder(&path)).or_cannot("remove", &path)
    })
}

/// Ignores that a folder is gone already, or is not empty.
fn unless_gone_or_filled(result: io::Result<()>) -> io::Result<()> {
    let result = unless(ErrorKind::DirectoryNotEmpty, result);
    unless(ErrorKind::NotFound, result)
}

/// The paths of new files, as far as old files have to be removed before: a file where a folder
/// will be, a file below what will be a file, or, on a file system that ignores case, the same file
/// under another spelling, whose removal would take the new one with it.
struct NewPaths {
    files: HashSet<OsString>,
    folders: HashSet<OsString>,
}

impl NewPaths {
    fn of(changes: &Changes<'_>) -> Self {
        let new = changes.files.iter().filter(|file| file.unchanged.is_none());
        let files: Vec<_> = new.map(|file| key(as_os(file.path))).collect();
        let folders = files.iter().flat_map(|file| above(file));
        Self {
            folders: folders.map(OsStr::to_owned).collect(),
            files: files.into_iter().collect(),
        }
    }

    /// Whether `path` is a new file or a folder of one, or below a new file.
    fn conflict_with(&self, path: &OsStr) -> bool {
        self.contain(path) || self.folders.contains(&key(path))
    }

    /// Whether `path` is a new file, or below one.
    fn contain(&self, path: &OsStr) -> bool {
        let key = key(path);
        self.files.contains(&key) || above(&key).any(|folder| self.files.contains(folder))
    }
}

/// The key that all spellings of `path` have in common.
fn key(path: &OsStr) -> OsString {
    let published = path.to_str().and_then(|path| OutputPath::new(path).ok());
    published.map_or_else(|| path.to_owned(), |path| path.collision_key().into())
}
