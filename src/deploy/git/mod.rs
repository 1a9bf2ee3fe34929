//! A branch of a repository. A deploy is a commit on top of it, pushed in one step together with what warraq writes down, which has a
//! reference of its own; whoever pushes meanwhile makes ours fail, so that no lock is needed.

mod commit;
mod found;
mod look;
mod push;
mod repository;
mod tree;

use std::path::Path;
use std::time::Duration;

use found::Found;
use look::Look;
use repository::{Repository, address, references};

use super::backend::{Backend, Job};
use super::lock_token::LockToken;
use super::manifest::Manifest;
use super::passes::Passes;
use super::problem::Problem;
use super::program;
use super::progress::{Silence, Watch};
use super::survey::Survey;
use crate::diagnostic::Diagnostic;

/// A branch, and what this deploy knows of it.
pub(super) struct Branch {
    remote: String,
    name: String,
    patience: Duration,
    found: Option<Found>,
}

impl Branch {
    /// A branch of a remote whose outages are waited out for as long as `patience`.
    ///
    /// # Errors
    /// `E901` when git is not here.
    pub(super) fn open(
        remote: &str,
        branch: &str,
        root: &Path,
        patience: Duration,
    ) -> Result<Self, Diagnostic> {
        program::require("git", "--version")?;
        let remote = address(remote, root);
        Ok(Self {
            remote: remote.map_err(|problem| problem.diagnostic("git", "the repository"))?,
            name: branch.to_owned(),
            patience,
            found: None,
        })
    }

    /// The branch and the reference of what warraq writes down.
    fn names(&self) -> [String; 2] {
        ["heads", "warraq"].map(|kind| format!("refs/{kind}/{}", self.name))
    }

    fn ask<T: Send>(
        &self,
        what: &str,
        watch: &dyn Watch,
        question: impl Fn() -> Result<T, Problem> + Sync,
    ) -> Result<T, Diagnostic> {
        Passes::single(self.patience, watch).ask("the repository", what, question)
    }

    /// Asks where the branch and what is written down are, and fetches both without their histories.
    fn find(&self) -> Result<Found, Problem> {
        let [branch, state] = self.names();
        let known = references(&self.remote, &[&branch, &state])?;
        // Names of objects are digests: of 40 digits by SHA-1, of 64 by SHA-256.
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
        Ok(Found {
            repository,
            tip,
            state,
        })
    }

    fn unreadable(&self, reason: &str) -> Diagnostic {
        let [_, state] = self.names();
        let message = format!("what warraq wrote down in `{state}` cannot be read: {reason}");
        let hint = format!(
            "if it is damaged, delete `{state}` from the repository and deploy with --force"
        );
        Diagnostic::error("E908", message).hint(hint)
    }
}

impl Backend for Branch {
    fn keeps_header(&self, _: &str) -> bool {
        false
    }

    /// None is needed: of two pushes from the same beginning git takes one.
    fn lock(&mut self, _: &LockToken) -> Result<(), Diagnostic> {
        Ok(())
    }

    fn survey(&mut self) -> Result<Survey, Diagnostic> {
        let what = format!("the branch {}", self.name);
        let found = self.ask(&what, &Silence, || self.find())?;
        let look = Look::read(&found);
        let mut look = look.map_err(|problem| self.unreadable(problem.reason()))?;
        let last = look.manifest.take().map(|text| Manifest::parse(&text));
        let last = last.transpose().map_err(|why| self.unreadable(&why))?;
        self.found = Some(found);
        Ok(look.survey(last))
    }

    fn carry(&mut self, job: &Job<'_>) -> Result<(), Vec<Diagnostic>> {
        let Some(found) = &self.found else {
            unreachable!("nothing is carried before a look");
        };
        self.bring(found, job).map_err(|problem| vec![problem])
    }

    fn unlock(&mut self) -> Result<(), Diagnostic> {
        Ok(())
    }
}
