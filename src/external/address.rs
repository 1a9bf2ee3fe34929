//! A link as it is written to an address that can be asked for, and back; and a redirect from one address to another.

use std::fmt;

/// An address on the web, without what browsers keep to themselves (the fragment).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Address {
    scheme: &'static str,
    /// The host in ASCII, with its port where one is written.
    host: String,
    /// From the first slash on, with the query.
    path: String,
}

impl Address {
    /// Reads an address. `None` where it names no host, or goes by another protocol than HTTP.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (scheme, rest) = text.split_once("://")?;
        let scheme = ["http", "https"]
            .into_iter()
            .find(|known| scheme.eq_ignore_ascii_case(known))?;
        let rest = rest.split('#').next().unwrap_or_default();
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        // Names and passwords are nobody's business but the browser's.
        let authority = authority.rsplit('@').next().unwrap_or_default();
        let (name, port) = match authority.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => (name, port),
            _ => (authority, ""),
        };
        let name = ascii(name).filter(|name| !name.is_empty())?;
        let host = match port {
            "" => name,
            port => format!("{name}:{port}"),
        };
        let slash = if path.starts_with('/') { "" } else { "/" };
        let path = encode(&format!("{slash}{path}"));
        Some(Self { scheme, host, path })
    }

    /// The host and its port.
    pub(super) fn host(&self) -> &str {
        &self.host
    }

    /// Where a redirect from here leads (RFC 3986, section 5.2).
    pub(super) fn join(&self, location: &str) -> Option<Self> {
        let location = location.trim();
        let has_scheme = location.split_once(':').is_some_and(|(scheme, _)| {
            !scheme.is_empty()
                && scheme
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
        });
        if has_scheme {
            return Self::parse(location);
        }
        if location.starts_with("//") {
            return Self::parse(&format!("{}:{location}", self.scheme));
        }
        let own = self.path.split('?').next().unwrap_or_default();
        let path = if location.is_empty() || location.starts_with('#') {
            self.path.clone()
        } else if location.starts_with('/') {
            location.to_owned()
        } else if location.starts_with('?') {
            format!("{own}{location}")
        } else {
            let folder = own.rfind('/').map_or("/", |at| &own[..=at]);
            format!("{folder}{location}")
        };
        Self::parse(&format!(
            "{}://{}{}",
            self.scheme,
            self.host,
            without_dots(&path)
        ))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}{}", self.scheme, self.host, self.path)
    }
}

/// Percent-encodes what may not stand in a URL; what is encoded already stays.
fn encode(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// A path with its `.` and `..` gone along (RFC 3986, section 5.2.4). The query stays as it is.
fn without_dots(path: &str) -> String {
    let (path, query) = path.split_at(path.find('?').unwrap_or(path.len()));
    let mut kept: Vec<&str> = Vec::new();
    for part in path.split('/').skip(1) {
        match part {
            "." => {}
            ".." => _ = kept.pop(),
            part => kept.push(part),
        }
    }
    if path.ends_with("/.") || path.ends_with("/..") {
        kept.push("");
    }
    format!("/{}{query}", kept.join("/"))
}

/// A host's name as it is looked up (UTS #46); `None` where it is too strange to be one.
fn ascii(name: &str) -> Option<String> {
    if name.is_ascii() {
        // Numbers in brackets are no names.
        return Some(name.to_lowercase());
    }
    idna::domain_to_ascii(name).ok()
}

#[cfg(test)]
mod tests {
    use super::{Address, ascii};

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
        ] {
            assert_eq!(address(written).as_deref(), Some(asked));
        }
        for none in [
            "mailto:a@b.example",
            "ftp://example.org/",
            "https://",
            "https:///a",
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
        for (name, looked_up) in [
            ("Example.ORG", "example.org"),
            ("www.bücher.example", "www.xn--bcher-kva.example"),
            // The registry of Egypt (IANA root zone: xn--wgbh1c).
            ("موقع.مصر", "xn--4gbrim.xn--wgbh1c"),
            ("[::1]", "[::1]"),
        ] {
            assert_eq!(ascii(name).as_deref(), Some(looked_up));
        }
        assert_eq!(ascii("موقع\u{FFFD}.مصر"), None);
    }
}
