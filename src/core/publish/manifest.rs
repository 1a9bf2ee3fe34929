//! The manifest, `manifest.json`: the files that warraq owns in the output folder, and their state
//! when it wrote them. Pure: `layout` reads and writes the file.

use std::collections::BTreeMap;
use std::fs::Metadata;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::locale::{Text, text};
use crate::output::Bytes;
use crate::path::OutputPath;

/// The layout of `manifest.json` that this version reads and writes.
const VERSION: u32 = 1;

/// The files that warraq owns in the output folder. A file at such a path is warraq's only if its
/// contents are those of the record: whoever changed them made it a file of their own.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Manifest {
    /// The record of each file.
    pub(crate) files: BTreeMap<OutputPath, Record>,
    /// The site that all of them are, if it is known.
    pub(crate) site: Option<SiteRecord>,
}

/// A site that was published whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteRecord {
    /// The digest of everything it was made of, the program included.
    #[serde(rename = "made_of")]
    pub recipe: Digest,
    /// How many of its files are pages.
    pub pages: usize,
    /// Whether there is something to tell of it, each time that it is asked for.
    #[serde(default)]
    pub is_told: bool,
}

/// One published file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The digest of its bytes.
    pub(crate) hash: Digest,
    /// The digest of the recipe, for lazy bytes.
    #[serde(default, rename = "made_of", skip_serializing_if = "Option::is_none")]
    pub(crate) recipe_digest: Option<Digest>,
    /// Its state in the file system; `None` while a publish is going to write it.
    pub(crate) stamp: Option<Stamp>,
    /// Whether its name tells its contents, so that it may stay when the site has it no more.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(crate) fingerprinted: bool,
    /// When the site was first published without it, in seconds since 1970 UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) gone_since: Option<u64>,
    /// The file that it replaces, while a publish is under way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) replaces: Option<Replaced>,
}

/// A file that a publish is going to replace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Replaced {
    /// The digest of its bytes.
    pub(crate) hash: Digest,
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
    pub modified: i64,
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

    /// The file, as one that will be replaced.
    pub(crate) fn as_replaced(&self) -> Option<Replaced> {
        let hash = self.hash;
        self.stamp.map(|stamp| Replaced { hash, stamp })
    }

    /// The digests of the files that may be at its path, each with the state in which it was
    /// written, where that is known.
    pub(crate) fn possible(&self) -> impl Iterator<Item = (Digest, Option<Stamp>)> {
        let new = (self.hash, self.stamp);
        let replaced = self.replaces.map(|old| (old.hash, Some(old.stamp)));
        [new].into_iter().chain(replaced)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde wants it")]
fn is_false(flag: &bool) -> bool {
    !flag
}

impl Manifest {
    /// Reads the text of `manifest.json`.
    ///
    /// # Errors
    /// Why the text is not a manifest.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, Text> {
        let form: Form<BTreeMap<String, Option<Record>>> =
            serde_json::from_slice(text).map_err(|error| Text::of_json(&error))?;
        if form.version != VERSION {
            let version = form.version.to_string();
            return Err(text!(
                "record-version",
                version,
                known = VERSION.to_string()
            ));
        }
        // Every path is checked again: whoever can write the manifest must not choose what is
        // deleted outside the output folder.
        let owned = form.files.into_iter();
        // Earlier versions recorded no digest of files that they were going to write.
        let owned = owned.filter_map(|(path, record)| Some((path, record?)));
        let files = owned.map(|(path, record)| Ok((OutputPath::new(&path)?, record)));
        Ok(Self {
            files: files.collect::<Result<_, Text>>()?,
            site: form.site,
        })
    }

    /// The text of `manifest.json`.
    ///
    /// # Errors
    /// None that strings and numbers could cause.
    pub(crate) fn text(&self) -> serde_json::Result<Vec<u8>> {
        serde_json::to_vec(&Form {
            version: VERSION,
            site: self.site,
            files: &self.files,
        })
    }
}

/// The file, before its paths are checked.
#[derive(Serialize, Deserialize)]
struct Form<Files> {
    version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    site: Option<SiteRecord>,
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
    use proptest::prelude::*;

    use super::*;

    fn record(text: &str) -> Record {
        let stamp = Stamp {
            size: text.len() as u64,
            modified: -7,
        };
        Record {
            hash: Digest::of(text.as_bytes()),
            recipe_digest: (text == "late").then(|| Digest::of(b"recipe")),
            fingerprinted: text == "late",
            gone_since: (text == "late").then_some(7),
            stamp: (text != "unwritten").then_some(stamp),
            replaces: (text == "unwritten").then(|| Replaced {
                hash: Digest::of(b"old"),
                stamp,
            }),
        }
    }

    fn manifest(files: &[(&str, &str)]) -> Manifest {
        let files = files.iter();
        Manifest {
            files: files
                .map(|(path, text)| (OutputPath::new(path).unwrap(), record(text)))
                .collect(),
            site: Some(SiteRecord {
                recipe: Digest::of(b"site"),
                pages: 2,
                is_told: false,
            }),
        }
    }

    #[test]
    fn text_is_read_as_it_was_written() {
        let files = [
            ("a.html", "أ"),
            ("كتب/أول.html", "unwritten"),
            ("c.png", "late"),
        ];
        let old = manifest(&files);
        assert_eq!(Manifest::parse(&old.text().unwrap()), Ok(old));
    }

    #[test]
    fn a_file_that_an_earlier_version_was_going_to_write_is_not_ours() {
        let text = br#"{"version":1,"files":{"a.html":null}}"#;
        assert_eq!(Manifest::parse(text), Ok(Manifest::default()));
    }

    #[test]
    fn a_manifest_cannot_name_a_file_outside_the_folder() {
        let text = manifest(&[("a/b.html", "")]).text().unwrap();
        let text = String::from_utf8(text).unwrap().replace("a/b", "../b");
        let error = Manifest::parse(text.as_bytes()).unwrap_err();
        assert!(error.to_string().contains("`../b.html`"), "{error}");
    }

    proptest! {
        /// Whatever is in the file, it is read or refused, and names nothing outside the folder.
        #[test]
        fn any_text_is_read_or_refused(at in 0..1000_usize, new in "[\\PC]{0,3}|\\.\\./|/|-1|9{30}|null|\\{|\"", cut in 0..9_usize) {
            let text = manifest(&[("a.html", "أ"), ("c/d.png", "late"), ("x", "unwritten")]).text();
            let mut text = String::from_utf8(text.unwrap()).unwrap();
            let floor = |text: &str, at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            let start = floor(&text, at);
            let end = floor(&text, at + cut).max(start);
            text.replace_range(start..end, &new);
            if let Ok(read) = Manifest::parse(text.as_bytes()) {
                for path in read.files.keys() {
                    prop_assert!(!path.as_str().split('/').any(|name| name == ".." || name.is_empty()));
                }
                prop_assert_eq!(Manifest::parse(&read.text().unwrap()), Ok(read));
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
            _ = Manifest::parse(&bytes);
        }
    }

    #[test]
    fn another_version_is_refused() {
        let text = br#"{"version":2,"files":{}}"#;
        assert!(
            Manifest::parse(text)
                .unwrap_err()
                .to_string()
                .contains("version is 2")
        );
    }
}
