//! A folder on another machine, reached by rsync over ssh. Every release has a folder of its own there, filled before anybody sees it,
//! and readers are led to it by exchanging one symbolic link.

mod answer;
mod release_dirs;
mod remote;
mod scripts;
mod transfer;

use std::time::Duration;

use answer::{Files, Found};
use release_dirs::ReleaseDirs;
use remote::{Answer, Remote};

use super::backend::{Backend, Job};
use super::clock::now;
use super::lock::Lock;
use super::lock_token::LockToken;
use super::manifest::{Manifest, Record};
use super::passes::Passes;
use super::problem::Problem;
use super::program;
use super::progress::{Silence, Watch};
use super::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;

/// A folder on another machine, and what this deploy knows of it.
pub(super) struct Releases {
    remote: Remote,
    /// The folder as site.toml has it.
    folder: String,
    keep: usize,
    patience: Duration,
    /// The lock while it is ours.
    lock: Option<Held>,
    shelf: ReleaseDirs,
}

/// A lock that is ours.
struct Held {
    lock: Lock,
    /// The folder from the root of the machine.
    place: String,
}

/// Where files are brought.
pub(super) struct Destination<'a> {
    /// The machine, as ssh knows it.
    pub(super) machine: &'a str,
    /// The folder there; from the user's own folder, if it does not begin with `/`.
    pub(super) folder: &'a str,
    /// Further arguments of ssh.
    pub(super) ssh: &'a [String],
    /// How many releases stay.
    pub(super) keep: u32,
}

impl Releases {
    /// A target whose outages are waited out for as long as `patience`.
    ///
    /// # Errors
    /// `E901` when ssh or rsync is not here.
    pub(super) fn open(
        destination: &Destination<'_>,
        patience: Duration,
    ) -> Result<Self, Diagnostic> {
        program::require("ssh", "-V")?;
        program::require("rsync", "--version")?;
        let folder = destination.folder;
        Ok(Self {
            remote: Remote {
                machine: destination.machine.to_owned(),
                ssh: destination.ssh.to_vec(),
            },
            // The shell would not see this in a name that is quoted, and ssh begins there anyway.
            folder: folder.strip_prefix("~/").unwrap_or(folder).to_owned(),
            keep: destination.keep as usize,
            patience,
            lock: None,
            shelf: ReleaseDirs::default(),
        })
    }

    fn name(&self) -> String {
        format!("`{}:{}`", self.remote.machine, self.folder)
    }

    fn ask<T: Send>(
        &self,
        what: &str,
        watch: &dyn Watch,
        question: impl Fn() -> Result<T, Problem> + Sync,
    ) -> Result<T, Diagnostic> {
        Passes::single(self.patience, watch).ask(&self.name(), what, question)
    }

    /// Runs a script there; a lock that is somebody else's by now ends the deploy.
    fn run(&self, what: &str, watch: &dyn Watch, script: &str) -> Result<String, Diagnostic> {
        match self.ask(what, watch, || self.remote.run(script))? {
            Answer::Done(said) => Ok(said),
            Answer::Lost(text) => Err(match Lock::parse(text.as_bytes()) {
                Some(other) => other.lost(),
                None => Lock::gone(),
            }),
        }
    }

    fn unreadable(&self, reason: &str) -> Diagnostic {
        let name = self.name();
        let message = format!("what warraq wrote down at {name} cannot be read: {reason}");
        let hint = "if the file beside the release is damaged, bring it back from a copy; or deploy to another folder";
        Diagnostic::error("E908", message).hint(hint)
    }

    fn occupied(&self, what: &str) -> Diagnostic {
        let message = format!(
            "`current` in {} is {what}, and warraq did not put it there",
            self.name()
        );
        let hint = "readers are led to a release by a link of this name: move what is there out of the way, or deploy to another folder";
        Diagnostic::error("E906", message).hint(hint)
    }
}

const LOCK: &str = ".warraq/lock.json";

impl Backend for Releases {
    fn keeps_header(&self, _: &str) -> bool {
        false
    }

    fn lock(&mut self, claim: &LockToken) -> Result<(), Diagnostic> {
        let lock = Lock::new(&claim.token, &claim.holder, now());
        let answer = self.run(LOCK, &Silence, &scripts::lock(&self.folder, &lock))?;
        let (place, found) = answer.split_once('\n').unwrap_or_default();
        let place = place.to_owned();
        let mut found = Lock::parse(found.as_bytes());
        let is_ours = |other: &Lock| other.token == lock.token;
        if !found.as_ref().is_some_and(is_ours) {
            if let Some(other) = &found
                && other.holds(now())
                && !claim.inherits(&other.token)
            {
                return Err(other.refusal(now()));
            }
            let answer = self.run(LOCK, &Silence, &scripts::take_over(&place, &lock))?;
            // Where two took it at the same time, the one that wrote last has it.
            found = Lock::parse(answer.as_bytes());
        }
        match found {
            Some(other) if !is_ours(&other) => Err(other.refusal(now())),
            _ => {
                self.lock = Some(Held { lock, place });
                Ok(())
            }
        }
    }

    fn survey(&mut self) -> Result<Survey, Diagnostic> {
        let what = "the list of files";
        let answer = self.run(what, &Silence, &scripts::survey(&self.folder))?;
        let found = Found::parse(&answer);
        if let Some(what) = &found.occupied {
            return Err(self.occupied(what));
        }
        let last = found.manifest.as_ref();
        let last = last.map(|text| Manifest::parse(text.as_bytes()));
        let last = last.transpose().map_err(|why| self.unreadable(&why))?;
        if last.is_none() && found.shelf.current.is_some() {
            // Without it nobody knows which files are whose.
            return Err(self.unreadable("it is not there"));
        }
        self.shelf = found.shelf;
        let mut survey = Survey::default();
        let mut files = found.files;
        if let Some(last) = &last {
            let old = last.old.iter().map(|(path, old)| (path, &old.record));
            for (path, record) in last.files.iter().chain(old) {
                if is_whole(&files, path, record) {
                    survey.there.insert(path.clone(), record.clone());
                    files.remove(path);
                } else if last.files.contains_key(path) {
                    survey.lost.insert(path.clone());
                    files.remove(path);
                }
            }
        }
        survey.foreign = files;
        survey.last = last;
        Ok(survey)
    }

    fn carry(&mut self, job: &Job<'_>) -> Result<(), Vec<Diagnostic>> {
        let Some(held) = &self.lock else {
            unreachable!("nothing is carried without a lock");
        };
        let result = self.bring(held, job);
        if result.is_err() {
            // A machine that failed is not waited for a second time.
            self.patience = Duration::ZERO;
        }
        result
    }

    fn unlock(&mut self) -> Result<(), Diagnostic> {
        if let Some(Held { lock, place }) = self.lock.take() {
            self.run(LOCK, &Silence, &scripts::unlock(&place, &lock))?;
        }
        Ok(())
    }
}

/// Whether a file is listed, and may be what a record says.
fn is_whole(files: &Files, path: &OutputPath, record: &Record) -> bool {
    files.get(path).copied().flatten() == Some(record.size)
}

/// A file that is not at the target as it should be.
fn damaged(name: &str, path: &OutputPath) -> Diagnostic {
    let message = format!("`{path}` is not at {name} as it was sent");
    let hint = "somebody else may be writing there; deploy again, and nothing was deleted";
    Diagnostic::error("E907", message).hint(hint)
}
