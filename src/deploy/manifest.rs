//! The manifest at a target: the files of the last release, how the release before differed, and
//! old files that are not deleted yet. Pure: the backends read and write it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::digest::Digest;
use crate::locale::{Text, text};
use crate::pages::Role;
use crate::path::OutputPath;

/// The layout that this version reads and writes.
const VERSION: u32 = 1;

/// Files by path.
pub(crate) type Records = BTreeMap<OutputPath, Record>;

/// The files that warraq has put at a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    version: u32,
    /// The site that was deployed there; earlier versions did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) site: Option<Site>,
    /// The release that readers see.
    pub(crate) stamp: Stamp,
    /// Its files.
    pub(crate) files: Records,
    /// The release before, for a rollback.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) before: Option<Before>,
    /// Files of earlier releases that are still at the target.
    #[serde(default)]
    pub(crate) old: BTreeMap<OutputPath, Old>,
}

/// Identifies a site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Site {
    /// Its title.
    pub title: String,
    /// Its base URL at this target.
    pub base_url: String,
}

impl Site {
    /// A site with this title and base URL.
    #[must_use]
    pub fn new(title: impl Into<String>, base_url: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            base_url: base_url.into(),
        }
    }
}

/// Identifies a release.
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
    /// In bytes.
    pub(crate) size: u64,
    /// The digest of its bytes.
    pub(crate) hash: Digest,
    /// The MD5 of its bytes, which object stores report. Only used to detect damage.
    pub(crate) md5: String,
    /// The digest of the recipe, for lazy bytes.
    #[serde(default, rename = "made_of", skip_serializing_if = "Option::is_none")]
    pub(crate) recipe_digest: Option<Digest>,
    /// The digest of the headers that the target keeps with it, if it keeps any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) headers: Option<String>,
    /// How long it may be cached.
    pub(crate) role: Role,
}

/// The release before the present one: where it differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Before {
    /// The release.
    pub(crate) stamp: Stamp,
    /// The file at each path that differs; `None` where there was none.
    pub(crate) differs: BTreeMap<OutputPath, Option<Record>>,
}

/// A file of an earlier release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Old {
    /// The file.
    pub(crate) record: Record,
    /// When the first release without it was deployed, in seconds since 1970 UTC.
    pub(crate) since: u64,
}

impl Manifest {
    /// The manifest of a target that holds one release and nothing else.
    pub(crate) fn new(stamp: Stamp, files: Records) -> Self {
        Self {
            version: VERSION,
            site: None,
            stamp,
            files,
            before: None,
            old: BTreeMap::new(),
        }
    }

    /// Reads the text of a manifest. `OutputPath` validates every path, so that a manifest somebody
    /// else wrote cannot make us delete files elsewhere.
    ///
    /// # Errors
    /// Why the text is not one.
    pub(crate) fn parse(text: &[u8]) -> Result<Self, Text> {
        let Version { version } =
            serde_json::from_slice(text).map_err(|error| Text::of_json(&error))?;
        if version != VERSION {
            let version = version.to_string();
            return Err(text!(
                "record-version",
                version,
                known = VERSION.to_string()
            ));
        }
        serde_json::from_slice(text).map_err(|error| Text::of_json(&error))
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A manifest with all that one may have.
    fn full() -> Manifest {
        let stamp = |release: &str| Stamp {
            release: release.to_owned(),
            deployed: 1_764_000_000,
        };
        let record = |text: &str| Record {
            size: text.len() as u64,
            hash: Digest::of(text.as_bytes()),
            md5: "0cc175b9c0f1b6a831c399e269772661".to_owned(),
            recipe_digest: Some(Digest::of(b"recipe")),
            headers: Some("headers".to_owned()),
            role: Role::Page,
        };
        let path = |path: &str| OutputPath::new(path).unwrap();
        let files = [
            (path("index.html"), record("a")),
            (path("كتب/ب.css"), record("b")),
        ];
        Manifest {
            site: Some(Site::new("موقع", "https://example.org/")),
            before: Some(Before {
                stamp: stamp("fedcba9876543210"),
                differs: [(path("index.html"), Some(record("c"))), (path("d"), None)].into(),
            }),
            old: [(
                path("e"),
                Old {
                    record: record("e"),
                    since: 7,
                },
            )]
            .into(),
            ..Manifest::new(stamp("0123456789abcdef"), files.into())
        }
    }

    #[test]
    fn text_is_read_as_it_was_written() {
        assert_eq!(Manifest::parse(&full().text()), Ok(full()));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// What lies at a target may have been written by anybody.
        #[test]
        fn a_text_is_a_manifest_or_refused_and_no_path_of_it_leads_out(
            cuts in proptest::collection::vec((any::<prop::sample::Index>(), 0_usize..12, "(\\.\\./|/|[\"{}:,0-9a-z-]|\\\\u0000|null|\\[|\\]|é){0,4}"), 1..4),
        ) {
            let mut text = full().text();
            for (at, length, instead) in cuts {
                let at = at.index(text.len());
                let end = (at + length).min(text.len());
                text.splice(at..end, instead.bytes());
            }
            if let Ok(manifest) = Manifest::parse(&text) {
                prop_assert_eq!(Manifest::parse(&manifest.text()), Ok(manifest.clone()));
                let before = manifest.before.iter().flat_map(|before| before.differs.keys());
                for path in manifest.files.keys().chain(manifest.old.keys()).chain(before) {
                    prop_assert!(OutputPath::new(path.as_str()).is_ok(), "{path}");
                }
            }
        }

        #[test]
        fn no_bytes_are_too_odd(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            _ = Manifest::parse(&bytes);
        }
    }
}
