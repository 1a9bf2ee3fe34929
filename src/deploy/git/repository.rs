//! A repository of our own for the time of one deploy, and the one that is pushed to.

use std::env;
use std::path::{self, Path};
use std::process::Command;

use crate::deploy::problem::Problem;
use crate::deploy::program::{self, Ended};
use crate::deploy::scratch::Scratch;

/// A bare repository in a folder that goes with it.
pub(super) struct Repository {
    folder: Scratch,
}

/// What git must not take from the surroundings: they may be about another repository, such as the one in whose hook we run
/// (git-rev-parse(1), `--local-env-vars`).
const OTHERS: [&str; 14] = [
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_TEMPLATE_DIR",
    "GIT_WORK_TREE",
];

/// Settings that hold whatever whoever deploys has set: no programs of theirs at every turn, and nothing that goes on in the background.
const SETTINGS: [&str; 8] = [
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "gc.auto=0",
    "-c",
    "maintenance.auto=false",
    "-c",
    "push.gpgSign=false",
];

impl Repository {
    /// An empty one, whose names of objects are as long as those of the remote.
    ///
    /// # Errors
    /// In git's words.
    pub(super) fn new(format: &str) -> Result<Self, Problem> {
        let repository = Self {
            folder: Scratch::new()?,
        };
        let format = format!("--object-format={format}");
        repository.git(&["init", "--quiet", "--bare", "--template=", &format], &[])?;
        Ok(repository)
    }

    /// What the program says, given `input`.
    ///
    /// # Errors
    /// In git's words, when it fails.
    pub(super) fn git(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, Problem> {
        let ended = self.try_git(arguments, input)?;
        match ended.code {
            Some(0) => Ok(ended.said),
            _ => Err(problem(&ended)),
        }
    }

    /// One line that the program says.
    ///
    /// # Errors
    /// In git's words, when it fails.
    pub(super) fn line(&self, arguments: &[&str], input: &[u8]) -> Result<String, Problem> {
        let said = self.git(arguments, input)?;
        Ok(String::from_utf8_lossy(&said).trim_end().to_owned())
    }

    /// What the program comes to.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(super) fn try_git(&self, arguments: &[&str], input: &[u8]) -> Result<Ended, Problem> {
        let mut command = git(self.folder.path());
        program::run(command.args(arguments), input)
    }

    /// A commit of a tree, by whoever deploys, if git knows who that is.
    ///
    /// # Errors
    /// In git's words, when it fails.
    pub(super) fn commit(
        &self,
        tree: &str,
        parent: Option<&str>,
        message: &str,
    ) -> Result<String, Problem> {
        let mut command = git(self.folder.path());
        command.args(["commit-tree", tree, "-m", message]);
        command.args(parent.iter().flat_map(|parent| ["-p", *parent]));
        for (key, neutral) in SOMEBODY {
            let setting = format!("user.{}", key.to_lowercase());
            if self.try_git(&["config", &setting], &[])?.code == Some(0) {
                continue;
            }
            for who in ["AUTHOR", "COMMITTER"] {
                let variable = format!("GIT_{who}_{key}");
                if env::var_os(&variable).is_none() {
                    command.env(variable, neutral);
                }
            }
        }
        let ended = program::run(&mut command, &[])?;
        match ended.code {
            Some(0) => Ok(ended.text().trim_end().to_owned()),
            _ => Err(problem(&ended)),
        }
    }
}

/// Who commits where git has not been told.
const SOMEBODY: [(&str, &str); 2] = [("NAME", "warraq"), ("EMAIL", "warraq@localhost")];

/// A remote that site.toml names, so that git finds it from any folder: by a name that it has in the repository of the site, by a
/// path from the site's folder, or as it is.
///
/// # Errors
/// When git cannot be started.
pub(super) fn address(remote: &str, root: &Path) -> Result<String, Problem> {
    let mut command = git(root);
    let asked = program::run(command.args(["remote", "get-url", "--push", remote]), &[])?;
    if asked.code == Some(0) {
        return Ok(asked.text().trim_end().to_owned());
    }
    let local = path::absolute(root.join(remote));
    let local = local.ok().filter(|local| local.is_dir());
    let local = local.and_then(|local| local.to_str().map(str::to_owned));
    Ok(local.unwrap_or_else(|| remote.to_owned()))
}

/// The references of a remote, asked without a repository: names of objects by names of references.
///
/// # Errors
/// In git's words.
pub(super) fn references(remote: &str, names: &[&str]) -> Result<Vec<(String, String)>, Problem> {
    let mut command = git(Path::new("."));
    let ended = program::run(command.args(["ls-remote", "--", remote]).args(names), &[])?;
    if ended.code != Some(0) {
        return Err(problem(&ended));
    }
    let text = ended.text();
    let lines = text.lines().filter_map(|line| line.split_once('\t'));
    // A pattern is also the end of longer names.
    let named = lines.filter(|(_, name)| names.contains(name));
    Ok(named
        .map(|(object, name)| (name.to_owned(), object.to_owned()))
        .collect())
}

fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(SETTINGS);
    for name in OTHERS {
        command.env_remove(name);
    }
    // Nobody is asked at a keyboard, and what is said is said in the language in which it is looked at here.
    command.env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C");
    command
}

/// What git, ssh or curl say when it may go better later.
const PASSING: [&str; 13] = [
    "Could not resolve host",
    "Temporary failure in name resolution",
    "Connection refused",
    "Connection reset",
    "Connection timed out",
    "Connection closed",
    "Operation timed out",
    "Failed to connect",
    "hung up unexpectedly",
    "unexpected disconnect",
    "early EOF",
    "The requested URL returned error: 5",
    "Broken pipe",
];

/// What a program that failed says, and whether it may go better later.
pub(super) fn problem(ended: &Ended) -> Problem {
    let is_passing = PASSING.iter().any(|words| ended.complaint.contains(words));
    if is_passing && !ended.complaint.contains("Permission denied") {
        Problem::Transient(ended.words())
    } else {
        Problem::Permanent(ended.words())
    }
}
