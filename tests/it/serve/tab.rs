//! A tab of a browser as the preview knows it: a WebSocket from a page, and the events that come to it (RFC 6455).

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::{Value as Json, json};

use super::preview::Preview;

/// A tab that listens.
pub(super) struct Tab(TcpStream);

impl Tab {
    /// Opens a tab at an address.
    pub(super) fn open(preview: &Preview, address: &str) -> Self {
        let host = &preview.host;
        let mut stream = TcpStream::connect(host).unwrap();
        let request = format!(
            "GET /.warraq/events HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: Upgrade\r\n\
             Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(byte(&mut stream));
        }
        assert!(head.starts_with(b"HTTP/1.1 101"), "{head:?}");
        let hello = json!({ "address": address, "state": "" }).to_string();
        assert!(hello.len() < 126);
        let mut frame = vec![0x81, 0x80 | u8::try_from(hello.len()).unwrap()];
        // A mask of zeros leaves the text as it is.
        frame.extend([0; 4]);
        frame.extend(hello.as_bytes());
        stream.write_all(&frame).unwrap();
        Self(stream)
    }

    /// The next event, with its size in bytes.
    pub(super) fn event(&mut self) -> (Json, usize) {
        let opening = [byte(&mut self.0), byte(&mut self.0)];
        assert_eq!(opening[0], 0x81, "one text, whole");
        let size = match opening[1] {
            126 => self.number(2),
            127 => self.number(8),
            size => usize::from(size),
        };
        let mut text = vec![0; size];
        self.0.read_exact(&mut text).unwrap();
        (serde_json::from_slice(&text).unwrap(), size)
    }

    /// Events until one tells of problems: that one, with its size.
    pub(super) fn problems(&mut self) -> (Json, usize) {
        loop {
            let (event, size) = self.event();
            if event.get("problems").is_some() {
                return (event, size);
            }
        }
    }

    fn number(&mut self, bytes: usize) -> usize {
        (0..bytes).fold(0, |number, _| number << 8 | usize::from(byte(&mut self.0)))
    }
}

fn byte(stream: &mut TcpStream) -> u8 {
    let mut byte = [0];
    stream.read_exact(&mut byte).unwrap();
    byte[0]
}
