//! Compares the new site with the output folder: which files stay, which are new, which are
//! removed, and what belongs to the user. Reads a file if its stamp is not enough; changes nothing.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::OnceLock;

use rayon::prelude::*;

use super::access::Access;
use super::disk::{Act, Context, Disk, digest_of};
use super::grace::Grace;
use super::inventory::{Inventory, above, as_os, folders_above};
use super::layout::Layout;
use super::manifest::{Manifest, Record, Replaced, SiteRecord, Stamp};
use super::obstacles::{Conflict, file_and_folder, in_the_way};
use super::options::Options;
use super::tree::{Entry, Tree};
use crate::diagnostic::Diagnostic;
use crate::digest::Digest;
use crate::output::{Bytes, Held, Output};
use crate::parallel::FILES_AT_A_TIME;
use crate::path::OutputPath;

/// The result of a publish, in files; a symbolic link of the user counts as a file.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Published {
    /// Files that are new or were changed.
    pub written: usize,
    /// Files of the site that were there already, byte for byte.
    pub unchanged: usize,
    /// Files of the last site that this one lacks.
    pub removed: usize,
    /// Files that warraq did not write and has not changed.
    pub foreign: usize,
    /// Files of earlier builds that stay for a while.
    pub kept: usize,
    /// What the user should know, though the site is published.
    pub warnings: Vec<Diagnostic>,
}

