//! Removes the old site, which the exchange has moved into the state folder. Only what warraq wrote
//! is deleted, file by file; what somebody else has put there meanwhile is moved into the new site,
//! or kept aside where that has a file of the same name.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::{Act, Context, Disk, unless};
use super::inventory::Inventory;
use super::layout::Layout;
use super::manifest::Manifest;
use super::tree::{Entry, Tree};
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};

/// How often a folder is looked at again into which somebody keeps writing.
const LOOKS: usize = 20;

/// How many files one warning names.
const NAMED: usize = 10;

/// Removes the folder of the old site, if there is one, and returns warnings that name what was
/// kept aside. `manifest` has the files of the old site and of the new one. `scanned` is the output
/// folder as it was when the new site was built, by this run: every foreign file in it was linked
/// into the new site.
pub(super) fn retire(
    disk: &dyn Disk,
    layout: &Layout,
    manifest: &Manifest,
    scanned: Option<&Tree>,
) -> Vec<Diagnostic> {
    let old = layout.next();
    if fs::symlink_metadata(&old).is_err_and(|error| error.kind() == ErrorKind::NotFound) {
        return Vec::new();
    }
    let mut retiring = Retiring {
        disk,
        layout,
        manifest,
        scanned,
        kept: Vec::new(),
        aside: layout.kept(),
    };
    let result = retiring.clear(&old);
    let mut warnings = Vec::new();
    if !retiring.kept.is_empty() {
        warnings.push(kept_aside(&retiring.kept));
    }
    if let Err(problem) = result {
        // The next publish needs the name.
        let aside = layout.kept();
        match disk.rename(&old, &aside) {
            Ok(()) => {
                let folder = aside.display().to_string();
                warnings.push(unfinished(&problem).note(text!("last-site-moved", folder)));
            }
            Err(_) => warnings.push(unfinished(&problem)),
        }
    }
    warnings
}

/// The warning for a site that is published, though something after it failed.
pub(super) fn unfinished(error: &Diagnostic) -> Diagnostic {
    let message = text!("published-untidy", reason = error.message.clone());
    Diagnostic::warning("W505", message).hint(text!("published-untidy-hint"))
}

fn kept_aside(kept: &[PathBuf]) -> Diagnostic {
    let message = match kept {
        [one] => text!("kept-aside", path = one.display().to_string()),
        _ => text!("kept-aside-many", count = kept.len()),
    };
    let mut warning = Diagnostic::warning("W506", message).note(text!("kept-aside-note"));
    if kept.len() > 1 {
        for path in kept.iter().take(NAMED) {
            warning = warning.note(Text::verbatim(path.display().to_string()));
        }
    }
    if let Some(count @ 1..) = kept.len().checked_sub(NAMED) {
        warning = warning.note(text!("more-not-listed", count));
    }
    warning.hint(text!("kept-aside-hint"))
}

/// What becomes of a file in the old folder.
enum Fate {
    /// It was ours, or has another name in the new site.
    Removed,
    /// It is in the new site now.
    Carried,
    /// The new site has another file of its name.
    Conflict,
}

struct Retiring<'a> {
    disk: &'a dyn Disk,
    layout: &'a Layout,
    manifest: &'a Manifest,
    scanned: Option<&'a Tree>,
    /// Files that were kept aside.
    kept: Vec<PathBuf>,
    /// Where they are kept.
    aside: PathBuf,
}

