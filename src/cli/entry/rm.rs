//! `warraq rm books/kalila`: an entry goes, unless something refers to it.

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::show::carry_out;
use crate::cli::outcome::MessageFormat;
use crate::cli::report::Report;
use crate::edit::{self, EntryName};
use crate::locale::{Language, text};

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq rm books/kalila --dry-run")]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "ID")]
    name: EntryName,
    #[arg(long)]
    dry_run: bool,
}

pub(in crate::cli) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let made = carry_out(&mut report, root, arguments.dry_run, |snapshot| {
        edit::removed(snapshot, &arguments.name)
    });
    if let Err(code) = made {
        return code;
    }
    let name = arguments.name.to_string();
    report.summary(&if arguments.dry_run {
        text!("would-be-removed", name)
    } else {
        text!("removed", name)
    });
    report.exit(true)
}
