//! The files of `data/` that templates load: which they are, and what they say.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::context::Shape;
use crate::config::Config;
use crate::content::parse_data;
use crate::diagnostic::Checked;
use crate::digest::Digest;
use crate::source::{Snapshot, Source, load};

/// The function that loads a file, and its argument.
pub(super) const LOAD: &str = "load_data";
pub(super) const PATH: &str = "path";

/// What the files say that templates load.
#[derive(Default)]
pub(super) struct Data {
    loaded: BTreeMap<String, Loaded>,
    /// The paths of all files of data.
    there: Vec<Arc<str>>,
}

struct Loaded {
    digest: Digest,
    /// None if the file cannot be read, which has been reported.
    value: Option<(tera::Value, Shape)>,
}

impl Data {
    /// Reads the files that these templates load.
    pub(super) fn read<'a>(
        templates: impl Iterator<Item = &'a Source>,
        snapshot: &Snapshot,
        config: &Config,
    ) -> Checked<Self> {
        let mut data = Self::default();
        let mut diagnostics = Vec::new();
        let (loaded, there) = data_of(templates, snapshot);
        for source in loaded {
            let path = source.path();
            let mut rows = config.schema.collections.iter();
            let has_entries =
                rows.any(|one| one.rows.as_ref().is_some_and(|rows| rows.path == *path));
            let Checked {
                value,
                diagnostics: problems,
            } = parse_data(source, config);
            // Of a file with entries all problems are told with these.
            diagnostics.extend(problems.into_iter().filter(|_| !has_entries));
            let value = value.map(|value| {
                let shape = Shape::of_value(&value);
                (value, shape)
            });
            let digest = source.digest();
            data.loaded
                .insert(path.to_string(), Loaded { digest, value });
        }
        data.there = there.into_iter().map(Arc::from).collect();
        Checked::new(data, diagnostics)
    }

    /// What a file says; none if there is no such file, or it cannot be read.
    pub(super) fn value(&self, path: &str) -> Option<&tera::Value> {
        let (value, _) = self.loaded.get(path)?.value.as_ref()?;
        Some(value)
    }

    /// The shape of what a file says, lost if it cannot be read; none if there is no such file.
    pub(super) fn shape(&self, path: &str) -> Option<Shape> {
        let value = self.loaded.get(path)?.value.as_ref();
        Some(value.map_or(Shape::Lost, |(_, shape)| shape.clone()))
    }

    /// The paths of all files of data.
    pub(super) fn there(&self) -> impl Iterator<Item = Arc<str>> + '_ {
        self.there.iter().cloned()
    }

    /// The loaded files, with digests of what they say.
    pub(super) fn digests(&self) -> impl Iterator<Item = (&str, Digest)> {
        let loaded = self.loaded.iter();
        loaded.map(|(path, loaded)| (path.as_str(), loaded.digest))
    }
}

/// The files of data that templates load, and the paths of all there are if any template loads one. A path is looked for
/// between quotation marks, wherever it stands.
pub(crate) fn data_of<'a, 's>(
    templates: impl Iterator<Item = &'a Source>,
    snapshot: &'s Snapshot,
) -> (Vec<&'s Source>, Vec<&'s str>) {
    let loading = templates.filter(|source| source.text().contains(LOAD));
    let named: BTreeSet<&str> = loading
        .flat_map(|source| source.text().split(['"', '\'', '`']))
        .collect();
    if named.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let all: Vec<&Source> = snapshot.below(load::DATA).collect();
    let paths = all.iter().map(|source| source.path().as_str());
    let loaded = all.iter().copied();
    let loaded = loaded.filter(|source| named.contains(source.path().as_str()));
    (loaded.collect(), paths.collect())
}
