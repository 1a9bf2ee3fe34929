//! The digests of large files, remembered from one process to the next, so that files which have
//! not changed are not read again. As git does in its index, a file is taken to be unchanged if its
//! stamp is the same, and one that was written to just before it was read is not remembered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::stamp::Stamp;
use crate::digest::Digest;
use crate::source::snapshot::Snapshot;

/// The layout of the text that this version reads and writes.
const VERSION: u32 = 1;

/// Digests by path.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct KnownDigests(BTreeMap<String, Remembered>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Remembered {
    stamp: Stamp,
    digest: Digest,
}

#[derive(Serialize, Deserialize)]
struct Form<Files> {
    version: u32,
    files: Files,
}

impl KnownDigests {
    /// What can be remembered of these files.
    #[must_use]
    pub fn of(snapshot: &Snapshot) -> Self {
        let files = snapshot.iter().filter_map(|source| {
            let file = source.on_disk().filter(|file| file.is_settled())?;
            let (stamp, digest) = (file.stamp(), file.digest());
            Some((
                source.path().as_str().to_owned(),
                Remembered { stamp, digest },
            ))
        });
        Self(files.collect())
    }

    /// Reads what was remembered; nothing where it cannot be read.
    #[must_use]
    pub fn parse(text: &[u8]) -> Self {
        let form = serde_json::from_slice::<Form<_>>(text);
        let form = form.ok().filter(|form| form.version == VERSION);
        Self(form.map(|form| form.files).unwrap_or_default())
    }

    /// The text to remember.
    #[must_use]
    pub fn text(&self) -> Vec<u8> {
        let form = Form {
            version: VERSION,
            files: &self.0,
        };
        // Strings and numbers always have a form.
        serde_json::to_vec(&form).unwrap_or_default()
    }

    /// The digest of a file that has this stamp.
    pub(super) fn get(&self, path: &str, stamp: Stamp) -> Option<Digest> {
        let known = self.0.get(path).filter(|known| known.stamp == stamp)?;
        Some(known.digest)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_are_read_or_forgotten(bytes: Vec<u8>, at in 0..200_usize, new in "\\PC{0,3}") {
            _ = KnownDigests::parse(&bytes);
            let text = String::from_utf8(KnownDigests::default().text()).unwrap();
            let at = at.min(text.len());
            let text = format!("{}{new}{}", &text[..at], &text[at..]);
            _ = KnownDigests::parse(text.as_bytes());
        }
    }
}
