//! What a deploy does: two commits, one push, one look at what has come of it.

use super::Branch;
use super::commit::Commits;
use super::found::Found;
use super::repository::{problem, references};
use crate::deploy::backend::Job;
use crate::diagnostic::Diagnostic;

impl Branch {
    /// Everything between looking and being done.
    pub(super) fn bring(&self, found: &Found, job: &Job<'_>) -> Result<(), Diagnostic> {
        let commits = Commits::make(found, job)?;
        self.push(found, job, &commits)?;
        self.verify(job, &commits)
    }

    /// Pushes both or none, and only onto what was found.
    fn push(&self, found: &Found, job: &Job<'_>, commits: &Commits) -> Result<(), Diagnostic> {
        let [branch, state] = self.names();
        let lease = |name: &str, expected: &Option<String>| {
            let expected = expected.as_deref().unwrap_or_default();
            format!("--force-with-lease={name}:{expected}")
        };
        let leases = [lease(&branch, &found.tip), lease(&state, &found.state)];
        let pushed = [
            format!("{}:{branch}", commits.site),
            format!("{}:{state}", commits.state),
        ];
        let what = format!("the branch {}", self.name);
        let is_taken = self.ask(&what, job.watch, || {
            let arguments = ["push", "--atomic", "--no-follow-tags"];
            let [first, second] = [&leases, &pushed].map(|pair| [&*pair[0], &*pair[1]]);
            let arguments = [&arguments[..], &first, &["--", &self.remote], &second].concat();
            let ended = found.repository.try_git(&arguments, &[])?;
            match ended.code {
                Some(0) => Ok(false),
                _ if self.is_there(commits) => Ok(false),
                _ if was_overtaken(&ended.complaint) => Ok(true),
                _ => Err(problem(&ended)),
            }
        })?;
        if is_taken {
            let message = format!(
                "somebody else pushed to the branch `{}` meanwhile",
                self.name
            );
            let hint = "nothing was changed: deploy again, on top of what is there now";
            return Err(Diagnostic::error("E904", message).hint(hint));
        }
        Ok(())
    }

    /// Whether the remote has what was pushed; a line that broke may have broken after that.
    fn is_there(&self, commits: &Commits) -> bool {
        let [branch, state] = self.names();
        let known = references(&self.remote, &[&branch, &state]).unwrap_or_default();
        let is = |name: &String, object: &String| known.contains(&(name.clone(), object.clone()));
        is(&branch, &commits.site) && is(&state, &commits.state)
    }

    fn verify(&self, job: &Job<'_>, commits: &Commits) -> Result<(), Diagnostic> {
        let [branch, state] = self.names();
        let known = self.ask("what was pushed", job.watch, || {
            references(&self.remote, &[&branch, &state])
        })?;
        for (name, object) in [(branch, &commits.site), (state, &commits.state)] {
            if !known.contains(&(name.clone(), object.clone())) {
                let message = format!("`{name}` is not what was pushed");
                let hint = "somebody else may have pushed after this deploy; look at the branch, and deploy again";
                return Err(Diagnostic::error("E907", message).hint(hint));
            }
        }
        Ok(())
    }
}

/// Whether git says that a reference is not where it was found (git-push(1), `--force-with-lease`), or that another push has it.
fn was_overtaken(complaint: &str) -> bool {
    let words = [
        "stale info",
        "fetch first",
        "non-fast-forward",
        "cannot lock ref",
    ];
    words.iter().any(|words| complaint.contains(words))
}
