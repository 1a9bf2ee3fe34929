//! A bare git repository to push to.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::daemon;
use super::shell::said;
use crate::site::Files;

/// A repository, until it is dropped.
pub(crate) struct Repository(TempDir);

impl Repository {
    /// An empty one.
    pub(crate) fn start() -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        let path = repository.path();
        said(
            git(Path::new("/"))
                .args(["init", "--quiet", "--bare"])
                .arg(&path),
        );
        // Its own, whatever whoever deploys has set: the tests play both parts on one machine.
        repository.git(&["config", "core.hooksPath", "hooks"]);
        repository
    }

    pub(crate) fn path(&self) -> PathBuf {
        // As awkward as a path may be.
        self.0.path().join("مستودع 'site'.git")
    }

    /// Its address, without characters that need quoting in site.toml.
    pub(crate) fn remote(&self) -> String {
        self.path().to_str().unwrap().to_owned()
    }

    /// `git ARGUMENTS` in it.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        said(git(&self.path()).args(arguments))
    }

    /// What a reference points to.
    pub(crate) fn tip(&self, reference: &str) -> Option<String> {
        let mut command = git(&self.path());
        command.args(["rev-parse", "--verify", "--quiet", reference]);
        let output = command.output().unwrap();
        let tip = String::from_utf8(output.stdout).unwrap().trim().to_owned();
        output.status.success().then_some(tip)
    }

    /// How many commits a branch has.
    pub(crate) fn commits(&self, branch: &str) -> usize {
        self.git(&["rev-list", branch]).lines().count()
    }

    /// The files of a commit or branch.
    pub(crate) fn files(&self, tree: &str) -> Files {
        let folder = tempfile::tempdir().unwrap();
        let archive = self.0.path().join("archive.tar");
        said(
            git(&self.path())
                .args(["archive", "--format=tar", "--output"])
                .args([archive.as_os_str(), tree.as_ref()]),
        );
        let mut tar = Command::new("tar");
        tar.arg("--extract").arg("--file").arg(archive);
        said(tar.arg("--directory").arg(folder.path()));
        Files::below(folder.path())
    }

    /// Commits files to a branch, as somebody else would.
    pub(crate) fn commit(&self, branch: &str, files: &[(&str, &str)]) {
        let clone = tempfile::tempdir().unwrap();
        let work = |arguments: &[&str]| said(git(clone.path()).args(arguments));
        let remote = self.remote();
        work(&["init", "--quiet"]);
        if self.tip(branch).is_some() {
            work(&["pull", "--quiet", &remote, branch]);
        }
        for (path, text) in files {
            let path = clone.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        work(&["add", "--all"]);
        work(&["commit", "--quiet", "--message", "By somebody else"]);
        work(&["push", "--quiet", &remote, &format!("HEAD:{branch}")]);
    }

    /// Puts a commit on top of a branch at once, asking nobody.
    pub(crate) fn overtake(&self, branch: &str) {
        let mut command = git(&self.path());
        let message = ["-m", "By somebody else", "-p", branch];
        let tree = format!("{branch}^{{tree}}");
        let commit = said(command.args(["commit-tree", &tree]).args(message));
        let name = format!("refs/heads/{branch}");
        self.git(&["update-ref", &name, commit.trim()]);
    }

    /// Has a script asked before anything that is pushed is let in; an empty one lets everything in again.
    pub(crate) fn guard(&self, script: &str) {
        self.hook("pre-receive", script);
    }

    /// Has a script called at a time that git has a name for.
    pub(crate) fn hook(&self, name: &str, script: &str) {
        let hook = self.path().join("hooks").join(name);
        fs::create_dir_all(hook.parent().unwrap()).unwrap();
        daemon::script(&hook, script);
    }
}

/// `git`, in a folder, without the settings of whoever runs the tests.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.current_dir(folder);
    command
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "سواه");
        command.env(format!("GIT_{who}_EMAIL"), "somebody@example.org");
    }
    command
}