/// The difference between the output folder and the new site.
pub(super) struct Changes<'a> {
    /// Every file of the new site, and those of earlier ones that stay for a while.
    pub(super) files: Vec<NewFile<'a>>,
    /// What the manifest is going to say of the new site as a whole.
    site: Option<SiteRecord>,
    /// Files of the last site that are not in the new one.
    pub(super) stale: Vec<(&'a OutputPath, Record)>,
    /// Files of the last site that are gone already, by somebody else's hand: while they are remembered, their folders are
    /// known to be warraq's.
    gone: Vec<(&'a OutputPath, Record)>,
    /// What warraq did not write and is not in the new site: files, links, and folders.
    pub(super) foreign: Vec<(&'a OsStr, Entry)>,
    /// All folders of the new state, parents first.
    pub(super) folders: BTreeSet<&'a OsStr>,
    /// Folders of the last site that become empty, parents last.
    pub(super) emptied: Vec<&'a OsStr>,
}

/// A file of the new site.
pub(super) struct NewFile<'a> {
    /// Its path.
    pub(super) path: &'a OutputPath,
    /// Its contents; `None` for a file of an earlier site, which is in the output folder.
    pub(super) bytes: Option<&'a Bytes>,
    /// The hash of its contents, which of a file that is nowhere yet is known once it is written.
    hash: OnceLock<Digest>,
    /// The digest of the recipe, for lazy bytes.
    recipe_digest: Option<Digest>,
    /// Whether its name tells its contents.
    fingerprinted: bool,
    /// When the site was first published without it.
    gone_since: Option<u64>,
    /// The stamp of the file in the output folder, if it has these contents already.
    pub(super) unchanged: Option<Stamp>,
    /// The file that it will replace.
    pub(super) replaces: Option<Replaced>,
}

impl<'a> Changes<'a> {
    /// Compares `output` with the output folder, which contains `tree`; `manifest` names the files
    /// of warraq.
    ///
    /// # Errors
    /// `E501` when something that warraq did not write is in the way; `E504` when the site needs a
    /// path both as a file and as a folder; `E500` when a file cannot be read.
    pub(super) fn between(
        layout: &Layout,
        tree: &'a Tree,
        manifest: &'a Manifest,
        output: &'a Output,
        options: Options<'_>,
    ) -> Result<Self, Diagnostic> {
        let paths = || output.iter().map(|(path, _)| path);
        let mut new: HashSet<&OsStr> = paths().map(as_os).collect();
        let mut needed: BTreeSet<&OsStr> = folders_above(paths()).collect();
        let both: Vec<_> = needed.iter().filter(|path| new.contains(*path)).collect();
        if !both.is_empty() {
            return Err(file_and_folder(&both));
        }

        let found = Inventory::new(&layout.output, tree, manifest);
        let files: Vec<_> = output.iter().collect();
        let mut files = files
            .into_par_iter()
            .with_max_len(FILES_AT_A_TIME)
            .map(|(path, bytes)| NewFile::find(&layout.output, &found, path, bytes))
            .collect::<Result<Vec<_>, _>>()?;
        if let Some(grace) = options.grace {
            for file in &mut files {
                file.fingerprinted = grace.fingerprinted.contains(file.path);
            }
            let old = found
                .ours()
                .filter(|(path, _)| !new.contains(as_os(path)) && !needed.contains(as_os(path)))
                .filter(|(path, _)| !above(as_os(path)).any(|folder| new.contains(folder)))
                .filter_map(|(path, record)| NewFile::kept(path, &record, grace));
            let old: Vec<_> = old.collect();
            new.extend(old.iter().map(|file| as_os(file.path)));
            needed.extend(folders_above(old.iter().map(|file| file.path)));
            files.extend(old);
        }
        let was_ours = |path: &OsStr| {
            path.to_str()
                .is_some_and(|p| manifest.files.contains_key(p))
        };
        let of_files = files
            .iter()
            .filter_map(|file| file.obstacle(&found, was_ours));
        let of_folders = needed.iter().filter_map(|path| obstacle(path, &found));
        let obstacles: BTreeMap<_, _> = of_files.chain(of_folders).collect();
        if !obstacles.is_empty() {
            return Err(in_the_way(&layout.shown, &obstacles));
        }

        let foreign = found.foreign.iter().copied();
        Ok(Self {
            files,
            site: options.site,
            stale: found
                .ours()
                .filter(|(path, _)| !new.contains(as_os(path)))
                .collect(),
            gone: {
                let there: HashSet<&OsStr> = found.ours().map(|(path, _)| as_os(path)).collect();
                let recorded = manifest.files.iter();
                let gone = recorded
                    .filter(|(path, _)| !there.contains(as_os(path)) && !new.contains(as_os(path)));
                gone.map(|(path, record)| (path, *record)).collect()
            },
            foreign: foreign.filter(|(path, _)| !new.contains(path)).collect(),
            emptied: found
                .folders_of_ours()
                .filter(|path| !needed.contains(path))
                .collect(),
            folders: needed.union(&found.kept_folders).copied().collect(),
        })
    }

    /// Whether the output folder is up to date.
    pub(super) fn is_empty(&self) -> bool {
        let unchanged = self.files.iter().all(|file| file.unchanged.is_some());
        unchanged && self.stale.is_empty() && self.emptied.is_empty()
    }

    /// The manifest of the new site, its files having these stamps on disk.
    pub(super) fn after(&self, stamps: &[Stamp]) -> Manifest {
        let files = self.files.iter().zip(stamps);
        let files = files.map(|(file, stamp)| (file.path.clone(), file.record(Some(*stamp))));
        Manifest {
            files: files.collect(),
            site: self.site,
        }
    }

    /// The manifest of the new site when it is complete, before the files of the last one are
    /// removed.
    pub(super) fn complete(&self, stamps: &[Stamp]) -> Manifest {
        let mut manifest = self.after(stamps);
        manifest.files.extend(self.of_the_last_site());
        manifest.site = None;
        manifest
    }

    /// Who may use a folder of the new state: as now, or as the folder above it. `None` where the
    /// umask decides, because there is no output folder yet.
    pub(super) fn access(tree: &Tree, folder: &OsStr) -> Option<Access> {
        let folders = [folder].into_iter().chain(above(folder));
        let mut known = folders.filter_map(|folder| match tree.entries.get(folder) {
            Some(Entry::Folder(access)) => Some(*access),
            _ => None,
        });
        known.next().or(tree.access)
    }

    /// Who may use a new file: whoever may use its folder.
    pub(super) fn access_of_file(tree: &Tree, path: &OutputPath) -> Option<Access> {
        let folder = above(as_os(path)).next().unwrap_or(OsStr::new(""));
        Self::access(tree, folder).map(Access::of_files)
    }

    /// The manifest while the last site gives way to the new one: what is there, and what will be.
    /// `stamps` are those of the new files, if they exist already.
    pub(super) fn during(&self, stamps: Option<&[Stamp]>) -> Manifest {
        let new = self.files.iter().enumerate().map(|(index, file)| {
            let stamp = stamps.and_then(|stamps| stamps.get(index)).copied();
            let record = Record {
                replaces: file.replaces,
                ..file.record(stamp.or(file.unchanged))
            };
            (file.path.clone(), record)
        });
        Manifest {
            files: self.of_the_last_site().chain(new).collect(),
            site: None,
        }
    }

    /// The records of the last site's files that the new one lacks.
    fn of_the_last_site(&self) -> impl Iterator<Item = (OutputPath, Record)> {
        let lacking = self.stale.iter().chain(&self.gone);
        lacking.map(|(path, record)| ((*path).clone(), *record))
    }

    /// The stamps of the new site's files, if all of them are in the output folder.
    pub(super) fn unchanged(&self) -> Option<Vec<Stamp>> {
        self.files.iter().map(|file| file.unchanged).collect()
    }

    /// The result, once the changes are made.
    pub(super) fn summary(&self) -> Published {
        let files = self.files.iter().filter(|file| file.bytes.is_some());
        let unchanged = files.clone().filter(|file| file.unchanged.is_some());
        let (files, unchanged) = (files.count(), unchanged.count());
        let foreign = self.foreign.iter();
        let left = foreign.filter(|(_, entry)| !matches!(entry, Entry::Folder(_)));
        Published {
            written: files - unchanged,
            unchanged,
            removed: self.stale.len(),
            foreign: left.count(),
            kept: self.files.len() - files,
            warnings: Vec::new(),
        }
    }
}

/// A path where something of the user conflicts with the new site, and how.
type Obstacle<'a> = (&'a OsStr, Conflict);

