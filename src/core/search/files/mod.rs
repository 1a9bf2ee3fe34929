//! An index to the files that are published. A small one is one file; a large one is cut, by pages and by the alphabet, so
//! that a question costs its reader no more than what it asks about. How many files there are is known at
//! once, and what they hold when somebody looks at one.

mod layout;
mod part;
mod settings;
#[cfg(test)]
mod tests;
mod written;

use std::sync::{Arc, OnceLock};

use super::client::{self, Scripts};
use super::index::Page;
use crate::digest::{Digest, StableHash, StableHasher};
use crate::output::Bytes;
use crate::path::OutputPath;
use layout::Layout;
use written::{Index, json};

pub use settings::{Other, Settings};

/// The files of an index of these pages, which come in the order of their groups.
///
/// # Panics
/// Never: the names of the files are constants and numbers.
#[must_use]
pub fn files(folder: &str, settings: Settings, pages: Vec<Page>) -> Vec<(OutputPath, Bytes)> {
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
        (path(folder, &name), Bytes::lazy(made_of, make))
    });
    files.collect()
}

/// The scripts that ask the index in a folder.
#[must_use]
pub fn scripts(folder: &str, scripts: Scripts<'_>) -> Vec<(OutputPath, Bytes)> {
    let client = client::client_script(scripts).to_owned();
    let scripts = [
        (client::start(scripts), client::start_script(scripts)),
        (client::client(scripts), client),
    ];
    let scripts = scripts.into_iter();
    scripts
        .map(|(name, script)| (path(folder, &name), script.into()))
        .collect()
}

/// The first file of the index: all of it for a small site.
#[must_use]
pub fn first(folder: &str) -> OutputPath {
    path(folder, "index.js")
}

fn path(folder: &str, name: &str) -> OutputPath {
    let path = format!("{folder}/{name}");
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
