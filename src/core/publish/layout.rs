//! The output folder, and the state folder of `publish`: `.NAME.warraq` beside the output folder
//! `NAME`, or `.warraq` inside it where nothing can be created beside it.
//!
//! The state folder holds `lock` and `published.json`, the manifest. While a publish is running it
//! also holds `building`, the unfinished new site, and then `next`: the new site once it is whole,
//! and after the exchange the old one. In `kept-1`, `kept-2` … are files of the user that had no
//! other place.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::disk::{Act, Context, Disk, unless};
use super::manifest::Manifest;
use super::mounts::Mounts;
use super::tree::{self, BUILDING, KEPT, NEXT, STATE_INSIDE};
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};

/// Held by whoever changes the output folder or the state folder.
pub(super) const LOCK: &str = "lock";

const MANIFEST: &str = "published.json";

/// What earlier versions called it; `deploy` has a manifest of that name.
const OLD_MANIFEST: &str = "manifest.json";

/// An output folder and its state folder.
#[derive(Debug)]
pub(super) struct Layout {
    /// The output folder, with symbolic links resolved. It may not exist yet.
    pub(super) output: PathBuf,
    /// The output folder as the user names it.
    pub(super) shown: PathBuf,
    /// The state folder. It exists.
    state: PathBuf,
    /// Whether the output folder itself must stay, because it is mounted somewhere.
    pub(super) must_stay: bool,
}

/// The manifest of the last publish to `folder`, if it can be read without changing anything.
pub(super) fn last_manifest(folder: &Path) -> Option<Manifest> {
    let states = existing_states(folder);
    let mut files = states.flat_map(|state| [MANIFEST, OLD_MANIFEST].map(|name| state.join(name)));
    files.find_map(|file| Manifest::parse(&fs::read(file).ok()?).ok())
}

/// Where the state of publishing to `folder` lies, if it does; the likeliest place comes first.
pub(super) fn existing_states(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let states = possible_states(&folder).into_iter();
    states.filter(|state| state.is_dir() && tree::link_in(state).is_none())
}

/// Where the state of publishing to `folder`, a real path, may lie.
fn possible_states(folder: &Path) -> Vec<PathBuf> {
    let states = [Some(folder.join(STATE_INSIDE)), beside(folder)];
    states.into_iter().flatten().collect()
}

/// Makes sure that no records are kept behind a symbolic link. `folder` is a real path, and `shown`
/// what the user calls it.
///
/// # Errors
/// `E503` when they are.
pub(super) fn without_links(folder: &Path, shown: &Path) -> Result<(), Diagnostic> {
    let states = possible_states(folder);
    match states.iter().find_map(|state| tree::link_in(state)) {
        None => Ok(()),
        Some(link) => {
            let why = text!("unfit-linked-records", path = link.display().to_string());
            let mut problem = unfit(shown, why);
            problem.hint = Some(text!("unfit-linked-records-hint"));
            Err(problem)
        }
    }
}

/// Whether no publish to `folder` is under way, and none was killed and left something behind.
pub(super) fn is_settled(folder: &Path) -> bool {
    existing_states(folder).all(|state| {
        let has = |name| state.join(name).exists();
        let lock = File::open(state.join(LOCK));
        let is_locked =
            lock.is_ok_and(|lock| matches!(lock.try_lock(), Err(TryLockError::WouldBlock)));
        !has(BUILDING) && !has(NEXT) && !is_locked
    })
}

impl Layout {
    /// Resolves `folder`, and creates its state folder.
    ///
    /// # Errors
    /// `E503` when `folder` cannot be an output folder; `E500` when the disk refuses.
    pub(super) fn find(disk: &dyn Disk, folder: &Path) -> Result<Self, Diagnostic> {
        let shown = folder.to_owned();
        let folder = match fs::symlink_metadata(folder) {
            Ok(_) => existing(folder, env::current_dir().ok().as_deref())?,
            Err(error) if error.kind() == ErrorKind::NotFound => absent(disk, folder)?,
            Err(error) => return Err(error).or_cannot(Act::Read, folder),
        };
        without_links(&folder, &shown)?;
        let mounts = Mounts::read();
        let state = state_of(disk, &folder, &mounts)?;
        Ok(Self {
            must_stay: mounts.hold(&folder),
            output: folder,
            shown,
            state,
        })
    }

