//! A line to a server that speaks HTTP, on which a test decides over every request.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The server gets it, and its answer comes back.
    Pass,
    /// The server never hears of it, and the answer is this status.
    Answer(u16),
    /// The line is cut before the server hears of it.
    Cut,
    /// The server gets it, and the line is cut before its answer comes back.
    CutAfter,
}

/// Something that was asked for.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    pub(crate) method: String,
    /// As it was sent, with percent signs and the question after `?`.
    pub(crate) path: String,
    /// How many requests there were before on all lines.
    pub(crate) before: usize,
}

/// A proxy, until it is dropped.
pub(crate) struct Proxy {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    server: u16,
    verdict: Box<dyn Fn(&Request) -> Verdict + Send + Sync>,
    requests: Mutex<Vec<Request>>,
    is_over: AtomicBool,
}

impl Proxy {
    /// A line to the server on a port of this machine.
    pub(crate) fn to(
        server: u16,
        verdict: impl Fn(&Request) -> Verdict + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            server,
            verdict: Box::new(verdict),
            requests: Mutex::new(Vec::new()),
            is_over: AtomicBool::new(false),
        });
        let accepting = shared.clone();
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if accepting.is_over.load(Ordering::SeqCst) {
                    break;
                }
                let shared = accepting.clone();
                // A client or a server that goes away is no concern of the proxy.
                thread::spawn(move || shared.connection(&client));
            }
        });
        Self { address, shared }
    }

    pub(crate) fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Every request so far, such as `PUT /site/index.html`, without what follows `?`.
    pub(crate) fn log(&self) -> Vec<String> {
        let requests = self.shared.requests.lock().unwrap();
        let lines = requests.iter().map(|one| {
            let path = one.path.split('?').next().unwrap();
            format!("{} {path}", one.method)
        });
        lines.collect()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for connections.
        _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    /// Serves one client until one side closes the line, or a verdict does.
    fn connection(&self, client: &TcpStream) {
        _ = self.requests_of(client);
        _ = client.shutdown(Shutdown::Both);
    }

    fn requests_of(&self, client: &TcpStream) -> Option<()> {
        let mut reader = BufReader::new(client);
        let mut server: Option<BufReader<TcpStream>> = None;
        loop {
            let (request, bytes) = self.next(&mut reader)?;
            let verdict = (self.verdict)(&request);
            match verdict {
                Verdict::Cut => return None,
                Verdict::Answer(status) => {
                    let answer = format!(
                        "HTTP/1.1 {status} As told\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    );
                    return (&mut &*client).write_all(answer.as_bytes()).ok();
                }
                Verdict::Pass | Verdict::CutAfter => {}
            }
            let line = match &mut server {
                Some(line) => line,
                none => none.insert(BufReader::new(
                    TcpStream::connect(("127.0.0.1", self.server)).ok()?,
                )),
            };
            line.get_mut().write_all(&bytes).ok()?;
            let has_body = request.method != "HEAD";
            let answer = message(line, has_body)?;
            if verdict == Verdict::CutAfter {
                return None;
            }
            (&mut &*client).write_all(&answer).ok()?;
        }
    }

    fn next(&self, reader: &mut BufReader<&TcpStream>) -> Option<(Request, Vec<u8>)> {
        let bytes = message(reader, true)?;
        let first = bytes.split(|byte| *byte == b'\r').next()?;
        let mut words = std::str::from_utf8(first).ok()?.split(' ');
        let (method, path) = (words.next()?.to_owned(), words.next()?.to_owned());
        let mut requests = self.requests.lock().unwrap();
        let request = Request {
            method,
            path,
            before: requests.len(),
        };
        requests.push(request.clone());
        Some((request, bytes))
    }
}

/// Reads one message whole: its head, and the body that its head announces (RFC 9112, section 6).
fn message(reader: &mut impl BufRead, has_body: bool) -> Option<Vec<u8>> {
    let (mut bytes, mut length, mut is_chunked) = (Vec::new(), 0, false);
    loop {
        let start = bytes.len();
        if reader.read_until(b'\n', &mut bytes).ok()? == 0 {
            return None;
        }
        let line = String::from_utf8_lossy(&bytes[start..]).to_lowercase();
        match line.trim_end().split_once(": ") {
            Some(("content-length", value)) => length = value.parse().ok()?,
            Some(("transfer-encoding", value)) => is_chunked = value == "chunked",
            _ if line == "\r\n" => break,
            _ => {}
        }
    }
    if !has_body {
        return Some(bytes);
    }
    if !is_chunked {
        append(reader, length, &mut bytes)?;
        return Some(bytes);
    }
    loop {
        let start = bytes.len();
        reader.read_until(b'\n', &mut bytes).ok()?;
        let size = std::str::from_utf8(&bytes[start..]).ok()?.trim_end();
        let size = u64::from_str_radix(size, 16).ok()?;
        append(reader, size + 2, &mut bytes)?;
        if size == 0 {
            return Some(bytes);
        }
    }
}

/// Reads so many bytes and not one less.
fn append(reader: &mut impl Read, length: u64, bytes: &mut Vec<u8>) -> Option<()> {
    let read = reader.by_ref().take(length).read_to_end(bytes).ok()?;
    (read as u64 == length).then_some(())
}
