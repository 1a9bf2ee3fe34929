//! The steps of a deploy: two commits, one push, and a check of the result.

use super::Branch;
use super::commit::Commits;
use super::contents::Contents;
use super::fetched::Fetched;
use super::repository::{problem, references};
use super::tips::Tips;
use crate::deploy::backend::Job;
use crate::diagnostic::Diagnostic;
use crate::locale::text;

impl Branch {
    /// Carries out the plan.
    pub(super) fn publish(&self, fetched: &Fetched, job: &Job<'_>) -> Result<(), Diagnostic> {
        let commits = Commits::make(fetched, job)?;
        self.push(fetched, job, &commits)?;
        self.verify(job, &commits)?;
        let tips = Tips::from(&commits);
        if let Ok(contents) = Contents::read(&fetched.repository, &tips) {
            self.memory.remember(&tips, &contents);
        }
        Ok(())
    }

    /// Pushes both commits or none, and only onto what was fetched.
    fn push(&self, fetched: &Fetched, job: &Job<'_>, commits: &Commits) -> Result<(), Diagnostic> {
        let [branch, state] = self.names();
        let lease = |name: &str, expected: &Option<String>| {
            let expected = expected.as_deref().unwrap_or_default();
            format!("--force-with-lease={name}:{expected}")
        };
        let leases = [
            lease(&branch, &fetched.tips.branch),
            lease(&state, &fetched.tips.state),
        ];
        let pushed = [
            format!("{}:{branch}", commits.site),
            format!("{}:{state}", commits.state),
        ];
        let is_overtaken = self.retry(self.said(), job.progress, || {
            let arguments = ["push", "--atomic", "--no-follow-tags"];
            let [first, second] = [&leases, &pushed].map(|pair| [&*pair[0], &*pair[1]]);
            let arguments = [&arguments[..], &first, &["--", &self.remote], &second].concat();
            let finished = fetched.repository.try_git(&arguments, &[])?;
            match finished.code {
                Some(0) => Ok(false),
                _ if self.is_pushed(commits) => Ok(false),
                _ if was_overtaken(&finished.stderr) => Ok(true),
                _ => Err(problem(&finished)),
            }
        })?;
        if is_overtaken {
            return Err(self.overtaken());
        }
        Ok(())
    }

    /// The error for a branch that somebody else has pushed to.
    pub(super) fn overtaken(&self) -> Diagnostic {
        let message = text!("branch-overtaken", name = &self.name);
        Diagnostic::error("E904", message).hint(text!("branch-overtaken-hint"))
    }

    /// Whether the remote has the commits; the connection may have broken after the push.
    fn is_pushed(&self, commits: &Commits) -> bool {
        let [branch, state] = self.names();
        let known = references(&self.remote, &[&branch, &state]).unwrap_or_default();
        let is = |name: &String, object: &String| known.contains(&(name.clone(), object.clone()));
        is(&branch, &commits.site) && is(&state, &commits.state)
    }

    fn verify(&self, job: &Job<'_>, commits: &Commits) -> Result<(), Diagnostic> {
        let [branch, state] = self.names();
        let known = self.retry(text!("what-was-pushed"), job.progress, || {
            references(&self.remote, &[&branch, &state])
        })?;
        for (name, object) in [(branch, &commits.site), (state, &commits.state)] {
            if !known.contains(&(name.clone(), object.clone())) {
                let problem = Diagnostic::error("E907", text!("pushed-otherwise", name));
                return Err(problem.hint(text!("pushed-otherwise-hint")));
            }
        }
        Ok(())
    }
}

/// Whether git says that somebody else has pushed (git-push(1), `--force-with-lease`).
fn was_overtaken(complaint: &str) -> bool {
    let words = [
        "stale info",
        "fetch first",
        "non-fast-forward",
        "cannot lock ref",
    ];
    words.iter().any(|words| complaint.contains(words))
}
