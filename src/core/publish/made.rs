//! The lazy files of an output folder that are as the last publish wrote them, so that `deploy` need
//! not make them again.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::layout::last_manifest;
use super::manifest::Stamp;
use crate::digest::Digest;
use crate::source::load::LargeFile;

/// Files by their recipes.
pub struct MadeFiles(HashMap<Digest, File>);

struct File {
    place: PathBuf,
    hash: Digest,
    stamp: Stamp,
}

impl MadeFiles {
    /// Those of the last publish to `folder`; none where there was none or its record cannot be read.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let files = last_manifest(folder).unwrap_or_default().files.into_iter();
        let files = files.filter_map(|(path, record)| {
            let file = File {
                place: folder.join(path.as_str()),
                hash: record.hash,
                stamp: record.stamp?,
            };
            Some((record.recipe_digest?, file))
        });
        Self(files.collect())
    }

    /// The file of a recipe, if nobody has changed it since.
    #[must_use]
    pub fn get(&self, recipe: Digest) -> Option<LargeFile> {
        let file = self.0.get(&recipe)?;
        let found = fs::symlink_metadata(&file.place).ok()?;
        let is_same = found.is_file() && Stamp::from(&found) == file.stamp;
        is_same.then(|| LargeFile::written(&file.place, file.hash).ok())?
    }
}
