//! A file becomes what browsers are told that it is, by its kind or else by its name, and whether it is text.

use std::collections::BTreeMap;

use mime_guess::mime::{Mime, TEXT};

use crate::pages::Plan;
use crate::path::OutputPath;

/// What HTML is called.
pub const HTML: &str = "text/html; charset=utf-8";

/// What a text without further structure is called.
pub(super) const PLAIN: &str = "text/plain; charset=utf-8";

/// Files that are known by their whole names: what hosts are told.
const NAMED: [(&str, &str); 4] = [
    ("_headers", PLAIN),
    ("_redirects", PLAIN),
    (".nojekyll", PLAIN),
    ("CNAME", PLAIN),
];

/// What browsers are told that the files of a site are.
#[derive(Debug, Clone, Default)]
pub struct ContentTypes(BTreeMap<OutputPath, &'static str>);

impl ContentTypes {
    /// Those of a plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let types = plan.media_types();
        Self(types.map(|(path, kind)| (path.clone(), kind)).collect())
    }

    /// The value of `Content-Type` (RFC 9110, section 8.3): what the file's kind says, or else its name. All that is text is
    /// UTF-8.
    #[must_use]
    pub fn get(&self, path: &OutputPath) -> String {
        let stated = self.0.get(path).map(|kind| (*kind).to_owned());
        stated.unwrap_or_else(|| by_name(path))
    }
}

fn by_name(path: &OutputPath) -> String {
    let name = path.as_str().rsplit('/').next().unwrap_or_default();
    if let Some((_, kind)) = NAMED.iter().find(|(named, _)| *named == name) {
        return (*kind).to_owned();
    }
    let kind = guess(path);
    if kind.type_() == TEXT {
        format!("{kind}; charset=utf-8")
    } else {
        kind.to_string()
    }
}

/// Whether a file is made of text, so that packing it pays. Pictures, fonts in WOFF2 and archives are packed already.
pub(super) fn is_text(path: &OutputPath) -> bool {
    let kind = guess(path);
    let structured = ["json", "xml", "javascript"];
    kind.type_() == TEXT
        || structured.contains(&kind.subtype().as_str())
        || kind
            .suffix()
            .is_some_and(|suffix| structured.contains(&suffix.as_str()))
}

fn guess(path: &OutputPath) -> Mime {
    mime_guess::from_path(path.as_str()).first_or_octet_stream()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(name: &str) -> OutputPath {
        OutputPath::new(name).unwrap()
    }

    #[test]
    fn files_are_called_what_they_are() {
        for (name, kind) in [
            ("index.html", HTML),
            ("css/site.1a2b.css", "text/css; charset=utf-8"),
            ("site.js", "text/javascript; charset=utf-8"),
            ("data.csv", "text/csv; charset=utf-8"),
            ("robots.txt", PLAIN),
            ("sitemap.xml", "text/xml; charset=utf-8"),
            ("data/facts.json", "application/json"),
            ("app.webmanifest", "application/manifest+json"),
            ("books/feed.atom", "application/atom+xml"),
            ("favicon.svg", "image/svg+xml"),
            ("fonts/naskh.woff2", "font/woff2"),
            ("a.webp", "image/webp"),
            ("data.tar.gz", "application/gzip"),
            ("_redirects", PLAIN),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(by_name(&path(name)), kind, "{name}");
        }
    }

    #[test]
    fn only_text_is_worth_packing() {
        for name in [
            "a.html",
            "a.css",
            "a.js",
            "a.json",
            "a.svg",
            "a.atom",
            "a.webmanifest",
            "a.xml",
            "a.csv",
        ] {
            assert!(is_text(&path(name)), "{name}");
        }
        for name in [
            "a.woff2", "a.png", "a.webp", "a.jpg", "a.gz", "a.br", "a.pdf", "LICENSE", "a.mp4",
        ] {
            assert!(!is_text(&path(name)), "{name}");
        }
    }
}
