//! Ports to listen on. They are below those that the system gives to whoever connects to something, so that a server that was
//! killed finds its own free when it comes back.

use std::net::TcpListener;
use std::sync::atomic::{AtomicU16, Ordering};

/// Below what Linux gives to connections (`ip_local_port_range` begins at 32768).
const FIRST: u16 = 20_000;
const COUNT: u16 = 12_000;

static NEXT: AtomicU16 = AtomicU16::new(0);

/// A port that nobody listens on, and that no other test of this run is given.
pub(crate) fn free() -> u16 {
    // Test runs on the same machine begin at different places.
    let start = std::process::id() * 97 % u32::from(COUNT);
    for _ in 0..COUNT {
        let step = NEXT.fetch_add(1, Ordering::Relaxed);
        let offset = (start + u32::from(step)) % u32::from(COUNT);
        let port = FIRST + u16::try_from(offset).unwrap();
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
    panic!("no port is free");
}
