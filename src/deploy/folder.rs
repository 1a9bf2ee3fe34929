//! A folder of this machine as a store, for instance one mounted from a server. Files are replaced
//! atomically.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use walkdir::WalkDir;

use super::problem::Problem;
use super::release;
use super::store::{Listed, Store, TEMP_DIR, Upload};

/// The folder.
pub(super) struct Folder {
    path: PathBuf,
    /// Numbers the temporary files.
    temp_files: AtomicUsize,
}

impl Folder {
    /// The folder at a path; the first deploy creates it.
    pub(super) fn new(path: PathBuf) -> Self {
        Self {
            path,
            temp_files: AtomicUsize::new(0),
        }
    }

    fn file(&self, key: &str) -> PathBuf {
        self.path.join(key)
    }

    /// Writes a temporary file and renames it, which readers see as one step.
    fn replace(&self, key: &str, fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
        let file = self.file(key);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        self.with_temp_file(|temp_file| fill(temp_file).and_then(|()| fs::rename(temp_file, &file)))
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

    fn name(&self) -> String {
        format!("the folder {}", self.path.display())
    }

    fn list(&self) -> Result<BTreeMap<String, Listed>, Problem> {
        let mut listing = BTreeMap::new();
        for entry in WalkDir::new(&self.path).sort_by_file_name() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if error.depth() == 0 && is_absent(&error) => break,
                Err(error) => return Err(problem(&error.into())),
            };
            let key = entry.path().strip_prefix(&self.path).ok();
            // A symbolic link is foreign: it is neither followed nor replaced.
            let Some(key) = key
                .and_then(Path::to_str)
                .filter(|_| !entry.file_type().is_dir())
            else {
                continue;
            };
            let metadata = entry.metadata().map_err(|error| problem(&error.into()))?;
            let listed = Listed {
                size: if entry.file_type().is_file() {
                    metadata.len()
                } else {
                    u64::MAX
                },
                md5: None,
            };
            listing.insert(key.replace(std::path::MAIN_SEPARATOR, "/"), listed);
        }
        Ok(listing)
    }

    fn inspect(&self, key: &str) -> Result<Option<Listed>, Problem> {
        let bytes = self.read(key)?;
        Ok(bytes.map(|bytes| Listed {
            size: bytes.len() as u64,
            md5: Some(release::md5(&bytes)),
        }))
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
            let mut written = File::create(temp_file)?;
            written.write_all(file.bytes)?;
            written.sync_all()
        };
        self.replace(file.key, fill)
            .map_err(|error| problem(&error))
    }

    fn create(&self, key: &str, bytes: &[u8]) -> Result<bool, Problem> {
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
        match self.replace(to, fill) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(problem(&error)),
        }
    }

    fn delete(&self, key: &str) -> Result<(), Problem> {
        let file = self.file(key);
        match fs::remove_file(&file) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(problem(&error)),
        }
        // Folders that are empty now, up to the first that is not.
        let folders = file.ancestors().skip(1);
        for folder in folders.take_while(|folder| *folder != self.path) {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }
}

fn is_absent(error: &walkdir::Error) -> bool {
    let error = error.io_error();
    error.is_some_and(|error| error.kind() == ErrorKind::NotFound)
}

/// A mounted file system may answer again later; a full disk or missing permissions are permanent.
fn problem(error: &io::Error) -> Problem {
    let reason = error.to_string();
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
