//! A folder of this machine as a store, for instance one mounted from a server. Files are replaced
//! atomically. What warraq writes down for itself lies beside the folder, because the folder is
//! served; in `.warraq` inside it only where nothing can be written beside it.

mod seen;
mod state_place;

use std::collections::BTreeMap;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::problem::Problem;
use super::release;
use super::store::{Listed, STATE_FOLDER, Store, TEMP_DIR, Upload};
use crate::locale::{Text, text};
use crate::output::Held;
use seen::{Seen, Stamp};
use state_place::StatePlace;

/// The key of what is remembered of files.
const SEEN: &str = ".warraq/seen.json";

/// The folder.
pub(super) struct Folder {
    path: PathBuf,
    /// Where its state lies.
    state: StatePlace,
    /// What is known of its files without reading them.
    seen: Seen,
    /// Numbers the temporary files.
    temp_files: AtomicUsize,
    /// Temporary files that a killed deploy left among those of the site.
    left: Mutex<Vec<PathBuf>>,
}

impl Folder {
    /// The folder at a path; the first deploy creates it.
    pub(super) fn new(path: PathBuf) -> Self {
        Self {
            state: StatePlace::of(&path),
            seen: Seen::default(),
            path,
            temp_files: AtomicUsize::new(0),
            left: Mutex::default(),
        }
    }

    fn file(&self, key: &str) -> PathBuf {
        match key.strip_prefix(STATE_FOLDER) {
            Some(key) => self.state.path().join(key),
            None => self.path.join(key),
        }
    }

    /// The path of a file, which no folder of the target leads out of: through a symbolic link, files
    /// would be written and deleted that are not the target's.
    fn reach(&self, key: &str) -> Result<PathBuf, Problem> {
        let file = self.file(key);
        let folders = file.ancestors().skip(1);
        let mut folders = folders.take_while(|folder| *folder != self.path);
        let is_link = |folder: &&Path| fs::symlink_metadata(folder).is_ok_and(|it| it.is_symlink());
        match folders
            .find(is_link)
            .filter(|_| !key.starts_with(STATE_FOLDER))
        {
            None => Ok(file),
            Some(link) => {
                let path = link.display().to_string();
                Err(Problem::Permanent(text!("target-folder-link", path)))
            }
        }
    }

    /// The MD5 of a file that was not changed since it was last read, or else of what it holds now.
    fn md5(&self, key: &str, metadata: &Metadata) -> io::Result<String> {
        let stamp = Stamp::of(metadata);
        if let Some(md5) = self.seen.md5(key, stamp) {
            return Ok(md5);
        }
        let md5 = release::md5_of_reader(File::open(self.file(key))?)?;
        self.seen.note(key, stamp, &md5);
        Ok(md5)
    }

    /// Writes a temporary file and renames it, which readers see as one step.
    fn replace(&self, file: &Path, fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        self.with_temp_file(|temp_file| {
            fill(temp_file)?;
            match fs::rename(temp_file, file) {
                // The state is on another volume, or the folder is mounted where it is.
                Err(error) if error.kind() == ErrorKind::CrossesDevices => {
                    replace_across(temp_file, file)
                }
                result => result,
            }
        })
    }

    /// Calls `with` with the path of a new temporary file, which is deleted afterwards.
    fn with_temp_file(&self, with: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
        let number = self.temp_files.fetch_add(1, Ordering::Relaxed);
        let temp_dir = self.file(TEMP_DIR);
        fs::create_dir_all(&temp_dir)?;
        let temp_file = temp_dir.join(format!("{}-{number}", std::process::id()));
        let result = with(&temp_file);
        // It was renamed, or is incomplete; the result matters more than whether it can be deleted.
        _ = fs::remove_file(&temp_file);
        result
    }
}

impl Store for Folder {
    fn keeps_header(&self, _: &str) -> bool {
        false
    }

    fn threads(&self) -> usize {
        4
    }

    fn name(&self) -> Text {
        text!("target-folder", path = self.path.display().to_string())
    }

