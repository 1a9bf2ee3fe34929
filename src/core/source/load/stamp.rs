//! File metadata → whether the file is still the one that was read.

use std::fs::Metadata;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

/// The coarsest step in which a file system counts time: two seconds, on FAT. Others take a tick of the kernel.
const STEP: Duration = Duration::from_secs(2);

/// Equal stamps are one content, unless the first was taken so soon after a write that a second write could have
/// carried the same: see [`Stamp::is_settled`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stamp {
    pub(super) size: u64,
    modified: Option<SystemTime>,
    /// When anything about the file changed, its times included: no program can set this back.
    changed: (i64, i64),
    /// Device and inode: a file renamed over another is another file.
    identity: (u64, u64),
}

impl Stamp {
    #[cfg(unix)]
    pub(super) fn of(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self {
            size: metadata.len(),
            modified: metadata.modified().ok(),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
            identity: (metadata.dev(), metadata.ino()),
        }
    }

    #[cfg(not(unix))]
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self {
            size: metadata.len(),
            modified: metadata.modified().ok(),
            changed: (0, 0),
            identity: (0, 0),
        }
    }

    /// The stamp of no file, with the same size.
    pub(super) fn lost(self) -> Self {
        Self {
            modified: None,
            changed: (i64::MIN, i64::MIN),
            ..self
        }
    }

    /// Whether a write after `now` is sure to give another stamp. Git calls what is not settled racily clean.
    pub(super) fn is_settled(&self, now: SystemTime) -> bool {
        let age = self.modified.and_then(|at| now.duration_since(at).ok());
        age.is_some_and(|age| age > STEP)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_stamp_older_than_the_step_is_settled() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1000);
        let at = |modified| Stamp {
            size: 1,
            modified,
            changed: (0, 0),
            identity: (0, 0),
        };
        assert!(at(Some(now - Duration::from_millis(2001))).is_settled(now));
        for modified in [
            now - Duration::from_secs(2),
            now,
            now + Duration::from_secs(9),
        ] {
            assert!(!at(Some(modified)).is_settled(now));
        }
        assert!(!at(None).is_settled(now));
    }
}
