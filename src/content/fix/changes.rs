//! Several changes of a site's own files at once: all of them are made, or none.
#![expect(
    clippy::disallowed_methods,
    reason = "writing a site's files back is this file's purpose"
)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::disk::{Fixed, beside, replace, unwritable, write_beside};
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
/// way. What had been done until then was taken back.
pub fn apply(root: &Path, changes: &Changes) -> Result<(), Diagnostic> {
    let mut work = Work::default();
    let done = work.run(root, changes);
    if done.is_err() {
        work.take_back();
    }
    work.clean();
    done
}

/// What has been done so far.
#[derive(Default)]
struct Work {
    steps: Vec<Step>,
    /// Files beside others, which have to go in the end.
    aside: Vec<PathBuf>,
    /// Folders that may be empty now.
    left: Vec<PathBuf>,
}

enum Step {
    Renamed(PathBuf, PathBuf),
    Written(PathBuf, Vec<u8>),
    Made(PathBuf),
}

impl Work {
    fn run(&mut self, root: &Path, changes: &Changes) -> Result<(), Diagnostic> {
        // First, whatever can fail without a file being touched.
        let mut fixes = Vec::new();
        for (before, after) in &changes.edited {
            let named = load::on_disk(root, before.path());
            let file = fs::canonicalize(&named).map_err(|error| unwritable(before, &error))?;
            let fixed = Fixed::of(file, before, after)?;
            let ready = beside(&fixed.file);
            self.aside.push(ready.clone());
            let written = write_beside(&fixed.file, &ready, &fixed.bytes);
            written.map_err(|error| {
                // That of another program is not ours to remove.
                if error.kind() == io::ErrorKind::AlreadyExists {
                    self.aside.pop();
                }
                unwritable(before, &error)
            })?;
            fixes.push((before, fixed, ready));
        }
        for source in &changes.removed {
            if source.on_disk().is_none() {
                let file = load::on_disk(root, source.path());
                Fixed::of(file, source, source).or_else(|problem| unread(source, problem))?;
            }
        }
        for (from, to) in &changes.moved {
            let (old, new) = (load::on_disk(root, from), load::on_disk(root, to));
            if fs::symlink_metadata(&new).is_ok() {
                let message = text!("file-there-already", path = to.as_str());
                return Err(Diagnostic::error("E202", message).hint(text!("entry-there-hint")));
            }
            let failed = |error: io::Error| {
                let (path, error) = (to.to_string(), error.to_string());
                Diagnostic::error("E500", text!("fix-unwritable", path, error))
                    .hint(text!("fix-unwritable-hint"))
            };
            self.make_folders(new.parent()).map_err(failed)?;
            self.rename(&old, &new).map_err(failed)?;
            self.left.extend(old.parent().map(Path::to_owned));
        }
        for (source, fixed, ready) in fixes {
            // Where the file is by now.
            let moved = changes.moved.iter().find(|(from, _)| from == source.path());
            let named = moved.map_or(source.path(), |(_, to)| to);
            let file = fs::canonicalize(load::on_disk(root, named));
            let file = file.map_err(|error| unwritable(source, &error))?;
            fs::rename(&ready, &file).map_err(|error| unwritable(source, &error))?;
            self.steps.push(Step::Written(file, fixed.held));
        }
        for source in &changes.removed {
            let file = load::on_disk(root, source.path());
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let gone = file.with_file_name(format!(".{name}.removed"));
            let renamed = self.rename(&file, &gone);
            renamed.map_err(|error| unwritable(source, &error))?;
            self.aside.push(gone);
            self.left.extend(file.parent().map(Path::to_owned));
        }
        Ok(())
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)?;
        self.steps
            .push(Step::Renamed(from.to_owned(), to.to_owned()));
        Ok(())
    }

    fn make_folders(&mut self, folder: Option<&Path>) -> io::Result<()> {
        let Some(folder) = folder.filter(|folder| !folder.is_dir()) else {
            return Ok(());
        };
        self.make_folders(folder.parent())?;
        fs::create_dir(folder)?;
        self.steps.push(Step::Made(folder.to_owned()));
        Ok(())
    }

    /// Undoes every step, the last first. One that cannot be undone does not keep others from it.
    fn take_back(&mut self) {
        while let Some(step) = self.steps.pop() {
            _ = match step {
                Step::Renamed(from, to) => fs::rename(to, from),
                Step::Written(file, held) => replace(&file, &held),
                Step::Made(folder) => fs::remove_dir(folder),
            };
        }
        self.left.clear();
    }

    /// Removes what was beside other files, and folders without files.
    fn clean(&self) {
        for file in &self.aside {
            _ = fs::remove_file(file);
        }
        for folder in &self.left {
            _ = fs::remove_dir(folder);
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
