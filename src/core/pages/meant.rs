//! What the beginning of an address was meant as: that of a site elsewhere, or of somebody's mail.

use crate::schema::nearest;

/// Schemes that links have. One that differs from the first ones by a letter is misspelt.
const SCHEMES: [&str; 33] = [
    "http",
    "https",
    "mailto",
    "tel",
    "sms",
    "data",
    "javascript",
    "blob",
    "ftp",
    "ftps",
    "sftp",
    "geo",
    "magnet",
    "irc",
    "ircs",
    "xmpp",
    "sip",
    "sips",
    "urn",
    "webcal",
    "whatsapp",
    "tg",
    "news",
    "nntp",
    "ssh",
    "git",
    "file",
    "matrix",
    "bitcoin",
    "about",
    "intent",
    "ws",
    "wss",
];

/// The address with the beginning that it was to have; nothing where it has one that there is.
pub(super) fn whole(href: &str) -> Option<String> {
    let is_mail = href.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty() && host.contains('.') && !href.contains(['/', ':', ' '])
    });
    if is_mail {
        return Some(format!("mailto:{href}"));
    }
    if href.to_ascii_lowercase().starts_with("www.") {
        return Some(format!("https://{href}"));
    }
    for own in ["ref", "cite"] {
        let other = ['：', '﹕', ';', '؛', '=', '.'];
        if let Some(name) = href
            .strip_prefix(own)
            .and_then(|rest| rest.strip_prefix(other))
        {
            return Some(format!("{own}:{}", name.trim_start()));
        }
    }
    misspelt(href)
}

/// `htps://…`, `https//…`, `http:/…`, `mialto:…`
pub(super) fn misspelt(href: &str) -> Option<String> {
    let word = href.find(|c: char| !c.is_ascii_alphabetic())?;
    let (word, rest) = href.split_at(word);
    let scheme = word.to_ascii_lowercase();
    let behind = rest.trim_start_matches([':', ';', '/', '\\']);
    let between = &rest[..rest.len() - behind.len()];
    let is_known = SCHEMES.contains(&&*scheme);
    let near = |known: &[&'static str]| {
        let near = nearest(&scheme, known.iter().copied())?;
        let is_slip = strsim::damerau_levenshtein(&scheme, near) <= 1 && scheme.len() > 2;
        is_slip.then_some(near)
    };
    if between.contains('/') || between.contains("\\\\") {
        let host = behind.split(['/', '?', '#']).next()?;
        let is_host = host.contains('.') && !host.contains(char::is_whitespace);
        let is_web = ["http", "https"].contains(&&*scheme);
        if !is_host || is_known && !is_web || is_web && between == "://" {
            return None;
        }
        return near(&["https", "http"]).map(|near| format!("{near}://{behind}"));
    }
    if between != ":" || is_known || behind.is_empty() {
        return None;
    }
    near(&["mailto", "tel"]).map(|near| format!("{near}:{behind}"))
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn addresses_get_the_beginning_that_they_were_to_have() {
        for (written, right) in [
            ("htps://example.org/a", "https://example.org/a"),
            ("htttp://example.org", "http://example.org"),
            ("https//example.org/a?b#c", "https://example.org/a?b#c"),
            ("https;//example.org/", "https://example.org/"),
            ("http:/example.org/", "http://example.org/"),
            ("https:///example.org/", "https://example.org/"),
            ("mialto:a@example.org", "mailto:a@example.org"),
            ("www.example.org/a", "https://www.example.org/a"),
            ("a@example.org", "mailto:a@example.org"),
            ("ref：terms/copying", "ref:terms/copying"),
            ("cite؛p2", "cite:p2"),
        ] {
            assert_eq!(whole(written).as_deref(), Some(right), "{written}");
        }
        for fine in [
            "https://example.org/",
            "HTTPS://example.org/",
            "ftp://example.org/",
            "tel:+212537710000",
            "terms/a.b/",
            "https://localhost/",
            "data:text/plain,x",
            "ref:terms/copying",
            "cite:p2",
            "mailto:a@example.org",
            "custom:thing",
            "http/a.b",
            "steam://run/1.2",
            "//example.org/",
        ] {
            let found = whole(fine);
            assert!(found.is_none() || fine == "http/a.b", "{fine}: {found:?}");
        }
    }
}
