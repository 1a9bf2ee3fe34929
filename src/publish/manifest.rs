//! The manifest, `manifest.json`: the files that warraq owns in the output folder, and their state
//! when it wrote them. Pure: `layout` reads and writes the file.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::output::Bytes;
use crate::path::OutputPath;

/// The layout of `manifest.json` that this version reads and writes.
const VERSION: u32 = 1;

/// The files that warraq owns in the output folder.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// The record of each file; `None` for a file that a publish was going to write, which may be
    /// there or not.
    pub(crate) files: BTreeMap<OutputPath, Option<Record>>,
}

/// One published file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The digest of its bytes.
    pub(crate) hash: Digest,
    /// The digest of the recipe, for lazy bytes.
    #[serde(default, rename = "made_of", skip_serializing_if = "Option::is_none")]
    pub(crate) recipe_digest: Option<Digest>,
    /// Its state in the file system.
    pub(crate) stamp: Stamp,
}

/// The state of a file, to find out without reading it whether it was changed: it was not if the
/// stamp is the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    /// Bytes.
    pub(crate) size: u64,
    /// Time of the last change of the contents, in nanoseconds since 1970 UTC.
    pub(crate) modified: i64,
}

impl From<&Metadata> for Stamp {
    fn from(metadata: &Metadata) -> Self {
        // A system without modification times gets one that is always the same: the size still
        // tells.
        let modified = metadata.modified().unwrap_or(UNIX_EPOCH);
        Self {
            size: metadata.len(),
            modified: nanoseconds(modified),
        }
    }
}

impl Record {
    /// Whether these lazy bytes have the recipe of the file, so that they need not be computed.
    pub(crate) fn has_recipe_of(&self, bytes: &Bytes) -> bool {
        self.recipe_digest.is_some() && self.recipe_digest == bytes.recipe_digest()
    }
}

impl Manifest {
    /// Reads the text of `manifest.json`.
    ///
    /// # Errors
    /// A sentence that says why the text is not a manifest.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, String> {
        let form: Form<BTreeMap<String, Option<Record>>> =
            serde_json::from_slice(text).map_err(|error| error.to_string())?;
        if form.version != VERSION {
            return Err(format!("its version is {}, not {VERSION}", form.version));
        }
        // Every path is checked again: whoever can write the manifest must not choose what is
        // deleted outside the output folder.
        let owned = form.files.into_iter();
        let files = owned.map(|(path, record)| Ok((OutputPath::new(&path)?, record)));
        Ok(Self {
            files: files.collect::<Result<_, String>>()?,
        })
    }

    /// The text of `manifest.json`.
    ///
    /// # Errors
    /// None that strings and numbers could cause.
    pub(crate) fn text(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(&Form {
            version: VERSION,
            files: &self.files,
        })
    }

    /// The files that warraq owns while the site of `self` is replaced by that of `new`: those of
    /// both.
    pub(crate) fn merged_with(&self, new: Self) -> Self {
        let mut files = self.files.clone();
        files.extend(new.files);
        Self { files }
    }
}

/// The file, before its paths are checked.
#[derive(Serialize, Deserialize)]
struct Form<Files> {
    version: u32,
    files: Files,
}

fn nanoseconds(time: SystemTime) -> i64 {
    let (sign, distance) = match time.duration_since(UNIX_EPOCH) {
        Ok(after) => (1, after),
        Err(error) => (-1, error.duration()),
    };
    // Saturates in the year 2262.
    sign * i64::try_from(distance.as_nanos()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(text: &str) -> Record {
        Record {
            hash: Digest::of(text.as_bytes()),
            recipe_digest: (text == "late").then(|| Digest::of(b"recipe")),
            stamp: Stamp {
                size: text.len() as u64,
                modified: -7,
            },
        }
    }

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let files = files.iter();
        Manifest {
            files: files
                .map(|(path, text)| (OutputPath::new(path).unwrap(), Some(record(text))))
                .collect(),
        }
    }

    #[test]
    fn text_is_read_as_it_was_written() {
        let old = manifest(&[("a.html", "أ"), ("كتب/أول.html", "ب"), ("c.png", "late")]);
        assert_eq!(Manifest::parse(&old.text().unwrap()), Ok(old));
    }

    #[test]
    fn a_manifest_cannot_name_a_file_outside_the_folder() {
        let text = manifest(&[("a/b.html", "")]).text().unwrap();
        let text = String::from_utf8(text).unwrap().replace("a/b", "../b");
        let error = Manifest::parse(text.as_bytes()).unwrap_err();
        assert!(error.contains("`../b.html`"), "{error}");
    }

    #[test]
    fn another_version_is_refused() {
        let text = br#"{"version":2,"files":{}}"#;
        assert!(Manifest::parse(text).unwrap_err().contains("version is 2"));
    }

    #[test]
    fn both_sites_are_owned_while_one_gives_way_to_the_other() {
        let old = manifest(&[("a", "old"), ("b", "old"), ("c", "same")]);
        let mut new = manifest(&[("b", "new"), ("c", "same"), ("d", "new")]);
        for path in ["b", "d"] {
            new.files.insert(OutputPath::new(path).unwrap(), None);
        }
        let both = old.merged_with(new);
        let known = both
            .files
            .iter()
            .map(|(path, record)| (path.as_str(), record.is_some()));
        let expected = [("a", true), ("b", false), ("c", true), ("d", false)];
        assert_eq!(known.collect::<Vec<_>>(), expected);
        assert_eq!(Manifest::parse(&both.text().unwrap()), Ok(both));
    }
}
