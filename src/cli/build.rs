//! `warraq build`: load, run, publish, say so in one line.
#![expect(
    clippy::disallowed_methods,
    reason = "the summary says how long it took"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use clap::Args;

use super::outcome::{MessageFormat, PUBLIC, milliseconds};
use super::reading::read;
use super::renamed;
use super::report::Report;
use super::today;
use super::watched::watched;
use crate::arabic::Date;
use crate::config;
use crate::hosting;
use crate::locale::{Language, Text, text};
use crate::pages::Role;
use crate::path::OutputPath;
use crate::pipeline::{self, Options};
use crate::publish::{self, Grace, Published, SiteRecord, Told};
use crate::source::load;

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq build --base-url https://example.org/dossier/")]
pub(super) struct Arguments {
    #[arg(short, long, value_name = "DIR")]
    output_dir: Option<PathBuf>,
    #[arg(short = 'u', long, value_name = "URL", value_parser = config::base_url)]
    base_url: Option<String>,
    #[arg(long)]
    drafts: bool,
    #[arg(long, value_name = "DATE", value_parser = today::day)]
    today: Option<Date>,
    #[arg(long)]
    in_place: bool,
    #[arg(long, value_name = "DAYS", default_value_t = 7)]
    grace_days: u32,
    #[arg(long)]
    strict: bool,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
}

pub(super) fn run(root: &Path, arguments: Arguments, language: Language) -> ExitCode {
    let started = Instant::now();
    let folder = arguments.output_dir.unwrap_or_else(|| root.join(PUBLIC));
    let mut report = Report::new(arguments.message_format.in_language(language));
    let today = match today::today(arguments.today) {
        Ok(today) => today,
        Err(problem) => return report.fail(&problem),
    };
    let options = Options {
        drafts: arguments.drafts,
        today: Some(today),
        base_url: arguments.base_url,
        known_sizes: publish::known_sizes(&folder),
        colours: publish::known_colours(&folder),
        ..Options::default()
    };
    if let Err(problem) = publish::lies_apart(&folder, root, &load::inputs(root)) {
        return report.fail(&problem);
    }
    report.progress(&text!("stage-reading"));
    let snapshot = match read(root, &folder) {
        Ok(snapshot) => snapshot,
        Err(problem) => return report.fail(&problem),
    };
    let recipe = pipeline::recipe(&snapshot, &options);
    let no_files = BTreeSet::new();
    let grace = Grace {
        fingerprinted: &no_files,
        seconds: u64::from(arguments.grace_days) * SECONDS_OF_A_DAY,
        now: seconds_since_1970(),
    };
    if let Some((site, published)) = publish::up_to_date(&folder, recipe, grace)
        && let Some(told) = Told::of(&folder, &site)
        && (!arguments.strict || told.problems.is_empty())
    {
        report.problems(&told.problems, &snapshot);
        if let Some(left_out) = &told.left_out {
            report.outcome(left_out);
        }
        report.summary(&summary(site.pages, &published, started));
        return report.exit(true);
    }
    report.progress(&text!("stage-building"));
    let voice = arguments.message_format.in_language(language);
    let build = watched(&options, voice, &snapshot, || {
        pipeline::run(&snapshot, &options)
    });
    let told = Told {
        problems: build.diagnostics.clone(),
        left_out: today::left_out(&build.unpublished, today),
    };
    let mut diagnostics = build.diagnostics.clone();
    if let Some(output) = &build.output {
        let gone = publish::vanished(&folder, output);
        diagnostics.extend(gone.iter().map(hosting::vanished));
    }
    renamed::offer(&mut diagnostics, &snapshot, &folder);
    report.problems(&diagnostics, &snapshot);
    report.unchecked(&build);
    if let Some(left_out) = &told.left_out {
        report.outcome(left_out);
    }
    let is_good = !arguments.strict || diagnostics.is_empty();
    let Some(output) = build.output.as_ref().filter(|_| is_good) else {
        let folder = folder.display().to_string();
        report.outcome(&text!("nothing-published", folder));
        return report.exit(false);
    };
    report.progress(&text!("stage-publishing"));
    let plan = build.plan.as_deref();
    let is_fingerprinted =
        |path: &&OutputPath| plan.is_some_and(|plan| plan.role(path) == Role::Fingerprinted);
    let paths = output.iter().map(|(path, _)| path);
    let fingerprinted = paths.filter(is_fingerprinted).cloned().collect();
    let how = publish::Options {
        in_place: arguments.in_place,
        grace: Some(Grace {
            fingerprinted: &fingerprinted,
            ..grace
        }),
        site: told.is_kept().then_some(SiteRecord {
            recipe,
            pages: build.pages,
            is_told: !told.is_empty(),
        }),
    };
    let code = match publish::publish(output, &folder, how) {
        Ok(published) => {
            // Before the first publish, there was no place for them.
            let known = publish::known_digests(&folder);
            publish::remember_digests(&folder, &snapshot, &known);
            publish::remember_colours(&folder, &options.colours);
            told.keep(&folder, recipe);
            report.problems(&published.warnings, &snapshot);
            report.summary(&summary(build.pages, &published, started));
            report.exit(true)
        }
        Err(problem) => report.fail(&problem),
    };
    // The process ends here, and its memory goes back faster whole than piece by piece.
    std::mem::forget((snapshot, build));
    code
}

const SECONDS_OF_A_DAY: u64 = 24 * 60 * 60;

fn seconds_since_1970() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

fn summary(pages: usize, published: &Published, started: Instant) -> Text {
    text!(
        "published",
        pages,
        written = published.written,
        unchanged = published.unchanged,
        removed = published.removed,
        kept = published.kept,
        milliseconds = milliseconds(started.elapsed())
    )
}
