//! The only module that reads a site's files. A [`Loader`] is used repeatedly; files that did not change since the last
//! call are not read again, and their [`Source`]s are shared.
#![expect(
    clippy::disallowed_methods,
    reason = "reading the site is this file's purpose, and a file just written has to be looked at twice"
)]

mod digests;
mod folders;
mod foreign;
mod history;
mod large;
mod links;
mod listing;
pub mod names;
mod stamp;
pub mod theme;
mod unread;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::collections::HashMap;
use std::fs;
use std::io;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

pub use self::digests::KnownDigests;
pub use self::folders::{ASSETS, CONFIG, CONTENT, DATA, ENTRIES, TEMPLATES};
pub use self::foreign::generator;
pub use self::large::{LargeFile, LargeReader, ReadError};
use self::links::Followed;
use self::listing::{Listing, absolute};
pub(crate) use self::names::on_disk;
use self::stamp::Stamp;
use self::unread::Unread;
use super::kinds;
use super::snapshot::{Snapshot, Source};
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::SourcePath;

/// The maximal number of attempts while files vanish between being listed and being read.
const LOOKS: usize = 4;

/// Reads `site.toml`, `content/` and `templates/` below `root`. Hidden files and what editors leave beside a file are
/// left out. Symbolic links are followed inside `root` and into folders that `[content] follow` names.
///
/// # Errors
/// A diagnostic, when there is no site or its site.toml cannot be read. Of other files the snapshot tells.
pub fn load(root: &Path) -> Result<Snapshot, Diagnostic> {
    Loader::new(root).load()
}

/// The files and folders from which the site in `root` is read, whether they exist or not.
#[must_use]
pub fn inputs(root: &Path) -> Vec<PathBuf> {
    let mut inputs = [CONTENT, DATA, TEMPLATES]
        .map(|folder| root.join(folder))
        .to_vec();
    inputs.extend_from_slice(Followed::of(root).allowed());
    inputs
}

/// Reads a site again and again.
#[derive(Debug)]
pub struct Loader {
    root: PathBuf,
    folders: BTreeSet<PathBuf>,
    known: HashMap<SourcePath, Known>,
    /// The result of the last scan, if it succeeded.
    last: Option<Snapshot>,
    /// Digests of large files, from an earlier process.
    digests: KnownDigests,
    /// When files were last changed. Asked once, since it takes long and a site that is being edited has no new answer.
    history: Option<history::Told>,
}

/// A file as it was when it was last read.
#[derive(Debug, Clone)]
struct Known {
    stamp: Stamp,
    /// Whether any later write is sure to give another stamp.
    is_settled: bool,
    source: Source,
}

