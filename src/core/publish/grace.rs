//! Files of earlier builds that stay for a while: a page that was read just before it was replaced
//! still names them, and so does one that a browser or a proxy has kept. Their names tell their
//! contents, so they are in nobody's way.

use std::collections::BTreeSet;

use super::manifest::Record;
use crate::path::OutputPath;

/// Which files stay, and for how long.
#[derive(Debug, Clone, Copy)]
pub struct Grace<'a> {
    /// The files of the new site whose names tell their contents. They will stay.
    pub fingerprinted: &'a BTreeSet<OutputPath>,
    /// For how many seconds a file stays after the site was first published without it.
    pub seconds: u64,
    /// The time now, in seconds since 1970 UTC.
    pub now: u64,
}

impl Grace<'_> {
    /// Since when the site has been without a file that stays in the folder; `None` if it goes.
    pub(super) fn gone_since(self, record: &Record) -> Option<u64> {
        let since = record.gone_since.unwrap_or(self.now);
        let stays = record.fingerprinted && since.saturating_add(self.seconds) > self.now;
        stays.then_some(since)
    }
}
