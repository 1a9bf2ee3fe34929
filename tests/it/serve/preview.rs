//! A preview that runs: the program started on a site in a folder, what it says, and raw requests to it.

use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::net::TcpStream;
use std::process::Child;
use std::process::Command;
use std::process::ExitStatus;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use crate::site::{Files, Site};

/// The tag that pages are served with begins like this, and ends with that of the script.
const TAG: &str = "<script type=\"module\" src=\"/.warraq/preview.js\"";

/// `warraq serve`, running.
pub(crate) struct Preview {
    pub(crate) site: Site,
    /// `127.0.0.1:PORT`
    pub(crate) host: String,
    program: Child,
    said: Arc<Mutex<String>>,
}

impl Preview {
    /// Serves these files at a free port.
    pub(crate) fn of(files: &Files) -> Self {
        Self::start(files.on_disk(), &["-p", "0"])
    }

    /// Serves a site with these arguments.
    pub(crate) fn start(site: Site, arguments: &[&str]) -> Self {
        Self::start_with(site, arguments, &[])
    }

    /// Serves a site with these arguments, in this environment.
    pub(crate) fn start_with(site: Site, arguments: &[&str], environment: &[(&str, &str)]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_warraq"))
            .current_dir(site.path(""))
            .arg("serve")
            .args(arguments)
            .env("NO_COLOR", "1")
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        listen(program.stdout.take().unwrap(), &said);
        listen(program.stderr.take().unwrap(), &said);
        let mut preview = Self {
            site,
            host: String::new(),
            program,
            said,
        };
        preview.until("it says that it is ready", || {
            preview.said().contains("Ctrl-C")
        });
        let said = preview.said();
        let serving = ["serving http://", "المعاينة على \u{2068}http://"];
        let mut addresses = serving.iter().filter_map(|words| said.split_once(words));
        let (_, address) = addresses.next().unwrap();
        let (host, _) = address.split_once('/').unwrap();
        host.clone_into(&mut preview.host);
        preview
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.program.id()
    }

    /// All that it has said so far.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Waits until something is so.
    pub(crate) fn until(&self, what: &str, is_so: impl Fn() -> bool) {
        let deadline = Instant::now() + Duration::from_mins(1);
        while !is_so() {
            let said = self.said();
            assert!(Instant::now() < deadline, "waited for: {what}\n{said}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// What is at an address.
    pub(crate) fn get(&self, target: &str) -> Reply {
        self.request("GET", target, &format!("Host: {}\r\n", self.host))
    }

    /// The answer to a request with these header lines.
    pub(crate) fn request(&self, method: &str, target: &str, headers: &str) -> Reply {
        self.send(&format!(
            "{method} {target} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n"
        ))
    }

    /// The answer to these bytes.
    pub(crate) fn send(&self, request: &str) -> Reply {
        let mut stream = TcpStream::connect(&self.host).unwrap();
        // A server that has heard enough answers and hangs up.
        _ = stream.write_all(request.as_bytes());
        Reply::read(stream)
    }

    /// Waits until an address answers with this text, and gives the answer.
    pub(crate) fn until_shown(&self, target: &str, text: &str) -> Reply {
        self.until(&format!("{target} shows {text}"), || {
            self.get(target).text().contains(text)
        });
        self.get(target)
    }

    /// Sends a signal and waits for the end.
    #[cfg(unix)]
    pub(crate) fn end_with(&mut self, signal: &str) -> ExitStatus {
        let pid = self.program.id().to_string();
        let kill = Command::new("kill").args([signal, &pid]).status().unwrap();
        assert!(kill.success());
        self.program.wait().unwrap()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        _ = self.program.kill();
        _ = self.program.wait();
    }
}

/// Adds what a program says, line by line.
fn listen(stream: impl Read + Send + 'static, said: &Arc<Mutex<String>>) {
    let said = said.clone();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            said.lock().unwrap().push_str(&format!("{line}\n"));
        }
    });
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    head: String,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    fn read(mut stream: TcpStream) -> Self {
        let mut bytes = Vec::new();
        // What came before a connection was cut counts.
        _ = stream.read_to_end(&mut bytes);
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no answer: {bytes:?}"));
        let body = bytes.split_off(end + 4);
        let head = String::from_utf8(bytes).unwrap();
        Self {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head,
            body,
        }
    }

    /// A header, or an empty string.
    pub(crate) fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        let found = lines.find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    /// The body without the tag that only a preview adds. Anything but one tag in a page is refused.
    pub(crate) fn as_published(&self) -> Vec<u8> {
        if !self.header("content-type").starts_with("text/html") {
            return self.body.clone();
        }
        let text = self.text();
        assert_eq!(text.matches("/.warraq/").count(), 1, "{text}");
        let (before, rest) = text.split_once(TAG).unwrap();
        let (_, after) = rest.split_once("</script>").unwrap();
        format!("{before}{after}").into_bytes()
    }
}
