//! Reads a git tree, and describes how another is made of it.

use std::collections::BTreeMap;
use std::io;
use std::io::Read;
use std::io::Write;
use std::mem;

use serde::{Deserialize, Serialize};

use crate::output::{Bytes, Held};
use crate::path::OutputPath;

/// The files of a tree whose paths a site could have.
pub(super) type Files = BTreeMap<OutputPath, Blob>;

/// A file of a tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Blob {
    /// The name of the object.
    pub(super) object: String,
    /// Its size in bytes; none for links to other repositories.
    pub(super) size: Option<u64>,
}

/// Parses the output of `git ls-tree -r -l -z`: `100644 blob 0a1b…     123<TAB>path<NUL>`.
pub(super) fn files(listing: &[u8]) -> Files {
    let entries = listing.split(|byte| *byte == 0);
    let entries = entries.filter_map(|entry| {
        let (what, path) = std::str::from_utf8(entry).ok()?.split_once('\t')?;
        let mut words = what.split_ascii_whitespace().skip(2);
        let object = words.next()?.to_owned();
        let size = words.next()?.parse().ok();
        Some((OutputPath::new(path).ok()?, Blob { object, size }))
    });
    entries.collect()
}

/// The input of `git fast-import` that makes one tree of another.
pub(super) struct Import<'a> {
    /// What comes before a file, and the file.
    files: Vec<(Vec<u8>, &'a Bytes)>,
    /// What comes after the last file.
    rest: Vec<u8>,
}

/// How much of a large file is in memory at once, in bytes.
const PART: usize = 64 << 10;

/// The reference under which the tree is fetched afterwards.
pub(super) const IMPORTED: &str = "refs/warraq/imported";

impl<'a> Import<'a> {
    /// Starts from the tree of a commit, if there is one.
    pub(super) fn new(from: Option<&str>) -> Self {
        let mut import = format!("commit {IMPORTED}\ncommitter warraq <> 0 +0000\ndata 0\n");
        if let Some(from) = from {
            import.push_str(&format!("from {from}\n"));
        }
        Self {
            files: Vec::new(),
            rest: import.into_bytes(),
        }
    }

    /// Removes a file, or a folder with its contents.
    pub(super) fn remove(&mut self, path: &OutputPath) {
        self.line(&format!("D {path}"));
    }

    /// Adds a file with these bytes.
    pub(super) fn write(&mut self, path: &OutputPath, bytes: &'a Bytes) {
        self.line(&format!("M 100644 inline {path}"));
        self.line(&format!("data {}", bytes.size()));
        self.files.push((mem::take(&mut self.rest), bytes));
        self.rest.push(b'\n');
    }

    /// Adds a file that the repository has already.
    pub(super) fn link(&mut self, path: &OutputPath, object: &str) {
        self.line(&format!("M 100644 {object} {path}"));
    }

    /// Writes the whole input.
    ///
    /// # Errors
    /// When a large file cannot be read or has changed, with its reason; when nobody takes the
    /// input, which they explain themselves, without one.
    pub(super) fn feed(mut self, to: &mut impl Write) -> Result<(), Option<io::Error>> {
        self.line("done");
        for (before, bytes) in self.files {
            to.write_all(&before).map_err(|_| None)?;
            let large = match bytes.held() {
                Held::OnDisk(large) => large,
                Held::InMemory(bytes) => {
                    to.write_all(bytes).map_err(|_| None)?;
                    continue;
                }
            };
            let mut large = large.open_whole().map_err(Some)?;
            let mut part = vec![0; PART];
            loop {
                match large.read(&mut part).map_err(Some)? {
                    0 => break,
                    length => to.write_all(&part[..length]).map_err(|_| None)?,
                }
            }
        }
        to.write_all(&self.rest).map_err(|_| None)
    }

    /// Paths need no quoting: those of a site contain no quotation marks and no line breaks.
    fn line(&mut self, line: &str) {
        self.rest.extend_from_slice(line.as_bytes());
        self.rest.push(b'\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read_whatever_its_paths_are() {
        let listing = "100644 blob 0a1b      12\tكتب/كتاب أول.html\x00160000 commit 0c0c       -\tlib\0\
            100755 blob 0d0d 3\ta\"b\n\0";
        let read = files(listing.as_bytes());
        let read: Vec<_> = read
            .iter()
            .map(|(path, blob)| (path.as_str(), blob.size))
            .collect();
        assert_eq!(read, [("lib", None), ("كتب/كتاب أول.html", Some(12))]);
    }
}
