//! A folder on another machine, reached by rsync over ssh. Every release has a folder of its own,
//! which is filled before readers see it; a symbolic link, replaced in one step, names the release
//! that is served.

mod release_dirs;
mod remote;
mod remote_state;
mod scripts;
mod transfer;

use std::time::Duration;

use release_dirs::ReleaseDirs;
use remote::{Remote, ScriptResult};
use remote_state::{Files, Occupied, RemoteState};

use super::backend::{Backend, Job};
use super::clock::now;
use super::lock::Lock;
use super::lock_token::LockToken;
use super::manifest::{Manifest, Record};
use super::problem::Problem;
use super::program;
use super::progress::{NoProgress, Progress};
use super::retries::Retries;
use super::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::locale::{Argument, Text, text};
use crate::path::OutputPath;

/// A folder on another machine, with the state of one deploy.
pub(super) struct Releases {
    remote: Remote,
    /// The folder as site.toml names it.
    folder: String,
    keep: usize,
    retry_for: Duration,
    /// The lock, while this deploy holds it.
    lock: Option<HeldLock>,
    release_dirs: ReleaseDirs,
}

/// A lock that this deploy holds.
struct HeldLock {
    lock: Lock,
    /// The absolute path of the folder of the target.
    root: String,
}

/// Where a target is.
pub(super) struct Destination<'a> {
    /// The destination for ssh.
    pub(super) machine: &'a str,
    /// The folder there; relative to the home folder, unless it begins with `/`.
    pub(super) folder: &'a str,
    /// Further arguments of ssh.
    pub(super) ssh: &'a [String],
    /// How many releases are kept.
    pub(super) keep: u32,
}

impl Releases {
    /// A target to which requests are repeated for as long as `retry_for`.
    ///
    /// # Errors
    /// `E901` when ssh or rsync is not installed.
    pub(super) fn open(
        destination: &Destination<'_>,
        retry_for: Duration,
    ) -> Result<Self, Diagnostic> {
        program::require("ssh", "-V")?;
        program::require("rsync", "--version")?;
        let folder = destination.folder;
        Ok(Self {
            remote: Remote {
                machine: destination.machine.to_owned(),
                ssh: destination.ssh.to_vec(),
            },
            // A quoted `~` is not expanded, and ssh starts in the home folder anyway.
            folder: folder.strip_prefix("~/").unwrap_or(folder).to_owned(),
            keep: destination.keep as usize,
            retry_for,
            lock: None,
            release_dirs: ReleaseDirs::default(),
        })
    }

    fn name(&self) -> Text {
        Text::verbatim(format!("`{}:{}`", self.remote.machine, self.folder))
    }

    fn retry<T: Send>(
        &self,
        what: impl Into<Argument>,
        progress: &dyn Progress,
        attempt: impl Fn() -> Result<T, Problem> + Sync,
    ) -> Result<T, Diagnostic> {
        Retries::single(self.retry_for, progress).request(self.name(), what, attempt)
    }

    /// Runs a script there. If somebody else has the lock by now, that is an error.
    fn run(
        &self,
        what: impl Into<Argument>,
        progress: &dyn Progress,
        script: &str,
    ) -> Result<String, Diagnostic> {
        match self.retry(what, progress, || self.remote.run(script))? {
            ScriptResult::Done(output) => Ok(output),
            ScriptResult::LockLost(text) => Err(match Lock::parse(text.as_bytes()) {
                Some(other) => other.lost(),
                None => Lock::gone(),
            }),
        }
    }

    fn unreadable(&self, reason: Text) -> Diagnostic {
        let message = text!("state-unreadable", target = self.name(), reason);
        Diagnostic::error("E908", message).hint(text!("state-unreadable-in-releases-hint"))
    }

