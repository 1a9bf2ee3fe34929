//! The two commits of a deploy: the files, on top of the branch, and the recorded state.

use super::contents::may_match;
use super::fetched::{BEFORE, Fetched, MANIFEST, SITE};
use super::tips::Tips;
use super::tree::{IMPORTED, Import, files};
use crate::deploy::backend::{Content, Job};
use crate::deploy::problem::Problem;
use crate::diagnostic::Diagnostic;
use crate::hosting::Release;
use crate::locale::text;

/// The commits that are pushed.
pub(super) struct Commits {
    /// For the branch.
    pub(super) site: String,
    /// For the recorded state.
    pub(super) state: String,
}

impl From<&Commits> for Tips {
    fn from(commits: &Commits) -> Self {
        Self {
            branch: Some(commits.site.clone()),
            state: Some(commits.state.clone()),
        }
    }
}

impl Commits {
    /// Creates them in the local repository.
    ///
    /// # Errors
    /// `E909` when a file of the release before is missing; `E902` when git fails.
    pub(super) fn make(fetched: &Fetched, job: &Job<'_>) -> Result<Self, Diagnostic> {
        let mut import = Import::new(fetched.tips.branch.as_deref());
        for path in &job.plan.conflicts {
            import.remove(path);
        }
        for step in job.plan.removals() {
            import.remove(&step.path);
        }
        let release = &job.plan.next.stamp.release;
        let message = match job.content {
            Content::Release(content) => {
                write(&mut import, content, job);
                format!("Deploy {release}")
            }
            Content::Before => {
                restore(&mut import, fetched, job)?;
                format!("Roll back to {release}")
            }
        };
        let commits = Self::commit(fetched, job, import, &message);
        commits.map_err(|problem| problem.diagnostic("git", text!("commit-of-the-site")))
    }

    fn commit(
        fetched: &Fetched,
        job: &Job<'_>,
        import: Import<'_>,
        message: &str,
    ) -> Result<Self, Problem> {
        let git = &fetched.repository;
        git.import(&["fast-import", "--quiet", "--done"], import)?;
        let site = git.line(&["rev-parse", &format!("{IMPORTED}^{{tree}}")], &[])?;
        let state = state(fetched, job, &site)?;
        Ok(Self {
            site: git.commit(&site, fetched.tips.branch.as_deref(), message)?,
            state: git.commit(&state, fetched.tips.state.as_deref(), message)?,
        })
    }
}

/// Adds the files of a release.
fn write<'a>(import: &mut Import<'a>, release: &'a Release, job: &Job<'_>) {
    let uploads: Vec<_> = job.plan.uploads().collect();
    if let Some(first) = uploads.first() {
        let bytes = uploads.iter().map(|step| step.size).sum();
        job.progress.begin(first.stage, uploads.len(), bytes);
    }
    for step in uploads {
        if let Some(file) = release.files.get(&step.path) {
            import.write(&step.path, &file.bytes);
            job.progress.done(step.size);
        }
    }
}

/// Adds the files of the release before, which are in the repository already.
fn restore(import: &mut Import<'_>, fetched: &Fetched, job: &Job<'_>) -> Result<(), Diagnostic> {
    let state = fetched.tips.state.as_deref().unwrap_or_default();
    let before = format!("{state}:{BEFORE}");
    let list = ["ls-tree", "-r", "-l", "-z", &before];
    let blobs = files(&fetched.repository.git(&list, &[]).unwrap_or_default());
    for step in job.plan.uploads() {
        let record = job.record(&step.path);
        let is_there = record.is_some_and(|record| may_match(&blobs, &step.path, record));
        let Some(blob) = blobs.get(&step.path).filter(|_| is_there) else {
            let message = text!("earlier-file-none", path = step.path.as_str());
            return Err(Diagnostic::error("E909", message).hint(text!("older-state-hint")));
        };
        import.link(&step.path, &blob.object);
    }
    Ok(())
}

/// The tree of the recorded state.
fn state(fetched: &Fetched, job: &Job<'_>, site: &str) -> Result<String, Problem> {
    let git = &fetched.repository;
    let mut manifest = job.plan.next.clone();
    for step in job.plan.removals() {
        manifest.old.remove(&step.path);
    }
    let manifest = git.line(&["hash-object", "-w", "--stdin"], &manifest.text())?;
    let mut entries = format!("100644 blob {manifest}\t{MANIFEST}\n");
    if let Some(before) = &job.plan.next.before
        && let Some(state) = &fetched.tips.state
    {
        // If no file changed, the release before stays the same.
        let last = job.survey.last.as_ref();
        let is_last = last.is_some_and(|last| last.stamp == before.stamp);
        let from = if is_last { SITE } else { BEFORE };
        let tree = git.line(&["rev-parse", &format!("{state}:{from}")], &[])?;
        entries.push_str(&format!("040000 tree {tree}\t{BEFORE}\n"));
    }
    entries.push_str(&format!("040000 tree {site}\t{SITE}\n"));
    git.line(&["mktree"], entries.as_bytes())
}
