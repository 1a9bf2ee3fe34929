//! What a run is made of, as one digest.

use super::{CheckLevel, Options};
use crate::digest::Digest;
use crate::output;
use crate::pages;
use crate::source::{Snapshot, load};

/// Whether an entry may say when it is published.
fn may_name_a_day(snapshot: &Snapshot) -> bool {
    let names_one = |text: &str| ["publish", "expires"].iter().any(|key| text.contains(key));
    let mut entries = snapshot.below(load::CONTENT);
    let mut rows = snapshot.below(load::DATA);
    entries.any(|source| pages::is_entry(source) && names_one(source.text()))
        || rows.any(|source| names_one(source.text()))
}

/// The digest of everything that can change what [`run`](super::run) gives: the files, what is asked of it, and this
/// build of warraq. Two runs with the same one give the same output and the same diagnostics.
#[must_use]
pub fn recipe(snapshot: &Snapshot, options: &Options) -> Digest {
    // Named one by one, so that a new one is not forgotten.
    let Options {
        drafts,
        today,
        base_url,
        // Saves the making of files whose size is asked for.
        known_sizes: _,
        // Save the decoding of pictures.
        colours: _,
        in_spite_of_errors,
        level,
        in_progress: _,
        each_reference,
    } = options;
    let flags = [
        *drafts,
        *in_spite_of_errors,
        *each_reference,
        matches!(level, CheckLevel::Full),
    ];
    // A site in which nothing names a day is the same on every day.
    let today = today
        .filter(|_| may_name_a_day(snapshot))
        .map(|day| day.to_string());
    let inputs = ((snapshot.digest(), today), base_url.as_deref(), flags);
    output::recipe_digest(Digest::of_value(&inputs))
}
