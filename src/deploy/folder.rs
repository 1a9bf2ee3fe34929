//! A folder of this machine as a store, such as one that is mounted from a server. Every file arrives in one step.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use walkdir::WalkDir;

use super::problem::Problem;
use super::release;
use super::store::{DRAFTS, Listed, Store, Written};

/// The folder.
pub(super) struct Folder {
    path: PathBuf,
    /// Tells the files apart that are being written.
    drafts: AtomicUsize,
}

impl Folder {
    /// The folder at a path, which a first deploy makes.
    pub(super) fn new(path: PathBuf) -> Self {
        Self {
            path,
            drafts: AtomicUsize::new(0),
        }
    }

    fn file(&self, key: &str) -> PathBuf {
        self.path.join(key)
    }

    /// Writes a file beside its place and moves it there, which readers see as one step.
    fn replace(&self, key: &str, fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
        let file = self.file(key);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        self.drafted(|draft| fill(draft).and_then(|()| fs::rename(draft, &file)))
    }

    /// Does something with a file of its own, which is gone afterwards.
    fn drafted(&self, with: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<()> {
        let number = self.drafts.fetch_add(1, Ordering::Relaxed);
        let drafts = self.file(DRAFTS);
        fs::create_dir_all(&drafts)?;
        let draft = drafts.join(format!("{}-{number}", std::process::id()));
        let result = with(&draft);
        // It has been moved away, or is half there; whether it can be taken away is not the news.
        _ = fs::remove_file(&draft);
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
            // A link is somebody else's, and neither written through nor replaced unasked.
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

    fn write(&self, file: Written<'_>) -> Result<(), Problem> {
        let fill = |draft: &Path| {
            let mut written = File::create(draft)?;
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
        // Written beside its place and linked to it, so that nobody finds it half written.
        let linked = self.drafted(|draft| {
            fs::write(draft, bytes)?;
            fs::hard_link(draft, &file)
        });
        match linked {
            Ok(()) => return Ok(true),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(false),
            // Not every file system has links.
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
        let fill = |draft: &Path| fs::copy(self.file(from), draft).map(|_| ());
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
        // Folders that are empty now; the first that is not ends it.
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

/// A mount that hangs for a while answers again; a disk that is full or closed to us does not.
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
