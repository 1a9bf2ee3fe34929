//! Publishing file by file, where the output folder cannot be exchanged or must not be: it is a
//! mount point, it is mounted elsewhere, its file system does not support it, or the user says so.
//!
//! All new files are first written under temporary names, where a full disk does no harm. Then they
//! are renamed into their places, assets before pages, each in one step; the old files are kept
//! under temporary names. Once all are there, the manifest is replaced, which completes the publish,
//! and the old files are removed. A run that fails before brings back the old site; after a run that
//! was killed the next one does.

mod conflicts;
mod names;
mod rollback;

use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::access::Access;
use super::changes::{Changes, NewFile};
use super::disk::{Act, Context, Disk, digest_of, unless};
use super::inventory::as_os;
use super::layout::Layout;
use super::manifest::{Record, Stamp};
use super::retire::unfinished;
use super::tree::{Entry, Tree};
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::OutputPath;
use conflicts::NewPaths;
use names::{Kind, pages_last, temp_file};
pub(super) use rollback::repair;

/// Makes the changes in the output folder, and returns warnings. The manifest is that of the new
/// site then; as long as not all of the old one could be removed, it names that, too.
///
/// # Errors
/// `E500` when the disk refuses, `E501` when somebody changes a file of the site at the same time.
/// The old site is in the folder then, unless the disk does not even let it be brought back.
pub(super) fn apply(
    disk: &dyn Disk,
    layout: &Layout,
    tree: &Tree,
    changes: &Changes<'_>,
) -> Result<Vec<Diagnostic>, Diagnostic> {
    let journal = changes.during(None);
    let placing = Placing::new(disk, layout, tree, changes);
    placing.check_room()?;
    layout.record(disk, &journal)?;
    let placed = placing.place_all().and_then(|stamps| {
        layout.record(disk, &changes.complete(&stamps))?;
        Ok(stamps)
    });
    let stamps = match placed {
        Ok(stamps) => stamps,
        Err(problem) => {
            return Err(match rollback::roll_back(disk, layout, &journal) {
                Ok(_) => problem.note(text!("site-as-it-was")),
                Err(other) => problem.note(text!("site-not-restored", reason = other.message)),
            });
        }
    };
    let removed = placing.remove_old();
    let finished = removed.and_then(|()| layout.record(disk, &changes.after(&stamps)));
    Ok(finished.err().iter().map(unfinished).collect())
}

struct Placing<'a> {
    disk: &'a dyn Disk,
    layout: &'a Layout,
    tree: &'a Tree,
    changes: &'a Changes<'a>,
    new_paths: NewPaths,
}

impl<'a> Placing<'a> {
    fn new(
        disk: &'a dyn Disk,
        layout: &'a Layout,
        tree: &'a Tree,
        changes: &'a Changes<'a>,
    ) -> Self {
        Self {
            disk,
            layout,
            tree,
            changes,
            new_paths: NewPaths::of(changes),
        }
    }

    fn path(&self, path: impl AsRef<Path>) -> PathBuf {
        self.layout.output.join(path)
    }

    fn temp_file(&self, kind: Kind, path: &OsStr) -> PathBuf {
        let temp_file = temp_file(kind, path, self.tree, |folder| {
            self.new_paths.contain(folder)
        });
        self.path(temp_file)
    }

    /// Makes sure that the new files have room beside the old ones, before anything is written.
    fn check_room(&self) -> Result<(), Diagnostic> {
        let folder = &self.layout.output;
        let new = self.changes.files.iter();
        let new = new.filter(|file| file.unchanged.is_none());
        let needed: u64 = new.filter_map(|file| Some(file.bytes?.size())).sum();
        match self.disk.room(folder) {
            Some(room) if room < needed => {
                let folder = self.layout.shown.display().to_string();
                let message = text!("no-room", folder, needed, room);
                Err(Diagnostic::error("E500", message).hint(text!("no-room-hint")))
            }
            _ => Ok(()),
        }
    }

    /// Writes all new files, then puts them into their places.
    fn place_all(&self) -> Result<Vec<Stamp>, Diagnostic> {
        let files = self.changes.files.par_iter();
        let stamps = files.map(|file| match file.unchanged {
            Some(stamp) => Ok(stamp),
            None => self.write(file),
        });
        let stamps = stamps.collect::<Result<_, _>>()?;

        let stale = self.changes.stale.iter();
        let in_the_way: Vec<_> = stale
            .filter(|(path, _)| self.new_paths.conflict_with(as_os(path)))
            .collect();
        in_the_way.par_iter().try_for_each(|(path, _)| {
            let file = self.path(path.as_str());
            self.is_untouched(path)?;
            let old = self.temp_file(Kind::Old, as_os(path));
            self.disk.rename(&file, &old).or_cannot(Act::Move, &file)
        })?;
        let emptied = self.changes.emptied.iter();
        self.remove_folders(emptied.filter(|path| self.new_paths.contain(path)))?;
        for folder in &self.changes.folders {
            let new = self.path(folder);
            match self.disk.create_folder(&new) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                // Who may use it is not worth a failure.
                Ok(()) => _ = self.give_access(&new, self.access(folder)),
                made => made.or_cannot(Act::Create, &new)?,
            }
        }

