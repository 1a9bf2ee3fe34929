//! `warraq init`: the small site of `warraq new` in a folder that has files. What is there stays as it is, to the last byte.
#![expect(
    clippy::disallowed_methods,
    reason = "making a site's folder is this command's purpose"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::outcome::MessageFormat;
use super::report::Report;
use super::starters::{File, Kind};
use crate::diagnostic::Diagnostic;
use crate::locale::{Language, Text, text};
use crate::source::load;

/// The file that other programs have as well. One that is there does not stand in the way: what it lacks is said.
const IGNORED: &str = ".gitignore";

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq init .")]
pub(super) struct Arguments {
    dir: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t)]
    kind: Kind,
}

/// What is to be done of one file.
enum Plan {
    Add,
    /// It is there, as warraq would write it.
    Same,
    /// It is there, and stays as it is without these lines.
    Lacks(Vec<String>),
}

pub(super) fn run(root: Option<&Path>, arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let here = Path::new(".");
    let folder = arguments.dir.as_deref().or(root).unwrap_or(here);
    if let Some((file, generator)) = load::generator(folder) {
        let message = text!("folder-of-another", file, generator);
        let problem = Diagnostic::error("E500", message);
        return report.fail(&problem.hint(text!("site-of-another-hint")));
    }
    let mut conflicts = BTreeMap::new();
    let mut planned = Vec::new();
    let files = arguments.kind.files();
    if is_a_site(folder, &files) {
        let message = text!(
            "site-there",
            config = load::CONFIG,
            folder = folder.display().to_string()
        );
        return report.fail(&Diagnostic::error("E500", message).hint(text!("site-there-hint")));
    }
    for (path, bytes) in &files {
        match plan(folder, path, bytes) {
            Ok(plan) => planned.push((*path, *bytes, plan)),
            Err((path, why)) => {
                let path = path.display().to_string();
                conflicts.insert(path.clone(), text!("file-in-the-way", path, why));
            }
        }
    }
    if !conflicts.is_empty() {
        let folder = folder.display().to_string();
        let message = text!("files-in-the-way", folder, count = conflicts.len());
        let problem = Diagnostic::error("E500", message).hint(text!("files-in-the-way-hint"));
        return report.fail(&conflicts.into_values().fold(problem, Diagnostic::note));
    }
    let (mut added, mut kept) = (0_usize, 0_usize);
    for (path, bytes, plan) in planned {
        match plan {
            Plan::Add => {
                if let Err(error) = add(&folder.join(path), bytes) {
                    let path = folder.join(path).display().to_string();
                    let message = text!("unwritable", path, error = error.to_string());
                    let problem = Diagnostic::error("E500", message);
                    return report.fail(&problem.hint(text!("init-again-hint")));
                }
                added += 1;
                report.summary(&text!("file-added", path));
            }
            Plan::Same => {
                kept += 1;
                report.summary(&text!("file-there", path));
            }
            Plan::Lacks(lines) => {
                kept += 1;
                report.summary(&text!("file-lacks", path, lines));
            }
        }
    }
    for path in strangers(folder, &files) {
        kept += 1;
        report.summary(&text!("file-of-the-site-now", path));
    }
    let folder = folder.display().to_string();
    report.summary(&text!("initialised", added, kept, folder));
    report.exit(true)
}

/// What is to be done of a file of the new site; what is in the way, and why, where something else is there.
fn plan(folder: &Path, path: &str, bytes: &[u8]) -> Result<Plan, (PathBuf, Text)> {
    let mut parent = folder.to_owned();
    for part in Path::new(path).parent().into_iter().flatten() {
        parent.push(part);
        match fs::symlink_metadata(&parent) {
            Ok(found) if found.is_dir() => {}
            // Through a link, files would be written somewhere else.
            Ok(found) if found.is_symlink() => return Err((parent, text!("there-is-a-link"))),
            Ok(_) => return Err((parent, text!("folder-is-a-file"))),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Plan::Add),
            Err(error) => return Err((parent, Text::of_io(&error))),
        }
    }
    let file = folder.join(path);
    let found = match fs::symlink_metadata(&file) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Plan::Add),
        Err(error) => return Err((file, Text::of_io(&error))),
        Ok(found) => found,
    };
    if found.is_dir() {
        return Err((file, text!("file-is-a-folder")));
    }
    if found.is_symlink() && !file.exists() {
        return Err((file, text!("there-is-a-link")));
    }
    let there = fs::read(&file).map_err(|error| (file.clone(), Text::of_io(&error)))?;
    if there == bytes {
        return Ok(Plan::Same);
    }
    if path == IGNORED {
        let there = String::from_utf8_lossy(&there);
        let bare = |line: &str| line.trim().trim_matches('/').to_owned();
        let has = |line: &str| there.lines().any(|there| bare(there) == bare(line));
        let ours = String::from_utf8_lossy(bytes);
        let lacking = ours.lines().filter(|line| !has(line));
        return Ok(match lacking.map(str::to_owned).collect::<Vec<_>>() {
            lines if lines.is_empty() => Plan::Same,
            lines => Plan::Lacks(lines),
        });
    }
    Err((file, text!("file-is-another")))
}

/// Whether there is a site already, unless it is one that was not made to the end.
fn is_a_site(folder: &Path, files: &[File]) -> bool {
    let of_ours = files.iter().find(|(path, _)| *path == load::CONFIG);
    let there = fs::read(folder.join(load::CONFIG));
    there.is_ok_and(|there| of_ours.is_some_and(|(_, bytes)| there != *bytes))
}

/// The files that were there and that the site is made of now as well.
fn strangers(folder: &Path, files: &[File]) -> Vec<String> {
    let Ok(snapshot) = load::load(folder) else {
        return Vec::new();
    };
    let paths = snapshot.iter().map(|source| source.path().to_string());
    let is_ours = |path: &String| files.iter().any(|(ours, _)| ours == path);
    paths.filter(|path| !is_ours(path)).collect()
}

/// Writes a file that is not there, and none that is there by now.
fn add(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::File::create_new(path)?.write_all(bytes)
}
