//! Publishing in one instant: the new site is built whole in the state folder and then changes places
//! with the output folder, which is not touched before.

use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;

use super::access::Access;
use super::changes::{Changes, Target};
use super::disk::{Context, Disk, is_refusal, unless};
use super::manifest::Stamp;
use super::place::Place;
use super::tree::{Entry, Tree};
use crate::diagnostic::Diagnostic;

/// Builds the new site beside the output folder, with all that the user keeps there, and returns the
/// stamps of its files; `None` where the output folder cannot be exchanged.
///
/// # Errors
/// `E500` when the disk refuses.
pub(super) fn build(
    disk: &dyn Disk,
    place: &Place,
    tree: &Tree,
    changes: &Changes<'_>,
) -> Result<Option<Vec<Stamp>>, Diagnostic> {
    if tree.is_fixed || !place.is_beside() {
        return Ok(None);
    }
    let built = Staging { disk, place, tree }.fill(changes);
    if built.is_err() {
        // What went wrong is known; should this fail too, the next publish clears up.
        disk.remove_tree(&place.next()).ok();
    }
    match built {
        Ok(stamps) => Ok(Some(stamps)),
        Err(Stop::Refused) => Ok(None),
        Err(Stop::Failed(diagnostic)) => Err(diagnostic),
    }
}

/// Puts the built site into the place of the output folder, in one instant. `false` where the system
/// refuses: nothing has happened then.
///
/// # Errors
/// `E500` when the disk fails.
pub(super) fn exchange(disk: &dyn Disk, place: &Place, tree: &Tree) -> Result<bool, Diagnostic> {
    let (next, folder) = (place.next(), &place.folder);
    let result = match tree.access {
        Some(_) => disk.exchange(&next, folder),
        None => disk.rename(&next, folder),
    };
    match result {
        Err(error) if is_refusal(&error) && tree.access.is_some() => Ok(false),
        result => result.or_cannot("replace", folder).map(|()| true),
    }
}

/// Removes the old site, which now lies where the new one was built. What has arrived in it since `tree`
/// was scanned, or was changed there, is the user's and moves to the output folder first.
///
/// # Errors
/// `E500` when the disk refuses.
pub(super) fn retire(
    disk: &dyn Disk,
    place: &Place,
    tree: &Tree,
    changes: &Changes<'_>,
) -> Result<(), Diagnostic> {
    let old = place.next();
    for (path, entry) in &Tree::scan(&old)?.entries {
        if tree.entries.get(path) == Some(entry) || changes.names(path) {
            continue;
        }
        let to = place.folder.join(path);
        if let Entry::Folder(_) = entry {
            disk.create_folders(&to).or_cannot("create", &to)?;
        } else {
            let above = to.parent().unwrap_or(&place.folder);
            disk.create_folders(above).or_cannot("create", above)?;
            let renamed = disk.rename(&old.join(path), &to);
            renamed.or_cannot("carry over", &to)?;
        }
    }
    place.clear(disk)
}

/// Why staging ended early.
enum Stop {
    /// The system does not do such a thing here.
    Refused,
    /// Something went wrong.
    Failed(Diagnostic),
}

impl From<Diagnostic> for Stop {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Failed(diagnostic)
    }
}

fn refusable(result: io::Result<()>, act: &str, path: &Path) -> Result<(), Stop> {
    match result {
        Err(error) if is_refusal(&error) => Err(Stop::Refused),
        result => Ok(result.or_cannot(act, path)?),
    }
}

#[derive(Clone, Copy)]
struct Staging<'a> {
    disk: &'a dyn Disk,
    place: &'a Place,
    tree: &'a Tree,
}

impl Staging<'_> {
    fn fill(self, changes: &Changes<'_>) -> Result<Vec<Stamp>, Stop> {
        let next = self.place.next();
        self.create(&next)?;
        if self.tree.access.is_some() {
            self.try_exchange(&next)?;
        }
        let usual = Access::at(&next).or_cannot("read", &next)?;
        self.grant(&next, usual, self.tree.access)?;
        for folder in &changes.folders {
            let new = next.join(folder);
            self.create(&new)?;
            if let Some(Entry::Folder(access)) = self.tree.entries.get(*folder) {
                self.grant(&new, usual, Some(*access))?;
            }
        }
        let foreign = changes.foreign.par_iter();
        let foreign = foreign.filter(|(_, entry)| !matches!(entry, Entry::Folder(_)));
        foreign.try_for_each(|(path, _)| {
            // Never a copy: it would miss what its owner writes to the original in the meantime.
            let old = self.place.folder.join(path);
            let linked = self.disk.link(&old, &next.join(path));
            // Its owner may have removed it since.
            refusable(unless(ErrorKind::NotFound, linked), "link", &old)
        })?;
        let files = changes.files.par_iter();
        files.map(|file| Ok(self.stage(file, &next)?)).collect()
    }

    /// Tells, by two empty folders, whether this file system exchanges folders, before much is written.
    fn try_exchange(self, next: &Path) -> Result<(), Stop> {
        let (one, other) = (next.join("one"), next.join("other"));
        self.create(&one)?;
        self.create(&other)?;
        refusable(self.disk.exchange(&one, &other), "exchange", &one)?;
        for folder in [one, other] {
            let removed = self.disk.remove_folder(&folder);
            removed.or_cannot("remove", &folder)?;
        }
        Ok(())
    }

    /// Makes a folder, unless it is there under another spelling, on a file system that ignores case.
    fn create(self, folder: &Path) -> Result<(), Diagnostic> {
        let made = self.disk.create_folder(folder);
        unless(ErrorKind::AlreadyExists, made).or_cannot("create", folder)
    }

    /// Lets a folder be used by those who could use the one that it will replace.
    fn grant(self, new: &Path, usual: Access, wanted: Option<Access>) -> Result<(), Stop> {
        match wanted {
            Some(access) if access != usual => {
                refusable(self.disk.grant(new, access), "change", new)
            }
            _ => Ok(()),
        }
    }

    /// Puts a file of the new site into its place: as a second name of the file that is there already,
    /// or written anew.
    fn stage(self, file: &Target<'_>, next: &Path) -> Result<Stamp, Diagnostic> {
        let new = next.join(file.path.as_str());
        if let Some(stamp) = file.unchanged {
            let old = self.place.folder.join(file.path.as_str());
            if self.disk.link(&old, &new).is_ok() {
                return Ok(stamp);
            }
        }
        self.disk.write(&new, file.bytes).or_cannot("write", &new)
    }
}
