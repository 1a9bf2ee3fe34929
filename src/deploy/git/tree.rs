//! Trees of git: what is in one, and how another is made of it. Pure.

use std::collections::BTreeMap;

use crate::path::OutputPath;

/// The files of a tree that a site could have: path, name of the blob, bytes if known.
pub(super) type Files = BTreeMap<OutputPath, Blob>;

/// A file of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Blob {
    /// The name of the object.
    pub(super) object: String,
    /// Its size in bytes; none for links to other repositories.
    pub(super) size: Option<u64>,
}

/// Reads what `git ls-tree -r -l -z` says: `100644 blob 0a1b…     123<TAB>path<NUL>`.
pub(super) fn files(said: &[u8]) -> Files {
    let entries = said.split(|byte| *byte == 0);
    let entries = entries.filter_map(|entry| {
        let (what, path) = std::str::from_utf8(entry).ok()?.split_once('\t')?;
        let mut words = what.split_ascii_whitespace().skip(2);
        let object = words.next()?.to_owned();
        let size = words.next()?.parse().ok();
        Some((OutputPath::new(path).ok()?, Blob { object, size }))
    });
    entries.collect()
}

/// What `git fast-import` is told to make a tree of another.
pub(super) struct Import(Vec<u8>);

/// The reference under which the tree is found afterwards.
pub(super) const IMPORTED: &str = "refs/warraq/imported";

impl Import {
    /// The tree of a commit, if there is one, as the beginning.
    pub(super) fn new(from: Option<&str>) -> Self {
        let mut import = format!("commit {IMPORTED}\ncommitter warraq <> 0 +0000\ndata 0\n");
        if let Some(from) = from {
            import.push_str(&format!("from {from}\n"));
        }
        Self(import.into_bytes())
    }

    /// Without a file, or without a folder and all that is in it.
    pub(super) fn remove(&mut self, path: &OutputPath) {
        self.line(&format!("D {path}"));
    }

    /// With a file of these bytes.
    pub(super) fn write(&mut self, path: &OutputPath, bytes: &[u8]) {
        self.line(&format!("M 100644 inline {path}"));
        self.line(&format!("data {}", bytes.len()));
        self.0.extend_from_slice(bytes);
        self.0.push(b'\n');
    }

    /// With a file that the repository has already.
    pub(super) fn link(&mut self, path: &OutputPath, object: &str) {
        self.line(&format!("M 100644 {object} {path}"));
    }

    /// What the program is told.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.line("done");
        self.0
    }

    /// Paths need no quotation: those of a site have no quotation mark and no line break.
    fn line(&mut self, line: &str) {
        self.0.extend_from_slice(line.as_bytes());
        self.0.push(b'\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_is_read_whatever_its_paths_are() {
        let said = "100644 blob 0a1b      12\tكتب/كتاب أول.html\x00160000 commit 0c0c       -\tlib\0\
            100755 blob 0d0d 3\ta\"b\n\0";
        let read = files(said.as_bytes());
        let read: Vec<_> = read
            .iter()
            .map(|(path, blob)| (path.as_str(), blob.size))
            .collect();
        assert_eq!(read, [("lib", None), ("كتب/كتاب أول.html", Some(12))]);
    }
}
