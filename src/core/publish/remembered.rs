//! The digests of a site's large files and the colours of its pictures, which lie in the state folder of its output
//! folder. They save time and nothing else: where they cannot be read or written, the files are read again.

use std::fs::{self, File};
use std::path::Path;

use super::layout::{LOCK, existing_states};
use crate::raster::Colours;
use crate::source::Snapshot;
use crate::source::load::KnownDigests;

/// The names of the files.
const DIGESTS: &str = "digests.json";
const COLOURS: &str = "colours.json";

/// The digests that were remembered for the site which is published to `folder`.
#[must_use]
pub fn known_digests(folder: &Path) -> KnownDigests {
    recall(folder, DIGESTS).map_or_else(KnownDigests::default, |text| KnownDigests::parse(&text))
}

/// The colours that were remembered for the site which is published to `folder`.
#[must_use]
pub fn known_colours(folder: &Path) -> Colours {
    recall(folder, COLOURS).map_or_else(Colours::default, |text| Colours::parse(&text))
}

pub(super) fn recall(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let mut files = existing_states(folder).map(|state| state.join(name));
    files.find_map(|file| fs::read(file).ok())
}

/// Remembers the digests of this site, if there is a state folder and they are not those that are
/// `known` there.
pub fn remember_digests(folder: &Path, snapshot: &Snapshot, known: &KnownDigests) {
    let now = KnownDigests::of(snapshot);
    if now != *known {
        remember(folder, DIGESTS, &now.text());
    }
}

/// Remembers the colours that this site's pictures have, if there is a state folder and they are not those that are known there.
pub fn remember_colours(folder: &Path, colours: &Colours) {
    if let Some(text) = colours.text() {
        remember(folder, COLOURS, &text);
    }
}

pub(super) fn remember(folder: &Path, name: &str, text: &[u8]) {
    let Some(state) = existing_states(folder).next() else {
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
    let draft = state.join(format!("{name}.new"));
    let written = fs::write(&draft, text);
    if written
        .and_then(|()| fs::rename(&draft, state.join(name)))
        .is_err()
    {
        _ = fs::remove_file(&draft);
    }
}
