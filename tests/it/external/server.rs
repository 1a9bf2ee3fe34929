//! A web server on this machine that answers as a test tells it to, and remembers who asked for what.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// What a server does when it is asked.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    /// Answers with a status and headers.
    Status(u16, Vec<(&'static str, String)>),
    /// Closes the connection.
    Close,
    /// Keeps it open, and says nothing.
    Silence,
}

impl Reply {
    pub(crate) fn redirect(code: u16, location: &str) -> Self {
        Self::Status(code, vec![("Location", location.to_owned())])
    }
}

/// Something that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    /// How often this path was asked for before.
    pub(crate) before: usize,
}

/// A server, until it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    requests: Mutex<Vec<Request>>,
    /// Connections that are to be kept open.
    silent: Mutex<Vec<TcpStream>>,
    at_once: AtomicUsize,
    most_at_once: AtomicUsize,
    is_over: AtomicBool,
}

impl Server {
    /// Starts one on a free port.
    pub(crate) fn start(reply: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            requests: Mutex::new(Vec::new()),
            silent: Mutex::new(Vec::new()),
            at_once: AtomicUsize::new(0),
            most_at_once: AtomicUsize::new(0),
            is_over: AtomicBool::new(false),
        });
        let (reply, server) = (Arc::new(reply), shared.clone());
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if server.is_over.load(Ordering::SeqCst) {
                    break;
                }
                let (reply, server) = (reply.clone(), server.clone());
                thread::spawn(move || server.serve(stream, &*reply));
            }
        });
        Self { address, shared }
    }

    /// One that has these paths, each with its replies in turn, of which the last is given for good; 404 for others.
    pub(crate) fn with(paths: &[(&str, &[Reply])]) -> Self {
        let paths = paths
            .iter()
            .map(|(path, replies)| ((*path).to_owned(), replies.to_vec()));
        let paths: BTreeMap<String, Vec<Reply>> = paths.collect();
        Self::start(move |request| match paths.get(&request.path) {
            Some(replies) => replies[request.before.min(replies.len() - 1)].clone(),
            None => Reply::Status(404, Vec::new()),
        })
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub(crate) fn requests(&self) -> Vec<Request> {
        self.shared.requests.lock().unwrap().clone()
    }

    /// What was asked for, and how: `HEAD /a`.
    pub(crate) fn log(&self) -> Vec<String> {
        let requests = self.requests().into_iter();
        requests
            .map(|one| format!("{} {}", one.method, one.path))
            .collect()
    }

    /// How many requests there were at a time, at most.
    pub(crate) fn most_at_once(&self) -> usize {
        self.shared.most_at_once.load(Ordering::SeqCst)
    }
}

impl Shared {
    /// Reads a request and replies. A client that goes away is no concern of the test.
    fn serve(&self, mut stream: TcpStream, reply: &impl Fn(&Request) -> Reply) -> Option<()> {
        let mut lines = BufReader::new(stream.try_clone().ok()?).lines();
        let first = lines.next()?.ok()?;
        while lines
            .next()
            .is_some_and(|line| line.is_ok_and(|line| !line.is_empty()))
        {}
        let mut words = first.split(' ').map(str::to_owned);
        let (method, path) = (words.next()?, words.next()?);

        let at_once = self.at_once.fetch_add(1, Ordering::SeqCst) + 1;
        self.most_at_once.fetch_max(at_once, Ordering::SeqCst);
        let request = {
            let mut requests = self.requests.lock().unwrap();
            let before = requests.iter().filter(|one| one.path == path).count();
            let request = Request {
                method,
                path,
                before,
            };
            requests.push(request.clone());
            request
        };
        let reply = reply(&request);
        // Before the answer: with it the client is free to ask again.
        self.at_once.fetch_sub(1, Ordering::SeqCst);
        match reply {
            Reply::Status(code, headers) => {
                let headers = headers
                    .iter()
                    .map(|(name, value)| format!("{name}: {value}\r\n"));
                let headers: String = headers.collect();
                let answer = format!(
                    "HTTP/1.1 {code} As told\r\nContent-Length: 0\r\nConnection: close\r\n{headers}\r\n"
                );
                stream.write_all(answer.as_bytes()).ok()?;
            }
            Reply::Close => {}
            Reply::Silence => self.silent.lock().unwrap().push(stream),
        }
        Some(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        self.shared.silent.lock().unwrap().clear();
        // Wakes the thread that waits for connections.
        _ = TcpStream::connect(self.address);
    }
}
