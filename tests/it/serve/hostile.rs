//! Bytes that no browser sends: the preview answers or hangs up, and goes on serving.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpStream};
use std::time::Duration;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::preview::Preview;
use crate::site::Files;

/// Requests that are nearly right: parts of good ones in any order, with what does not belong there.
fn request() -> impl Strategy<Value = Vec<u8>> {
    let part = prop_oneof![
        8 => proptest::sample::select(vec![
            "GET ", "POST ", "HEAD ", "OPTIONS ", "CONNECT ", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "/", "/../../etc/passwd ", "/%2e%2e/%2e%2e/site.toml ", "/%00", "/%", "*", "http://127.0.0.1/ ",
            "/.warraq/", "/.warraq/preview.js ", "/index.html ", "HTTP/1.1\r\n", "HTTP/1.0\r\n", "HTTP/9.9\r\n",
            "Host: 127.0.0.1\r\n", "Host: evil.example\r\n", "Host: [::1\r\n", "Host:\r\n",
            "Range: bytes=0-18446744073709551616\r\n", "Range: bytes=-,-1,9-1\r\n",
            "Content-Length: 99999999999999999999\r\n", "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n",
            "Upgrade: websocket\r\n", "Connection: Upgrade\r\n", "Sec-WebSocket-Key: x\r\n",
            "Origin: null\r\n", "Expect: 100-continue\r\n", "\r\n", "\n", "\r", "\r\n\r\n", "ffffffffffffffff\r\n",
        ]).prop_map(|text| text.as_bytes().to_vec()),
        1 => proptest::collection::vec(any::<u8>(), 0..40),
        1 => (1_usize..20_000).prop_map(|length| vec![b'a'; length]),
    ];
    proptest::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

/// What comes back for these bytes, of a client that says no more after them.
fn answer(host: &str, bytes: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(host).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .unwrap();
    _ = stream.write_all(bytes);
    _ = stream.shutdown(Shutdown::Write);
    let mut answer = Vec::new();
    _ = stream.read_to_end(&mut answer);
    answer
}

#[test]
fn whatever_is_sent_nothing_leaks_and_the_preview_goes_on() {
    let preview = Preview::of(&Files::good());
    let mut runner = TestRunner::new(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let sent = runner.run(&request(), |bytes| {
        let answer = answer(&preview.host, &bytes);
        let is_answer = answer.is_empty() || answer.starts_with(b"HTTP/1.");
        prop_assert!(is_answer, "{:?}", String::from_utf8_lossy(&answer));
        let text = String::from_utf8_lossy(&answer);
        prop_assert!(!text.starts_with("HTTP/1.1 500"), "{text}");
        for secret in ["root:", "[collections"] {
            prop_assert!(!text.contains(secret), "{text}");
        }
        prop_assert_eq!(preview.get("/").status, 200);
        Ok(())
    });
    sent.unwrap();
    assert!(!preview.said().contains("panicked"), "{}", preview.said());
}
