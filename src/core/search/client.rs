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
/// The same for sites that are searched in several languages: it asks the indexes of all of them.
const CLIENT_OF_SEVERAL: &str = include_str!("browser/published/client.several.js");

/// Which scripts ask an index.
#[derive(Debug, Clone, Copy)]
pub enum Scripts<'a> {
    /// Those of a site that is searched in one language, which is named by its subtag.
    Of(&'a str),
    /// Those of a site that is searched in several languages.
    OfSeveral,
}

/// The name of the script that every page loads, below the folder.
#[must_use]
pub fn start(scripts: Scripts<'_>) -> String {
    named("start", &start_script(scripts))
}

/// The script that every page loads. It loads the other when a reader begins to search.
pub(super) fn start_script(scripts: Scripts<'_>) -> String {
    START.replace("CLIENT", &client(scripts))
}

/// The name of the script that asks the index.
pub(super) fn client(scripts: Scripts<'_>) -> String {
    named("client", client_script(scripts))
}

/// Arabic's is for all languages without stems of their own: their words are found as they are written.
pub(super) fn client_script(scripts: Scripts<'_>) -> &'static str {
    match scripts {
        Scripts::Of("fr") => FRENCH_CLIENT,
        Scripts::Of("en") => ENGLISH_CLIENT,
        Scripts::Of(_) => CLIENT,
        Scripts::OfSeveral => CLIENT_OF_SEVERAL,
    }
}

fn named(name: &str, script: &str) -> String {
    format!("{name}.{:.8}.js", Digest::of(script.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::{Scripts, client, client_script, start};

    #[test]
    fn a_language_has_the_script_that_knows_its_stems_and_arabic_not_a_byte_of_them() {
        let of = ["ar", "zgh", "fr", "en"].map(Scripts::Of);
        let knows = |scripts| client_script(scripts).contains("issant>ir");
        assert_eq!(of.map(knows), [false, false, true, true]);
        assert_ne!(client(of[2]), client(of[3]));
        assert_ne!(start(of[0]), start(of[2]));
        assert_eq!(start(of[0]), start(of[1]));
        assert!(knows(Scripts::OfSeveral) && client(Scripts::OfSeveral) != client(of[0]));
    }
}
