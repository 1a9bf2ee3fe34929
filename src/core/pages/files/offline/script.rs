//! The script that starts the service worker, as it is published.

use crate::digest::Digest;

/// The script that every page loads.
pub(super) const SCRIPT: &str = include_str!("browser/register.js");

/// Where that script is, below the root: its name changes with what it says.
pub(in crate::pages) fn script_address() -> String {
    let fingerprint = short(Digest::of(SCRIPT.as_bytes()));
    format!("assets/offline.{fingerprint}.js")
}

/// As much of a digest as names a version.
pub(super) fn short(digest: Digest) -> String {
    format!("{digest:.8}")
}
