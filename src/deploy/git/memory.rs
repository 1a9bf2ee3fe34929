//! What the last deploy saw at the remote, so that the next one need not fetch the branch to find that nothing has changed
//! there. It lies in a file of the machine that deploys; another machine, or one whose file is gone, fetches.

use std::fs;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::contents::Contents;
use super::tips::Tips;
use crate::digest::Digest;

/// The file, if there is a place for it.
pub(super) struct Memory {
    file: Option<PathBuf>,
    /// Stands for the remote, whose address may hold a password.
    remote: Digest,
}

#[derive(Serialize, Deserialize)]
struct Form<Contents> {
    remote: Digest,
    tips: Tips,
    contents: Contents,
}

impl Memory {
    /// What is remembered of a remote in `file`.
    pub(super) fn of(remote: &str, file: Option<PathBuf>) -> Self {
        Self {
            file,
            remote: Digest::of(remote.as_bytes()),
        }
    }

    /// What these commits hold, if that was seen before. A commit never changes.
    pub(super) fn recall(&self, tips: &Tips) -> Option<Contents> {
        let text = fs::read(self.file.as_ref()?).ok()?;
        let known: Form<Contents> = serde_json::from_slice(&text).ok()?;
        let is_known = known.remote == self.remote && known.tips == *tips;
        is_known.then_some(known.contents)
    }

    /// Remembers what these commits hold. Where it cannot be written down, the next deploy fetches.
    pub(super) fn remember(&self, tips: &Tips, contents: &Contents) {
        let form = Form {
            remote: self.remote,
            tips: tips.clone(),
            contents,
        };
        if let (Some(file), Ok(text)) = (&self.file, serde_json::to_vec(&form)) {
            let draft = file.with_extension("new");
            _ = fs::write(&draft, text).and_then(|()| fs::rename(&draft, file));
        }
    }
}
