//! Whole sites for the tests of this room, linked: the repository's own, the one that `warraq new` writes, and the
//! one that every case of `tests/cases` differs from.

use std::path::Path;
use std::sync::Arc;

use super::templates::Templates;
use crate::assets::Assets;
use crate::config::Config;
use crate::content;
use crate::graph::{self, Included, Site};
use crate::markdown::Body;
use crate::path::SourcePath;
use crate::source::{Snapshot, Source, load};

pub(super) const SITES: [&str; 3] = ["", "src/cli/starter/dossier", "tests/cases/good"];

macro_rules! shared {
    ($($part:literal: $path:literal),* $(,)?) => {
        [$(($path, include_str!(concat!("../../cli/starter/", $part, "/", $path)))),*]
    };
}

/// The templates that the starter of a dossier shares with others.
const SHARED: [(&str, &str); 7] = shared![
    "frame": "templates/base.html",
    "frame": "templates/find.html",
    "frame": "templates/head.html",
    "frame": "templates/pager.html",
    "shared": "templates/not-found.html",
    "shared": "templates/page.html",
    "shared": "templates/redirect.html",
];

/// A site, linked but not planned.
pub(super) struct Fixture {
    pub(super) snapshot: Snapshot,
    pub(super) site: Arc<Site>,
    pub(super) bodies: Vec<Arc<Body>>,
    pub(super) templates: Templates,
}

impl Fixture {
    /// The site in a folder of the repository.
    pub(super) fn read(folder: &str) -> Self {
        Self::with(folder, &[])
    }

    /// The same with some files written anew.
    pub(super) fn with(folder: &str, files: &[(&str, &str)]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join(folder);
        let mut snapshot = load::load(&root).unwrap();
        let shared = SHARED
            .iter()
            .filter(|_| folder.starts_with("src/cli/starter/"));
        for (path, text) in shared.chain(files) {
            snapshot.insert(Source::new(SourcePath::new(path), text.as_bytes().to_vec()));
        }
        let config = Config::of_site(&snapshot, None).unwrap();
        let config = Arc::new(config.value.unwrap());
        let entries = snapshot.below(load::CONTENT);
        let entries = entries.filter(|source| super::is_entry(source));
        let parsed = entries.map(|source| content::parse(source, &config).value.unwrap());
        let (documents, bodies) = parsed.map(|one| (one.document, one.body)).unzip();
        let documents: Vec<_> = documents;
        let linked = graph::link(&config, documents, Included::default());
        let templates = Templates::load(&snapshot, &config, &Assets::default());
        Self {
            site: Arc::new(linked.value),
            templates: templates.value,
            bodies,
            snapshot,
        }
    }
}
