//! The temporary repository of one deploy, and requests to the remote.

use std::env;
use std::path::{self, Path};
use std::process::Command;

use super::tree::Import;
use crate::deploy::problem::Problem;
use crate::deploy::program::{self, Finished};
use crate::deploy::temp_dir::TempFolder;
use crate::locale::Text;

/// A bare repository in a temporary folder.
pub(super) struct Repository {
    folder: TempFolder,
}

/// Variables that git must not inherit: they may describe another repository, such as the one in
/// whose hook we run (git-rev-parse(1), `--local-env-vars`).
const INHERITED_VARIABLES: [&str; 14] = [
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

/// Settings that override the user's: no hooks, nothing in the background, and no large file in
/// memory.
const SETTINGS: [&str; 10] = [
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "gc.auto=0",
    "-c",
    "maintenance.auto=false",
    "-c",
    "push.gpgSign=false",
    "-c",
    "core.bigFileThreshold=8m",
];

impl Repository {
    /// An empty repository with the object format of the remote.
    ///
    /// # Errors
    /// What git reports.
    pub(super) fn new(format: &str) -> Result<Self, Problem> {
        let repository = Self {
            folder: TempFolder::new()?,
        };
        let format = format!("--object-format={format}");
        repository.git(&["init", "--quiet", "--bare", "--template=", &format], &[])?;
        Ok(repository)
    }

    /// The output of git with `input` as its standard input.
    ///
    /// # Errors
    /// What git reports when it fails.
    pub(super) fn git(&self, arguments: &[&str], input: &[u8]) -> Result<Vec<u8>, Problem> {
        let finished = self.try_git(arguments, input)?;
        match finished.code {
            Some(0) => Ok(finished.stdout),
            _ => Err(problem(&finished)),
        }
    }

    /// Feeds an import to git.
    ///
    /// # Errors
    /// What git reports, or why a file could not be read.
    pub(super) fn import(&self, arguments: &[&str], import: Import<'_>) -> Result<(), Problem> {
        let mut command = git(self.folder.path());
        let mut unread = None;
        let finished = program::run_fed(command.args(arguments), |stdin| {
            unread = import.feed(stdin).err().flatten();
        })?;
        match (unread, finished.code) {
            // The end of the input came too soon, which git takes for a crash.
            (Some(error), _) => Err(Problem::Permanent(Text::of_io(&error))),
            (None, Some(0)) => Ok(()),
            (None, _) => Err(problem(&finished)),
        }
    }

    /// The output of git, which is one line.
    ///
    /// # Errors
    /// What git reports when it fails.
    pub(super) fn line(&self, arguments: &[&str], input: &[u8]) -> Result<String, Problem> {
        let output = self.git(arguments, input)?;
        Ok(String::from_utf8_lossy(&output).trim_end().to_owned())
    }

    /// Runs git.
    ///
    /// # Errors
    /// When it cannot be started.
    pub(super) fn try_git(&self, arguments: &[&str], input: &[u8]) -> Result<Finished, Problem> {
        let mut command = git(self.folder.path());
        program::run(command.args(arguments), input)
    }

    /// Commits a tree, as the user whom git is configured for, if any.
    ///
    /// # Errors
    /// What git reports when it fails.
    pub(super) fn commit(
        &self,
        tree: &str,
        parent: Option<&str>,
        message: &str,
    ) -> Result<String, Problem> {
        let mut command = git(self.folder.path());
        command.args(["commit-tree", tree, "-m", message]);
        command.args(parent.iter().flat_map(|parent| ["-p", *parent]));
        for (key, neutral) in FALLBACK_IDENTITY {
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
        let finished = program::run(&mut command, &[])?;
        match finished.code {
            Some(0) => Ok(finished.text().trim_end().to_owned()),
            _ => Err(problem(&finished)),
        }
    }
}

/// The author where git has no configured user.
const FALLBACK_IDENTITY: [(&str, &str); 2] = [("NAME", "warraq"), ("EMAIL", "warraq@localhost")];

/// The address of a remote in site.toml, usable from any folder: a name of a remote in the
/// repository of the site, a path relative to the folder of the site, or a URL.
///
/// # Errors
/// When git cannot be started.
pub(super) fn address(remote: &str, root: &Path) -> Result<String, Problem> {
    let mut command = git(root);
    let configured = program::run(command.args(["remote", "get-url", "--push", remote]), &[])?;
    if configured.code == Some(0) {
        return Ok(configured.text().trim_end().to_owned());
    }
    let local = path::absolute(root.join(remote));
    let local = local.ok().filter(|local| local.is_dir());
    let local = local.and_then(|local| local.to_str().map(str::to_owned));
    Ok(local.unwrap_or_else(|| remote.to_owned()))
}

/// The references of a remote, with the objects that they name.
///
/// # Errors
/// What git reports.
pub(super) fn references(remote: &str, names: &[&str]) -> Result<Vec<(String, String)>, Problem> {
    let mut command = git(Path::new("."));
    let finished = program::run(command.args(["ls-remote", "--", remote]).args(names), &[])?;
    if finished.code != Some(0) {
        return Err(problem(&finished));
    }
    let text = finished.text();
    let lines = text.lines().filter_map(|line| line.split_once('\t'));
    // git takes a name as a pattern, which matches the end of longer names too.
    let named = lines.filter(|(_, name)| names.contains(name));
    Ok(named
        .map(|(object, name)| (name.to_owned(), object.to_owned()))
        .collect())
}

fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(SETTINGS);
    for name in INHERITED_VARIABLES {
        command.env_remove(name);
    }
    // No prompts, and messages in the language in which they are matched here.
    command.env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C");
    command
}

/// Messages of git, ssh or curl for transient failures.
const TRANSIENT: [&str; 13] = [
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

/// The problem of a git that failed.
pub(super) fn problem(finished: &Finished) -> Problem {
    let is_transient = TRANSIENT
        .iter()
        .any(|words| finished.stderr.contains(words));
    if is_transient && !finished.stderr.contains("Permission denied") {
        Problem::Transient(finished.error_message())
    } else {
        Problem::Permanent(finished.error_message())
    }
}