impl Retiring<'_> {
    /// Empties and removes the folder. It is looked at again as long as somebody writes into it.
    fn clear(&mut self, old: &Path) -> Result<(), Diagnostic> {
        let mut looks = 0;
        loop {
            self.clear_once(old)?;
            looks += 1;
            match self.disk.remove_folder(old) {
                Err(error) if error.kind() == ErrorKind::DirectoryNotEmpty && looks < LOOKS => {}
                result => return unless(ErrorKind::NotFound, result).or_cannot(Act::Remove, old),
            }
        }
    }

    fn clear_once(&mut self, old: &Path) -> Result<(), Diagnostic> {
        let tree = Tree::scan(old)?;
        let inventory = Inventory::new(old, &tree, self.manifest);
        let entries: Vec<_> = tree.entries.iter().collect();
        let files = entries
            .par_iter()
            .filter(|(_, entry)| !matches!(entry, Entry::Folder(_)));
        let fates = files.map(|(path, entry)| {
            let file = old.join(path);
            let is_ours = inventory.is_ours(path) || self.was_linked(path, **entry);
            let fate = if is_ours {
                self.remove(&file, **entry)
            } else {
                self.carry(&file, &self.layout.output.join(path))
            };
            Ok((*path, fate.or_cannot(Act::Remove, &file)?))
        });
        let fates = fates.collect::<Result<Vec<_>, Diagnostic>>()?;
        for (path, fate) in fates {
            if let Fate::Conflict = fate {
                self.keep_aside(&old.join(path), &self.aside.join(path))?;
            }
        }
        for (path, entry) in entries.iter().rev() {
            let Entry::Folder(access) = entry else {
                continue;
            };
            let folder = old.join(path);
            let is_new = !inventory.folders.contains(path.as_os_str())
                && self
                    .scanned
                    .is_none_or(|tree| !tree.entries.contains_key(*path));
            let to = self.layout.output.join(path);
            if is_new && !to.exists() {
                self.disk.create_folders(&to).or_cannot(Act::Create, &to)?;
                // Who may use it matters less than that it is there.
                self.disk.set_access(&to, *access).ok();
            }
            let removed = unless(ErrorKind::NotFound, self.disk.remove_folder(&folder));
            unless(ErrorKind::DirectoryNotEmpty, removed).or_cannot(Act::Remove, &folder)?;
        }
        Ok(())
    }

    /// Whether this foreign file was linked into the new site when that was built. If it is not
    /// there any more, whoever removed it meant to.
    fn was_linked(&self, path: &std::ffi::OsStr, entry: Entry) -> bool {
        let scanned = self.scanned.and_then(|tree| tree.entries.get(path));
        scanned.is_some_and(|scanned| scanned.is_same_file(entry))
    }

    /// Deletes a file, unless it was changed since it was looked at: then the next look decides.
    fn remove(&self, file: &Path, entry: Entry) -> io::Result<Fate> {
        if Entry::at(file)?.is_some_and(|now| now == entry) {
            unless(ErrorKind::NotFound, self.disk.remove_file(file))?;
        }
        Ok(Fate::Removed)
    }

    /// Moves a file into the new site.
    fn carry(&self, from: &Path, to: &Path) -> io::Result<Fate> {
        let Some(entry) = Entry::at(from)? else {
            return Ok(Fate::Removed);
        };
        match Entry::at(to)? {
            Some(there) if there.is_same_file(entry) => {
                self.disk.remove_file(from)?;
                return Ok(Fate::Removed);
            }
            Some(there) if !self.is_outdated(to, there) => return Ok(Fate::Conflict),
            Some(_) => {
                self.disk.rename(from, to)?;
                return Ok(Fate::Carried);
            }
            None => {}
        }
        if let Some(folder) = to.parent()
            && self.disk.create_folders(folder).is_err()
        {
            // A file of the new site is where the folder would have to be.
            return Ok(Fate::Conflict);
        }
        // A link fails where somebody has made a file of that name meanwhile; a rename would
        // replace it.
        match self.disk.link(from, to) {
            Ok(()) => self.disk.remove_file(from)?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(Fate::Conflict),
            Err(_) => self.disk.rename(from, to)?,
        }
        Ok(Fate::Carried)
    }

    /// Whether the file in the new site is the one that was linked when that was built, which
    /// somebody has replaced since in the old site.
    fn is_outdated(&self, to: &Path, there: Entry) -> bool {
        let path = to.strip_prefix(&self.layout.output).ok();
        path.is_some_and(|path| self.was_linked(path.as_os_str(), there))
            && !path
                .and_then(Path::to_str)
                .is_some_and(|path| self.manifest.files.contains_key(path))
    }

    fn keep_aside(&mut self, from: &Path, to: &Path) -> Result<(), Diagnostic> {
        if let Some(folder) = to.parent() {
            self.disk
                .create_folders(folder)
                .or_cannot(Act::Create, folder)?;
        }
        if Entry::at(to).or_cannot(Act::Read, to)?.is_some() {
            // A second one of the same name: it gets a folder of its own.
            self.aside = self.layout.kept();
            let path = from.strip_prefix(self.layout.next()).unwrap_or(from);
            let to = self.aside.join(path);
            return self.keep_aside(from, &to);
        }
        unless(ErrorKind::NotFound, self.disk.rename(from, to)).or_cannot(Act::Keep, from)?;
        self.kept.push(to.to_owned());
        Ok(())
    }
}
