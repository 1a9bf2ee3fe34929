//! A branch of a git repository. A deploy is a commit on top of the branch, pushed in one step
//! together with the state that warraq records, which has a reference of its own. If somebody else
//! pushes in the meantime, our push is rejected, so no lock is needed.

mod commit;
mod contents;
mod fetched;
mod memory;
mod push;
mod repository;
mod tips;
mod tree;

use std::path::{Path, PathBuf};
use std::time::Duration;

use contents::Contents;
use fetched::Fetched;
use memory::Memory;
use repository::{Repository, address, references};
use tips::Tips;

use super::backend::{Backend, Job};
use super::lock_token::LockToken;
use super::manifest::Manifest;
use super::problem::Problem;
use super::program;
use super::progress::{NoProgress, Progress};
use super::retries::Retries;
use super::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};

/// A branch, with the state of one deploy.
pub(super) struct Branch {
    remote: String,
    name: String,
    retry_for: Duration,
    memory: Memory,
    /// What the survey saw.
    tips: Tips,
    /// What it fetched, unless it remembered that.
    fetched: Option<Fetched>,
}

impl Branch {
    /// A branch of a remote to which requests are repeated for as long as `retry_for`. What is seen
    /// there is remembered in `memory`.
    ///
    /// # Errors
    /// `E901` when git is not installed.
    pub(super) fn open(
        remote: &str,
        branch: &str,
        root: &Path,
        retry_for: Duration,
        memory: Option<PathBuf>,
    ) -> Result<Self, Diagnostic> {
        program::require("git", "--version")?;
        let remote = address(remote, root)
            .map_err(|problem| problem.diagnostic("git", text!("target-repository")))?;
        Ok(Self {
            memory: Memory::of(&remote, memory),
            remote,
            name: branch.to_owned(),
            retry_for,
            tips: Tips::default(),
            fetched: None,
        })
    }

    /// The references of the branch and of the recorded state.
    fn names(&self) -> [String; 2] {
        ["heads", "warraq"].map(|kind| format!("refs/{kind}/{}", self.name))
    }

    fn retry<T: Send>(
        &self,
        what: Text,
        progress: &dyn Progress,
        attempt: impl Fn() -> Result<T, Problem> + Sync,
    ) -> Result<T, Diagnostic> {
        let retries = Retries::single(self.retry_for, progress);
        retries.request(text!("target-repository"), what, attempt)
    }

    /// What it is called in messages.
    fn said(&self) -> Text {
        text!("target-branch", name = &self.name)
    }

    /// The commits that the remote's references name.
    fn look(&self) -> Result<Tips, Problem> {
        let [branch, state] = self.names();
        let known = references(&self.remote, &[&branch, &state])?;
        let commit = |wanted: &String| {
            let found = known.iter().find(|(name, _)| name == wanted);
            found.map(|(_, commit)| commit.clone())
        };
        Ok(Tips {
            branch: commit(&branch),
            state: commit(&state),
        })
    }

    /// Fetches the branch and the recorded state, without their histories, as far as `seen` says
    /// that there are such.
    fn fetch(&self, seen: &Tips) -> Result<Fetched, Problem> {
        let [branch, state] = self.names();
        // The names of objects have 40 digits with SHA-1 and 64 with SHA-256.
        let is_long = |commit: &Option<String>| commit.as_ref().is_some_and(|it| it.len() > 40);
        let is_long = is_long(&seen.branch) || is_long(&seen.state);
        let format = if is_long { "sha256" } else { "sha1" };
        let repository = Repository::new(format)?;
        let fetch = |name: &String, seen: &Option<String>| {
            if seen.is_none() {
                return Ok(None);
            }
            let fetch = ["fetch", "--quiet", "--depth=1", "--no-tags", "--"];
            repository.git(&[&fetch[..], &[&self.remote, name]].concat(), &[])?;
            repository.line(&["rev-parse", "FETCH_HEAD"], &[]).map(Some)
        };
        let tips = Tips {
            branch: fetch(&branch, &seen.branch)?,
            state: fetch(&state, &seen.state)?,
        };
        Ok(Fetched { repository, tips })
    }

    fn unreadable(&self, reason: Text) -> Diagnostic {
        let [_, state] = self.names();
        let message = text!("state-unreadable-in-branch", state = &state, reason);
        let hint = text!("state-unreadable-in-branch-hint", state);
        Diagnostic::error("E908", message).hint(hint)
    }
}

impl Backend for Branch {
    fn keeps_header(&self, _: &str) -> bool {
        false
    }

    /// None is needed: of two pushes onto the same commit, git accepts one.
    fn lock(&mut self, _: &LockToken) -> Result<(), Diagnostic> {
        Ok(())
    }

    fn survey(&mut self) -> Result<Survey, Diagnostic> {
        self.tips = self.retry(self.said(), &NoProgress, || self.look())?;
        let mut contents = if let Some(contents) = self.memory.recall(&self.tips) {
            contents
        } else {
            let fetched = self.retry(self.said(), &NoProgress, || self.fetch(&self.tips))?;
            self.tips = fetched.tips.clone();
            let contents = Contents::read(&fetched.repository, &self.tips);
            self.fetched = Some(fetched);
            contents.map_err(|problem| self.unreadable(problem.reason().clone()))?
        };
        if self.fetched.is_some() {
            self.memory.remember(&self.tips, &contents);
        }
        let last = contents
            .manifest
            .take()
            .map(|text| Manifest::parse(text.as_bytes()));
        let last = last.transpose().map_err(|why| self.unreadable(why))?;
        Ok(contents.survey(last))
    }

    fn apply(&mut self, job: &Job<'_>) -> Result<(), Vec<Diagnostic>> {
        let fetched = if let Some(fetched) = self.fetched.take() {
            fetched
        } else {
            let fetched = self.retry(self.said(), job.progress, || self.fetch(&self.tips));
            let fetched = fetched.map_err(|problem| vec![problem])?;
            // The plan is made of what the survey saw.
            if fetched.tips != self.tips {
                return Err(vec![self.overtaken()]);
            }
            fetched
        };
        self.publish(&fetched, job).map_err(|problem| vec![problem])
    }

    fn unlock(&mut self) -> Result<(), Diagnostic> {
        Ok(())
    }
}
