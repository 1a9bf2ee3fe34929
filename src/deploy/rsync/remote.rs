//! The other machine: runs scripts over ssh, and uploads files with rsync.

use std::path::Path;
use std::process::Command;

use super::scripts;
use crate::deploy::problem::Problem;
use crate::deploy::program::{self, Finished};
use crate::locale::{Text, text};

/// A machine and how to connect to it.
pub(super) struct Remote {
    /// The destination for ssh.
    pub(super) machine: String,
    /// Additional arguments of ssh.
    pub(super) ssh: Vec<String>,
}

/// Arguments of ssh after those of site.toml, which take precedence: no prompts, notice a dead
/// connection, and print no greetings.
const SSH_OPTIONS: [&str; 8] = [
    "-o",
    "BatchMode=yes",
    "-o",
    "ConnectTimeout=10",
    "-o",
    "ServerAliveInterval=15",
    "-o",
    "LogLevel=ERROR",
];

/// The result of a script.
pub(super) enum ScriptResult {
    /// It succeeded; its output.
    Done(String),
    /// Somebody else has the lock; the text of that lock.
    LockLost(String),
}

impl Remote {
    /// Runs a script there.
    ///
    /// # Errors
    /// What ssh or the script reports.
    pub(super) fn run(&self, script: &str) -> Result<ScriptResult, Problem> {
        let mut command = Command::new("ssh");
        command
            .args(self.arguments())
            .args(["-T", "--", &self.machine, "sh"]);
        let finished = program::run(&mut command, script.as_bytes())?;
        match finished.code {
            Some(0) => Ok(ScriptResult::Done(finished.text())),
            Some(scripts::LOCK_LOST) => Ok(ScriptResult::LockLost(finished.text())),
            _ => Err(problem(&finished)),
        }
    }

    /// Uploads the files of a folder that differ from those in a folder there. Calls `done` with
    /// the size of each.
    ///
    /// # Errors
    /// What rsync or ssh reports.
    pub(super) fn upload(
        &self,
        folder: &Path,
        root: &str,
        name: &str,
        done: impl Fn(u64),
    ) -> Result<(), Problem> {
        let prepare = |rsync: &mut Command| {
            rsync.arg(format!("--temp-dir={root}/.warraq/drafts"));
            // Beside each file, where no file of a site is called so: with a part in a folder elsewhere, hardened builds of
            // rsync (3.2.7-1+deb12u5) cannot go on, and fail each time they try.
            rsync.arg("--partial-dir=.warraq");
        };
        self.transfer((folder, root, name), prepare, |line| {
            if let Some(("<f", size)) = changed(line)
                && let Some(Ok(size)) = size.split(' ').next().map(str::parse)
            {
                done(size);
            }
        })
    }

    /// The files of a folder that differ from those in a folder there.
    ///
    /// # Errors
    /// What rsync or ssh reports.
    pub(super) fn differing(
        &self,
        folder: &Path,
        root: &str,
        name: &str,
    ) -> Result<Vec<String>, Problem> {
        let mut differing = Vec::new();
        let prepare = |rsync: &mut Command| {
            rsync.arg("--dry-run");
        };
        self.transfer((folder, root, name), prepare, |line| {
            if let Some(("<f", rest)) = changed(line)
                && let Some((_, path)) = rest.split_once(' ')
            {
                differing.push(path.to_owned());
            }
        })?;
        Ok(differing)
    }

    /// Runs rsync from a folder to the folder of a release.
    fn transfer(
        &self,
        (folder, root, name): (&Path, &str, &str),
        prepare: impl Fn(&mut Command),
        mut on_line: impl FnMut(&str),
    ) -> Result<(), Problem> {
        let mut run = |more: Option<&str>| {
            let mut rsync = self.rsync(folder, root, name);
            prepare(&mut rsync);
            program::run_by_line(rsync.args(more), &mut on_line)
        };
        // Sends the messages of the other side with the files: on a stream of their own they are
        // lost if the connection is closed before they were read.
        let finished = run(Some("--stderr=client"))?;
        if is_unknown_option(&finished) {
            return succeeded(&run(None)?);
        }
        succeeded(&finished)
    }

    /// Times are not preserved, so that a file that did not change keeps its own. A web server can
    /// read the files, whoever deploys with whatever umask.
    fn rsync(&self, folder: &Path, root: &str, name: &str) -> Command {
        let mut rsync = Command::new("rsync");
        let ssh = self.arguments();
        let ssh: Vec<_> = ["ssh"].into_iter().chain(ssh).map(quoted).collect();
        rsync.args(["--recursive", "--checksum", "--perms", "--chmod=D755,F644"]);
        // In the folder, links stand for large files.
        rsync.arg("--copy-links");
        // Names are sent as they are, and no shell expands them.
        rsync.args(["--secluded-args", "--8-bit-output", "--no-human-readable"]);
        rsync.args(["--out-format=%i %l %n", "--rsh", &ssh.join(" ")]);
        let mut from = folder.as_os_str().to_owned();
        from.push("/");
        rsync.arg(from);
        rsync.arg(format!("{}:{root}/releases/{name}/", self.machine));
        rsync
    }

    fn arguments(&self) -> impl Iterator<Item = &str> {
        self.ssh.iter().map(String::as_str).chain(SSH_OPTIONS)
    }
}

