//! Publishing in one step: the new site is built in the state folder and then exchanged with the
//! output folder, which is not changed before.

use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;

use super::access::Access;
use super::changes::{Changes, NewFile};
use super::disk::{Act, Context, Disk, is_refusal, unless};
use super::layout::Layout;
use super::manifest::Stamp;
use super::tree::{Entry, Tree};
use crate::diagnostic::Diagnostic;
use crate::parallel::FILES_AT_A_TIME;

/// Builds the new site, with the files of the user, and returns the stamps of its files; `None`
/// where the output folder cannot be exchanged.
///
/// # Errors
/// `E500` when the disk refuses.
pub(super) fn build(
    disk: &dyn Disk,
    layout: &Layout,
    tree: &Tree,
    changes: &Changes<'_>,
) -> Result<Option<Vec<Stamp>>, Diagnostic> {
    if layout.must_stay || tree.is_fixed || !layout.is_beside() {
        return Ok(None);
    }
    let built = Staging { disk, layout, tree }.fill(changes);
    if built.is_err() {
        // The first error is reported; if this fails too, the next publish cleans up.
        disk.remove_tree(&layout.building()).ok();
    }
    match built {
        Ok(stamps) => Ok(Some(stamps)),
        Err(Stop::Refused) => Ok(None),
        Err(Stop::Failed(diagnostic)) => Err(diagnostic),
    }
}

/// Exchanges the new site with the output folder, atomically; the old site is then where the new
/// one was. `false` where the system does not support it: nothing has changed then.
///
/// # Errors
/// `E500` when the disk fails.
pub(super) fn exchange(disk: &dyn Disk, layout: &Layout, tree: &Tree) -> Result<bool, Diagnostic> {
    let (built, next, folder) = (layout.building(), layout.next(), &layout.output);
    // Whatever interrupts this run, all that lies there from now on is whole.
    disk.rename(&built, &next).or_cannot(Act::Create, &next)?;
    let result = match tree.access {
        Some(_) => disk.exchange(&next, folder),
        None => disk.rename(&next, folder),
    };
    match result {
        Err(error) if is_refusal(&error) && tree.access.is_some() => {
            disk.rename(&next, &built).or_cannot(Act::Remove, &next)?;
            Ok(false)
        }
        result => result.or_cannot(Act::Replace, folder).map(|()| true),
    }
}

/// Why staging ended early.
enum Stop {
    /// The system does not support it here.
    Refused,
    /// An error.
    Failed(Diagnostic),
}

impl From<Diagnostic> for Stop {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Failed(diagnostic)
    }
}

fn refusable(result: io::Result<()>, act: Act, path: &Path) -> Result<(), Stop> {
    match result {
        Err(error) if is_refusal(&error) => Err(Stop::Refused),
        result => Ok(result.or_cannot(act, path)?),
    }
}

#[derive(Clone, Copy)]
struct Staging<'a> {
    disk: &'a dyn Disk,
    layout: &'a Layout,
    tree: &'a Tree,
}

impl Staging<'_> {
    fn fill(self, changes: &Changes<'_>) -> Result<Vec<Stamp>, Stop> {
        let next = self.layout.building();
        self.create(&next)?;
        if self.tree.access.is_some() {
            self.try_exchange(&next)?;
        }
        if let Some(access) = self.tree.access {
            self.take_after(&self.layout.output, &next, access)?;
        }
        for folder in &changes.folders {
            let new = next.join(folder);
            self.create(&new)?;
            if let Some(Entry::Folder(access)) = self.tree.entries.get(*folder) {
                self.take_after(&self.layout.output.join(folder), &new, *access)?;
            } else if let Some(access) = Changes::access(self.tree, folder) {
                // Who may use it is not worth a failure.
                self.disk.set_access(&new, access).ok();
            }
        }
        let foreign = changes.foreign.par_iter();
        let foreign = foreign.filter(|(_, entry)| !matches!(entry, Entry::Folder(_)));
        foreign.try_for_each(|(path, _)| {
            // Not a copy, which would miss what the user writes to the original in the meantime.
            let old = self.layout.output.join(path);
            let linked = self.disk.link(&old, &next.join(path));
            // The user may have removed it since.
            refusable(unless(ErrorKind::NotFound, linked), Act::Link, &old)
        })?;
        // What is still to be made comes first, so that nobody waits for it in the end.
        let files = changes.files.iter().enumerate();
        let (unmade, made): (Vec<_>, Vec<_>) = files.partition(|(_, file)| file.is_unmade());
        let files = [unmade, made].concat();
        let staged = files.into_par_iter().with_max_len(FILES_AT_A_TIME);
        let staged = staged.map(|(index, file)| {
            let access = Changes::access_of_file(self.tree, file.path);
            Ok((index, self.stage(file, &next, access)?))
        });
        let mut stamps = staged.collect::<Result<Vec<_>, Stop>>()?;
        stamps.sort_unstable_by_key(|(index, _)| *index);
        Ok(stamps.into_iter().map(|(_, stamp)| stamp).collect())
    }

    /// Tries with two empty folders whether this file system can exchange folders, before much is
    /// written.
    fn try_exchange(self, next: &Path) -> Result<(), Stop> {
        let (one, other) = (next.join("one"), next.join("other"));
        self.create(&one)?;
        self.create(&other)?;
        refusable(self.disk.exchange(&one, &other), Act::Exchange, &one)?;
        for folder in [one, other] {
            let removed = self.disk.remove_folder(&folder);
            removed.or_cannot(Act::Remove, &folder)?;
        }
        Ok(())
    }

    /// Creates a folder, unless it exists under another spelling, on a file system that ignores
    /// case.
    fn create(self, folder: &Path) -> Result<(), Diagnostic> {
        let made = self.disk.create_folder(folder);
        unless(ErrorKind::AlreadyExists, made).or_cannot(Act::Create, folder)
    }

    /// Gives a folder the permissions and the attributes of the one that it will replace.
    fn take_after(self, old: &Path, new: &Path, access: Access) -> Result<(), Stop> {
        if access != Access::at(new).or_cannot(Act::Read, new)? {
            refusable(self.disk.set_access(new, access), Act::Change, new)?;
        }
        refusable(self.disk.copy_attributes(old, new), Act::Change, new)
    }

    /// Creates a file of the new site: as a hard link to the file in the output folder, or new.
    fn stage(
        self,
        file: &NewFile<'_>,
        next: &Path,
        access: Option<Access>,
    ) -> Result<Stamp, Diagnostic> {
        let new = next.join(file.path.as_str());
        let old = self.layout.output.join(file.path.as_str());
        if let Some(stamp) = file.unchanged
            && self.disk.link(&old, &new).is_ok()
        {
            return Ok(stamp);
        }
        file.write(self.disk, &new, &old, access)
            .or_cannot(Act::Write, &new)
    }
}
