//! The two scripts, as they are published.

use serde_json::json;

use super::Offline;
use crate::digest::{Digest, StableHasher};
use crate::output::Output;
use crate::path::{OutputPath, encode};

/// Where the worker is: it answers for what lies in its folder, so that is the root.
pub(super) const PATH: &str = "service-worker.js";

const WORKER: &str = include_str!("browser/worker.js");
const REGISTER: &str = include_str!("browser/register.js");

/// The script that every page loads.
pub(in crate::pages) fn register() -> &'static str {
    REGISTER
}

/// Where that script is, below the root: its name changes with what it says.
pub(in crate::pages) fn script() -> String {
    format!(
        "assets/offline.{}.js",
        short(Digest::of(REGISTER.as_bytes()))
    )
}

/// The worker of a site. Its version is made of what it keeps from the start, so that readers get that anew when it changes,
/// and keep what they have read; that is let go when the worker itself is another.
pub(in crate::pages) fn worker(offline: &Offline, output: &Output) -> String {
    let making = Digest::of(WORKER.as_bytes());
    let mut version = StableHasher::default();
    version.part(making);
    for path in &offline.keep {
        let bytes = output.get(path);
        let digest = bytes.map(|bytes| bytes.input_digest().unwrap_or_else(|| Digest::of(bytes)));
        version.write(&(path.as_str(), digest));
    }
    let kept = offline.keep.iter().map(address).collect::<Vec<_>>();
    let fallback = offline.page.as_ref().map(|page| address(&page.output()));
    let settings = json!({
        "version": short(version.digest()),
        "making": short(making),
        "kept": kept,
        "fallback": fallback,
        "limit": offline.limit,
    });
    WORKER.replacen("SETTINGS", &settings.to_string(), 1)
}

/// As much of a digest as names a version.
fn short(digest: Digest) -> String {
    format!("{digest:.8}")
}

/// The address of a file, from the folder of the worker.
fn address(path: &OutputPath) -> String {
    let address = path.url();
    format!("./{}", encode(address.as_str().trim_start_matches('/')))
}