    fn list(&self) -> Result<BTreeMap<String, Listed>, Problem> {
        self.seen.read(&self.file(SEEN));
        let mut files = files_below(&self.path, "")?;
        files.retain(|(key, _)| !key.starts_with(STATE_FOLDER));
        let is_draft = |key: &str| {
            let name = key.rsplit('/').next().unwrap_or_default();
            name.starts_with(DRAFT)
        };
        // A deploy that was killed left them; the next one removes them.
        let drafts = files.extract_if(.., |(key, _)| is_draft(key));
        let drafts: Vec<_> = drafts.map(|(key, _)| self.path.join(key)).collect();
        if let Ok(mut left) = self.left.lock() {
            *left = drafts;
        }
        let state = files_below(self.state.path(), STATE_FOLDER)?;
        let state = state.into_iter().map(|(key, metadata)| {
            let size = metadata.len();
            (key, Listed { size, md5: None })
        });
        let listed = files.into_par_iter().map(|(key, metadata)| {
            // A symbolic link is foreign: it is neither followed nor replaced.
            let listed = if metadata.is_file() {
                Listed {
                    size: metadata.len(),
                    md5: Some(self.md5(&key, &metadata).map_err(|error| problem(&error))?),
                }
            } else {
                Listed {
                    size: u64::MAX,
                    md5: None,
                }
            };
            Ok((key, listed))
        });
        let mut listing = listed.collect::<Result<BTreeMap<_, _>, _>>()?;
        listing.extend(state);
        Ok(listing)
    }

    fn inspect(&self, key: &str) -> Result<Option<Listed>, Problem> {
        let read = File::open(self.file(key)).and_then(|file| {
            let size = file.metadata()?.len();
            let md5 = Some(release::md5_of_reader(file)?);
            Ok(Listed { size, md5 })
        });
        match read {
            Ok(listed) => Ok(Some(listed)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(problem(&error)),
        }
    }

    fn read(&self, key: &str) -> Result<Option<Vec<u8>>, Problem> {
        match fs::read(self.file(key)) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(problem(&error)),
        }
    }

    fn write(&self, file: Upload<'_>) -> Result<(), Problem> {
        let fill = |temp_file: &Path| {
            let mut written = File::options();
            let written = written.read(true).write(true).create(true).truncate(true);
            let mut written = written.open(temp_file)?;
            match file.bytes.held() {
                Held::OnDisk(large) => large.copy_to(&mut written)?,
                Held::InMemory(bytes) => written.write_all(bytes)?,
            }
            written.sync_all()
        };
        let path = self.reach(file.key)?;
        self.replace(&path, fill).map_err(|error| problem(&error))?;
        // It is read again where this fails.
        if let Ok(metadata) = fs::metadata(path) {
            self.seen.note(file.key, Stamp::of(&metadata), file.md5);
        }
        Ok(())
    }

    fn create(&self, key: &str, bytes: &[u8]) -> Result<bool, Problem> {
        self.state.prepare();
        let file = self.file(key);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(|error| problem(&error))?;
        }
        // A hard link to a temporary file, so that nobody reads an incomplete file.
        let linked = self.with_temp_file(|temp_file| {
            fs::write(temp_file, bytes)?;
            fs::hard_link(temp_file, &file)
        });
        match linked {
            Ok(()) => return Ok(true),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(false),
            // Not every file system has hard links.
            Err(_) => {}
        }
        match OpenOptions::new().write(true).create_new(true).open(&file) {
            Ok(mut created) => created
                .write_all(bytes)
                .map(|()| true)
                .map_err(|error| problem(&error)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(false),
            Err(error) => Err(problem(&error)),
        }
    }