impl Loader {
    /// A loader of the site in this folder; nothing is read yet.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            folders: BTreeSet::new(),
            known: HashMap::new(),
            digests: KnownDigests::default(),
            history: None,
            last: None,
        }
    }

    /// The same loader, which does not read large files again whose digests are known.
    #[must_use]
    pub fn with_digests(mut self, digests: KnownDigests) -> Self {
        self.digests = digests;
        self
    }

    /// The site as it is now, always what [`load`] gives. Files that did not change since the last call are not read
    /// again, and their sources are the same ones in memory.
    ///
    /// # Errors
    /// A diagnostic, when there is no site or its site.toml cannot be read. Of other files the snapshot tells.
    pub fn load(&mut self) -> Result<Snapshot, Diagnostic> {
        for _ in 1..LOOKS {
            match self.look(false) {
                Ok(Some(snapshot)) => return Ok(theme::complete(snapshot)),
                Err(unread) if !unread.has_vanished => return Err(unread.problem),
                _ => {}
            }
        }
        let looked = self.look(true).map_err(|unread| unread.problem);
        looked.map(|snapshot| theme::complete(snapshot.unwrap_or_default()))
    }

    /// The site as it is now, if nothing has changed since the last call but these files, and all of them were and are
    /// of the site. None where one was not or is not: then only [`Loader::load`] can tell. What else changed is
    /// not seen until that looks again.
    pub fn load_named(&mut self, files: &BTreeSet<PathBuf>) -> Option<Snapshot> {
        let root = absolute(&self.root);
        let read_again = |file: &PathBuf| {
            let below = file.strip_prefix(&root).ok()?;
            let file = self.root.join(below);
            // Where a link leads is for `look` to judge.
            if file.is_symlink() {
                return None;
            }
            let is_known = self.known.contains_key(&*self.path_of(&file).ok()?);
            is_known.then(|| self.read(&file).ok())?
        };
        let read: Vec<Known> = files.iter().map(read_again).collect::<Option<_>>()?;
        let mut snapshot = self.last.take()?;
        for file in read {
            snapshot.insert(file.source.clone());
            self.known.insert(file.source.path().clone(), file);
        }
        let snapshot = snapshot.with_history(None);
        let snapshot = self.dated(snapshot, &mut Vec::new());
        self.last = Some(snapshot.clone());
        Some(theme::complete(snapshot))
    }

    /// The files with the days on which they were last changed, if the site asks for them.
    fn dated(&mut self, snapshot: Snapshot, problems: &mut Vec<Diagnostic>) -> Snapshot {
        let path = SourcePath::new(CONFIG);
        let Some(asked) = snapshot.get(&path).and_then(history::asked) else {
            return snapshot;
        };
        let root = &self.root;
        let told = self.history.get_or_insert_with(|| history::Told::of(root));
        problems.extend(told.problem(&path, asked));
        let days = told.days.clone();
        snapshot.with_history(Some(days))
    }

    /// The folders in which a change can change the site, as of the last call of [`Loader::load`], whether that went
    /// well or not: the root, the folders of content and templates, and those in which targets of symbolic links
    /// lie. All are absolute. Watched one by one, they show every change.
    #[must_use]
    pub fn folders(&self) -> &BTreeSet<PathBuf> {
        &self.folders
    }

    /// The site as it is. None where a file vanished while it was looked at and that is not the last look.
    fn look(&mut self, is_last: bool) -> Result<Option<Snapshot>, Unread> {
        let listing = Listing::of(&self.root);
        self.folders = listing.folders;
        self.last = None;
        if let Some(unread) = listing.no_site {
            return Err(unread);
        }
        let files = listing.files.into_par_iter();
        let files: Vec<_> = files.map(|file| (self.read(&file), file)).collect();
        let mut problems = listing.problems;
        let mut known = HashMap::with_capacity(files.len());
        let mut names: HashMap<SourcePath, PathBuf> = HashMap::new();
        for (read, file) in files {
            match read {
                Ok(read) => {
                    let path = read.source.path().clone();
                    if let Some(other) = names.insert(path.clone(), file.clone()) {
                        problems.push(Unread::confused(&path, &other, &file));
                    }
                    known.insert(path, read);
                }
                // Without it there is nothing to build.
                Err(unread) if file == self.root.join(CONFIG) => return Err(unread),
                Err(unread) => problems.push(unread),
            }
        }
        if !is_last && problems.iter().any(|unread| unread.has_vanished) {
            return Ok(None);
        }
        let sources = known.values().map(|file| file.source.clone());
        let snapshot: Snapshot = sources.collect();
        let problems = problems.into_iter().map(|unread| unread.problem);
        let mut problems = problems.collect();
        let snapshot = self.dated(snapshot, &mut problems);
        let snapshot = snapshot.with_problems(Diagnostic::in_order(problems));
        self.known = known;
        self.last = Some(snapshot.clone());
        Ok(Some(snapshot))
    }

    fn read(&self, file: &Path) -> Result<Known, Unread> {
        let path = self.path_of(file)?;
        let unreadable = |error: io::Error| match error.kind() {
            io::ErrorKind::FileTooLarge => Unread::too_large(&path, kinds::limit(&path)),
            _ => Unread::because(&path, &error, Some(&error)),
        };
        let known = self.known.get(&*path);
        if let Some(known) = known.filter(|known| known.is_settled)
            && known.stamp == Stamp::of(&fs::metadata(file).map_err(unreadable)?)
        {
            return Ok(known.clone());
        }
        let (stamp, mut source, is_settled) = self.source(file, &path).map_err(unreadable)?;
        if let Some(known) = known.filter(|known| known.source == source) {
            source = known.source.clone();
        }
        Ok(Known {
            stamp,
            is_settled,
            source,
        })
    }

    /// A file with its stamp, and whether the stamp was old enough to tell later writes from those before.
    fn source(&self, place: &Path, path: &str) -> io::Result<(Stamp, Source, bool)> {
        let now = SystemTime::now();
        let file = fs::File::open(place)?;
        let metadata = file.metadata()?;
        let (stamp, limit) = (Stamp::of(&metadata), kinds::limit(path));
        if metadata.len() > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let source_path = SourcePath::new(path);
        if kinds::stays_on_disk(path, metadata.len()) {
            let digest = self.digests.get(path, stamp);
            let file = LargeFile::read(place, &file, digest)?;
            let (stamp, is_settled) = (file.stamp(), file.is_settled());
            return Ok((stamp, Source::large(source_path, file), is_settled));
        }
        let size = usize::try_from(metadata.len()).unwrap_or_default();
        let mut bytes = Vec::with_capacity(size);
        // A file asked for all it has asks for its metadata again; one asked for so many bytes does not.
        let most = kinds::most_in_memory(path);
        let read = file.take(most + 1).read_to_end(&mut bytes)?;
        if u64::try_from(read).is_ok_and(|read| read > most) {
            return Err(io::Error::other(text!("file-grows")));
        }
        let source = Source::new(source_path, bytes);
        Ok((stamp, source, stamp.is_settled(now)))
    }

    /// The path of a file from the root, with `/` between components.
    fn path_of<'a>(&self, file: &'a Path) -> Result<Cow<'a, str>, Unread> {
        let relative = file.strip_prefix(&self.root).unwrap_or(file);
        let Some(path) = relative.to_str() else {
            let message = text!("name-not-utf8", path = relative.display().to_string());
            let problem = Diagnostic::error("E100", message).hint(text!("rename-file"));
            return Err(Unread {
                problem,
                has_vanished: false,
            });
        };
        Ok(match std::path::MAIN_SEPARATOR {
            '/' => path.into(),
            separator => path.replace(separator, "/").into(),
        })
    }
}
