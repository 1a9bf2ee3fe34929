//! `warraq check`: everything that build does, but for publishing; and the fixes that need no
//! thought.

use std::path::Path;
use std::process::ExitCode;

use clap::Args;

use super::entry::repair;
#[cfg(feature = "external-links")]
use super::external;
use super::fix::fix;
use super::outcome::{MessageFormat, PUBLIC};
use super::reading::read;
use super::renamed;
use super::report::Report;
use super::today;
use super::translations;
use super::watched::watched;
use crate::arabic::Date;
use crate::locale::{Language, text};
use crate::pipeline::{self, Build, CheckLevel, Options};
use crate::publish;
use crate::source::Snapshot;

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq check --fix --dry-run")]
#[expect(clippy::struct_excessive_bools, reason = "the flags of a command line")]
pub(super) struct Arguments {
    #[arg(long)]
    drafts: bool,
    #[arg(long, value_name = "DATE", value_parser = today::day)]
    today: Option<Date>,
    #[cfg(feature = "external-links")]
    #[arg(long)]
    external: bool,
    #[arg(long)]
    fix: bool,
    #[arg(long, requires = "fix")]
    dry_run: bool,
    #[arg(long)]
    strict: bool,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
}

pub(super) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(arguments.message_format.in_language(language));
    let today = match today::today(arguments.today) {
        Ok(today) => today,
        Err(problem) => return report.fail(&problem),
    };
    let options = Options {
        drafts: arguments.drafts,
        today: Some(today),
        base_url: None,
        known_sizes: publish::known_sizes(&root.join(PUBLIC)),
        colours: publish::known_colours(&root.join(PUBLIC)),
        level: CheckLevel::Full,
        ..Options::default()
    };
    report.progress(&text!("stage-checking"));
    if arguments.fix
        && !arguments.dry_run
        && let Err(problem) = repair(&mut report, root)
    {
        return report.fail(&problem);
    }
    let snapshot = match read(root, &root.join(PUBLIC)) {
        Ok(snapshot) => snapshot,
        Err(problem) => return report.fail(&problem),
    };
    let voice = arguments.message_format.in_language(language);
    let in_progress = options.clone();
    let (build, snapshot) = watched(&in_progress, voice, &snapshot, || {
        if arguments.fix {
            fix_all(root, arguments, options, &snapshot, &mut report)
        } else {
            (pipeline::run(&snapshot, &options), snapshot.clone())
        }
    });
    publish::remember_colours(&root.join(PUBLIC), &in_progress.colours);
    #[cfg(feature = "external-links")]
    let (build, requested) = if arguments.external {
        report.progress(&text!("stage-asking-links"));
        external::check(build, &snapshot, root)
    } else {
        (build, None)
    };
    #[cfg(not(feature = "external-links"))]
    let requested: Option<crate::locale::Text> = None;
    let mut build = build;
    renamed::offer(&mut build.diagnostics, &snapshot, &root.join(PUBLIC));
    report.problems(&build.diagnostics, &snapshot);
    report.unchecked(&build);
    if !build.unpublished.is_empty() {
        let count = build.unpublished.len();
        report.outcome(&text!("unpublished", count, today = today.to_string()));
        for line in today::lines(&build.unpublished) {
            report.outcome(&line);
        }
    }
    translations::print(&build.translated, &mut report);
    let is_good = build.errors() == 0 && (!arguments.strict || build.diagnostics.is_empty());
    if is_good && build.output.is_some() {
        let pages = build.pages;
        report.summary(&match requested {
            None => text!("no-errors", pages),
            Some(requested) => text!("no-errors-and-links", pages, requested),
        });
    }
    report.exit(is_good)
}

/// Fixes what can be fixed, or shows what would be, and gives what is left: the build of the fixed
/// site.
fn fix_all(
    root: &Path,
    arguments: &Arguments,
    options: Options,
    snapshot: &Snapshot,
    report: &mut Report,
) -> (Build, Snapshot) {
    let mut fixed = fix(snapshot, options);
    if arguments.dry_run {
        fixed.show(report);
        report.outcome(&text!("would-be-fixed", mistakes = fixed.summary()));
    } else {
        let left = fixed.write(root);
        let is_whole = left.is_empty();
        fixed.build.diagnostics.extend(left);
        if is_whole {
            report.outcome(&text!("fixed", mistakes = fixed.summary()));
        }
    }
    (fixed.build, fixed.snapshot)
}
