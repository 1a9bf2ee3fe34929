//! Previews a generated Arabic site and prints how long an edit takes from the write on disk until the new bytes are served.
//!
//! ```text
//! cargo bench --bench preview             # 10,000 pages, 11 rounds, then 500 edits
//! cargo bench --bench preview -- 2000 5   # 2,000 pages, 5 rounds
//! ```
//!
//! A round edits the body of a page, its title, a template, and makes a page and deletes it; the page concerned is asked
//! for every millisecond until it is what it should be. The wait for the file system to fall quiet is counted. The figures are
//! medians and worst cases. Set TMPDIR to a memory file system to leave the disk out of it. Linux only: it reads `/proc`.
#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark is an edge of its own"
)]
#![expect(
    clippy::unwrap_used,
    reason = "a benchmark that cannot run has nothing to report"
)]

#[path = "../site/generated.rs"]
mod generated;
#[path = "../site/process.rs"]
mod process;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use process::{memory, numbers};

/// Between two requests for a page that is not yet what it should be.
const PATIENCE: Duration = Duration::from_millis(1);

/// Between an edit that is seen and the next, so that none is measured in the wake of another.
const REST: Duration = Duration::from_millis(400);

/// The edits after which memory should be what it was.
const EDITS: usize = 500;

fn main() {
    let (pages, rounds) = numbers(10_000, 11);
    let folder = tempfile::tempdir().unwrap();
    generated::write(folder.path(), pages).unwrap();
    let mut preview = Preview::start(folder.path());
    println!("{pages} pages, {rounds} rounds                median ms   worst ms");
    let mut times: [(&str, Vec<f64>); 5] = [
        "body edit",
        "title edit",
        "template edit",
        "new page",
        "deleted page",
    ]
    .map(|name| (name, Vec::new()));
    for round in 0..rounds {
        let seen = preview.round(round * 7 % pages, round);
        for ((_, times), time) in times.iter_mut().zip(seen) {
            times.push(time);
        }
    }
    for (name, times) in &mut times {
        times.sort_by(f64::total_cmp);
        let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
        println!("{name:36} {median:10.1} {worst:10.1}");
    }
    for edit in 0..=EDITS {
        if edit % (EDITS / 5) == 0 {
            println!(
                "after {edit:3} more edits: {:.0} MiB resident",
                memory(preview.server.id(), "VmRSS:").unwrap()
            );
        }
        preview.edit_body(edit * 13 % pages, edit + rounds);
    }
    println!(
        "at most {:.0} MiB resident",
        memory(preview.server.id(), "VmHWM:").unwrap()
    );
}

/// A running preview and a connection to it.
struct Preview {
    root: PathBuf,
    server: Child,
    connection: BufReader<TcpStream>,
}

impl Drop for Preview {
    fn drop(&mut self) {
        _ = self.server.kill();
    }
}

impl Preview {
    fn start(root: &Path) -> Self {
        let mut server = Command::new(env!("CARGO_BIN_EXE_warraq"))
            .arg("--root")
            .arg(root)
            .args(["serve", "--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(server.stdout.take().unwrap()).lines();
        let address = lines
            .find_map(|line| {
                let line = line.unwrap();
                let at = line.find("http://")? + "http://".len();
                Some(line[at..].split('/').next()?.to_owned())
            })
            .unwrap();
        // What else it says is read and let go, so that it can go on saying it.
        std::thread::spawn(move || lines.for_each(drop));
        let stream = TcpStream::connect(address).unwrap();
        stream.set_nodelay(true).unwrap();
        Self {
            root: root.to_owned(),
            server,
            connection: BufReader::new(stream),
        }
    }

    /// One edit of each kind, each in milliseconds.
    fn round(&mut self, page: usize, round: usize) -> [f64; 5] {
        let path = format!("content/articles/a{page}.md");
        let address = format!("/articles/a{page}/");
        let title = format!("عنوان {round} {page}");
        let class = format!("class=\"round-{round}\"");
        let (new, new_address) = ("content/articles/new.md", "/articles/new/");
        let text = fs::read_to_string(self.root.join(&path)).unwrap();
        let body = self.edit_body(page, round);
        sleep(REST);
        let rest = text.split_once("\nslug").unwrap().1;
        let titled = format!("+++\ntitle = \"{title}\"\nslug{rest}");
        let title = self.time(&path, Some(&titled), &address, |page| page.contains(&title));
        let template = fs::read_to_string(self.root.join("templates/article.html")).unwrap();
        let template = template.replace("<ul", &format!("<hr {class}><ul"));
        let template = self.time(
            "templates/article.html",
            Some(&template),
            &address,
            |page| page.contains(&class),
        );
        let text = text.replacen(&format!("\"a{page}\""), "\"new\"", 1);
        let made = self.time(new, Some(&text), new_address, |page| {
            page.starts_with("HTTP/1.1 200")
        });
        let gone = self.time(new, None, new_address, |page| {
            page.starts_with("HTTP/1.1 404")
        });
        [body, title, template, made, gone]
    }

    fn edit_body(&mut self, page: usize, round: usize) -> f64 {
        let path = format!("content/articles/a{page}.md");
        let text = fs::read_to_string(self.root.join(&path)).unwrap();
        let marker = format!("جملة رقم {round} في صفحة {page}");
        let text = format!(
            "{}\n{marker}\n",
            text.rsplit_once("\nجملة").map_or(&*text, |(text, _)| text)
        );
        let start = Instant::now();
        fs::write(self.root.join(path), text).unwrap();
        self.wait(start, &format!("/articles/a{page}/"), |page| {
            page.contains(&marker)
        })
    }

    /// Writes or deletes a file, and waits until a page is as it should be.
    fn time(
        &mut self,
        path: &str,
        text: Option<&str>,
        address: &str,
        is_so: impl Fn(&str) -> bool,
    ) -> f64 {
        let path = self.root.join(path);
        let start = Instant::now();
        match text {
            Some(text) => fs::write(path, text).unwrap(),
            None => fs::remove_file(path).unwrap(),
        }
        let time = self.wait(start, address, is_so);
        sleep(REST);
        time
    }

    fn wait(&mut self, start: Instant, address: &str, is_so: impl Fn(&str) -> bool) -> f64 {
        while !is_so(&self.get(address)) {
            assert!(
                start.elapsed() < Duration::from_secs(30),
                "{address} never became what it should be"
            );
            sleep(PATIENCE);
        }
        start.elapsed().as_secs_f64() * 1000.0
    }

    /// The answer to a request, head and body.
    fn get(&mut self, address: &str) -> String {
        let request = format!("GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        self.connection
            .get_mut()
            .write_all(request.as_bytes())
            .unwrap();
        let mut answer = String::new();
        while !answer.ends_with("\r\n\r\n") {
            assert!(
                self.connection.read_line(&mut answer).unwrap() > 0,
                "the server hung up"
            );
        }
        let head = answer.to_lowercase();
        let length = head
            .split("content-length: ")
            .nth(1)
            .and_then(|rest| rest.lines().next());
        let mut body = vec![0; length.unwrap().trim().parse().unwrap()];
        self.connection.read_exact(&mut body).unwrap();
        answer + &String::from_utf8(body).unwrap()
    }
}
