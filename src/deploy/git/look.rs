//! What was fetched of a branch, held against what warraq wrote down.

use super::found::{BEFORE, Found, MANIFEST, SITE};
use super::tree::{self, Files};
use crate::deploy::manifest::{Manifest, Record};
use crate::deploy::problem::Problem;
use crate::deploy::survey::Survey;
use crate::path::OutputPath;

/// What was fetched.
#[derive(Default)]
pub(super) struct Look {
    /// The files that the branch ends in.
    there: Files,
    /// What was written down.
    pub(super) manifest: Option<Vec<u8>>,
    /// The files as they were deployed.
    deployed: Files,
    /// The files of the release before.
    before: Files,
}

impl Look {
    /// Reads what was fetched.
    pub(super) fn read(found: &Found) -> Result<Self, Problem> {
        let list = |tree: &str| {
            let said = found
                .repository
                .git(&["ls-tree", "-r", "-l", "-z", tree], &[])?;
            Ok(tree::files(&said))
        };
        let mut look = Self {
            there: found.tip.as_deref().map_or(Ok(Files::new()), list)?,
            ..Self::default()
        };
        if let Some(state) = &found.state {
            let manifest = format!("{state}:{MANIFEST}");
            let manifest = found
                .repository
                .git(&["cat-file", "blob", &manifest], &[])?;
            look.manifest = Some(manifest);
            look.deployed = list(&format!("{state}:{SITE}"))?;
            // There need not be one.
            look.before = list(&format!("{state}:{BEFORE}")).unwrap_or_default();
        }
        Ok(look)
    }

    /// Holds what is there against what was written down.
    pub(super) fn survey(mut self, last: Option<Manifest>) -> Survey {
        let mut survey = Survey::default();
        if let Some(last) = &last {
            let old = last.old.iter().map(|(path, old)| (path, &old.record));
            for (path, record) in last.files.iter().chain(old) {
                let is_whole = self.there.get(path) == self.deployed.get(path);
                if is_whole && may_be(&self.there, path, record) {
                    survey.there.insert(path.clone(), record.clone());
                    self.there.remove(path);
                } else if last.files.contains_key(path) {
                    survey.lost.insert(path.clone());
                    self.there.remove(path);
                }
            }
            // Somebody may have set the branch back to where it was before.
            let before = last.before.iter().flat_map(|before| &before.differs);
            for (path, record) in before {
                let is_same = self.there.get(path) == self.before.get(path);
                if let Some(record) = record.as_ref().filter(|_| is_same)
                    && self.there.remove(path).is_some()
                {
                    survey.there.insert(path.clone(), record.clone());
                }
            }
        }
        let foreign = self.there.into_iter().map(|(path, blob)| (path, blob.size));
        survey.foreign = foreign.collect();
        survey.last = last;
        survey
    }
}

/// Whether a file is there, and may be the one that a record describes, as far as its size tells.
pub(super) fn may_be(files: &Files, path: &OutputPath, record: &Record) -> bool {
    let size = files.get(path).and_then(|blob| blob.size);
    size == Some(record.size)
}
