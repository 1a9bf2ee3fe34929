//! Publishing file by file, where the output folder cannot be exchanged: it is a mount point, or its file
//! system knows no exchange. Each file changes in one instant; the site as a whole does not.

use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;

use super::changes::{Changes, Target};
use super::disk::{Context, Disk, unless};
use super::inventory::{above, as_os};
use super::manifest::{Manifest, Stamp};
use super::place::Place;
use super::tree::Tree;
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::path::OutputPath;

/// Turns what the output folder holds into the new site, and returns the stamps of its files. New files
/// come before old ones go, so that no page leads to one that is not there yet.
///
/// # Errors
/// `E500` when the disk refuses.
pub(super) fn apply(
    disk: &dyn Disk,
    place: &Place,
    changes: &Changes<'_>,
) -> Result<Vec<Stamp>, Diagnostic> {
    let folder = &place.folder;
    let claims = Claims::of(changes);
    let stale = changes.stale.iter().map(|path| as_os(path));
    let (first, last): (Vec<_>, Vec<_>) = stale.partition(|path| claims.meet(path));
    let emptied = changes.emptied.iter().copied();
    let (soon, late): (Vec<_>, Vec<_>) = emptied.partition(|path| claims.cover(path));
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

/// Removes the drafts that a killed publish left, from the folder and from `tree`.
///
/// # Errors
/// `E500` when the disk refuses.
pub(super) fn sweep(
    disk: &dyn Disk,
    place: &Place,
    tree: &mut Tree,
    manifest: &Manifest,
) -> Result<(), Diagnostic> {
    let unwritten = manifest.files.iter().filter(|(_, record)| record.is_none());
    for (path, _) in unwritten {
        let draft = draft(path);
        if tree.entries.remove(&draft).is_some() {
            let draft = place.folder.join(draft);
            disk.remove_file(&draft).or_cannot("remove", &draft)?;
        }
    }
    Ok(())
}

/// The name under which a file is written before it takes its own: in the same folder, so that it can,
/// and known from the file's path, so that the manifest names it too.
fn draft(path: &OutputPath) -> OsString {
    let path = path.as_str();
    let folder = path.rfind('/').map_or("", |end| &path[..=end]);
    format!("{folder}.warraq-{:.16}", Digest::of(path.as_bytes())).into()
}

fn replace(disk: &dyn Disk, folder: &Path, file: &Target<'_>) -> Result<Stamp, Diagnostic> {
    let path = folder.join(file.path.as_str());
    let draft = folder.join(draft(file.path));
    let written = disk.write(&draft, file.bytes);
    let replaced = written.and_then(|stamp| disk.rename(&draft, &path).map(|()| stamp));
    if replaced.is_err() {
        disk.remove_file(&draft).ok();
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
        unless_held(disk.remove_folder(&path)).or_cannot("remove", &path)
    })
}

/// A folder that is gone need not be removed, and one that holds something must not be.
fn unless_held(result: io::Result<()>) -> io::Result<()> {
    let result = unless(ErrorKind::DirectoryNotEmpty, result);
    unless(ErrorKind::NotFound, result)
}

/// The places that new files need. What is stale there must go before they come: a file where a folder
/// will be, a file below what will be a file, or, on a file system that ignores case, the same file
/// under its former spelling, which would take the new one with it later.
struct Claims {
    files: HashSet<OsString>,
    folders: HashSet<OsString>,
}

impl Claims {
    fn of(changes: &Changes<'_>) -> Self {
        let new = changes.files.iter().filter(|file| file.unchanged.is_none());
        let files: Vec<_> = new.map(|file| key(as_os(file.path))).collect();
        let folders = files.iter().flat_map(|file| above(file));
        Self {
            folders: folders.map(OsStr::to_owned).collect(),
            files: files.into_iter().collect(),
        }
    }

    /// Whether `path` is where a new file or a folder of one will be, or below a new file.
    fn meet(&self, path: &OsStr) -> bool {
        self.cover(path) || self.folders.contains(&key(path))
    }

    /// Whether `path` is where a new file will be, or below it.
    fn cover(&self, path: &OsStr) -> bool {
        let key = key(path);
        self.files.contains(&key) || above(&key).any(|folder| self.files.contains(folder))
    }
}

/// What `path` has in common with every other spelling of it.
fn key(path: &OsStr) -> OsString {
    let published = path.to_str().and_then(|path| OutputPath::new(path).ok());
    published.map_or_else(|| path.to_owned(), |path| path.collision_key().into())
}
