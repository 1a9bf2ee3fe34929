//! `warraq rm books/kalila`: an entry goes, unless something refers to it.

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::show::{refuse, show};
use crate::cli::outcome::{MessageFormat, PUBLIC};
use crate::cli::reading::read;
use crate::cli::report::Report;
use crate::content::fix::apply;
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
    report.progress(&text!("stage-looking"));
    let snapshot = match read(root, &root.join(PUBLIC)) {
        Ok(snapshot) => snapshot,
        Err(problem) => return report.fail(&problem),
    };
    let change = match edit::removed(&snapshot, &arguments.name) {
        Ok(change) => change,
        Err(refused) => return refuse(&mut report, &refused),
    };
    if arguments.dry_run {
        show(&mut report, &change);
    } else if let Err(problem) = apply(root, &change.changes) {
        return report.fail(&problem);
    }
    report.problems(&change.left, &change.after);
    let name = arguments.name.to_string();
    report.summary(&if arguments.dry_run {
        text!("would-be-removed", name)
    } else {
        text!("removed", name)
    });
    report.exit(true)
}
