//! A link as it is written to an address that can be asked for, and back; and a redirect from one
//! address to another.

use std::fmt;

use url::{Position, Url};

/// An address on the web, without what browsers keep to themselves: the fragment, names and
/// passwords.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Address(Url);

impl Address {
    /// Reads an address. `None` where it names no host, or goes by another protocol than HTTP.
    pub(super) fn parse(text: &str) -> Option<Self> {
        Self::of(Url::parse(text).ok()?)
    }

    fn of(mut url: Url) -> Option<Self> {
        if !matches!(url.scheme(), "http" | "https") {
            return None;
        }
        url.set_fragment(None);
        url.set_username("").ok()?;
        url.set_password(None).ok()?;
        Some(Self(url))
    }

    /// The host and its port.
    pub(super) fn host(&self) -> &str {
        &self.0[Position::BeforeHost..Position::AfterPort]
    }

    /// Where a redirect from here leads.
    pub(super) fn join(&self, location: &str) -> Option<Self> {
        Self::of(self.0.join(location).ok()?)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn address(text: &str) -> Option<String> {
        Address::parse(text).map(|address| address.to_string())
    }

    #[test]
    fn addresses_are_made_fit_to_be_asked_for() {
        for (written, asked) in [
            ("https://example.org", "https://example.org/"),
            (
                "HTTP://Example.ORG:8080/A#part",
                "http://example.org:8080/A",
            ),
            ("https://example.org?q=1", "https://example.org/?q=1"),
            (
                "https://example.org/مدن?س=1",
                "https://example.org/%D9%85%D8%AF%D9%86?%D8%B3=1",
            ),
            (
                "https://example.org/%D9%85%20x",
                "https://example.org/%D9%85%20x",
            ),
            ("https://me:word@example.org/", "https://example.org/"),
            ("https://[::1]:80/", "https://[::1]:80/"),
            ("https://example.org:443/", "https://example.org/"),
            ("https:///example.org", "https://example.org/"),
        ] {
            assert_eq!(address(written).as_deref(), Some(asked));
        }
        for none in [
            "mailto:a@b.example",
            "ftp://example.org/",
            "https://",
            "/a/",
        ] {
            assert_eq!(address(none), None, "{none}");
        }
    }

    #[test]
    fn redirects_are_followed_as_browsers_do() {
        let from = Address::parse("https://example.org/a/b?c").unwrap();
        for (location, target) in [
            ("http://other.example/x", Some("http://other.example/x")),
            ("//other.example/x", Some("https://other.example/x")),
            ("/x", Some("https://example.org/x")),
            ("x?y", Some("https://example.org/a/x?y")),
            ("../x/./", Some("https://example.org/x/")),
            ("../../../..", Some("https://example.org/")),
            ("?y", Some("https://example.org/a/b?y")),
            ("", Some("https://example.org/a/b?c")),
            ("app:open", None),
        ] {
            let joined = from.join(location).map(|address| address.to_string());
            assert_eq!(joined.as_deref(), target, "{location}");
        }
    }

    #[test]
    fn names_in_any_script_are_looked_up_in_ascii() {
        for (written, host) in [
            ("https://Example.ORG/", "example.org"),
            ("https://www.bücher.example/", "www.xn--bcher-kva.example"),
            // The registry of Egypt (IANA root zone: xn--wgbh1c).
            ("https://موقع.مصر:8080/", "xn--4gbrim.xn--wgbh1c:8080"),
            ("https://[::1]/", "[::1]"),
        ] {
            assert_eq!(Address::parse(written).unwrap().host(), host);
        }
        assert_eq!(address("https://موقع\u{FFFD}.مصر/"), None);
    }
}
