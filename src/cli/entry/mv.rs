//! `warraq mv books/kalila books/kalila-wa-dimna`: an entry gets another id, and all that names it knows.

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::show::carry_out;
use crate::cli::outcome::MessageFormat;
use crate::cli::report::Report;
use crate::edit::{self, EntryName};
use crate::locale::{Language, text};

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq mv books/kalila books/panchatantra --dry-run")]
pub(in crate::cli) struct Arguments {
    #[arg(value_name = "ID")]
    from: EntryName,
    #[arg(value_name = "NEW-ID")]
    to: EntryName,
    #[arg(long)]
    dry_run: bool,
}

pub(in crate::cli) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let made = carry_out(&mut report, root, arguments.dry_run, |snapshot| {
        edit::moved(snapshot, &arguments.from, &arguments.to)
    });
    let change = match made {
        Ok(change) => change,
        Err(code) => return code,
    };
    for (path, address) in &change.redirects {
        let address = address.as_str();
        report.summary(&text!("redirect-added", path = path.as_str(), address));
    }
    let (from, to) = (arguments.from.to_string(), arguments.to.to_string());
    let references = text!("references", count = change.references);
    report.summary(&if arguments.dry_run {
        text!("would-be-moved", from, to, references)
    } else {
        text!("moved", from, to, references)
    });
    report.exit(true)
}
