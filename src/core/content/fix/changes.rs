//! Several changes of a site's own files at once: all of them are made, or none.
#![expect(
    clippy::disallowed_methods,
    reason = "writing a site's files back is this file's purpose"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Fixed, beside, step, unwritable, unwritable_at, write_beside};
use super::journal::{Journal, Step};
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::SourcePath;
use crate::source::{Source, load};

/// What is to be done to a site's files.
#[derive(Debug, Default)]
pub struct Changes {
    /// Files that get another path.
    pub moved: Vec<(SourcePath, SourcePath)>,
    /// Files that say something else: as they are, at the path that they have now, and as they will be.
    pub edited: Vec<(Source, Source)>,
    /// Files that go.
    pub removed: Vec<Source>,
}

/// Makes the changes below `root`.
///
/// # Errors
/// A diagnostic, when nothing is changed: a file could not be written, or somebody saved one meanwhile, or another is in the
/// way. What had been done until then was taken back. If the process is killed, [`super::recover`] takes it back.
pub fn apply(root: &Path, changes: &Changes) -> Result<(), Diagnostic> {
    let root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
    let work = Work::plan(&root, changes)?;
    let journal = Journal::begin(&root, &work.steps)?;
    match work.run() {
        Ok(()) => {
            journal.end();
            work.clean();
            Ok(())
        }
        Err(problem) => {
            journal.take_back();
            Err(problem)
        }
    }
}

/// What is going to be done.
#[derive(Default)]
struct Work<'a> {
    steps: Vec<Step>,
    /// Each step's file of the site, for its problem.
    of: Vec<&'a SourcePath>,
    /// The files that are edited, where they are now.
    edited: Vec<PathBuf>,
    /// The folders that are made.
    made: BTreeSet<PathBuf>,
    /// Files beside others, which have to go in the end.
    aside: Vec<PathBuf>,
    /// Folders that may be empty then.
    left: Vec<PathBuf>,
}

impl<'a> Work<'a> {
    /// Looks at whatever can fail without a file being touched. `root` is the real path of the site's folder.
    fn plan(root: &Path, changes: &'a Changes) -> Result<Self, Diagnostic> {
        let mut work = Self::default();
        let mut fixes = Vec::new();
        for (before, after) in &changes.edited {
            let named = load::on_disk(root, before.path());
            let file = fs::canonicalize(&named).map_err(|error| unwritable(before, &error))?;
            let fixed = Fixed::of(file, before, after)?;
            let ready = beside(&fixed.file);
            // That of another program is not ours to overwrite, nor to remove.
            if fs::symlink_metadata(&ready).is_ok() {
                let taken = io::Error::from(io::ErrorKind::AlreadyExists);
                return Err(unwritable(before, &taken));
            }
            work.edited.push(fixed.file.clone());
            work.add(before.path(), Step::Beside(ready));
            fixes.push((before.path(), fixed));
        }
        for source in &changes.removed {
            if source.on_disk().is_none() {
                let file = load::on_disk(root, source.path());
                Fixed::of(file, source, source).or_else(|problem| unread(source, problem))?;
            }
        }
        let mut places = BTreeMap::new();
        for (from, to) in &changes.moved {
            let (old, new) = (load::on_disk(root, from), load::on_disk(root, to));
            if fs::symlink_metadata(&new).is_ok() {
                let message = text!("file-there-already", path = to.as_str());
                return Err(Diagnostic::error("E202", message).hint(text!("entry-there-hint")));
            }
            work.make_folders(to, new.parent());
            work.left.extend(old.parent().map(Path::to_owned));
            // What a link leads to stays where it is.
            if !old.is_symlink() {
                places.insert(fs::canonicalize(&old).unwrap_or_default(), new.clone());
            }
            work.add(to, Step::Renamed(old, new));
        }
        for (path, fixed) in fixes {
            // Where the file is by then.
            let moved = places.remove(&fixed.file);
            let file = moved.unwrap_or(fixed.file);
            let (held, fixed) = (fixed.held, fixed.bytes);
            work.add(path, Step::Written { file, held, fixed });
        }
        for source in &changes.removed {
            let file = load::on_disk(root, source.path());
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let gone = file.with_file_name(format!(".{name}.removed"));
            work.aside.push(gone.clone());
            work.left.extend(file.parent().map(Path::to_owned));
            work.add(source.path(), Step::Renamed(file, gone));
        }
        Ok(work)
    }

    fn add(&mut self, path: &'a SourcePath, step: Step) {
        self.steps.push(step);
        self.of.push(path);
    }

    fn make_folders(&mut self, path: &'a SourcePath, folder: Option<&Path>) {
        let is_planned = |folder: &Path| self.made.contains(folder);
        let Some(folder) = folder.filter(|folder| !folder.is_dir() && !is_planned(folder)) else {
            return;
        };
        self.make_folders(path, folder.parent());
        self.made.insert(folder.to_owned());
        self.add(path, Step::Made(folder.to_owned()));
    }

    fn run(&self) -> Result<(), Diagnostic> {
        // Those beside others come first, in the order in which they take their places.
        let is_written = |one: &&Step| matches!(one, Step::Written { .. });
        let mut written = self.steps.iter().filter(is_written).zip(&self.edited);
        let mut ready = self.steps.iter();
        for (one, path) in self.steps.iter().zip(&self.of) {
            let done = match one {
                Step::Beside(file) => match written.next() {
                    Some((Step::Written { fixed, .. }, like)) => write_beside(like, file, fixed),
                    _ => Ok(()),
                },
                Step::Made(folder) => step(|| fs::create_dir(folder)),
                Step::Renamed(from, to) => step(|| fs::rename(from, to)),
                Step::Written { file, .. } => match ready.next() {
                    Some(Step::Beside(ready)) => step(|| fs::rename(ready, file)),
                    _ => Ok(()),
                },
            };
            done.map_err(|error| unwritable_at(path, &error))?;
        }
        Ok(())
    }

    /// Removes what was beside other files, and folders without files.
    fn clean(&self) {
        for file in &self.aside {
            _ = step(|| fs::remove_file(file));
        }
        for folder in &self.left {
            _ = step(|| fs::remove_dir(folder));
        }
    }
}

/// A file that is no text has only to be there.
fn unread(source: &Source, problem: Diagnostic) -> Result<Fixed, Diagnostic> {
    if source.text().is_empty() && problem.code == "W718" {
        return Ok(Fixed {
            file: PathBuf::new(),
            held: Vec::new(),
            bytes: Vec::new(),
        });
    }
    Err(problem)
}
