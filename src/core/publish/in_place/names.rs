//! The temporary files of publishing in place. They lie in the output folder, so that they can be
//! renamed to the files that they stand for, and their names tell which those are.

use std::collections::{BTreeMap, HashMap};
use std::ffi::{OsStr, OsString};
use std::path::Path;

use crate::digest::Digest;
use crate::path::OutputPath;
use crate::publish::inventory::{above, as_os};
use crate::publish::manifest::Manifest;
use crate::publish::tree::{Entry, Tree};

/// What a temporary file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The new file, which is not visible yet.
    New,
    /// The old file, until the new site is complete.
    Old,
}

impl Kind {
    fn prefix(self) -> &'static str {
        match self {
            Self::New => ".warraq-new-",
            Self::Old => ".warraq-old-",
        }
    }
}

/// Whether a file is renamed into its place after all others: a page, which may name any of them.
pub(super) fn pages_last(path: &OutputPath) -> bool {
    matches!(path.extension(), Some("html" | "htm"))
}

/// The temporary file for a file, in the deepest folder above it that exists in `tree` and that is
/// not `replaced` by a file.
pub(super) fn temp_file(
    kind: Kind,
    path: &OsStr,
    tree: &Tree,
    replaced: impl Fn(&OsStr) -> bool,
) -> OsString {
    let is_folder = |path: &&OsStr| matches!(tree.entries.get(*path), Some(Entry::Folder(_)));
    // A folder below one that is replaced will not be there either.
    let mut folder = OsStr::new("");
    let folders: Vec<_> = above(path).collect();
    for deeper in folders.into_iter().rev() {
        if !is_folder(&deeper) || replaced(deeper) {
            break;
        }
        folder = deeper;
    }
    let mut temp_file = folder.to_owned();
    if !temp_file.is_empty() {
        temp_file.push("/");
    }
    temp_file.push(kind.prefix());
    temp_file.push(key(path));
    temp_file
}

fn key(path: &OsStr) -> String {
    format!("{:.16}", Digest::of(path.as_encoded_bytes()))
}

/// The temporary files that a run left, by the paths of the files that they stand for.
#[derive(Debug, Default)]
pub(super) struct Left<'a> {
    pub(super) new: BTreeMap<&'a OutputPath, OsString>,
    pub(super) old: BTreeMap<&'a OutputPath, OsString>,
}

impl<'a> Left<'a> {
    /// Those in `tree` for files that `manifest` names.
    pub(super) fn find(tree: &Tree, manifest: &'a Manifest) -> Self {
        let mut left = Self::default();
        let temp_files: Vec<_> = tree
            .entries
            .iter()
            .filter(|(_, entry)| matches!(entry, Entry::File(..)))
            .filter_map(|(path, _)| Some((path, parse(path)?)))
            .collect();
        if temp_files.is_empty() {
            return left;
        }
        let paths = manifest.files.keys();
        let paths: HashMap<_, _> = paths.map(|path| (key(as_os(path)), path)).collect();
        for (temp_file, (kind, key)) in temp_files {
            let Some(path) = paths.get(key) else {
                continue;
            };
            let files = match kind {
                Kind::New => &mut left.new,
                Kind::Old => &mut left.old,
            };
            files.insert(*path, temp_file.clone());
        }
        left
    }
}

/// What a temporary file is, and the key of the path that it stands for.
fn parse(path: &OsStr) -> Option<(Kind, &str)> {
    let name = Path::new(path).file_name()?.to_str()?;
    let kinds = [Kind::New, Kind::Old].into_iter();
    let mut kinds = kinds.filter_map(|kind| Some((kind, name.strip_prefix(kind.prefix())?)));
    kinds.next()
}
