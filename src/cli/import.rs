//! `warraq import`: a site of another generator becomes a new one.
#![expect(
    clippy::disallowed_methods,
    reason = "reading a site of another generator and writing a new one is this command's purpose"
)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use walkdir::WalkDir;

use super::outcome::MessageFormat;
use super::report::Report;
use super::starters::Kind;
use crate::diagnostic::Diagnostic;
use crate::import::{self, Files, Generator, Root, why_left};
use crate::locale::{Language, Text, text};

/// What a site is imported from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum From {
    Hugo,
    Zola,
    Jekyll,
    Markdown,
}

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq import hugo ../old site")]
pub(super) struct Arguments {
    #[arg(value_enum)]
    from: From,
    dir: PathBuf,
    new: PathBuf,
}

/// The report of an import, in the new site.
const REPORT: &str = "IMPORT.md";

/// What holds nothing of a site's.
const FOREIGN: [&str; 3] = [".git", "node_modules", ".hugo_build.lock"];

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// How many bytes are read in all.
const MOST: u64 = 1 << 30;

pub(super) fn run(arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let new = &arguments.new;
    if fs::read_dir(new).is_ok_and(|mut entries| entries.next().is_some()) {
        let folder = new.display().to_string();
        let problem =
            Diagnostic::error("E500", text!("folder-not-empty", folder = folder.as_str()));
        return report.fail(&problem.hint(text!("folder-not-empty-hint", folder)));
    }
    let generator = match arguments.from {
        From::Hugo => Generator::Hugo,
        From::Zola => Generator::Zola,
        From::Jekyll => Generator::Jekyll,
        From::Markdown => Generator::Markdown,
    };
    let (old, left) = match read(&arguments.dir, generator) {
        Ok((old, _)) if old.is_empty() => {
            let folder = arguments.dir.display().to_string();
            let problem = Diagnostic::error("E500", text!("import-empty", folder));
            return report.fail(&problem.hint(text!("import-empty-hint")));
        }
        Ok(read) => read,
        Err(error) => {
            let (path, error) = (arguments.dir.display().to_string(), error.to_string());
            return report.fail(&Diagnostic::error("E500", text!("unreadable", path, error)));
        }
    };
    if let Some(problem) = misplaced(generator, &arguments.dir, &old) {
        return report.fail(&problem);
    }
    let starter = Kind::Dossier.files().into_iter();
    let starter = starter.map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    let mut imported = import::import(generator, old, &starter.collect());
    for (path, why) in left {
        imported.report.left(&path, why);
    }
    let mut files = imported.files;
    let told = imported.report.written(language);
    files.insert(REPORT.to_owned(), told.into_bytes());
    for (path, bytes) in &files {
        if let Err(error) = write(&new.join(path), bytes) {
            let path = new.join(path).display().to_string();
            let message = text!("unwritable", path, error = error.to_string());
            return report.fail(&Diagnostic::error("E500", message));
        }
    }
    let told = imported.report;
    report.summary(&text!(
        "imported",
        pages = told.pages,
        folder = new.display().to_string(),
        report = new.join(REPORT).display().to_string(),
        places = told.open_places(),
        left = told.left_out()
    ));
    report.exit(true)
}

/// A folder in which there is no site of the generator, though there may be one below.
fn misplaced(generator: Generator, dir: &Path, files: &Files) -> Option<Diagnostic> {
    let folder = dir.display().to_string();
    let name = generator.name();
    let problem = |hint| {
        let message = text!("import-no-site", folder, generator = name);
        Some(Diagnostic::error("E500", message).hint(hint))
    };
    match generator.root(files) {
        Root::Below(below) => {
            let folder = dir.join(below).display().to_string();
            problem(text!("import-site-below", folder, generator = name))
        }
        Root::Nowhere => problem(text!("import-no-site-hint")),
        _ => None,
    }
}

/// Files that were not read, and why.
type Left = Vec<(String, Text)>;

/// All files of a site, and what else is there. Links are not followed.
fn read(root: &Path, generator: Generator) -> io::Result<(Files, Left)> {
    let (mut files, mut left) = (Files::new(), Left::new());
    let mut sum = 0;
    let mut walk = WalkDir::new(root).sort_by_file_name().into_iter();
    while let Some(entry) = walk.next() {
        let entry = entry?;
        let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let path = below.to_string_lossy().replace('\\', "/");
        let kind = entry.file_type();
        let is_output = path == "public" && generator != Generator::Markdown;
        let why = if is_output || FOREIGN.contains(&path.as_str()) {
            Some(why_left(&path))
        } else if kind.is_symlink() {
            Some(text!("import-symlink"))
        } else if kind.is_dir() {
            continue;
        } else if below.to_str().is_none() {
            Some(text!("import-name"))
        } else if !kind.is_file() {
            Some(why_left(""))
        } else {
            let size = entry.metadata()?.len();
            let is_too_large = size > LARGEST || sum + size > MOST;
            sum += if is_too_large { 0 } else { size };
            is_too_large.then(|| text!("import-large", size = size >> 20))
        };
        match why {
            None => _ = files.insert(path, fs::read(entry.path())?),
            Some(why) if kind.is_dir() => {
                left.push((format!("{path}/"), why));
                walk.skip_current_dir();
            }
            Some(why) => left.push((path, why)),
        }
    }
    Ok((files, left))
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}
