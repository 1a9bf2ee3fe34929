//! Good answers, kept for some days, so that the next run asks only what it does not know: `links.json` in the folder
//! where publishing keeps its state. Only good answers are kept: whoever fixes a link or a server wants it asked again.
#![expect(clippy::disallowed_methods, reason = "answers are kept on the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

/// The answers that are known already, by the address asked.
#[derive(Debug, Default)]
pub(super) struct Cache {
    good: BTreeMap<String, Good>,
}

/// One good answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Good {
    /// When it came, in seconds since 1970.
    asked: u64,
    /// Where to the link has moved for good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) moved_to: Option<String>,
}

impl Cache {
    /// The answers in a folder that are not older than `age`. A file that is not there or cannot be understood is one
    /// without answers.
    pub(super) fn read(folder: &Path, now: SystemTime, age: Duration) -> Self {
        let text = fs::read(file(folder)).unwrap_or_default();
        let mut good: BTreeMap<String, Good> = serde_json::from_slice(&text).unwrap_or_default();
        let (now, age) = (seconds(now), age.as_secs());
        good.retain(|_, one| one.asked <= now && now - one.asked < age);
        Self { good }
    }

    /// What is known of an address.
    pub(super) fn get(&self, address: &str) -> Option<&Good> {
        self.good.get(address)
    }

    pub(super) fn add(&mut self, address: &str, moved_to: Option<String>, now: SystemTime) {
        let asked = seconds(now);
        let good = Good { asked, moved_to };
        self.good.insert(address.to_owned(), good);
    }

    /// Replaces the file in one instant.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let draft = folder.join("links.json.new");
        fs::write(&draft, serde_json::to_vec_pretty(&self.good)?)?;
        fs::rename(&draft, file(folder))
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("links.json")
}

fn seconds(time: SystemTime) -> u64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH);
    since.unwrap_or_default().as_secs()
}
