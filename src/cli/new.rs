//! `warraq new`: writes a small site that builds, checks clean and teaches.
#![expect(
    clippy::disallowed_methods,
    reason = "making a site's folder is this command's purpose"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::outcome::MessageFormat;
use super::report::Report;
use super::starters::Kind;
use crate::diagnostic::Diagnostic;
use crate::locale::{Language, text};

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq new dossier")]
pub(super) struct Arguments {
    dir: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    kind: Kind,
}

pub(super) fn run(arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let dir = &arguments.dir;
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        let problem = Diagnostic::error(
            "E500",
            text!("folder-not-empty", folder = dir.display().to_string()),
        );
        let hint = text!("folder-not-empty-hint", folder = dir.display().to_string());
        return report.fail(&problem.hint(hint));
    }
    for (path, bytes) in arguments.kind.files() {
        if let Err(error) = write(&dir.join(path), bytes) {
            let path = dir.join(path).display().to_string();
            let message = text!("unwritable", path, error = error.to_string());
            return report.fail(&Diagnostic::error("E500", message));
        }
    }
    report.summary(&text!("made", folder = dir.display().to_string()));
    report.exit(true)
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes)
}
