//! Media types: what browsers, servers and feed readers are told that a file is.

use crate::path::OutputPath;

/// What a file is (RFC 9110, section 8.3.1), without parameters: `text/html`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MediaType(&'static str);

/// Files that are known by their whole names: what hosts are told.
const NAMED: [&str; 4] = ["_headers", "_redirects", ".nojekyll", "CNAME"];

/// What `mime_guess` does not know that files of the site may be called.
const MORE: [(&str, &str); 2] = [("pjp", "image/jpeg"), ("pjpeg", "image/jpeg")];

impl MediaType {
    /// A page.
    pub const HTML: Self = Self("text/html");
    /// A text without further structure.
    pub const PLAIN: Self = Self("text/plain");
    /// An export for programs.
    pub const JSON: Self = Self("application/json");
    /// An export for spreadsheets (RFC 4180).
    pub const CSV: Self = Self("text/csv");
    /// A feed (RFC 4287).
    pub const ATOM: Self = Self("application/atom+xml");
    /// A feed (JSON Feed 1.1).
    pub const JSON_FEED: Self = Self("application/feed+json");
    /// Bytes of which nothing is known.
    pub const UNKNOWN: Self = Self("application/octet-stream");

    /// What a file's name says that it is.
    #[must_use]
    pub fn by_name(path: &OutputPath) -> Option<Self> {
        Self::of_file(path.as_str())
    }

    /// What the end of a path says that a file is, published or not.
    #[must_use]
    pub fn of_file(path: &str) -> Option<Self> {
        let name = path.rsplit('/').next().unwrap_or_default();
        // Most files are pages, and the table is long.
        let stem = name.strip_suffix(".html");
        if stem.is_some_and(|stem| !stem.is_empty()) {
            return Some(Self::HTML);
        }
        if NAMED.contains(&name) {
            return Some(Self::PLAIN);
        }
        let known = mime_guess::from_path(path).first_raw();
        let more = || {
            let (_, end) = name.rsplit_once('.')?;
            let mut more = MORE.iter();
            let (_, found) = more.find(|(known, _)| end.eq_ignore_ascii_case(known))?;
            Some(*found)
        };
        known.or_else(more).map(Self)
    }

    /// The same, and [`Self::UNKNOWN`] where a name says nothing.
    #[must_use]
    pub fn of(path: &OutputPath) -> Self {
        Self::by_name(path).unwrap_or(Self::UNKNOWN)
    }

    /// The value of `Content-Type` (RFC 9110, section 8.3). All that is text is UTF-8.
    #[must_use]
    pub fn content_type(self) -> String {
        if self.is("text") {
            format!("{}; charset=utf-8", self.0)
        } else {
            self.0.to_owned()
        }
    }

    /// The type, without parameters.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether the file is made of text, so that packing it pays. Pictures, fonts in WOFF2 and
    /// archives are packed already.
    #[must_use]
    pub fn is_text(self) -> bool {
        let subtype = self.0.split_once('/').map_or("", |(_, subtype)| subtype);
        let syntax = subtype.rsplit('+').next().unwrap_or_default();
        self.is("text") || ["json", "xml", "javascript"].contains(&syntax)
    }

    fn is(self, kind: &str) -> bool {
        self.0.split_once('/').is_some_and(|(own, _)| own == kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> MediaType {
        MediaType::of(&OutputPath::new(name).unwrap())
    }

    #[test]
    fn files_are_called_what_they_are() {
        for (name, expected) in [
            ("index.html", "text/html; charset=utf-8"),
            ("css/site.1a2b.css", "text/css; charset=utf-8"),
            ("site.js", "text/javascript; charset=utf-8"),
            ("data.csv", "text/csv; charset=utf-8"),
            ("robots.txt", "text/plain; charset=utf-8"),
            ("sitemap.xml", "text/xml; charset=utf-8"),
            ("data/facts.json", "application/json"),
            ("app.webmanifest", "application/manifest+json"),
            ("books/feed.atom", "application/atom+xml"),
            ("favicon.svg", "image/svg+xml"),
            ("fonts/naskh.woff2", "font/woff2"),
            ("a.webp", "image/webp"),
            ("a.PJPEG", "image/jpeg"),
            ("data.tar.gz", "application/gzip"),
            ("_redirects", "text/plain; charset=utf-8"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(of(name).content_type(), expected, "{name}");
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
            assert!(of(name).is_text(), "{name}");
        }
        for name in [
            "a.woff2", "a.png", "a.webp", "a.jpg", "a.gz", "a.br", "a.pdf", "LICENSE", "a.mp4",
        ] {
            assert!(!of(name).is_text(), "{name}");
        }
    }
}
