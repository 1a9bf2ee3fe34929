//! Who may ask. A page of another site, open in the same browser, can reach this server: by a name
//! of its own that it lets point here, or by a WebSocket, which no browser keeps from crossing
//! origins. Neither gets an answer.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri};

use crate::locale::{Text, text};

/// The header with the token. No page of another origin can send one unasked, nor is it let by what we answer when asked.
const TOKEN: &str = "x-warraq-token";

/// Refuses a request that was not addressed to this machine by its number or as `localhost`, or by
/// the name that the server was told to listen at.
pub(super) fn host(uri: &Uri, headers: &HeaderMap, interface: &str) -> Result<(), Text> {
    let host = one(headers, HOST.as_str()).ok_or_else(|| text!("request-without-host"))?;
    let named = uri.authority().map(Authority::as_str);
    if [Some(host), named]
        .into_iter()
        .flatten()
        .all(|host| is_ours(host, interface))
    {
        Ok(())
    } else {
        Err(text!("host-of-another"))
    }
}

/// Refuses an event stream to any page but those that this server served.
pub(super) fn origin(headers: &HeaderMap) -> Result<(), Text> {
    let host = one(headers, HOST.as_str()).unwrap_or_default();
    let origin = one(headers, ORIGIN.as_str()).and_then(|origin| origin.strip_prefix("http://"));
    if origin.is_some_and(|origin| origin.eq_ignore_ascii_case(host)) {
        Ok(())
    } else {
        Err(text!("events-for-own-pages"))
    }
}

/// Refuses what does not carry what only pages that this server served are told.
pub(super) fn token(headers: &HeaderMap, token: &str) -> Result<(), Text> {
    match one(headers, TOKEN) {
        Some(sent) if sent == token => Ok(()),
        _ => Err(text!("fix-for-own-pages")),
    }
}

/// Whether an address is one of this machine's that no other reaches.
pub(super) fn is_here(address: IpAddr) -> bool {
    address.to_canonical().is_loopback()
}

/// The value of a header that comes once.
fn one<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}

