//! An index to the files that are published. A small one is one file; a large one is cut, by pages and by the alphabet, so
//! that a question costs its reader no more than what it asks about. How many files there are is known at
//! once, and what they hold when somebody looks at one.

mod part;
#[cfg(test)]
mod tests;
mod written;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde::Serialize;

use super::client;
use super::index::Page;
use crate::digest::{Digest, StableHash, StableHasher};
use crate::output::Bytes;
use crate::path::OutputPath;
use written::{Index, json};

/// What the site says about its search. The forms of plurals go by CLDR's names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// The language of the site.
    pub language: String,
    /// What the field says.
    pub texts: BTreeMap<&'static str, String>,
    /// How results are counted.
    pub plural: Option<BTreeMap<&'static str, String>>,
    /// Words of the site, and what else the same is called.
    #[serde(skip)]
    pub synonyms: Vec<(String, Vec<String>)>,
    /// The groups of results: what stands above each, and how its results are counted.
    pub groups: Vec<(String, Option<BTreeMap<&'static str, String>>)>,
}

/// The most that is published in one file, in words found in places. 60 KB when compressed: such a word takes a byte and a
/// half, with all that goes with it.
const HITS_IN_ONE_FILE: usize = 40_000;

/// About how many of them go into a part.
const HITS_IN_A_PART: usize = 16_000;

/// How many pages are described in one file of a large index.
const PAGES_IN_A_FILE: usize = 24;

/// The files of an index of these pages, which come in the order of their groups.
///
/// # Panics
/// Never: the names of the files are constants and numbers.
#[must_use]
pub fn files(settings: Settings, pages: Vec<Page>) -> Vec<(OutputPath, Bytes)> {
    let of = Digest::of_value(&(&settings, &pages));
    let index = Index {
        layout: Layout::of(&pages),
        settings,
        pages,
        written: OnceLock::new(),
    };
    let index = Arc::new(index);
    let names = index.layout.names();
    let files = names.into_iter().enumerate().map(|(number, name)| {
        let index = index.clone();
        let made_of = Digest::of_value(&(of, &name));
        let make = move || index.written.get_or_init(|| index.write())[number].clone();
        (path(&name), Bytes::lazy(made_of, make))
    });
    files.collect()
}

/// The scripts that ask the index.
#[must_use]
pub fn scripts() -> Vec<(OutputPath, Bytes)> {
    let scripts = [
        (client::start(), client::start_script()),
        (client::client(), client::client_script()),
    ];
    let scripts = scripts.into_iter();
    scripts
        .map(|(name, script)| (path(&name), script.into()))
        .collect()
}

/// The first file of the index: all of it for a small site.
#[must_use]
pub fn first() -> OutputPath {
    path("index.js")
}

fn path(name: &str) -> OutputPath {
    let path = format!("{}/{name}", client::FOLDER);
    OutputPath::new(&path).expect("a path of ASCII letters and digits")
}

impl StableHash for Settings {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&(json(self), &self.synonyms));
    }
}

impl StableHash for Page {
    fn stable_hash(&self, hasher: &mut StableHasher) {
        hasher.write(&(&self.address, self.extract.digest, self.group));
        hasher.write(&(&self.aliases, &self.labels));
    }
}

/// How many files there are besides the first.
#[derive(Clone, Copy)]
struct Layout {
    pages: usize,
    parts: usize,
}

impl Layout {
    fn of(pages: &[Page]) -> Self {
        let hits: usize = pages.iter().map(|page| page.extract.size()).sum();
        if hits <= HITS_IN_ONE_FILE {
            return Self { pages: 0, parts: 0 };
        }
        Self {
            pages: pages.len().div_ceil(PAGES_IN_A_FILE),
            parts: hits.div_ceil(HITS_IN_A_PART),
        }
    }

    fn names(self) -> Vec<String> {
        let pages = (0..self.pages).map(|number| format!("pages-{number}.js"));
        let parts = (0..self.parts).map(|number| format!("words-{number}.js"));
        let first = std::iter::once("index.js".to_owned());
        first.chain(pages).chain(parts).collect()
    }
}
