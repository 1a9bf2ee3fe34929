//! The other machine, reached by ssh: scripts are run there, and files brought by rsync.

use std::path::Path;
use std::process::Command;

use super::scripts;
use crate::deploy::problem::Problem;
use crate::deploy::program::{self, Ended};

/// A machine, and how it is reached.
pub(super) struct Remote {
    /// As ssh knows it.
    pub(super) machine: String,
    /// What ssh is told besides.
    pub(super) ssh: Vec<String>,
}

/// What ssh is told after what site.toml says, which counts first: never to wait for somebody at a keyboard, to notice a dead line,
/// and to keep greetings to itself.
const SSH: [&str; 8] = [
    "-o",
    "BatchMode=yes",
    "-o",
    "ConnectTimeout=10",
    "-o",
    "ServerAliveInterval=15",
    "-o",
    "LogLevel=ERROR",
];

/// What a script came to.
pub(super) enum Answer {
    /// It was done; what it said.
    Done(String),
    /// The lock is somebody else's; the text of that lock.
    Lost(String),
}

impl Remote {
    /// Runs a script there.
    ///
    /// # Errors
    /// In the words of ssh, or of what the script runs.
    pub(super) fn run(&self, script: &str) -> Result<Answer, Problem> {
        let mut command = Command::new("ssh");
        command
            .args(self.arguments())
            .args(["-T", "--", &self.machine, "sh"]);
        let ended = program::run(&mut command, script.as_bytes())?;
        match ended.code {
            Some(0) => Ok(Answer::Done(ended.text())),
            Some(scripts::LOST) => Ok(Answer::Lost(ended.text())),
            _ => Err(problem(&ended)),
        }
    }

    /// Brings the files of a folder into a folder there, unless they are there with the same bytes. Tells `done` of the size of each.
    ///
    /// # Errors
    /// In the words of rsync or ssh.
    pub(super) fn bring(
        &self,
        folder: &Path,
        place: &str,
        name: &str,
        done: impl Fn(u64),
    ) -> Result<(), Problem> {
        let prepare = |rsync: &mut Command| {
            rsync.arg(format!("--temp-dir={place}/.warraq/drafts"));
            rsync.arg(format!("--partial-dir={place}/.warraq/partial"));
        };
        self.transfer((folder, place, name), prepare, |line| {
            if let Some(("<f", size)) = changed(line)
                && let Some(Ok(size)) = size.split(' ').next().map(str::parse)
            {
                done(size);
            }
        })
    }

    /// The files of a folder that are not in a folder there with the same bytes.
    ///
    /// # Errors
    /// In the words of rsync or ssh.
    pub(super) fn differing(
        &self,
        folder: &Path,
        place: &str,
        name: &str,
    ) -> Result<Vec<String>, Problem> {
        let mut differing = Vec::new();
        let prepare = |rsync: &mut Command| {
            rsync.arg("--dry-run");
        };
        self.transfer((folder, place, name), prepare, |line| {
            if let Some(("<f", rest)) = changed(line)
                && let Some((_, path)) = rest.split_once(' ')
            {
                differing.push(path.to_owned());
            }
        })?;
        Ok(differing)
    }

    /// Runs rsync over a folder, its place there and the name of its release.
    fn transfer(
        &self,
        (folder, place, name): (&Path, &str, &str),
        prepare: impl Fn(&mut Command),
        mut heard: impl FnMut(&str),
    ) -> Result<(), Problem> {
        let mut run = |more: Option<&str>| {
            let mut rsync = self.rsync(folder, place, name);
            prepare(&mut rsync);
            program::run_by_line(rsync.args(more), &mut heard)
        };
        // What the other side says comes with the files. On a stream of its own it is lost when the
        // connection is closed before it was read.
        let ended = run(Some("--stderr=client"))?;
        if knows_no_such_option(&ended) {
            return succeeded(run(None)?);
        }
        succeeded(ended)
    }

    /// Times are not kept: a file that did not change stays the very file it was, with its time. Whoever deploys, and whatever their umask, a web server can read the
    /// files.
    fn rsync(&self, folder: &Path, place: &str, name: &str) -> Command {
        let mut rsync = Command::new("rsync");
        let ssh = self.arguments();
        let ssh: Vec<_> = ["ssh"].into_iter().chain(ssh).map(quoted).collect();
        rsync.args(["--recursive", "--checksum", "--perms", "--chmod=D755,F644"]);
        // Names go over the line as they are, and no shell sees them.
        rsync.args(["--secluded-args", "--8-bit-output", "--no-human-readable"]);
        rsync.args(["--out-format=%i %l %n", "--rsh", &ssh.join(" ")]);
        let mut from = folder.as_os_str().to_owned();
        from.push("/");
        rsync.arg(from);
        rsync.arg(format!("{}:{place}/releases/{name}/", self.machine));
        rsync
    }

