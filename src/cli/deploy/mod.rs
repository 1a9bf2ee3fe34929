//! `warraq deploy`: builds, checks, and carries what differs to a target.
#![expect(
    clippy::disallowed_methods,
    reason = "the summary says how long it took"
)]

mod bar;
mod table;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use bar::Bar;
use clap::{Args, ValueEnum};

use super::outcome::{MessageFormat, PUBLIC, milliseconds};
use super::reading::read;
use super::report::Report;
use super::watched::watched;
use crate::arabic::Date;
use crate::cli::today;
use crate::config::{Config, Destination, Target};
use crate::deploy::{Deployment, Options, Packed, Plan, Site};
use crate::diagnostic::Diagnostic;
use crate::hosting::{self, Release};
use crate::locale::{Language, Text, text};
use crate::path::OutputPath;
use crate::pipeline::{self, CheckLevel};
use crate::publish;
use crate::schema::nearest;
use crate::source::Snapshot;
use crate::source::load;

fn count(value: &str) -> Result<usize, Text> {
    value.parse().map_err(|_| text!("usage-count"))
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[command(after_help = "Example: warraq deploy production --dry-run")]
pub(super) struct Arguments {
    target: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "N", value_parser = count)]
    max_deletes: Option<usize>,
    #[arg(long)]
    rollback: bool,
    #[arg(long)]
    force: bool,
    #[arg(long)]
    strict: bool,
    #[arg(long, value_name = "FORM", conflicts_with_all = ["dry_run", "rollback"])]
    print: Option<Form>,
    #[arg(long, value_name = "DATE", value_parser = today::day)]
    today: Option<Date>,
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    retry_for: u64,
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    message_format: MessageFormat,
}

/// A form in which a host takes rules.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    /// A server block of nginx
    Nginx,
    /// A site of a Caddyfile
    Caddy,
    /// The file `_headers` of Netlify and Cloudflare Pages
    Headers,
    /// The file `_redirects` of Netlify and Cloudflare Pages
    Redirects,
}

pub(super) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(arguments.message_format.in_language(language));
    report.progress(&text!("stage-reading"));
    let snapshot = match read(root, &root.join(PUBLIC)) {
        Ok(snapshot) => snapshot,
        Err(problem) => return report.fail(&problem),
    };
    let command = Command {
        arguments,
        language,
        root,
        snapshot: &snapshot,
        started: Instant::now(),
    };
    match command.run(&mut report) {
        Ok(()) => report.exit(true),
        Err(problems) => {
            report.problems(&problems, &snapshot);
            report.exit(false)
        }
    }
}

/// One run of the command.
struct Command<'a> {
    arguments: &'a Arguments,
    language: Language,
    root: &'a Path,
    snapshot: &'a Snapshot,
    started: Instant,
}

type Problems = Vec<Diagnostic>;

