//! `warraq man`: the manual pages of all commands.
#![expect(
    clippy::disallowed_methods,
    reason = "writing pages into a folder is this command's purpose"
)]

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Command};

use super::outcome::MessageFormat;
use super::report::Report;
use crate::diagnostic::Diagnostic;
use crate::locale::{Language, text};

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq man ~/.local/share/man/man1")]
pub(super) struct Arguments {
    dir: PathBuf,
}

pub(super) fn run(arguments: &Arguments, commands: Command, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let dir = &arguments.dir;
    let written = fs::create_dir_all(dir).and_then(|()| clap_mangen::generate_to(commands, dir));
    let path = dir.display().to_string();
    match written {
        Ok(()) => {
            report.summary(&text!("man-written", folder = path));
            report.exit(true)
        }
        Err(error) => {
            let message = text!("unwritable", path, error = error.to_string());
            report.fail(&Diagnostic::error("E500", message))
        }
    }
}
