//! A line to a server: bytes go to and fro until so many have gone to the server. Then it hangs, until it is cut or mended.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A line, until it is dropped.
pub(crate) struct Line {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    server: u16,
    /// How many bytes may still go to the server.
    left: AtomicU64,
    /// Whether nobody gets through any more.
    is_cut: AtomicBool,
    ends: Mutex<Vec<TcpStream>>,
    is_over: AtomicBool,
}

impl Line {
    /// A line to the server on a port of this machine, which hangs after so many bytes.
    pub(crate) fn to(server: u16, bytes: u64) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            server,
            left: AtomicU64::new(bytes),
            is_cut: AtomicBool::new(false),
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

    /// Whether all bytes are spent.
    pub(crate) fn hangs(&self) -> bool {
        self.shared.left.load(Ordering::SeqCst) == 0
    }

    /// Cuts it: whoever is on it is thrown off, and nobody else gets on.
    pub(crate) fn cut(&self) {
        self.shared.is_cut.store(true, Ordering::SeqCst);
        self.shared.throw_off();
    }

    /// Mends it, to hang after so many bytes more.
    pub(crate) fn mend(&self, bytes: u64) {
        self.shared.left.store(bytes, Ordering::SeqCst);
        self.shared.is_cut.store(false, Ordering::SeqCst);
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        self.cut();
        // Wakes the thread that waits for connections.
        _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    fn join(self: &Arc<Self>, client: TcpStream) -> std::io::Result<()> {
        if self.is_cut.load(Ordering::SeqCst) {
            return client.shutdown(Shutdown::Both);
        }
        let server = TcpStream::connect(("127.0.0.1", self.server))?;
        let ends = [client.try_clone()?, server.try_clone()?];
        self.ends.lock().unwrap().extend(ends);
        let (to, fro) = ((client.try_clone()?, server.try_clone()?), (server, client));
        let line = self.clone();
        thread::spawn(move || carry(to.0, to.1, |wanted| line.spend(wanted)));
        thread::spawn(move || carry(fro.0, fro.1, |wanted| wanted));
        Ok(())
    }

    /// How many of so many bytes may go on; waits until one may, or until nobody is on the line any more.
    fn spend(&self, wanted: usize) -> usize {
        let wanted = wanted as u64;
        while !self.is_cut.load(Ordering::SeqCst) {
            let take = |left: u64| Some(left.saturating_sub(wanted));
            let order = Ordering::SeqCst;
            let left = self.left.fetch_update(order, order, take).unwrap();
            if left > 0 {
                return usize::try_from(left.min(wanted)).unwrap();
            }
            thread::sleep(Duration::from_millis(5));
        }
        0
    }

    fn throw_off(&self) {
        for end in self.ends.lock().unwrap().drain(..) {
            _ = end.shutdown(Shutdown::Both);
        }
    }
}

/// Carries bytes one way, until one side is closed.
fn carry(mut from: TcpStream, mut to: TcpStream, allowed: impl Fn(usize) -> usize) {
    let mut buffer = [0; 16 << 10];
    'line: while let Ok(read @ 1..) = from.read(&mut buffer) {
        let mut rest = &buffer[..read];
        while !rest.is_empty() {
            let (now, later) = rest.split_at(allowed(rest.len()));
            if now.is_empty() || to.write_all(now).is_err() {
                break 'line;
            }
            rest = later;
        }
    }
    _ = to.shutdown(Shutdown::Write);
    _ = from.shutdown(Shutdown::Read);
}