    fn occupied(&self, occupied: &Occupied) -> Diagnostic {
        let target = self.name();
        let message = match occupied {
            Occupied::Link(to) => text!("current-leads-off", target, to),
            Occupied::NoLink => text!("current-no-link", target),
        };
        Diagnostic::error("E906", message).hint(text!("current-taken-hint"))
    }
}

const LOCK: &str = ".warraq/lock.json";

impl Backend for Releases {
    fn keeps_header(&self, _: &str) -> bool {
        false
    }

    fn lock(&mut self, token: &LockToken) -> Result<(), Diagnostic> {
        let lock = Lock::new(&token.token, &token.holder, now());
        let output = self.run(LOCK, &NoProgress, &scripts::lock(&self.folder, &lock))?;
        let (root, found) = output.split_once('\n').unwrap_or_default();
        let root = root.to_owned();
        let mut found = Lock::parse(found.as_bytes());
        let is_ours = |other: &Lock| other.token == lock.token;
        if !found.as_ref().is_some_and(is_ours) {
            if let Some(other) = &found
                && other.is_valid(now())
                && !token.inherits(&other.token)
            {
                return Err(other.refusal(now()));
            }
            let output = self.run(LOCK, &NoProgress, &scripts::take_over(&root, &lock))?;
            // If two deploys took it at the same time, the last to write has it.
            found = Lock::parse(output.as_bytes());
        }
        match found {
            Some(other) if !is_ours(&other) => Err(other.refusal(now())),
            _ => {
                self.lock = Some(HeldLock { lock, root });
                Ok(())
            }
        }
    }

    fn survey(&mut self) -> Result<Survey, Diagnostic> {
        let what = text!("list-of-files");
        let output = self.run(what, &NoProgress, &scripts::survey(&self.folder))?;
        let found = RemoteState::parse(&output);
        if let Some(occupied) = &found.occupied {
            return Err(self.occupied(occupied));
        }
        let last = found.manifest.as_ref();
        let last = last.map(|text| Manifest::parse(text.as_bytes()));
        let last = last.transpose().map_err(|why| self.unreadable(why))?;
        if last.is_none() && found.release_dirs.current.is_some() {
            // Without it nobody knows which files are ours.
            return Err(self.unreadable(text!("state-gone")));
        }
        self.release_dirs = found.release_dirs;
        let mut survey = Survey::default();
        let mut files = found.files;
        if let Some(last) = &last {
            let old = last.old.iter().map(|(path, old)| (path, &old.record));
            for (path, record) in last.files.iter().chain(old) {
                if is_whole(&files, path, record) {
                    survey.present.insert(path.clone(), record.clone());
                    files.remove(path);
                } else if last.files.contains_key(path) {
                    survey.missing.insert(path.clone());
                    files.remove(path);
                }
            }
        }
        survey.foreign = files;
        survey.last = last;
        Ok(survey)
    }

    fn apply(&mut self, job: &Job<'_>) -> Result<(), Vec<Diagnostic>> {
        let Some(held) = &self.lock else {
            unreachable!("a plan is carried out under a lock");
        };
        let result = self.publish(held, job);
        if result.is_err() {
            // The outage is not waited out a second time, to release the lock.
            self.retry_for = Duration::ZERO;
        }
        result
    }

    fn unlock(&mut self) -> Result<(), Diagnostic> {
        if let Some(HeldLock { lock, root }) = self.lock.take() {
            self.run(LOCK, &NoProgress, &scripts::unlock(&root, &lock))?;
        }
        Ok(())
    }
}

/// Whether a file is listed with the size of its record.
fn is_whole(files: &Files, path: &OutputPath, record: &Record) -> bool {
    files.get(path).copied().flatten() == Some(record.size)
}

/// The error for a file that is not at the target as it was sent.
fn damaged(target: &Text, path: &OutputPath) -> Diagnostic {
    let message = text!(
        "arrived-otherwise",
        path = path.as_str(),
        target = target.clone()
    );
    Diagnostic::error("E907", message).hint(text!("arrived-otherwise-hint"))
}
