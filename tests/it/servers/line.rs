//! A line to a server that may break: bytes go to and fro until so many have gone to the server.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// A line, until it is dropped.
pub(crate) struct Line {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    server: u16,
    /// How many bytes may still go to the server.
    left: AtomicU64,
    ends: Mutex<Vec<TcpStream>>,
    is_over: AtomicBool,
}

impl Line {
    /// A line to the server on a port of this machine, which breaks after so many bytes.
    pub(crate) fn to(server: u16, bytes: u64) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            server,
            left: AtomicU64::new(bytes),
            ends: Mutex::new(Vec::new()),
            is_over: AtomicBool::new(false),
        });
        let accepting = shared.clone();
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if accepting.is_over.load(Ordering::SeqCst) {
                    break;
                }
                // A side that goes away is no concern of the line.
                _ = accepting.join(client);
            }
        });
        Self { address, shared }
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Whether it is broken.
    pub(crate) fn is_broken(&self) -> bool {
        self.shared.left.load(Ordering::SeqCst) == 0
    }

    /// Mends it for good.
    pub(crate) fn mend(&self) {
        self.shared.left.store(u64::MAX, Ordering::SeqCst);
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        self.shared.cut();
        // Wakes the thread that waits for connections.
        _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn join(self: &Arc<Self>, client: TcpStream) -> std::io::Result<()> {
        if self.left.load(Ordering::SeqCst) == 0 {
            return client.shutdown(Shutdown::Both);
        }
        let server = TcpStream::connect(("127.0.0.1", self.server))?;
        let ends = [client.try_clone()?, server.try_clone()?];
        self.ends.lock().unwrap().extend(ends);
        let (to, fro) = ((client.try_clone()?, server.try_clone()?), (server, client));
        let line = self.clone();
        thread::spawn(move || carry(to.0, to.1, |bytes| line.spend(bytes)));
        thread::spawn(move || carry(fro.0, fro.1, |bytes| bytes));
        Ok(())
    }

    /// How many of so many bytes may go on; with the last one the line breaks.
    fn spend(&self, bytes: usize) -> usize {
        let wanted = bytes as u64;
        let spend = |left: u64| Some(left.saturating_sub(wanted));
        let before = self
            .left
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, spend);
        let before = before.unwrap();
        if before <= wanted {
            self.cut();
        }
        usize::try_from(before.min(wanted)).unwrap()
    }

    fn cut(&self) {
        for end in self.ends.lock().unwrap().drain(..) {
            _ = end.shutdown(Shutdown::Both);
        }
    }
}

/// Carries bytes one way, until one side is closed.
fn carry(mut from: TcpStream, mut to: TcpStream, allowed: impl Fn(usize) -> usize) {
    let mut buffer = [0; 16 << 10];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        if to.write_all(&buffer[..allowed(read)]).is_err() {
            break;
        }
    }
    _ = to.shutdown(Shutdown::Write);
    _ = from.shutdown(Shutdown::Read);
}