    /// The state folder.
    pub(super) fn into_state(self) -> PathBuf {
        self.state
    }

    /// Whether the state folder is beside the output folder, so that a site built in it can replace
    /// the output folder.
    pub(super) fn is_beside(&self) -> bool {
        !self.state.starts_with(&self.output)
    }

    /// Where the new site is built. Nothing in it has no other name but what this publish wrote.
    pub(super) fn building(&self) -> PathBuf {
        self.state.join(BUILDING)
    }

    /// The new site, whole; after the exchange, the old one.
    pub(super) fn next(&self) -> PathBuf {
        self.state.join(NEXT)
    }

    /// A new folder for what is kept aside. It does not exist yet.
    pub(super) fn kept(&self) -> PathBuf {
        let names = (1..).map(|number: u32| self.state.join(format!("{KEPT}{number}")));
        let mut free = names.filter(|folder| fs::symlink_metadata(folder).is_err());
        free.next().unwrap_or_else(|| self.state.join("kept"))
    }

    /// Keeps every other publish out while the file is open. The system releases the lock of a
    /// killed process.
    ///
    /// # Errors
    /// `E502` when another publish is under way; `E500` when the disk refuses.
    pub(super) fn lock(&self) -> Result<File, Diagnostic> {
        let path = self.state.join(LOCK);
        let file = File::options().create(true).append(true).open(&path);
        let file = file.or_cannot(Act::Open, &path)?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            // No locks on this system: two publishes at once are for the user to avoid.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => Ok(file),
            Err(TryLockError::Error(error)) => Err(error).or_cannot(Act::Lock, &path),
            Err(TryLockError::WouldBlock) => {
                let folder = self.shown.display().to_string();
                let message = text!("publishing-at-once", folder);
                Err(Diagnostic::error("E502", message).hint(text!("publishing-at-once-hint")))
            }
        }
    }

    /// Deletes the unfinished site and the unfinished manifest of an interrupted publish.
    ///
    /// # Errors
    /// `E500` when the disk refuses.
    pub(super) fn clear(&self, disk: &dyn Disk) -> Result<(), Diagnostic> {
        let (built, temp_file) = (self.building(), self.temp_file());
        unless(ErrorKind::NotFound, disk.remove_tree(&built)).or_cannot(Act::Remove, &built)?;
        unless(ErrorKind::NotFound, disk.remove_file(&temp_file)).or_cannot(Act::Remove, &temp_file)
    }

    /// The manifest of the last publish; empty if there was none.
    ///
    /// # Errors
    /// `E500` when the manifest cannot be read.
    pub(super) fn manifest(&self) -> Result<Manifest, Diagnostic> {
        let mut path = self.manifest_file();
        if self.is_beside() && !path.exists() {
            path = self.state.join(OLD_MANIFEST);
        }
        let text = match fs::read(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Manifest::default()),
            text => text.or_cannot(Act::Read, &path)?,
        };
        Manifest::parse(&text).map_err(|reason| {
            let (path, folder) = (path.display().to_string(), self.shown.display().to_string());
            let message = text!("record-unreadable", path, reason);
            Diagnostic::error("E500", message).hint(text!("record-unreadable-hint", folder))
        })
    }

    /// Replaces the manifest atomically.
    ///
    /// # Errors
    /// `E500` when the disk refuses.
    pub(super) fn record(&self, disk: &dyn Disk, manifest: &Manifest) -> Result<(), Diagnostic> {
        let (path, temp_file) = (self.manifest_file(), self.temp_file());
        let text = manifest.text().map_err(Into::into);
        let written = text.and_then(|text| disk.write(&temp_file, &text, None));
        let replaced = written.and_then(|_| disk.rename(&temp_file, &path));
        replaced.or_cannot(Act::Write, &path)
    }

    fn manifest_file(&self) -> PathBuf {
        self.state.join(MANIFEST)
    }

    fn temp_file(&self) -> PathBuf {
        self.state.join("published.json.new")
    }
}

