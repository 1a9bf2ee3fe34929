//! `warraq check`: everything that build does, but for publishing.

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::report::Report;
use super::{MessageFormat, PUBLIC, exit, external};
use crate::content::load::load;
use crate::output::Earlier;
use crate::pipeline::{self, Options};

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq check --message-format json")]
pub(super) struct Arguments {
    /// Includes entries marked `draft = true`
    #[arg(long)]
    drafts: bool,
    /// Asks over the network whether links out of the site still lead somewhere
    #[arg(long)]
    external: bool,
    /// How problems are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
}

pub(super) fn run(root: &Path, arguments: &Arguments) -> ExitCode {
    let mut report = Report::new(arguments.message_format);
    let options = Options {
        drafts: arguments.drafts,
        base_url: None,
        earlier: Earlier::at(&root.join(PUBLIC)),
    };
    report.progress("checking");
    let snapshot = match load(root) {
        Ok(snapshot) => snapshot,
        Err(problem) => return report.fail(&problem),
    };
    let mut build = pipeline::run(&snapshot, &options);
    let asked = if arguments.external {
        report.progress("asking links");
        external::ask(&mut build, &snapshot, root)
    } else {
        String::new()
    };
    report.problems(&build.diagnostics, &snapshot);
    if build.output.is_some() {
        report.summary(&format!("{} pages, no errors{asked}", build.pages));
    }
    exit(build.output.is_some())
}