impl Command<'_> {
    fn run(&self, report: &mut Report) -> Result<(), Problems> {
        let config = self.config()?;
        let (name, target) = self.target(&config).map_err(|problem| vec![problem])?;
        if let Destination::Folder { path } = &target.destination {
            let (folder, inputs) = (self.root.join(path), load::inputs(self.root));
            let apart = publish::lies_apart(&folder, self.root, &inputs);
            apart.map_err(|problem| vec![problem])?;
        }
        if self.arguments.rollback {
            let plan = self.deploy(name, target, &config, None, report)?;
            self.summarise(name, &plan, 0, report);
            return Ok(());
        }
        let today = today::today(self.arguments.today).map_err(|problem| vec![problem])?;
        report.progress(&text!("stage-building"));
        let folder = self.root.join(PUBLIC);
        let options = pipeline::Options {
            drafts: false,
            today: Some(today),
            base_url: target.base_url.clone(),
            known_sizes: publish::known_sizes(&folder),
            colours: publish::known_colours(&folder),
            in_spite_of_errors: self.arguments.force,
            level: CheckLevel::Full,
            ..pipeline::Options::default()
        };
        let voice = self.arguments.message_format.in_language(self.language);
        let build = watched(&options, voice, self.snapshot, || {
            pipeline::run(self.snapshot, &options)
        });
        publish::remember_colours(&folder, &options.colours);
        report.problems(&build.diagnostics, self.snapshot);
        report.unchecked(&build);
        if let Some(left_out) = today::left_out(&build.unpublished, today) {
            report.outcome(&left_out);
        }
        let (Some(output), Some(plan), Some(config)) = (&build.output, &build.plan, &build.config)
        else {
            report.outcome(&text!("nothing-deployed"));
            return Err(Vec::new());
        };
        if let Some(form) = self.arguments.print {
            let text = match form {
                Form::Nginx => hosting::nginx(output, plan, config, target),
                Form::Caddy => hosting::caddy(output, plan, config, target),
                Form::Headers => hosting::headers(output, plan, config, target.host),
                Form::Redirects => hosting::redirects_by_hand(plan, config, target.host),
            };
            report.data(text.trim_end());
            return Ok(());
        }
        let release = Release::new(output, plan, config, target);
        if release.diagnostics.iter().any(Diagnostic::is_error) {
            return Err(release.diagnostics);
        }
        let mut release = release.value;
        let public = self.root.join(PUBLIC);
        let state = publish::state_folder(&public).ok();
        let packed = state.and_then(|state| Packed::below(&state));
        if let Some(packed) = &packed {
            let published = publish::MadeFiles::of(&public);
            packed.keep(&mut release, move |recipe| published.get(recipe));
        }
        let plan = self.deploy(name, target, config, Some(&release), report);
        if let Some(packed) = packed
            && plan.is_ok()
            && !self.arguments.dry_run
        {
            packed.forget();
        }
        let plan = plan?;
        let vanished: Vec<_> = plan.vanished.iter().map(hosting::vanished).collect();
        report.problems(&vanished, self.snapshot);
        self.summarise(name, &plan, build.errors(), report);
        Ok(())
    }

    /// What site.toml says by itself.
    fn config(&self) -> Result<Config, Problems> {
        let Some(read) = Config::of_site(self.snapshot, None) else {
            return Err(Vec::new());
        };
        let is_flawed = read.diagnostics.iter().any(Diagnostic::is_error);
        let is_broken = read.diagnostics.iter().any(|one| one.code == "E101");
        match read
            .value
            .filter(|config| !is_broken && config.is_identified())
        {
            // Readers should not have to wait for a site.toml without mistakes to get back what
            // they had.
            Some(config) if self.arguments.rollback || !is_flawed => Ok(config),
            _ => Err(read.diagnostics),
        }
    }

    fn target<'a>(&self, config: &'a Config) -> Result<(&'a str, &'a Target), Diagnostic> {
        let targets = &config.targets;
        let names = || targets.keys().map(String::as_str);
        let known = || names().map(str::to_owned).collect::<Vec<_>>();
        let named = self.arguments.target.as_deref();
        let found = match named {
            Some(name) => targets.get_key_value(name),
            None => targets.iter().next().filter(|_| targets.len() == 1),
        };
        if let Some((name, target)) = found {
            return Ok((name, target));
        }
        let near = named.and_then(|name| nearest(name, names()));
        let message = match named {
            _ if targets.is_empty() => text!("target-none"),
            Some(name) => text!("target-unknown", name),
            None => text!("target-unnamed"),
        };
        let hint = match near {
            _ if targets.is_empty() => text!("target-none-hint"),
            Some(near) => text!("did-you-mean", name = near),
            None => text!("target-unnamed-hint", names = known()),
        };
        Err(Diagnostic::error("E900", message).hint(hint))
    }

    fn options(&self, name: &str, site: Site) -> Options {
        let Arguments {
            dry_run,
            max_deletes,
            force,
            strict,
            retry_for,
            ..
        } = *self.arguments;
        let state = publish::state_folder(&self.root.join(PUBLIC)).ok();
        let file = |name: String| state.as_ref().map(|state| state.join(name));
        Options {
            dry_run,
            max_deletes,
            force,
            strict,
            site,
            retry_for: Duration::from_secs(retry_for),
            token_file: file(format!("deploy-{name}")),
            memory: file(format!("deploy-{name}.seen")),
        }
    }

    /// Brings a release to the target, or, without one, the release before back.
    fn deploy(
        &self,
        name: &str,
        target: &Target,
        config: &Config,
        release: Option<&Release>,
        report: &mut Report,
    ) -> Result<Plan, Problems> {
        report.progress(&text!("stage-comparing"));
        let base_url = target.base_url.as_ref().unwrap_or(&config.base_url);
        let options = self.options(name, Site::new(&config.title, base_url));
        let bar = Bar::new(self.arguments.message_format, self.language);
        let deployment = Deployment::new(target, self.root, &options, &bar);
        let mut deployment = deployment.map_err(|problem| vec![problem])?;
        let plan = match release {
            Some(release) => deployment.deploy(release)?,
            None => deployment.roll_back()?,
        };
        bar.finish();
        if options.dry_run {
            let headers = |path: &OutputPath| {
                release.map_or_else(BTreeMap::new, |release| deployment.headers(release, path))
            };
            table::print(&plan, headers, self.arguments.message_format, report);
        }
        if plan.objections.is_empty() {
            Ok(plan)
        } else {
            Err(plan.objections)
        }
    }

    /// How it ended: with how many errors, where it was forced in spite of some.
    fn summarise(&self, target: &str, plan: &Plan, forced: usize, report: &mut Report) {
        let done = match (self.arguments.rollback, self.arguments.dry_run) {
            (false, false) => text!("deployed", target),
            (false, true) => text!("would-be-deployed", target),
            (true, false) => text!("rolled-back", target),
            (true, true) => text!("would-be-rolled-back", target),
        };
        let summary = text!(
            "deploy-files",
            done,
            uploaded = plan.uploads().count(),
            size = table::size(plan.bytes()),
            unchanged = plan.unchanged,
            deleted = plan.removals().count()
        );
        let summary = match forced {
            0 => summary,
            errors => text!("deploy-forced", summary, errors = errors.to_string()),
        };
        let milliseconds = milliseconds(self.started.elapsed());
        report.summary(&text!("built", result = summary, milliseconds));
    }
}
