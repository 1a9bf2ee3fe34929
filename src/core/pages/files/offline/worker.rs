//! The service worker, as it is published.

use serde_json::json;

use super::script::short;
use crate::digest::{Digest, StableHasher};
use crate::output::Output;
use crate::pages::plan::Offline;
use crate::path::{OutputPath, encode};

/// Where the worker is: it answers for what lies in its folder, so that is the root.
pub(super) const PATH: &str = "service-worker.js";

const WORKER: &str = include_str!("browser/worker.js");

/// The worker of a site. Its version is made of what it keeps from the start, so that readers get that anew when it changes,
/// and keep what they have read; that is let go when the worker itself is another.
pub(super) fn worker(offline: &Offline, output: &Output) -> String {
    let making = Digest::of(WORKER.as_bytes());
    let mut version = StableHasher::default();
    version.part(making);
    for path in &offline.keep {
        let bytes = output.get(path);
        let digest = bytes.map(|bytes| bytes.input_digest().unwrap_or_else(|| bytes.digest()));
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

/// The address of a file, from the folder of the worker.
fn address(path: &OutputPath) -> String {
    let address = path.url();
    format!("./{}", encode(address.as_str().trim_start_matches('/')))
}
