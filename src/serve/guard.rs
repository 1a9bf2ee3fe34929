//! Who may ask. A page of another site, open in the same browser, can reach this server: by a name
//! of its own that it lets point here, or by a WebSocket, which no browser keeps from crossing
//! origins. Neither gets an answer.

use std::net::IpAddr;

use axum::http::header::{HOST, ORIGIN};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, Uri};

/// Refuses a request that was not addressed to this machine by its number or as `localhost`, or by
/// the name that the server was told to listen at.
pub(super) fn host(uri: &Uri, headers: &HeaderMap, interface: &str) -> Result<(), &'static str> {
    let host = one(headers, HOST.as_str()).ok_or("the request names no host, or several")?;
    let named = uri.authority().map(Authority::as_str);
    if [Some(host), named]
        .into_iter()
        .flatten()
        .all(|host| is_ours(host, interface))
    {
        Ok(())
    } else {
        Err(
            "the preview answers at an IP address or as localhost only, so that no other site can read it through a name of its own",
        )
    }
}

/// Refuses an event stream to any page but those that this server served.
pub(super) fn origin(headers: &HeaderMap) -> Result<(), &'static str> {
    let host = one(headers, HOST.as_str()).unwrap_or_default();
    let origin = one(headers, ORIGIN.as_str()).and_then(|origin| origin.strip_prefix("http://"));
    if origin.is_some_and(|origin| origin.eq_ignore_ascii_case(host)) {
        Ok(())
    } else {
        Err("the preview tells its events to its own pages only")
    }
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
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let name = name.to_ascii_lowercase();
    name == "localhost"
        || name.ends_with(".localhost")
        || name.parse::<IpAddr>().is_ok()
        || name == interface.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

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
        ] {
            assert!(!is_ours(bad, "desk.lan"), "{bad}");
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