        let new: Vec<_> = self.changes.files.iter().collect();
        let new = new.into_iter().filter(|file| file.unchanged.is_none());
        let (pages, assets): (Vec<_>, Vec<_>) = new.partition(|file| pages_last(file.path));
        for files in [assets, pages] {
            files.par_iter().try_for_each(|file| self.place(file))?;
        }
        Ok(stamps)
    }

    fn access(&self, folder: &OsStr) -> Option<Access> {
        Changes::access(self.tree, folder)
    }

    fn give_access(&self, folder: &Path, access: Option<Access>) -> io::Result<()> {
        access.map_or(Ok(()), |access| self.disk.set_access(folder, access))
    }

    fn write(&self, file: &NewFile<'_>) -> Result<Stamp, Diagnostic> {
        let temp_file = self.temp_file(Kind::New, as_os(file.path));
        let access = Changes::access_of_file(self.tree, file.path);
        let written = file.write(self.disk, &temp_file, &self.path(as_os(file.path)), access);
        written.or_cannot(Act::Write, &temp_file)
    }

    /// Makes sure that a file is as it was when the folder was scanned.
    fn is_untouched(&self, path: &OutputPath) -> Result<(), Diagnostic> {
        let file = self.path(path.as_str());
        let now = Entry::at(&file).or_cannot(Act::Read, &file)?;
        if now.as_ref() == self.tree.entries.get(as_os(path)) {
            return Ok(());
        }
        Err(changed_meanwhile(&file))
    }

    /// Renames a new file into its place. The old one stays under a temporary name.
    fn place(&self, file: &NewFile<'_>) -> Result<(), Diagnostic> {
        let path = as_os(file.path);
        let (to, new) = (self.path(path), self.temp_file(Kind::New, path));
        if let Some(Entry::File(..)) = self.tree.entries.get(path) {
            let old = self.temp_file(Kind::Old, path);
            let kept = self.disk.link(&to, &old);
            let kept = kept.or_else(|_| self.disk.copy(&to, &old));
            kept.or_cannot(Act::Keep, &to)?;
            self.is_untouched(file.path)?;
            return self.disk.rename(&new, &to).or_cannot(Act::Write, &to);
        }
        // A link fails where somebody has made a file meanwhile, which a rename would replace.
        match self.disk.link(&new, &to) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                return Err(changed_meanwhile(&to));
            }
            Err(_) if Entry::at(&to).or_cannot(Act::Read, &to)?.is_some() => {
                return Err(changed_meanwhile(&to));
            }
            Err(_) => return self.disk.rename(&new, &to).or_cannot(Act::Write, &to),
        }
        self.disk.remove_file(&new).or_cannot(Act::Remove, &new)
    }

    /// Removes folders unless something is in them after all.
    fn remove_folders<'p>(
        &self,
        folders: impl Iterator<Item = &'p &'p OsStr>,
    ) -> Result<(), Diagnostic> {
        for folder in folders {
            let folder = self.path(folder);
            let removed = unless(ErrorKind::NotFound, self.disk.remove_folder(&folder));
            unless(ErrorKind::DirectoryNotEmpty, removed).or_cannot(Act::Remove, &folder)?;
        }
        Ok(())
    }

    /// Removes the files of the old site: those that were replaced, and those that the new site does
    /// not have. What somebody has changed meanwhile stays.
    fn remove_old(&self) -> Result<(), Diagnostic> {
        let replaced = self
            .changes
            .files
            .iter()
            .filter(|file| file.replaces.is_some());
        let replaced = replaced.map(|file| self.temp_file(Kind::Old, as_os(file.path)));
        let (mut pages, mut others) = (Vec::new(), Vec::new());
        for (path, record) in &self.changes.stale {
            let list = if pages_last(path) {
                &mut pages
            } else {
                &mut others
            };
            if self.new_paths.conflict_with(as_os(path)) {
                list.push((self.temp_file(Kind::Old, as_os(path)), None));
            } else {
                list.push((self.path(path.as_str()), Some(record)));
            }
        }
        others.extend(replaced.map(|file| (file, None)));
        let mut problems = Vec::new();
        for files in [pages, others] {
            let removed = files
                .par_iter()
                .map(|(file, record)| self.remove(file, *record));
            let removed: Vec<_> = removed.filter_map(Result::err).collect();
            problems.extend(removed);
        }
        let emptied = self.changes.emptied.iter();
        let emptied = emptied.filter(|path| !self.new_paths.contain(path));
        problems.extend(self.remove_folders(emptied).err());
        // One of many is enough: they have one cause.
        problems.into_iter().next().map_or(Ok(()), Err)
    }

    fn remove(&self, file: &Path, record: Option<&Record>) -> Result<(), Diagnostic> {
        let is_ours = || {
            let Some(record) = record else {
                return true;
            };
            let now = Entry::at(file).ok().flatten();
            matches!((now, record.stamp), (Some(Entry::File(now, _)), Some(known)) if now == known)
                || digest_of(file).is_ok_and(|hash| hash == record.hash)
        };
        if !is_ours() {
            return Ok(());
        }
        unless(ErrorKind::NotFound, self.disk.remove_file(file)).or_cannot(Act::Remove, file)
    }
}

fn changed_meanwhile(file: &Path) -> Diagnostic {
    let message = text!("changed-meanwhile", path = file.display().to_string());
    Diagnostic::error("E501", message).hint(text!("changed-meanwhile-hint"))
}
