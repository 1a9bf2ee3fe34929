//! The two scripts, as they are published.

use blake3::Hasher;
use serde_json::json;

use super::Offline;
use crate::output::Output;
use crate::path::{OutputPath, encode};

/// Where the worker is: it answers for what lies in its folder, so that is the root.
pub(super) const PATH: &str = "service-worker.js";

const WORKER: &str = include_str!("browser/worker.js");
const REGISTER: &str = include_str!("browser/register.js");

/// How much of a digest names a version.
const DIGITS: usize = 8;

/// The script that every page loads.
pub(in crate::pages) fn register() -> &'static str {
    REGISTER
}

/// Where that script is, below the root: its name changes with what it says.
pub(in crate::pages) fn script() -> String {
    let fingerprint = blake3::hash(REGISTER.as_bytes()).to_hex();
    format!("assets/offline.{}.js", &fingerprint[..DIGITS])
}

/// The worker of a site. Its version is made of what it keeps from the start, so that readers get that anew when it changes,
/// and keep what they have read; that is let go when the worker itself is another.
pub(in crate::pages) fn worker(offline: &Offline, output: &Output) -> String {
    let mut version = Hasher::new();
    for path in &offline.keep {
        version.update(path.as_str().as_bytes());
        if let Some(bytes) = output.get(path) {
            let made_of = bytes.input_digest().unwrap_or_else(|| blake3::hash(bytes));
            version.update(made_of.as_bytes());
        }
    }
    let making = blake3::hash(WORKER.as_bytes()).to_hex();
    version.update(making.as_bytes());
    let version = version.finalize().to_hex();
    let kept = offline.keep.iter().map(address).collect::<Vec<_>>();
    let fallback = offline.page.as_ref().map(|page| address(&page.output()));
    let settings = json!({
        "version": &version[..DIGITS],
        "making": &making[..DIGITS],
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
