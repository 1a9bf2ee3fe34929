//! The base URL: where a site is published, in the one spelling that every address below it begins with.

use url::Url;

use super::table::File;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};

/// Reads a base URL, which ends with a slash afterwards. One that is none is reported, and taken as it is for the rest of
/// the run.
pub(super) fn read(file: &mut File<'_>, written: &str, span: Option<Span>) -> String {
    match normalised(written) {
        Ok(base_url) => base_url,
        Err(why) => {
            // A query may be a token, and what stands before `@` a password.
            let end = written.find(['?', '#']).unwrap_or(written.len());
            let shown = &written[written[..end].rfind('@').unwrap_or(0)..end];
            let message = text!("base-url-wrong", url = shown, why);
            let mut problem = Diagnostic::error("E105", message).hint(text!("base-url-wrong-hint"));
            problem.span = span;
            file.diagnostics.push(problem);
            let slash = if written.ends_with('/') { "" } else { "/" };
            format!("{written}{slash}")
        }
    }
}

/// The URL with its host in ASCII and its path percent-encoded.
///
/// # Errors
/// Why it cannot be a base URL.
pub fn normalised(written: &str) -> Result<String, Text> {
    let lower = written.to_ascii_lowercase();
    let behind = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| lower.strip_prefix(scheme))
        .ok_or_else(|| text!("url-without-scheme"))?;
    // A parser of URLs passes over these (WHATWG, "URL parsing").
    if behind.starts_with(['/', '\\', '?', '#']) || behind.is_empty() {
        return Err(text!("url-without-host"));
    }
    if let Some(odd) = written
        .chars()
        .find(|c| c.is_whitespace() || c.is_control() || *c == '\\')
    {
        return Err(match odd {
            '\\' => text!("url-with-backslash"),
            odd if odd.is_whitespace() => text!("url-with-space"),
            _ => text!("url-with-control"),
        });
    }
    let mut url = Url::parse(written).map_err(|_| text!("url-host-wrong"))?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(text!("url-with-password"));
    }
    if url.path().contains("//") {
        return Err(text!("url-with-strokes"));
    }
    if url.query().is_some() {
        return Err(text!("url-with-query"));
    }
    if url.fragment().is_some() {
        return Err(text!("url-with-fragment"));
    }
    if !url.path().ends_with('/') {
        let path = format!("{}/", url.path());
        url.set_path(&path);
    }
    Ok(url.into())
}

#[cfg(test)]
mod tests {
    use super::normalised;

    #[test]
    fn what_no_page_can_be_published_below_is_no_base() {
        for (url, why) in [
            ("https://", "host"),
            ("https:///x/", "host"),
            ("https://\\x/", "host"),
            ("https://?x", "host"),
            ("https://exa mple.org/", "space"),
            ("https://example.org/a\tb/", "space"),
            ("https://exa<mple.org/", "host"),
            ("https://example.org:port/", "host"),
            ("https://example.org/?x=1", "query"),
            ("https://example.org/?", "query"),
            ("https://example.org/#x", "fragment"),
            ("https://user:pw@example.org/", "password"),
            ("https://user@example.org/", "password"),
            ("https://example.org/a\u{10}/", "control"),
            ("https://example.org//x//", "//"),
            ("ftp://example.org/", "https://"),
            ("example.org", "https://"),
            ("/x/", "https://"),
        ] {
            let found = normalised(url).unwrap_err().to_string();
            assert!(found.contains(why), "{url}: {found}");
        }
    }

    #[test]
    fn one_base_has_one_spelling() {
        for (url, expected) in [
            ("https://example.org", "https://example.org/"),
            ("HTTPS://Example.ORG:443/a", "https://example.org/a/"),
            (
                "http://example.org:8000/a/../b/",
                "http://example.org:8000/b/",
            ),
            (
                "https://مثال.إختبار/ع/",
                "https://xn--mgbh0fb.xn--kgbechtv/%D8%B9/",
            ),
            ("https://example.org/%D8%B9/", "https://example.org/%D8%B9/"),
        ] {
            assert_eq!(normalised(url).as_deref(), Ok(expected), "{url}");
        }
    }
}
