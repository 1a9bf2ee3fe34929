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
use crate::import::{self, Files, Generator};
use crate::locale::{Language, text};

/// What a site is imported from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum From {
    Hugo,
    Zola,
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

/// Folders that hold nothing of a site's.
const FOREIGN: [&str; 4] = [".git", "node_modules", ".hugo_build.lock", "public"];

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;

pub(super) fn run(arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let new = &arguments.new;
    if fs::read_dir(new).is_ok_and(|mut entries| entries.next().is_some()) {
        let folder = new.display().to_string();
        let problem =
            Diagnostic::error("E500", text!("folder-not-empty", folder = folder.as_str()));
        return report.fail(&problem.hint(text!("folder-not-empty-hint", folder)));
    }
    let old = match read(&arguments.dir) {
        Ok(old) if old.is_empty() => {
            let folder = arguments.dir.display().to_string();
            let problem = Diagnostic::error("E500", text!("import-empty", folder));
            return report.fail(&problem.hint(text!("import-empty-hint")));
        }
        Ok(old) => old,
        Err(error) => {
            let (path, error) = (arguments.dir.display().to_string(), error.to_string());
            return report.fail(&Diagnostic::error("E500", text!("unreadable", path, error)));
        }
    };
    let generator = match arguments.from {
        From::Hugo => Generator::Hugo,
        From::Zola => Generator::Zola,
        From::Markdown => Generator::Markdown,
    };
    let starter = Kind::Dossier.files().into_iter();
    let starter = starter.map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
    let imported = import::import(generator, &old, &starter.collect());
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

/// All files of a site; links are not followed.
fn read(root: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    let walk = WalkDir::new(root).into_iter().filter_entry(|entry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() != 1 || !FOREIGN.contains(&&*name)
    });
    for entry in walk {
        let entry = entry?;
        let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let (true, Some(path)) = (entry.file_type().is_file(), below.to_str()) else {
            continue;
        };
        if entry.metadata()?.len() <= LARGEST {
            files.insert(path.replace('\\', "/"), fs::read(entry.path())?);
        }
    }
    Ok(files)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}
