//! Brings back the old site after a run in place that failed or was killed. The manifest of that run
//! is the journal: it names every file that was going to be written and what it replaces.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::{self, ErrorKind};

use super::names::{Left, pages_last};
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;
use crate::publish::disk::{Act, Context, Disk, digest_of, unless};
use crate::publish::inventory::{Inventory, as_os, folders_above};
use crate::publish::layout::Layout;
use crate::publish::manifest::{Manifest, Record};
use crate::publish::tree::{Entry, Tree};

/// Repairs what a killed run left in the output folder, and returns the manifest of what is there
/// then.
///
/// # Errors
/// `E500` when the disk refuses.
pub(in crate::publish) fn repair(
    disk: &dyn Disk,
    layout: &Layout,
    manifest: Manifest,
) -> Result<Manifest, Diagnostic> {
    let is_complete = manifest.files.values().all(|record| record.stamp.is_some());
    if !is_complete {
        return roll_back(disk, layout, &manifest);
    }
    let tree = Tree::scan(&layout.output)?;
    let left = Left::find(&tree, &manifest);
    for temp_file in left.new.values().chain(left.old.values()) {
        let temp_file = layout.output.join(temp_file);
        unless(ErrorKind::NotFound, disk.remove_file(&temp_file))
            .or_cannot(Act::Remove, &temp_file)?;
    }
    Ok(manifest)
}

/// Undoes what a run with this manifest has done, and returns the manifest of the old site.
///
/// # Errors
/// `E500` when the disk refuses. The next run tries again.
pub(super) fn roll_back(
    disk: &dyn Disk,
    layout: &Layout,
    manifest: &Manifest,
) -> Result<Manifest, Diagnostic> {
    let tree = Tree::scan(&layout.output)?;
    let undoing = Undoing {
        disk,
        layout,
        left: Left::find(&tree, manifest),
    };
    let (unfinished, stale): (Vec<_>, Vec<_>) = manifest
        .files
        .iter()
        .partition(|(_, record)| record.stamp.is_none());

    // The old pages first: they may name what is new, and the new may not name what is old.
    let mut ordered = unfinished.clone();
    ordered.sort_by_key(|(path, _)| !pages_last(path));
    for (path, record) in ordered {
        undoing
            .undo(path, record)
            .or_cannot(Act::Restore, &layout.output.join(path.as_str()))?;
    }
    for temp_file in undoing.left.new.values() {
        undoing.remove(temp_file)?;
    }
    let folders = unfinished.iter().map(|(path, _)| *path);
    let folders: BTreeSet<&OsStr> = folders_above(folders).collect();
    for folder in folders.into_iter().rev() {
        // One that is not empty, not there or not a folder is not what this run made.
        disk.remove_folder(&layout.output.join(folder)).ok();
    }
    for (path, _) in stale {
        undoing
            .bring_back(path)
            .or_cannot(Act::Restore, &layout.output.join(path.as_str()))?;
    }
    for temp_file in undoing.left.old.values() {
        undoing.remove(temp_file)?;
    }

    let tree = Tree::scan(&layout.output)?;
    let inventory = Inventory::new(&layout.output, &tree, manifest);
    // Those that are gone were so before: while they are remembered, their folders are known to be warraq's.
    let recorded = manifest.files.iter();
    let gone = recorded
        .filter(|(path, record)| record.stamp.is_some() && !tree.entries.contains_key(as_os(path)));
    let gone = gone.map(|(path, record)| (path.clone(), *record));
    let there = inventory
        .ours()
        .map(|(path, record)| (path.clone(), record));
    let old = Manifest {
        files: gone.chain(there).collect(),
        site: None,
    };
    layout.record(disk, &old)?;
    Ok(old)
}

struct Undoing<'a> {
    disk: &'a dyn Disk,
    layout: &'a Layout,
    left: Left<'a>,
}

impl Undoing<'_> {
    /// Replaces a new file by the one before, or removes it if there was none.
    fn undo(&self, path: &OutputPath, record: &Record) -> io::Result<()> {
        let file = self.layout.output.join(path.as_str());
        let old = record.replaces.map(|old| old.hash);
        match Entry::at(&file)? {
            Some(Entry::File(..)) if digest_of(&file)? == record.hash => {
                if self.left.old.contains_key(path) {
                    self.restore(path)
                } else if old.is_none() {
                    self.disk.remove_file(&file)
                } else {
                    Ok(())
                }
            }
            // What somebody else has put there stays.
            Some(_) => Ok(()),
            None => self.bring_back(path),
        }
    }

    /// Moves back a file that was moved away, unless something is in its place.
    fn bring_back(&self, path: &OutputPath) -> io::Result<()> {
        let file = self.layout.output.join(path.as_str());
        if !self.left.old.contains_key(path) || Entry::at(&file)?.is_some() {
            return Ok(());
        }
        if let Some(folder) = file.parent() {
            self.disk.create_folders(folder)?;
        }
        self.restore(path)
    }

    fn restore(&self, path: &OutputPath) -> io::Result<()> {
        let Some(temp_file) = self.left.old.get(path) else {
            return Ok(());
        };
        let temp_file = self.layout.output.join(temp_file);
        self.disk
            .rename(&temp_file, &self.layout.output.join(as_os(path)))
    }

    /// Removes a temporary file, which may be a file of the old site by now.
    fn remove(&self, temp_file: &OsStr) -> Result<(), Diagnostic> {
        let temp_file = self.layout.output.join(temp_file);
        let removed = self.disk.remove_file(&temp_file);
        unless(ErrorKind::NotFound, removed).or_cannot(Act::Remove, &temp_file)
    }
}
