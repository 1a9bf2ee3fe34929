//! A folder to publish to, and a disk that fails on demand.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

use tempfile::TempDir;
use walkdir::WalkDir;

use super::super::access::Access;
use super::super::disk::{Disk, System};
use super::super::{Options, Published, publish, publish_to};
use crate::diagnostic::Diagnostic;
use crate::output::Output;
use crate::path::OutputPath;
use crate::publish::manifest::Stamp;
use crate::source::load::LargeFile;

/// A temporary folder with a `public` in it.
pub(super) struct Scratch(TempDir);

impl Scratch {
    pub(super) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(super) fn root(&self) -> PathBuf {
        self.0.path().canonicalize().unwrap()
    }

    pub(super) fn folder(&self) -> PathBuf {
        self.root().join("public")
    }

    pub(super) fn publish(&self, files: &[(&str, &str)]) -> Published {
        publish(&site(files), &self.folder(), Options::default()).unwrap()
    }

    /// Writes a file into the output folder, as its user would.
    pub(super) fn write(&self, path: &str, text: &str) {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The names in the state folder.
    pub(super) fn state(&self) -> Vec<String> {
        let state = fs::read_dir(self.root().join(".public.warraq")).unwrap();
        let names = state.map(|item| item.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    /// The disk that holds it all, on which nothing fails yet.
    pub(super) fn disk(&self) -> Faulty<'_> {
        Faulty {
            folder: self.folder(),
            steps: AtomicI64::new(i64::MAX),
            exchanges: Exchanges::Work,
            links: Links::Work,
            options: Options::default(),
            recovers: false,
            room: None,
            intruder: Box::new(|| ()),
        }
    }
}

/// A site of these files.
pub(super) fn site(files: &[(&str, &str)]) -> Output {
    let files = files.iter();
    let files = files.map(|(path, text)| (OutputPath::new(path).unwrap(), (*text).to_owned()));
    files.collect()
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    File(Vec<u8>),
    Link(PathBuf),
    Folder,
}

/// All that a folder holds; nothing, when there is none.
pub(super) fn contents(folder: &Path) -> BTreeMap<String, Node> {
    if !folder.exists() {
        return BTreeMap::new();
    }
    let walk = WalkDir::new(folder).min_depth(1).into_iter();
    walk.map(|item| {
        let item = item.unwrap();
        let path = item.path();
        let node = match item.file_type() {
            kind if kind.is_symlink() => Node::Link(fs::read_link(path).unwrap()),
            kind if kind.is_dir() => Node::Folder,
            _ => Node::File(fs::read(path).unwrap()),
        };
        let path = path.strip_prefix(folder).unwrap();
        (path.to_str().unwrap().to_owned(), node)
    })
    .collect()
}

/// What [`contents`] says of a folder with these files and no others.
pub(super) fn tree(files: &[(&str, &str)]) -> BTreeMap<String, Node> {
    let mut nodes = BTreeMap::new();
    for (path, text) in files {
        for (end, _) in path.match_indices('/') {
            nodes.insert(path[..end].to_owned(), Node::Folder);
        }
        nodes.insert((*path).to_owned(), Node::File(text.as_bytes().to_vec()));
    }
    nodes
}

/// Which exchanges of folders the system grants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exchanges {
    Work,
    /// None: the file system does not know them.
    Never,
    /// Any but that of the output folder, as when it is a mount point.
    NotOfTheFolder,
}

/// Whether a file may have two names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Links {
    Work,
    Never,
}

/// The disk of this machine, less what it is told to refuse.
pub(super) struct Faulty<'a> {
    /// The output folder.
    pub(super) folder: PathBuf,
    /// After so many steps the process is as good as killed: that step stays half done, and all
    /// further ones fail.
    pub(super) steps: AtomicI64,
    pub(super) exchanges: Exchanges,
    pub(super) links: Links,
    pub(super) options: Options<'a>,
    /// Whether the disk works again after the step that failed.
    pub(super) recovers: bool,
    /// How many bytes there is room for.
    pub(super) room: Option<u64>,
    /// What someone else does just before the output folder is exchanged.
    pub(super) intruder: Box<dyn Fn() + Sync + 'a>,
}

impl Faulty<'_> {
    pub(super) fn publish(&self, output: &Output) -> Result<Published, Diagnostic> {
        publish_to(self, output, &self.folder, self.options)
    }

    fn step<T>(&self, whole: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        self.step_or_half(whole, || ())
    }

    fn step_or_half<T>(
        &self,
        whole: impl FnOnce() -> io::Result<T>,
        half: impl FnOnce(),
    ) -> io::Result<T> {
        let left = self.steps.fetch_sub(1, Ordering::SeqCst);
        if left > 0 {
            return whole();
        }
        if left == 0 {
            half();
        }
        if left < 0 && self.recovers {
            return whole();
        }
        Err(io::Error::other("killed"))
    }
}

impl Disk for Faulty<'_> {
    fn create_folder(&self, path: &Path) -> io::Result<()> {
        self.step(|| System.create_folder(path))
    }

    fn create_folders(&self, path: &Path) -> io::Result<()> {
        self.step(|| System.create_folders(path))
    }

    fn write(&self, path: &Path, bytes: &[u8], access: Option<Access>) -> io::Result<Stamp> {
        let half = || drop(System.write(path, &bytes[..bytes.len() / 2], access));
        self.step_or_half(|| System.write(path, bytes, access), half)
    }

    fn write_large(
        &self,
        path: &Path,
        file: &LargeFile,
        access: Option<Access>,
    ) -> io::Result<Stamp> {
        let half = || fs::write(path, b"half").unwrap();
        self.step_or_half(|| System.write_large(path, file, access), half)
    }

    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| System.copy(from, to))
    }

    fn copy_attributes(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| System.copy_attributes(from, to))
    }

    fn room(&self, folder: &Path) -> Option<u64> {
        self.room.or_else(|| System.room(folder))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| match self.links {
            Links::Work => System.link(from, to),
            Links::Never => Err(ErrorKind::TooManyLinks.into()),
        })
    }

    fn set_access(&self, path: &Path, access: Access) -> io::Result<()> {
        self.step(|| System.set_access(path, access))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step(|| System.rename(from, to))
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.step(|| {
            let is_folder = other == self.folder;
            if is_folder {
                (self.intruder)();
            }
            match self.exchanges {
                Exchanges::Never => Err(ErrorKind::InvalidInput.into()),
                Exchanges::NotOfTheFolder if is_folder => Err(ErrorKind::ResourceBusy.into()),
                _ => System.exchange(one, other),
            }
        })
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        self.step(|| System.remove_file(path))
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.step(|| System.remove_folder(path))
    }

    fn remove_tree(&self, path: &Path) -> io::Result<()> {
        let half = || {
            let files = WalkDir::new(path).into_iter().flatten();
            for file in files.filter(|item| !item.file_type().is_dir()).step_by(2) {
                fs::remove_file(file.path()).unwrap();
            }
        };
        self.step_or_half(|| System.remove_tree(path), half)
    }
}
