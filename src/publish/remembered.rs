//! The digests of a site's large files, which lie in the state folder of its output folder. They
//! save time and nothing else: where they cannot be read or written, the files are read again.

use std::fs::{self, File};
use std::path::Path;

use super::layout::{LOCK, existing_states};
use crate::source::Snapshot;
use crate::source::load::KnownDigests;

/// The name of the file.
const DIGESTS: &str = "digests.json";

/// The digests that were remembered for the site which is published to `folder`.
#[must_use]
pub fn known_digests(folder: &Path) -> KnownDigests {
    let files = existing_states(folder).map(|state| state.join(DIGESTS));
    let mut texts = files.filter_map(|file| fs::read(file).ok());
    texts
        .next()
        .map_or_else(KnownDigests::default, |text| KnownDigests::parse(&text))
}

/// Remembers the digests of this site, if there is a state folder and they are not those that are
/// `known` there.
pub fn remember_digests(folder: &Path, snapshot: &Snapshot, known: &KnownDigests) {
    let now = KnownDigests::of(snapshot);
    let Some(state) = existing_states(folder).next().filter(|_| now != *known) else {
        return;
    };
    // Whoever publishes right now writes them down afterwards.
    let lock = File::options()
        .create(true)
        .append(true)
        .open(state.join(LOCK));
    let Some(_lock) = lock.ok().filter(|lock| lock.try_lock().is_ok()) else {
        return;
    };
    let draft = state.join(format!("{DIGESTS}.new"));
    let written = fs::write(&draft, now.text());
    if written
        .and_then(|()| fs::rename(&draft, state.join(DIGESTS)))
        .is_err()
    {
        _ = fs::remove_file(&draft);
    }
}
