//! Runs other programs, with their input and output.

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::process::{ChildStdin, Command, Stdio};
use std::thread;

use super::problem::Problem;
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};

/// The exit of a program.
#[derive(Debug)]
pub(super) struct Finished {
    /// The exit code; `None` when it was killed.
    pub(super) code: Option<i32>,
    /// Its standard output, unless it was read line by line.
    pub(super) stdout: Vec<u8>,
    /// Its standard error.
    pub(super) stderr: String,
}

impl Finished {
    /// Its standard output as text.
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.stdout).into_owned()
    }

    /// Why it failed: its standard error without warnings, or its exit code.
    pub(super) fn error_message(&self) -> Text {
        let lines = self.stderr.lines().map(str::trim);
        let lines = lines.filter(|line| !line.is_empty() && !line.starts_with("Warning:"));
        let lines = lines.map(|line| line.trim_end_matches('.'));
        let words: Vec<_> = lines.take(MAX_ERROR_LINES).collect();
        match (words.is_empty(), self.code) {
            (false, _) => Text::verbatim(redacted(&words.join("\n"))),
            (true, Some(code)) => text!("program-silent", code = code.to_string()),
            (true, None) => text!("program-killed"),
        }
    }
}

/// How many lines of standard error a message has.
const MAX_ERROR_LINES: usize = 5;

/// Makes sure that a program is installed; `flag` makes it print its version.
///
/// # Errors
/// `E901` when it is not, or cannot be started.
pub(super) fn require(name: &str, flag: &str) -> Result<(), Diagnostic> {
    let mut command = Command::new(name);
    let started = command.arg(flag).stdin(Stdio::null()).output();
    let Err(error) = started else { return Ok(()) };
    let (message, hint) = match error.kind() {
        ErrorKind::NotFound => (
            text!("program-none", name),
            text!("program-none-hint", name),
        ),
        _ => (
            text!("program-broken", name, error = Text::of_io(&error)),
            text!("program-broken-hint", command = format!("{name} {flag}")),
        ),
    };
    Err(Diagnostic::error("E901", message).hint(hint))
}

/// Runs a program with `input` as its standard input.
///
/// # Errors
/// When it cannot be started.
pub(super) fn run(command: &mut Command, input: &[u8]) -> Result<Finished, Problem> {
    run_fed(command, |stdin| {
        // A program that ends before it has read its whole input says why itself.
        _ = stdin.write_all(input);
    })
}

/// Runs a program whose standard input `feed` writes.
///
/// # Errors
/// When it cannot be started.
pub(super) fn run_fed(
    command: &mut Command,
    feed: impl FnOnce(&mut ChildStdin) + Send,
) -> Result<Finished, Problem> {
    let mut stdout = Vec::new();
    let mut finished = run_with(command, feed, |output| {
        // If reading fails, the exit code says why.
        _ = output.read_to_end(&mut stdout);
    })?;
    finished.stdout = stdout;
    Ok(finished)
}

/// Runs a program, and calls `on_line` with each line of its standard output at once.
///
/// # Errors
/// When it cannot be started.
pub(super) fn run_by_line(
    command: &mut Command,
    mut on_line: impl FnMut(&str),
) -> Result<Finished, Problem> {
    run_with(
        command,
        |_| {},
        |output| {
            let mut output = BufReader::new(output);
            let mut line = Vec::new();
            while output
                .read_until(b'\n', &mut line)
                .is_ok_and(|read| read > 0)
            {
                on_line(&String::from_utf8_lossy(&line));
                line.clear();
            }
        },
    )
}

fn run_with(
    command: &mut Command,
    feed: impl FnOnce(&mut ChildStdin) + Send,
    read_stdout: impl FnOnce(&mut dyn Read),
) -> Result<Finished, Problem> {
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let name = command.get_program().to_string_lossy().into_owned();
    let cannot_start = |error: io::Error| {
        let error = Text::of_io(&error);
        Problem::Permanent(text!("program-broken", name = &name, error))
    };
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(error) => return Err(cannot_start(error)),
    };
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    let stderr = thread::scope(|scope| {
        scope.spawn(move || {
            if let Some(mut stdin) = stdin {
                feed(&mut stdin);
            }
        });
        let stderr = scope.spawn(move || {
            let mut text = Vec::new();
            if let Some(mut stderr) = stderr {
                _ = stderr.read_to_end(&mut text);
            }
            text
        });
        if let Some(mut stdout) = stdout {
            read_stdout(&mut stdout);
        }
        stderr.join().unwrap_or_default()
    });
    let status = child.wait().map_err(cannot_start)?;
    Ok(Finished {
        code: status.code(),
        stdout: Vec::new(),
        stderr: String::from_utf8_lossy(&stderr).into_owned(),
    })
}

/// Removes names and passwords from the URLs in a text (`https://name:password@host/`).
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
    fn credentials_in_urls_are_removed() {
        let text = "fatal: unable to access 'https://nour:s3cr@t@example.org/a@b.git/': no";
        let clean = "fatal: unable to access 'https://example.org/a@b.git/': no";
        assert_eq!(redacted(text), clean);
        assert_eq!(redacted("nour@example.org: no"), "nour@example.org: no");
        assert_eq!(redacted("http://a and b@c"), "http://a and b@c");
    }

    #[test]
    fn the_output_of_a_program_is_read_whole() {
        let input = vec![b'a'; 1 << 20];
        let mut cat = Command::new("sh");
        let finished = run(cat.args(["-c", "cat; echo no. >&2; exit 3"]), &input).unwrap();
        assert_eq!((finished.code, &finished.stdout), (Some(3), &input));
        assert_eq!(finished.error_message(), Text::verbatim("no"));

        let mut lines = Vec::new();
        let mut two = Command::new("sh");
        let two = two.args(["-c", "echo واحد; echo اثنان; kill -9 $$"]);
        let finished = run_by_line(two, |line| lines.push(line.trim().to_owned())).unwrap();
        assert_eq!(lines, ["واحد", "اثنان"]);
        assert_eq!(
            (finished.code, finished.error_message()),
            (None, text!("program-killed"))
        );

        assert_eq!(require("no-such-program", "-V").unwrap_err().code, "E901");
        assert!(run(&mut Command::new("no-such-program"), &[]).is_err());
    }
}