impl<'a> NewFile<'a> {
    /// Whether its contents are still to be made, which takes longer than writing them.
    pub(super) fn is_unmade(&self) -> bool {
        self.unchanged.is_none() && self.bytes.is_some_and(|bytes| !bytes.is_made())
    }

    fn find(
        folder: &Path,
        found: &Inventory<'_>,
        path: &'a OutputPath,
        bytes: &'a Bytes,
    ) -> Result<Self, Diagnostic> {
        let stamp = match found.entry(as_os(path)) {
            Some(Entry::File(stamp, _)) => Some(stamp),
            _ => None,
        };
        let record = found.record(as_os(path));
        let target = |hash: Option<Digest>, unchanged: Option<Stamp>| Self {
            path,
            bytes: Some(bytes),
            hash: hash.map(OnceLock::from).unwrap_or_default(),
            recipe_digest: bytes.recipe_digest(),
            fingerprinted: false,
            gone_since: None,
            unchanged,
            replaces: record
                .filter(|_| unchanged.is_none())
                .and_then(Record::as_replaced),
        };
        if let Some(record) = record.filter(|record| record.has_recipe_of(bytes)) {
            return Ok(target(Some(record.hash), stamp));
        }
        if record.is_none() && stamp.is_none() {
            return Ok(target(None, None));
        }
        let made = bytes.once();
        let hash = made.digest();
        let same = match (record, stamp) {
            (Some(record), _) => record.hash == hash,
            (None, Some(stamp)) => {
                let file = folder.join(path.as_str());
                holds(&file, stamp, &made).or_cannot(Act::Read, &file)?
            }
            (None, None) => false,
        };
        Ok(target(Some(hash), stamp.filter(|_| same)))
    }

    /// A file of an earlier site that stays for a while, if it does.
    fn kept(path: &'a OutputPath, record: &Record, grace: Grace<'_>) -> Option<Self> {
        Some(Self {
            path,
            bytes: None,
            hash: record.hash.into(),
            recipe_digest: record.recipe_digest,
            fingerprinted: true,
            gone_since: Some(grace.gone_since(record)?),
            unchanged: Some(record.stamp?),
            replaces: None,
        })
    }

    /// Writes it to `path`, where nothing is. `there` is its place in the output folder.
    pub(super) fn write(
        &self,
        disk: &dyn Disk,
        path: &Path,
        there: &Path,
        access: Option<Access>,
    ) -> io::Result<Stamp> {
        let Some(bytes) = self.bytes else {
            disk.copy(there, path)?;
            return Ok(Stamp::from(&fs::symlink_metadata(path)?));
        };
        let made = bytes.once();
        self.hash.get_or_init(|| made.digest());
        match made.held() {
            Held::OnDisk(file) => disk.write_large(path, file, access),
            Held::InMemory(bytes) => disk.write(path, bytes, access),
        }
    }

    /// The hash of its contents. They are made for it, and kept until it is written, if that is to be known before.
    fn hash(&self) -> Digest {
        let digest = || self.bytes.map_or_else(|| Digest::of(b""), Bytes::digest);
        *self.hash.get_or_init(digest)
    }

    fn record(&self, stamp: Option<Stamp>) -> Record {
        Record {
            hash: self.hash(),
            recipe_digest: self.recipe_digest,
            fingerprinted: self.fingerprinted,
            gone_since: self.gone_since,
            stamp,
            replaces: None,
        }
    }

    /// What prevents this file from being written.
    fn obstacle(
        &self,
        found: &Inventory<'_>,
        was_ours: impl Fn(&OsStr) -> bool,
    ) -> Option<Obstacle<'a>> {
        let path = as_os(self.path);
        let conflict = match found.entry(path)? {
            Entry::File(..) if self.unchanged.is_some() || found.is_ours(path) => return None,
            Entry::File(..) if was_ours(path) => Conflict::Changed,
            Entry::File(..) => Conflict::Differs,
            Entry::Folder(_) if !found.kept_folders.contains(path) => return None,
            Entry::Folder(_) => Conflict::FolderForFile,
            Entry::Other(_) => Conflict::LinkForFile,
        };
        Some((path, conflict))
    }
}

/// What prevents a folder at `path`.
fn obstacle<'a>(path: &'a OsStr, found: &Inventory<'_>) -> Option<Obstacle<'a>> {
    match found.entry(path)? {
        Entry::Folder(_) => None,
        Entry::File(..) if found.is_ours(path) => None,
        Entry::File(..) => Some((path, Conflict::FileForFolder)),
        Entry::Other(_) => Some((path, Conflict::LinkForFolder)),
    }
}

fn holds(file: &Path, stamp: Stamp, bytes: &Bytes) -> io::Result<bool> {
    Ok(stamp.size == bytes.size()
        && match bytes.as_slice() {
            Some(bytes) => fs::read(file)? == bytes,
            None => digest_of(file)? == bytes.digest(),
        })
}