    fn copy(&self, from: &str, to: &str) -> Result<bool, Problem> {
        let fill = |temp_file: &Path| fs::copy(self.file(from), temp_file).map(|_| ());
        match self.replace(&self.reach(to)?, fill) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(problem(&error)),
        }
    }

    fn delete(&self, key: &str) -> Result<(), Problem> {
        let file = self.reach(key)?;
        match fs::remove_file(&file) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(problem(&error)),
        }
        // Folders that are empty now, up to the first that is not.
        let top = match key.strip_prefix(STATE_FOLDER) {
            Some(_) => self.state.path(),
            None => &self.path,
        };
        let folders = file.ancestors().skip(1);
        for folder in folders.take_while(|folder| *folder != top) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    fn close(&self) -> Result<(), Problem> {
        if let Ok(left) = self.left.lock() {
            for draft in left.iter() {
                _ = fs::remove_file(draft);
            }
        }
        let written = self.seen.write(&self.file(SEEN));
        written.map_err(|error| problem(&error))
    }
}

/// What the names of temporary files begin with that lie beside the files that they will be.
const DRAFT: &str = ".warraq-draft-";

/// Replaces a file by a copy of one on another volume, in one step.
fn replace_across(from: &Path, file: &Path) -> io::Result<()> {
    let name = from.file_name().unwrap_or_default().to_string_lossy();
    let draft = file.with_file_name(format!("{DRAFT}{name}"));
    let copied = fs::copy(from, &draft).and_then(|_| File::open(&draft)?.sync_all());
    let replaced = copied.and_then(|()| fs::rename(&draft, file));
    if replaced.is_err() {
        _ = fs::remove_file(&draft);
    }
    replaced
}

/// The files below a folder, and symbolic links, with what their keys begin with.
fn files_below(folder: &Path, prefix: &str) -> Result<Vec<(String, Metadata)>, Problem> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if error.depth() == 0 && is_absent(&error) => break,
            Err(error) => return Err(problem(&error.into())),
        };
        let path = entry.path().strip_prefix(folder).ok();
        let path = path.and_then(Path::to_str);
        let Some(path) = path.filter(|_| !entry.file_type().is_dir()) else {
            continue;
        };
        let metadata = entry.metadata().map_err(|error| problem(&error.into()))?;
        let path = path.replace(std::path::MAIN_SEPARATOR, "/");
        files.push((format!("{prefix}{path}"), metadata));
    }
    Ok(files)
}

fn is_absent(error: &walkdir::Error) -> bool {
    let error = error.io_error();
    error.is_some_and(|error| error.kind() == ErrorKind::NotFound)
}

/// A mounted file system may answer again later; a full disk or missing permissions are permanent.
fn problem(error: &io::Error) -> Problem {
    let reason = Text::of_io(error);
    match error.kind() {
        ErrorKind::TimedOut
        | ErrorKind::Interrupted
        | ErrorKind::WouldBlock
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NotConnected => Problem::Transient(reason),
        _ => Problem::Permanent(reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_or_deleted_behind_a_link() {
        use std::os::unix::fs::symlink;

        let scratch = tempfile::tempdir().unwrap();
        let (path, other) = (scratch.path().join("site"), scratch.path().join("other"));
        fs::create_dir_all(path.join("a")).unwrap();
        fs::create_dir_all(other.join("b")).unwrap();
        fs::write(other.join("b/page"), "theirs").unwrap();
        fs::write(path.join("page"), "ours").unwrap();
        symlink(&other, path.join("a/link")).unwrap();
        let folder = Folder::new(path.clone());
        for key in ["a/link/new", "a/link/b/page"] {
            let copied = folder.copy("page", key);
            let deleted = folder.delete(key);
            for result in [copied.map(|_| ()), deleted] {
                let Err(Problem::Permanent(reason)) = result else {
                    panic!("{key}");
                };
                assert!(reason.to_string().contains("a/link is a symbolic link"));
            }
        }
        assert_eq!(fs::read(other.join("b/page")).unwrap(), b"theirs");
        assert!(!other.join("new").exists());
        // The target itself may be reached by one.
        symlink(&path, scratch.path().join("alias")).unwrap();
        let folder = Folder::new(scratch.path().join("alias"));
        assert!(folder.copy("page", "a/new").is_ok());
        assert_eq!(fs::read(path.join("a/new")).unwrap(), b"ours");
    }
}