    fn arguments(&self) -> impl Iterator<Item = &str> {
        self.ssh.iter().map(String::as_str).chain(SSH)
    }
}

/// A word of the line by which rsync is told how to call ssh, which it takes apart at spaces.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "''"))
}

/// What rsync says of a file: `<f+++++++++ 123 a/b.html`. Gives what is done with it (`<f`: a file is sent), and what follows.
fn changed(line: &str) -> Option<(&str, &str)> {
    let (what, rest) = line.trim_end_matches('\n').split_once(' ')?;
    Some((what.get(..2)?, rest))
}

/// Whether a side is too old for `--stderr` (rsync 3.2.3; the other machine is sent `--no-msgs2stderr`). Nothing was sent then.
fn knows_no_such_option(ended: &Ended) -> bool {
    let complaint = &ended.complaint;
    ended.code != Some(0)
        && complaint.contains("unknown option")
        && ["--stderr", "msgs2stderr"]
            .iter()
            .any(|option| complaint.contains(option))
}

fn succeeded(mut ended: Ended) -> Result<(), Problem> {
    if ended.code == Some(0) {
        return Ok(());
    }
    if ended.complaint.trim().is_empty() {
        let meaning = EXIT_CODES
            .iter()
            .find(|(code, _)| ended.code == Some(*code));
        ended.complaint = meaning.map_or_else(String::new, |(code, meaning)| {
            format!("rsync ended with exit code {code}: {meaning}")
        });
    }
    Err(problem(&ended))
}

/// What rsync means by the code it ends with, for when it says nothing else (rsync(1), "EXIT VALUES").
const EXIT_CODES: [(i32, &str); 8] = [
    (
        2,
        "the two machines have versions of rsync that do not understand each other",
    ),
    (3, "a file or folder cannot be read or written"),
    (10, "the connection failed"),
    (
        11,
        "a file cannot be written; the disk may be full, or over its quota",
    ),
    (12, "the connection broke off"),
    (23, "some files could not be sent"),
    (24, "some files vanished while they were sent"),
    (30, "the other side did not answer in time"),
];

/// ssh ends with 255 when it comes to no connection or loses it; the others are rsync's codes for the same (rsync(1), "EXIT
/// VALUES").
const OF_THE_LINE: [i32; 5] = [10, 12, 30, 35, 255];

/// What ssh says when waiting does not help.
const FOR_GOOD: [&str; 5] = [
    "Permission denied (",
    "Host key verification failed",
    "Name or service not known",
    "Too many authentication failures",
    "Bad configuration option",
];

fn problem(ended: &Ended) -> Problem {
    let words = ended.words();
    let is_for_good = FOR_GOOD.iter().any(|words| ended.complaint.contains(words));
    match ended.code {
        Some(code) if OF_THE_LINE.contains(&code) && !is_for_good => Problem::Transient(words),
        _ => Problem::Permanent(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rsync_says_of_files_is_understood() {
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
    fn what_waiting_does_not_mend_is_not_waited_for() {
        let ended = |code, complaint: &str| Ended {
            code: Some(code),
            said: Vec::new(),
            complaint: complaint.to_owned(),
        };
        let is_passing =
            |code, words| matches!(problem(&ended(code, words)), Problem::Transient(_));
        assert!(is_passing(
            255,
            "ssh: connect to host a port 22: Connection refused"
        ));
        assert!(is_passing(12, "rsync: connection unexpectedly closed"));
        assert!(!is_passing(255, "a@b: Permission denied (publickey)."));
        assert!(!is_passing(
            11,
            "rsync: write failed: No space left on device (28)"
        ));
    }

    #[test]
    fn an_old_rsync_is_asked_without_the_option_it_does_not_know() {
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
            let ended = Ended {
                code: Some(code),
                said: Vec::new(),
                complaint: complaint.to_owned(),
            };
            assert_eq!(knows_no_such_option(&ended), is_old, "{complaint}");
        }
    }

    #[test]
    fn a_code_without_words_is_explained() {
        let ended = |complaint: &str| Ended {
            code: Some(11),
            said: Vec::new(),
            complaint: complaint.to_owned(),
        };
        let words = |complaint| match succeeded(ended(complaint)) {
            Err(Problem::Permanent(words)) => words,
            other => panic!("{other:?}"),
        };
        assert!(words("\n").contains("code 11: a file cannot be written"));
        assert_eq!(words("rsync: no space."), "rsync: no space");
    }
}
