//! What warraq put at a target, as it is kept there: the files of the last release, what was there before it, and old files
//! that have not been taken away yet. Pure: reading and writing it is the backends' affair.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::pages::Role;
use crate::path::OutputPath;

/// The layout that this version reads and writes.
const VERSION: u32 = 1;

/// Files by path.
pub(crate) type Records = BTreeMap<OutputPath, Record>;

/// What is at a target, as far as warraq put it there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    version: u32,
    /// The release that readers see.
    pub(crate) stamp: Stamp,
    /// Its files.
    pub(crate) files: Records,
    /// What the release before was, for a rollback.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) before: Option<Before>,
    /// Files of earlier releases that are still at the target.
    #[serde(default)]
    pub(crate) old: BTreeMap<OutputPath, Old>,
}

/// Which release it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    /// The digest of all its files, shortened.
    pub(crate) release: String,
    /// When it was deployed, in seconds since 1970 UTC.
    pub(crate) deployed: u64,
}

/// One file at a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// Bytes.
    pub(crate) size: u64,
    /// The digest of its bytes.
    pub(crate) hash: Digest,
    /// The MD5 of its bytes, which is what object stores report. It tells a damaged file from a whole one and nothing else.
    pub(crate) md5: String,
    /// The digest of the recipe that they were made by, for lazy bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) made_of: Option<Digest>,
    /// The digest of the headers that the target keeps with it, if it keeps any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) headers: Option<String>,
    /// What it is to those who cache it.
    pub(crate) role: Role,
}

/// The release before the present one: where it differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Before {
    /// Which it was.
    pub(crate) stamp: Stamp,
    /// What was at each path that differs: `None` where nothing was.
    pub(crate) differs: BTreeMap<OutputPath, Option<Record>>,
}

/// A file of an earlier release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Old {
    /// What it is.
    pub(crate) record: Record,
    /// Since when no release has it, in seconds since 1970 UTC.
    pub(crate) since: u64,
}

impl Manifest {
    /// What a target holds of which a release is all.
    pub(crate) fn new(stamp: Stamp, files: Records) -> Self {
        Self {
            version: VERSION,
            stamp,
            files,
            before: None,
            old: BTreeMap::new(),
        }
    }

    /// Reads the text of a manifest. Every path is checked again: whoever can write it must not choose what is deleted
    /// elsewhere.
    ///
    /// # Errors
    /// A sentence that says why the text is not one.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, String> {
        let Version { version } =
            serde_json::from_slice(text).map_err(|error| error.to_string())?;
        if version != VERSION {
            return Err(format!("its version is {version}, not {VERSION}"));
        }
        serde_json::from_slice(text).map_err(|error| error.to_string())
    }

    /// The text of the manifest.
    pub(crate) fn text(&self) -> Vec<u8> {
        // Strings and numbers always have a form.
        serde_json::to_vec(self).unwrap_or_default()
    }
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}
