//! Caches links that work for some days, in `links.json` in the state folder of `publish`. Links
//! that do not work are not cached, so that the next run sees when they are fixed.
#![expect(clippy::disallowed_methods, reason = "the cache is a file")]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

/// The links that work, by address.
#[derive(Debug, Default)]
pub(super) struct Cache {
    good: BTreeMap<String, Good>,
}

/// A link that works.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Good {
    /// When it was requested, in seconds since 1970.
    #[serde(rename = "asked")]
    requested: u64,
    /// Where the link has moved permanently.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) moved_to: Option<String>,
}

impl Cache {
    /// Reads the entries that are not older than `age`. A missing or unreadable file is an empty
    /// cache.
    pub(super) fn read(folder: &Path, now: SystemTime, age: Duration) -> Self {
        let text = fs::read(file(folder)).unwrap_or_default();
        let mut good: BTreeMap<String, Good> = serde_json::from_slice(&text).unwrap_or_default();
        let (now, age) = (seconds(now), age.as_secs());
        good.retain(|_, one| one.requested <= now && now - one.requested < age);
        Self { good }
    }

    /// The entry of an address.
    pub(super) fn get(&self, address: &str) -> Option<&Good> {
        self.good.get(address)
    }

    pub(super) fn add(&mut self, address: &str, moved_to: Option<String>, now: SystemTime) {
        let requested = seconds(now);
        let good = Good {
            requested,
            moved_to,
        };
        self.good.insert(address.to_owned(), good);
    }

    /// Replaces the file atomically.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let temp_file = folder.join("links.json.new");
        fs::write(&temp_file, serde_json::to_vec_pretty(&self.good)?)?;
        fs::rename(&temp_file, file(folder))
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("links.json")
}

fn seconds(time: SystemTime) -> u64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH);
    since.unwrap_or_default().as_secs()
}
