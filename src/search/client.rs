//! The scripts that readers get. They are the same for every site, and named by what they hold.

/// The folder of the published site that holds the index and the scripts.
pub const FOLDER: &str = "search-index";

const START: &str = include_str!("browser/start.js");
const PARTS: [&str; 4] = [
    include_str!("browser/words.js"),
    include_str!("browser/index.js"),
    include_str!("browser/engine.js"),
    include_str!("browser/field.js"),
];

/// The name of the script that every page loads, below the folder.
#[must_use]
pub fn start() -> String {
    named("start", &start_script())
}

pub(super) fn start_script() -> String {
    bare(START).replace("CLIENT", &named("client", &client_script()))
}

pub(super) fn client() -> String {
    named("client", &client_script())
}

/// The parts of the client share one scope, and leave the page's alone.
pub(super) fn client_script() -> String {
    let parts: String = PARTS.iter().map(|part| bare(part)).collect();
    format!("(()=>{{\"use strict\";\n{parts}}})()\n")
}

/// A script without indentation and without the lines that are comments. Ours are written so that nothing else is lost:
/// no text goes on over the end of a line.
fn bare(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn named(name: &str, script: &str) -> String {
    let fingerprint = blake3::hash(script.as_bytes()).to_hex();
    format!("{name}.{}.js", &fingerprint[..8])
}