/// Resolves a folder that exists, if it can be an output folder. `here` is the current folder.
fn existing(folder: &Path, here: Option<&Path>) -> Result<PathBuf, Diagnostic> {
    let real = match fs::canonicalize(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Err(unfit(folder, text!("unfit-dangling-link")));
        }
        real => real.or_cannot(Act::Read, folder)?,
    };
    if !real.is_dir() {
        return Err(unfit(folder, text!("unfit-file")));
    }
    // The site's own root, a home folder: whatever the user is in is more than an output folder.
    if here.is_some_and(|here| here.starts_with(&real)) {
        return Err(unfit(folder, text!("unfit-holds-here")));
    }
    Ok(real)
}

/// The path that a new folder will have; its parents are made.
fn absent(disk: &dyn Disk, folder: &Path) -> Result<PathBuf, Diagnostic> {
    let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
        return Err(unfit(folder, text!("unfit-nameless")));
    };
    let parent = if parent.as_os_str().is_empty() {
        Path::new(".")
    } else {
        parent
    };
    disk.create_folders(parent).or_cannot(Act::Create, parent)?;
    let real = fs::canonicalize(parent).or_cannot(Act::Read, parent)?;
    Ok(real.join(name))
}

/// Chooses and makes the state folder: beside `folder`, unless that is a volume of its own, which
/// may be mounted elsewhere the next time, or nothing can be written beside it.
fn state_of(disk: &dyn Disk, folder: &Path, mounts: &Mounts) -> Result<PathBuf, Diagnostic> {
    let (Some(parent), Some(beside)) = (folder.parent(), beside(folder)) else {
        return Err(unfit(folder, text!("unfit-root")));
    };
    let inside = folder.join(STATE_INSIDE);
    let is_mounted = mounts.is_point(folder)
        || is_another_device(folder, parent).or_cannot(Act::Read, folder)?;
    if !inside.exists() && !is_mounted {
        let made = unless(ErrorKind::AlreadyExists, disk.create_folder(&beside));
        if !made.as_ref().is_err_and(is_forbidden) || !folder.exists() {
            return made.or_cannot(Act::Create, &beside).map(|()| beside);
        }
    }
    disk.create_folders(&inside)
        .or_cannot(Act::Create, &inside)?;
    Ok(inside)
}

/// The state folder of `folder` where it lies beside it; the root of a disk has none.
fn beside(folder: &Path) -> Option<PathBuf> {
    let mut name = OsString::from(".");
    name.push(folder.file_name()?);
    name.push(".warraq");
    Some(folder.parent()?.join(name))
}

/// Whether `folder` exists, on another file system than its parent.
fn is_another_device(folder: &Path, parent: &Path) -> io::Result<bool> {
    match fs::metadata(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        folder => Ok(tree::device(&folder?) != tree::device(&fs::metadata(parent)?)),
    }
}

fn is_forbidden(error: &io::Error) -> bool {
    let kind = error.kind();
    kind == ErrorKind::PermissionDenied || kind == ErrorKind::ReadOnlyFilesystem
}

pub(super) fn unfit(folder: &Path, why: Text) -> Diagnostic {
    let folder = folder.display().to_string();
    let message = text!("output-folder-unfit", folder, why);
    Diagnostic::error("E503", message).hint(text!("output-folder-unfit-hint"))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Asked of this function alone: were the guard gone, a publish to `.` would take its place.
    #[test]
    fn a_folder_that_the_user_is_in_cannot_be_the_output_folder() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().canonicalize().unwrap();
        let below = folder.join("content");
        for here in [&folder, &below] {
            assert_eq!(existing(&folder, Some(here)).unwrap_err().code, "E503");
        }
        let beside = folder.with_extension("beside");
        assert_eq!(existing(&folder, Some(&beside)), Ok(folder));
    }
}
