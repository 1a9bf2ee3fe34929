//! A branch of a git repository. A deploy is a commit on top of the branch, pushed in one step
//! together with the state that warraq records, which has a reference of its own. If somebody else
//! pushes in the meantime, our push is rejected, so no lock is needed.

mod commit;
mod contents;
mod fetched;
mod push;
mod repository;
mod tree;

use std::path::Path;
use std::time::Duration;

use contents::Contents;
use fetched::Fetched;
use repository::{Repository, address, references};

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
    fetched: Option<Fetched>,
}

impl Branch {
    /// A branch of a remote to which requests are repeated for as long as `retry_for`.
    ///
    /// # Errors
    /// `E901` when git is not installed.
    pub(super) fn open(
        remote: &str,
        branch: &str,
        root: &Path,
        retry_for: Duration,
    ) -> Result<Self, Diagnostic> {
        program::require("git", "--version")?;
        let remote = address(remote, root);
        Ok(Self {
            remote: remote
                .map_err(|problem| problem.diagnostic("git", text!("target-repository")))?,
            name: branch.to_owned(),
            retry_for,
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

    /// Fetches the branch and the recorded state, without their histories.
    fn fetch(&self) -> Result<Fetched, Problem> {
        let [branch, state] = self.names();
        let known = references(&self.remote, &[&branch, &state])?;
        // The names of objects have 40 digits with SHA-1 and 64 with SHA-256.
        let is_long = known.iter().any(|(_, object)| object.len() > 40);
        let format = if is_long { "sha256" } else { "sha1" };
        let repository = Repository::new(format)?;
        let fetch = |name: &String| {
            if !known.iter().any(|(known, _)| known == name) {
                return Ok(None);
            }
            let fetch = ["fetch", "--quiet", "--depth=1", "--no-tags", "--"];
            repository.git(&[&fetch[..], &[&self.remote, name]].concat(), &[])?;
            repository.line(&["rev-parse", "FETCH_HEAD"], &[]).map(Some)
        };
        let (tip, state) = (fetch(&branch)?, fetch(&state)?);
        Ok(Fetched {
            repository,
            tip,
            state,
        })
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
        let fetched = self.retry(self.said(), &NoProgress, || self.fetch())?;
        let contents = Contents::read(&fetched);
        let mut contents = contents.map_err(|problem| self.unreadable(problem.reason().clone()))?;
        let last = contents.manifest.take().map(|text| Manifest::parse(&text));
        let last = last.transpose().map_err(|why| self.unreadable(why))?;
        self.fetched = Some(fetched);
        Ok(contents.survey(last))
    }

    fn apply(&mut self, job: &Job<'_>) -> Result<(), Vec<Diagnostic>> {
        let Some(fetched) = &self.fetched else {
            unreachable!("a plan is made of a survey");
        };
        self.publish(fetched, job).map_err(|problem| vec![problem])
    }

    fn unlock(&mut self) -> Result<(), Diagnostic> {
        Ok(())
    }
}