/// Whether `NAME`, `NAME:PORT`, `IPv4` or `[IPv6]:PORT` is this machine and no name that somebody
/// else gave it.
fn is_ours(host: &str, interface: &str) -> bool {
    let in_brackets = host.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let (name, port) = match in_brackets {
        Some(parts) => parts,
        None => host.split_at(host.find(':').unwrap_or(host.len())),
    };
    let is_port = |port: &str| {
        let is_number = port.bytes().all(|byte| byte.is_ascii_digit());
        is_number && port.parse::<u16>().is_ok()
    };
    if !port.is_empty() && !port.strip_prefix(':').is_some_and(is_port) {
        return false;
    }
    if in_brackets.is_some() {
        return name.parse::<Ipv6Addr>().is_ok();
    }
    let name = name.to_ascii_lowercase();
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    name == "localhost"
        || (name.ends_with(".localhost") && name.bytes().all(is_name))
        || name.parse::<Ipv4Addr>().is_ok()
        || name == interface.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;
    use proptest::prelude::*;
    use proptest::sample::select;
    use url::{Host, Url};

    use super::*;

    /// What hosts are made of, and what would make a host of something else.
    const PIECES: [&str; 20] = [
        "127.0.0.1",
        "[::1]",
        "localhost",
        "evil.example",
        ":80",
        ":",
        ".",
        "@",
        "/",
        "[",
        "]",
        "::",
        "%",
        "\\",
        "?",
        "#",
        "0x7f",
        "1",
        "99999",
        "é",
    ];

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, HeaderValue::from_str(value).unwrap());
        }
        headers
    }

    #[test]
    fn only_names_that_nobody_can_point_here_are_answered() {
        for good in [
            "localhost",
            "LOCALHOST:1111",
            "site.localhost:1111",
            "127.0.0.1:1111",
            "192.168.1.7",
            "[::1]:1111",
            "desk.lan:1111",
        ] {
            assert!(is_ours(good, "Desk.lan"), "{good}");
        }
        for bad in [
            "",
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:1111",
            "notlocalhost",
            "evil.example:127.0.0.1",
            "[evil.example]:80",
            "user@127.0.0.1",
            "[::1].evil.example",
            "[::1].evil.example:80",
            "[::1]evil",
            "[::1]:80:evil",
            "[::1",
            "::1",
            "[127.0.0.1]",
            "[fe80::1%25eth0.evil.example]",
            "127.0.0.1:80:evil",
            "127.0.0.1:evil",
            "127.0.0.1:",
            "127.0.0.1:+80",
            "127.0.0.1:99999",
            "localhost:80.evil.example",
            "localhost:80/evil",
            "evil.example/.localhost",
            "user@evil.localhost",
            "127.1",
            "0x7f000001",
        ] {
            assert!(!is_ours(bad, "desk.lan"), "{bad}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        /// Whatever is taken for this machine is so for browsers as well.
        #[test]
        fn no_host_that_a_browser_reads_otherwise_is_ours(pieces in prop::collection::vec(select(&PIECES[..]), 1..5)) {
            let host = pieces.concat();
            if is_ours(&host, "desk.lan") {
                let read = Url::parse(&format!("http://{host}/"));
                let read = read.map(|url| url.host().map(|host| host.to_owned()));
                let is_this = match &read {
                    Ok(Some(Host::Ipv4(_) | Host::Ipv6(_))) => true,
                    Ok(Some(Host::Domain(name))) => name == "localhost" || name.ends_with(".localhost"),
                    _ => false,
                };
                prop_assert!(is_this, "{host}: {read:?}");
            }
        }
    }

    #[test]
    fn every_name_in_a_request_has_to_be_ours() {
        let path = Uri::from_static("/");
        let full = Uri::from_static("http://evil.example/");
        let good = headers(&[("host", "localhost:1111")]);
        let twice = headers(&[("host", "localhost"), ("host", "evil.example")]);
        assert!(host(&path, &good, "127.0.0.1").is_ok());
        assert!(host(&full, &good, "127.0.0.1").is_err());
        assert!(host(&path, &twice, "127.0.0.1").is_err());
        assert!(host(&path, &headers(&[]), "127.0.0.1").is_err());
    }

    #[test]
    fn a_token_is_sent_once_and_whole() {
        let sent = |pairs: &[(&'static str, &str)]| token(&headers(pairs), "0123456789abcdef");
        assert!(sent(&[(TOKEN, "0123456789abcdef")]).is_ok());
        assert!(sent(&[]).is_err());
        for wrong in ["", "0", "0123456789abcde", "0123456789ABCDEF"] {
            assert!(sent(&[(TOKEN, wrong)]).is_err(), "{wrong}");
        }
        let twice = [(TOKEN, "0123456789abcdef"), (TOKEN, "0123456789abcdef")];
        assert!(sent(&twice).is_err());
    }

    #[test]
    fn only_this_machine_is_here() {
        let is_here = |address: &str| is_here(address.parse().unwrap());
        for here in ["127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"] {
            assert!(is_here(here), "{here}");
        }
        for there in [
            "0.0.0.0",
            "192.168.1.7",
            "10.0.0.1",
            "::",
            "fe80::1",
            "::ffff:10.0.0.1",
        ] {
            assert!(!is_here(there), "{there}");
        }
    }

    #[test]
    fn events_are_for_pages_of_the_very_same_address() {
        let from = |value: &str| origin(&headers(&[("host", "localhost:1111"), ("origin", value)]));
        assert!(from("http://localhost:1111").is_ok());
        for other in [
            "null",
            "https://localhost:1111",
            "http://localhost:2222",
            "http://localhost",
            "http://evil.example",
            "",
        ] {
            assert!(from(other).is_err(), "{other}");
        }
        assert!(origin(&headers(&[("host", "localhost:1111")])).is_err());
    }
}
