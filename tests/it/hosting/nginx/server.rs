//! An nginx of a test's own, on a free port of this machine, and what it answers.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// A server, until it is dropped.
pub(crate) struct Server {
    child: Child,
    port: u16,
    /// What it is told, what it serves, and what it complains of.
    folder: TempDir,
}

/// How long a server may take to come up, which a busy machine decides.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where the configuration of a site listens.
const LISTEN: &str = "    listen 80;\n    listen [::]:80;\n";

impl Server {
    /// Starts nginx with the configuration of a site, which lies in the folder already. It listens where the test wants it.
    pub(crate) fn start(folder: TempDir, site: &str) -> Self {
        assert!(site.contains(LISTEN), "{site}");
        let port = free_port();
        let listen = format!("    listen 127.0.0.1:{port};\n");
        let at = folder.path().to_str().unwrap();
        fs::write(
            folder.path().join("site.conf"),
            site.replace(LISTEN, &listen),
        )
        .unwrap();
        fs::write(folder.path().join("nginx.conf"), around(at)).unwrap();
        // Debian keeps servers out of the way of people who are not root.
        let path = format!("{}:/usr/sbin", env::var("PATH").unwrap());
        let mut command = Command::new("nginx");
        command.env("PATH", path).stdin(Stdio::null());
        command.arg("-c").arg(folder.path().join("nginx.conf"));
        command.arg("-e").arg(folder.path().join("error.log"));
        let child = command.spawn();
        let child = child.unwrap_or_else(|error| panic!("nginx: {error}; tests/run installs it"));
        let mut server = Self {
            child,
            port,
            folder,
        };
        server.wait();
        server
    }

    fn wait(&mut self) {
        let start = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            let has_ended = self.child.try_wait().unwrap().is_some();
            let is_awaited = !has_ended && start.elapsed() < PATIENCE;
            assert!(is_awaited, "nginx does not come up: {}", self.complaints());
            thread::sleep(Duration::from_millis(20));
        }
        assert_eq!(self.complaints(), "");
    }

    fn complaints(&self) -> String {
        let log: &Path = &self.folder.path().join("error.log");
        fs::read_to_string(log).unwrap_or_default()
    }

    pub(crate) fn get(&self, address: &str, headers: &[(&str, &str)]) -> Answer {
        self.ask("GET", address, headers)
    }

    pub(crate) fn ask(&self, method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
        let headers = headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"));
        let headers: String = headers.collect();
        let request = format!(
            "{method} {address} HTTP/1.1\r\nHost: shelf.example\r\nConnection: close\r\nContent-Length: 0\r\n{headers}\r\n"
        );
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        Answer::read(&answer)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody left to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// All that a site's configuration does not say: one process, which writes nowhere else.
fn around(folder: &str) -> String {
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary = temporary.map(|name| format!("    {name}_temp_path {folder}/{name};\n"));
    format!(
        "daemon off;\nmaster_process off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log warn;\n\
         load_module modules/ngx_http_brotli_static_module.so;\nevents {{}}\nhttp {{\n    access_log off;\n    \
         log_not_found off;\n{}    include {folder}/site.conf;\n}}\n",
        temporary.concat()
    )
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.local_addr().unwrap().port()
}

/// An answer, read to its end.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn read(answer: &[u8]) -> Self {
        let end = answer
            .windows(4)
            .position(|four| four == b"\r\n\r\n")
            .unwrap();
        let head = std::str::from_utf8(&answer[..end]).unwrap();
        let (status, headers) = head.split_once("\r\n").unwrap();
        let headers = headers.split("\r\n").map(|line| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_lowercase(), value.to_owned())
        });
        Self {
            status: status.split(' ').nth(1).unwrap().parse().unwrap(),
            headers: headers.collect(),
            body: answer[end + 4..].to_vec(),
        }
    }

    /// The value of a header, which comes once or not at all.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(other, _)| other == name);
        let value = values.next();
        assert!(values.next().is_none(), "{name} comes twice: {self:?}");
        value.map(|(_, value)| value.as_str())
    }

    /// The status and the address, where the answer is one.
    pub(crate) fn leads_to(&self) -> Option<(u16, &str)> {
        Some((self.status, self.header("location")?))
    }
}