/// Quotes a word of the ssh command for rsync, which splits it at spaces.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "''"))
}

/// Parses a line of rsync, `<f+++++++++ 123 a/b.html`: what is done (`<f`: a file is sent), and
/// what follows.
fn changed(line: &str) -> Option<(&str, &str)> {
    let (what, rest) = line.trim_end_matches('\n').split_once(' ')?;
    Some((what.get(..2)?, rest))
}

/// Whether one side is older than rsync 3.2.3 and does not know `--stderr` (`--no-msgs2stderr`
/// there). Nothing was sent then.
fn is_unknown_option(finished: &Finished) -> bool {
    let complaint = &finished.stderr;
    finished.code != Some(0)
        && complaint.contains("unknown option")
        && ["--stderr", "msgs2stderr"]
            .iter()
            .any(|option| complaint.contains(option))
}

fn succeeded(finished: &Finished) -> Result<(), Problem> {
    let code = match finished.code {
        Some(0) => return Ok(()),
        code => code.filter(|_| finished.stderr.trim().is_empty()),
    };
    let meaning = code.and_then(meaning);
    let reason = code.zip(meaning).map(|(code, meaning)| {
        let code = code.to_string();
        text!("rsync-ended", code, meaning)
    });
    Err(because(
        finished,
        reason.unwrap_or_else(|| finished.error_message()),
    ))
}

/// The meaning of exit codes of rsync, for when it prints nothing (rsync(1), "EXIT VALUES").
fn meaning(code: i32) -> Option<Text> {
    Some(match code {
        2 => text!("rsync-versions-differ"),
        3 => text!("rsync-file"),
        10 => text!("rsync-unconnected"),
        11 => text!("rsync-disk"),
        12 => text!("rsync-broken-off"),
        23 => text!("rsync-unsent"),
        24 => text!("rsync-vanished"),
        30 => text!("rsync-silent"),
        _ => return None,
    })
}

/// Exit codes for a connection that failed: 255 of ssh, and others of rsync (rsync(1), "EXIT
/// VALUES").
const CONNECTION_CODES: [i32; 5] = [10, 12, 30, 35, 255];

/// Messages of ssh for permanent failures.
const PERMANENT: [&str; 5] = [
    "Permission denied (",
    "Host key verification failed",
    "Name or service not known",
    "Too many authentication failures",
    "Bad configuration option",
];

fn problem(finished: &Finished) -> Problem {
    because(finished, finished.error_message())
}

/// The problem of a program that ended for this reason.
fn because(finished: &Finished, reason: Text) -> Problem {
    let is_permanent = PERMANENT
        .iter()
        .any(|words| finished.stderr.contains(words));
    match finished.code {
        Some(code) if CONNECTION_CODES.contains(&code) && !is_permanent => {
            Problem::Transient(reason)
        }
        _ => Problem::Permanent(reason),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_rsync_are_parsed() {
        let sent = "<f+++++++++ 123 كتب/كتاب أول.html\n";
        assert_eq!(changed(sent), Some(("<f", "123 كتب/كتاب أول.html")));
        assert_eq!(
            changed("cd+++++++++ 4096 books/\n"),
            Some(("cd", "4096 books/"))
        );
        assert_eq!(changed("sending\n"), None);
        assert_eq!(quoted("it's"), "'it''s'");
    }

    #[test]
    fn permanent_failures_are_not_retried() {
        let finished = |code, complaint: &str| Finished {
            code: Some(code),
            stdout: Vec::new(),
            stderr: complaint.to_owned(),
        };
        let is_transient =
            |code, words| matches!(problem(&finished(code, words)), Problem::Transient(_));
        assert!(is_transient(
            255,
            "ssh: connect to host a port 22: Connection refused"
        ));
        assert!(is_transient(12, "rsync: connection unexpectedly closed"));
        assert!(!is_transient(255, "a@b: Permission denied (publickey)."));
        assert!(!is_transient(
            11,
            "rsync: write failed: No space left on device (28)"
        ));
    }

    #[test]
    fn an_unknown_option_is_recognised() {
        for (code, complaint, is_old) in [
            (
                1,
                "rsync: on remote machine: --no-msgs2stderr: unknown option",
                true,
            ),
            (1, "rsync: --stderr=client: unknown option", true),
            (1, "rsync: --secluded-args: unknown option", false),
            (11, "rsync: --stderr: no space", false),
            (0, "--no-msgs2stderr: unknown option", false),
        ] {
            let finished = Finished {
                code: Some(code),
                stdout: Vec::new(),
                stderr: complaint.to_owned(),
            };
            assert_eq!(is_unknown_option(&finished), is_old, "{complaint}");
        }
    }

    #[test]
    fn an_exit_code_without_a_message_is_explained() {
        let finished = |complaint: &str| Finished {
            code: Some(11),
            stdout: Vec::new(),
            stderr: complaint.to_owned(),
        };
        let words = |complaint| match succeeded(&finished(complaint)) {
            Err(Problem::Permanent(words)) => words.to_string(),
            other => panic!("{other:?}"),
        };
        assert!(words("\n").contains("code 11: a file cannot be written"));
        assert_eq!(words("rsync: no space."), "rsync: no space");
    }
}
