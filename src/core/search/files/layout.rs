//! Into how many files an index is cut.

use crate::search::index::Page;

/// The most that is published in one file, in words found in places. 60 KB when compressed: such a word takes a byte and a
/// half, with all that goes with it.
const HITS_IN_ONE_FILE: usize = 40_000;

/// About how many of them go into a part.
const HITS_IN_A_PART: usize = 16_000;

/// How many pages are described in one file of a large index.
pub(super) const PAGES_IN_A_FILE: usize = 24;

/// How many files there are besides the first.
#[derive(Clone, Copy)]
pub(super) struct Layout {
    pub(super) pages: usize,
    pub(super) parts: usize,
}

impl Layout {
    /// For an index of these pages.
    pub(super) fn of(pages: &[Page]) -> Self {
        let hits: usize = pages.iter().map(|page| page.extract.size()).sum();
        if hits <= HITS_IN_ONE_FILE {
            return Self { pages: 0, parts: 0 };
        }
        Self {
            pages: pages.len().div_ceil(PAGES_IN_A_FILE),
            parts: hits.div_ceil(HITS_IN_A_PART),
        }
    }

    /// The names of all files.
    pub(super) fn names(self) -> Vec<String> {
        let pages = (0..self.pages).map(|number| format!("pages-{number}.js"));
        let parts = (0..self.parts).map(|number| format!("words-{number}.js"));
        let first = std::iter::once("index.js".to_owned());
        first.chain(pages).chain(parts).collect()
    }
}
