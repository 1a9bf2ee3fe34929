//! Other people's programs: started, told what they are to do, listened to.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

use super::problem::Problem;
use crate::diagnostic::Diagnostic;

/// What a program came to.
#[derive(Debug)]
pub(super) struct Ended {
    /// Its exit code; `None` when it was killed.
    pub(super) code: Option<i32>,
    /// What it said on standard output, unless somebody listened.
    pub(super) said: Vec<u8>,
    /// What it said on standard error.
    pub(super) complaint: String,
}

impl Ended {
    /// What it said on standard output, as text.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.said).into_owned()
    }

    /// Why it failed, in its own words: those of them that say something.
    pub(super) fn words(&self) -> String {
        let lines = self.complaint.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("Warning:"));
        let lines = lines.map(|line| line.trim_end_matches('.'));
        let words: Vec<_> = lines.take(LONGEST_COMPLAINT).collect();
        match (words.is_empty(), self.code) {
            (false, _) => redacted(&words.join("\n")),
            (true, Some(code)) => format!("it ended with exit code {code} and said nothing"),
            (true, None) => "it was killed".to_owned(),
        }
    }
}

/// How many lines of a complaint are passed on.
const LONGEST_COMPLAINT: usize = 5;

/// Whether a program is on this machine.
///
/// # Errors
/// `E901` when it is not, or cannot be started.
pub(super) fn require(name: &str, question: &str) -> Result<(), Diagnostic> {
    let mut command = Command::new(name);
    let asked = command.arg(question).stdin(Stdio::null()).output();
    let Err(error) = asked else { return Ok(()) };
    let (message, hint) = match error.kind() {
        ErrorKind::NotFound => (
            format!("the program `{name}` is not installed on this machine"),
            format!("install {name}: deploying to this target takes it"),
        ),
        _ => (
            format!("the program `{name}` cannot be started: {error}"),
            format!("see to it that `{name} {question}` works here"),
        ),
    };
    Err(Diagnostic::error("E901", message).hint(hint))
}

/// Runs a program with `input` on its standard input.
///
/// # Errors
/// When it cannot be started.
pub(super) fn run(command: &mut Command, input: &[u8]) -> Result<Ended, Problem> {
    let mut said = Vec::new();
    let mut ended = listen(command, input, |output| {
        // What cannot be read ends with what could; the exit code tells.
        _ = output.read_to_end(&mut said);
    })?;
    ended.said = said;
    Ok(ended)
}

/// Runs a program, and calls `heard` with every line of its standard output as it comes.
///
/// # Errors
/// When it cannot be started.
pub(super) fn run_by_line(
    command: &mut Command,
    mut heard: impl FnMut(&str),
) -> Result<Ended, Problem> {
    listen(command, &[], |output| {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        while output
            .read_until(b'\n', &mut line)
            .is_ok_and(|read| read > 0)
        {
            heard(&String::from_utf8_lossy(&line));
            line.clear();
        }
    })
}

fn listen(
    command: &mut Command,
    input: &[u8],
    hear: impl FnOnce(&mut dyn Read),
) -> Result<Ended, Problem> {
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let name = command.get_program().to_string_lossy().into_owned();
    let cannot_start = |error| Problem::Permanent(format!("`{name}` cannot be run: {error}"));
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => return Err(cannot_start(error)),
    };
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let complaint = thread::scope(|scope| {
        scope.spawn(move || {
            if let Some(mut stdin) = stdin {
                // A program that ends before it has heard everything says why itself.
                _ = stdin.write_all(input);
            }
        });
        let complaint = scope.spawn(move || {
            let mut complaint = Vec::new();
            if let Some(mut stderr) = stderr {
                _ = stderr.read_to_end(&mut complaint);
            }
            complaint
        });
        if let Some(mut stdout) = stdout {
            hear(&mut stdout);
        }
        complaint.join().unwrap_or_default()
    });
    let status = child.wait().map_err(cannot_start)?;
    Ok(Ended {
        code: status.code(),
        said: Vec::new(),
        complaint: String::from_utf8_lossy(&complaint).into_owned(),
    })
}

/// A text without the names and passwords that stand in its URLs (`https://name:password@host/`).
fn redacted(text: &str) -> String {
    let mut parts = text.split("://");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(['/', ' ', '\'', '"', '\n']).unwrap_or(part.len());
        let start = part[..end].rfind('@').map_or(0, |at| at + 1);
        out.push_str("://");
        out.push_str(&part[start..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_in_addresses_are_not_passed_on() {
        let text = "fatal: unable to access 'https://nour:s3cr@t@example.org/a@b.git/': no";
        let clean = "fatal: unable to access 'https://example.org/a@b.git/': no";
        assert_eq!(redacted(text), clean);
        assert_eq!(redacted("nour@example.org: no"), "nour@example.org: no");
        assert_eq!(redacted("http://a and b@c"), "http://a and b@c");
    }

    #[test]
    fn a_program_is_heard_whatever_it_is_told() {
        let told = vec![b'a'; 1 << 20];
        let mut cat = Command::new("sh");
        let ended = run(cat.args(["-c", "cat; echo no. >&2; exit 3"]), &told).unwrap();
        assert_eq!((ended.code, &ended.said), (Some(3), &told));
        assert_eq!(ended.words(), "no");

        let mut lines = Vec::new();
        let mut two = Command::new("sh");
        let two = two.args(["-c", "echo واحد; echo اثنان; kill -9 $$"]);
        let ended = run_by_line(two, |line| lines.push(line.trim().to_owned())).unwrap();
        assert_eq!(lines, ["واحد", "اثنان"]);
        assert_eq!((ended.code, &*ended.words()), (None, "it was killed"));

        assert_eq!(require("no-such-program", "-V").unwrap_err().code, "E901");
        assert!(run(&mut Command::new("no-such-program"), &[]).is_err());
    }
}
