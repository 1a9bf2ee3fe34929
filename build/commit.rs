//! The commit that a checkout is built from, for `warraq --version`.

use std::path::Path;
use std::process::Command;

/// What the crate is built from: the commit is the last one that changed any of it, so that it stays true while others
/// follow, and nobody has to build again to name them.
const SOURCES: [&str; 4] = ["src", "build", "Cargo.toml", "Cargo.lock"];

/// `07a1d9f 2026-11-29`, or `07a1d9f 2026-11-29, changed` where the sources are no more as they were committed. None where
/// `folder` is no checkout of its own, as that of a package is none, or where there is no git.
pub(crate) fn of(folder: &Path) -> Option<String> {
    // A file in a worktree or a submodule.
    if !folder.join(".git").exists() {
        return None;
    }
    let commit = git(folder, &["log", "-1", "--abbrev=7", "--format=%h %cs"])?;
    if commit.is_empty() {
        return None;
    }
    let changes = git(folder, &["status", "--porcelain"])?;
    let changed = if changes.is_empty() { "" } else { ", changed" };
    Some(format!("{commit}{changed}"))
}

fn git(folder: &Path, command: &[&str]) -> Option<String> {
    let mut git = Command::new("git");
    // A hook of git's that builds may say of what repository it is, which need not be this one.
    for variable in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        git.env_remove(variable);
    }
    git.env("GIT_OPTIONAL_LOCKS", "0").arg("-C").arg(folder);
    let output = git.args(command).arg("--").args(SOURCES).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}
