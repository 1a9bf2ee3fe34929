//! What a run is made of, as one digest.

use super::{CheckLevel, Options};
use crate::digest::Digest;
use crate::output;
use crate::source::Snapshot;

/// The digest of everything that can change what [`run`](super::run) gives: the files, what is asked of it, and this
/// build of warraq. Two runs with the same one give the same output and the same diagnostics.
#[must_use]
pub fn recipe(snapshot: &Snapshot, options: &Options) -> Digest {
    // Named one by one, so that a new one is not forgotten.
    let Options {
        drafts,
        base_url,
        // Saves the making of files whose size is asked for.
        known_sizes: _,
        in_spite_of_errors,
        level,
        in_progress: _,
    } = options;
    let flags = [
        *drafts,
        *in_spite_of_errors,
        matches!(level, CheckLevel::Full),
    ];
    let inputs = (snapshot.digest(), base_url.as_deref(), flags);
    output::recipe_digest(Digest::of_value(&inputs))
}
