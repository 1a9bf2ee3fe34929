//! The scripts that readers get. They are the same for every site, and named by what they hold. People read those in `browser/`;
//! published are the same without their comments and long names, made by `npm run minify` in `tests/browser/`.

use crate::digest::Digest;

/// The folder of the published site that holds the index and the scripts.
pub const FOLDER: &str = "search-index";

/// The folder of the index in a language; none is the site's own. It lies beside that, where the scripts look for the site.
#[must_use]
pub fn folder(language: Option<&str>) -> String {
    language.map_or_else(|| FOLDER.to_owned(), |tag| format!("{FOLDER}-{tag}"))
}

const START: &str = include_str!("browser/published/start.js");
const CLIENT: &str = include_str!("browser/published/client.js");

/// The name of the script that every page loads, below the folder.
#[must_use]
pub fn start() -> String {
    named("start", &start_script())
}

/// The script that every page loads. It loads the other when a reader begins to search.
pub(super) fn start_script() -> String {
    START.replace("CLIENT", &client())
}

/// The name of the script that asks the index.
pub(super) fn client() -> String {
    named("client", CLIENT)
}

pub(super) fn client_script() -> String {
    CLIENT.to_owned()
}

fn named(name: &str, script: &str) -> String {
    format!("{name}.{:.8}.js", Digest::of(script.as_bytes()))
}
