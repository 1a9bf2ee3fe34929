//! The scripts that readers get. They are the same for every site in a language, and named by what they hold. People read those in `browser/`;
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
/// The same with the light stems of a language.
const FRENCH_CLIENT: &str = include_str!("browser/published/client.fr.js");
const ENGLISH_CLIENT: &str = include_str!("browser/published/client.en.js");

/// The name of the script that every page in a language loads, below the folder. The language is named by its subtag.
#[must_use]
pub fn start(language: &str) -> String {
    named("start", &start_script(language))
}

/// The script that every page loads. It loads the other when a reader begins to search.
pub(super) fn start_script(language: &str) -> String {
    START.replace("CLIENT", &client(language))
}

/// The name of the script that asks the index.
pub(super) fn client(language: &str) -> String {
    named("client", client_of(language))
}

pub(super) fn client_script(language: &str) -> String {
    client_of(language).to_owned()
}

/// Arabic's is for all languages without stems of their own: their words are found as they are written.
fn client_of(language: &str) -> &'static str {
    match language {
        "fr" => FRENCH_CLIENT,
        "en" => ENGLISH_CLIENT,
        _ => CLIENT,
    }
}

fn named(name: &str, script: &str) -> String {
    format!("{name}.{:.8}.js", Digest::of(script.as_bytes()))
}
