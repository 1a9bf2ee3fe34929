//! Compares the files of a fetched branch with the recorded state.

use serde::{Deserialize, Serialize};

use super::fetched::{BEFORE, MANIFEST, SITE};
use super::repository::Repository;
use super::tips::Tips;
use super::tree::{self, Files};
use crate::deploy::manifest::{Manifest, Record};
use crate::deploy::problem::Problem;
use crate::deploy::survey::Survey;
use crate::path::OutputPath;

/// The fetched files.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct Contents {
    /// The files at the tip of the branch.
    present: Files,
    /// The recorded manifest.
    pub(super) manifest: Option<String>,
    /// The files as they were deployed.
    deployed: Files,
    /// The files of the release before.
    before: Files,
}

impl Contents {
    /// Reads the trees of commits that the repository has.
    pub(super) fn read(repository: &Repository, tips: &Tips) -> Result<Self, Problem> {
        let list = |tree: &str| {
            let listing = repository.git(&["ls-tree", "-r", "-l", "-z", tree], &[])?;
            Ok(tree::files(&listing))
        };
        let mut contents = Self {
            present: tips.branch.as_deref().map_or(Ok(Files::new()), list)?,
            ..Self::default()
        };
        if let Some(state) = &tips.state {
            let manifest = format!("{state}:{MANIFEST}");
            let manifest = repository.git(&["cat-file", "blob", &manifest], &[])?;
            contents.manifest = Some(String::from_utf8_lossy(&manifest).into_owned());
            contents.deployed = list(&format!("{state}:{SITE}"))?;
            // There may be none.
            contents.before = list(&format!("{state}:{BEFORE}")).unwrap_or_default();
        }
        Ok(contents)
    }

    /// Compares the branch with the manifest.
    pub(super) fn survey(mut self, last: Option<Manifest>) -> Survey {
        let mut survey = Survey::default();
        if let Some(last) = &last {
            let old = last.old.iter().map(|(path, old)| (path, &old.record));
            for (path, record) in last.files.iter().chain(old) {
                let is_whole = self.present.get(path) == self.deployed.get(path);
                if is_whole && may_match(&self.present, path, record) {
                    survey.present.insert(path.clone(), record.clone());
                    self.present.remove(path);
                } else if last.files.contains_key(path) {
                    survey.missing.insert(path.clone());
                    self.present.remove(path);
                }
            }
            // Somebody may have reset the branch to the release before.
            let before = last.before.iter().flat_map(|before| &before.differs);
            for (path, record) in before {
                let is_same = self.present.get(path) == self.before.get(path);
                if let Some(record) = record.as_ref().filter(|_| is_same)
                    && self.present.remove(path).is_some()
                {
                    survey.present.insert(path.clone(), record.clone());
                }
            }
        }
        let foreign = self
            .present
            .into_iter()
            .map(|(path, blob)| (path, blob.size));
        survey.foreign = foreign.collect();
        survey.last = last;
        survey
    }
}

/// Whether a file exists and has the size of a record.
pub(super) fn may_match(files: &Files, path: &OutputPath, record: &Record) -> bool {
    let size = files.get(path).and_then(|blob| blob.size);
    size == Some(record.size)
}
