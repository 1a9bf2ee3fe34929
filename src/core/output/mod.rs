//! The finished site as a value: every published path and its bytes.
//! `publish` writes it into a folder; the preview server answers from it; `deploy` uploads it.
//! Nothing here knows what a page is, or reaches the disk.

mod bytes;
mod sizes;

use std::collections::BTreeMap;

pub use bytes::{Bytes, Held, recipe_digest};
pub use sizes::KnownSizes;

use crate::path::OutputPath;

/// All files of the site, in the order of their paths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Output(BTreeMap<OutputPath, Bytes>);

impl Output {
    /// A site without files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    ///
    /// # Panics
    /// When the site holds this path already: every path is planned, and the plan reports two
    /// owners of one path, so a second one here is a bug.
    pub fn insert(&mut self, path: OutputPath, bytes: impl Into<Bytes>) {
        assert!(
            !self.0.contains_key(&path),
            "two owners of `{path}` passed the plan"
        );
        self.0.insert(path, bytes.into());
    }

    /// The bytes published at `path`.
    #[must_use]
    pub fn get(&self, path: &OutputPath) -> Option<&Bytes> {
        self.0.get(path)
    }

    /// Every path with its bytes, sorted by path.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&OutputPath, &Bytes)> {
        self.0.iter()
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The size of all files together, in bytes.
    #[must_use]
    pub fn total_bytes(&self) -> u64 {
        self.0.values().map(Bytes::size).sum()
    }
}

impl<B: Into<Bytes>> FromIterator<(OutputPath, B)> for Output {
    /// Collects files; a path that comes twice panics as in [`Output::insert`].
    fn from_iter<I: IntoIterator<Item = (OutputPath, B)>>(files: I) -> Self {
        let files = files.into_iter().map(|(path, bytes)| (path, bytes.into()));
        let mut files: Vec<(OutputPath, Bytes)> = files.collect();
        files.sort_by(|(a, _), (b, _)| a.cmp(b));
        if let Some([(path, _), _]) = files.array_windows().find(|[(a, _), (b, _)]| a == b) {
            panic!("two owners of `{path}` passed the plan");
        }
        // In order, which makes it quick.
        Self(files.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> OutputPath {
        OutputPath::new(text).unwrap()
    }

    #[test]
    fn files_come_sorted_whatever_the_order_of_insertion() {
        let output: Output = [(path("b/a.html"), "ب"), (path("a.html"), "أ")]
            .map(|(path, text)| (path, text.as_bytes().to_vec()))
            .into_iter()
            .collect();
        let paths: Vec<_> = output.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["a.html", "b/a.html"]);
        assert_eq!((output.len(), output.total_bytes()), (2, 4));
        assert_eq!(
            output.get(&path("a.html")),
            Some(&"أ".as_bytes().to_vec().into())
        );
    }

    #[test]
    #[should_panic(expected = "two owners of `a.html`")]
    fn a_path_inserted_twice_is_a_bug() {
        let mut output = Output::new();
        output.insert(path("a.html"), Vec::new());
        output.insert(path("a.html"), Vec::new());
    }
}
