//! `warraq review`: the drafts that quote the article, by its paragraphs, and what is decided of each: on the terminal one after
//! the other, or by options, for scripts.

use std::io::{BufRead, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::show::carry_out;
use crate::cli::outcome::{MessageFormat, PUBLIC};
use crate::cli::reading::read;
use crate::cli::report::Report;
use crate::edit::{self, Choice, EntryName, Unreviewed};
use crate::graph::Site;
use crate::locale::{Language, Text, text};
use crate::pipeline;
use crate::schema::LanguageId;
use crate::source::Snapshot;

#[derive(Debug, Args)]
#[command(
    after_help = "Example: warraq review dossier --accept organisations --drop topics/security"
)]
pub(in crate::cli) struct Arguments {
    dir: Option<PathBuf>,
    #[arg(long)]
    list: bool,
    #[arg(long, value_name = "WHAT")]
    accept: Vec<String>,
    #[arg(long, value_name = "WHAT")]
    drop: Vec<String>,
    #[arg(long, value_name = "ID=NAME", value_parser = renaming)]
    rename: Vec<(EntryName, String)>,
    #[arg(long, value_name = "ID=ID", value_parser = merging)]
    merge: Vec<(EntryName, EntryName)>,
    #[arg(long)]
    dry_run: bool,
}

fn renaming(written: &str) -> Result<(EntryName, String), Text> {
    let (id, title) = written
        .split_once('=')
        .filter(|(_, title)| !title.trim().is_empty())
        .ok_or_else(|| text!("usage-form", form = "ID=NAME"))?;
    Ok((id.parse()?, title.trim().to_owned()))
}

fn merging(written: &str) -> Result<(EntryName, EntryName), Text> {
    let names = written.split_once('=');
    let (from, into) = names.ok_or_else(|| text!("usage-form", form = "ID=ID"))?;
    Ok((from.parse()?, into.parse()?))
}

impl Arguments {
    /// What the options decide, in an order in which nothing that is named is gone: names and merges before what goes, and what is
    /// accepted last.
    fn choices(&self) -> Vec<Choice> {
        let renamed = self
            .rename
            .iter()
            .map(|(name, title)| Choice::Rename(name.clone(), title.clone()));
        let merged = self
            .merge
            .iter()
            .map(|(from, into)| Choice::Merge(from.clone(), into.clone()));
        let dropped = self.drop.iter().cloned().map(Choice::Drop);
        let accepted = self.accept.iter().cloned().map(Choice::Accept);
        renamed
            .chain(merged)
            .chain(dropped)
            .chain(accepted)
            .collect()
    }
}

pub(in crate::cli) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let root = arguments.dir.as_deref().unwrap_or(root);
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let choices = arguments.choices();
    // What the choices so far come to, where they are not written down.
    let mut shown: Option<Snapshot> = None;
    for choice in &choices {
        let made = carry_out(&mut report, root, arguments.dry_run, |snapshot| {
            edit::reviewed(shown.as_ref().unwrap_or(snapshot), choice)
        });
        match made {
            Ok(change) => {
                report.summary(&text!(
                    "review-done",
                    files = text!("files", count = change.references)
                ));
                shown = Some(change.after).filter(|_| arguments.dry_run);
            }
            Err(code) => return code,
        }
    }
    let site = match shown {
        Some(snapshot) => linked(&mut report, &snapshot),
        None => site(&mut report, root),
    };
    let site = match site {
        Ok(site) => site,
        Err(code) => return code,
    };
    if !choices.is_empty() && !arguments.list {
        return left(&mut report, &site);
    }
    let all = edit::unreviewed(&site);
    if arguments.list {
        let mut paragraph = None;
        for one in &all {
            if paragraph.replace(one.place()) != Some(one.place()) {
                show_paragraph(&mut report, &site, &all, one);
            }
            show(&mut report, one);
        }
        return left(&mut report, &site);
    }
    let total = all.len();
    let all = edit::foremost(all, edit::MOST);
    if all.len() < total {
        report.outcome(&text!("review-left", count = total));
        report.outcome(&text!("review-foremost", count = all.len()));
    }
    ask(&mut report, root, &site, &all)
}

fn site(report: &mut Report, root: &Path) -> Result<std::sync::Arc<Site>, ExitCode> {
    let snapshot = read(root, &root.join(PUBLIC)).map_err(|problem| report.fail(&problem))?;
    linked(report, &snapshot)
}

fn linked(report: &mut Report, snapshot: &Snapshot) -> Result<std::sync::Arc<Site>, ExitCode> {
    let linked = pipeline::link(snapshot);
    linked.value.ok_or_else(|| {
        report.problems(&linked.diagnostics, snapshot);
        report.exit(false)
    })
}

/// Says how many are left.
fn left(report: &mut Report, site: &Site) -> ExitCode {
    report.outcome(&text!("review-left", count = edit::unreviewed(site).len()));
    report.exit(true)
}

/// Says how many are left in the files.
fn left_in(report: &mut Report, root: &Path) -> ExitCode {
    match site(report, root) {
        Ok(site) => left(report, &site),
        Err(code) => code,
    }
}

fn show_paragraph(report: &mut Report, site: &Site, all: &[Unreviewed], one: &Unreviewed) {
    let words = edit::marked(site, all, one.place());
    let number = one.paragraph;
    report.data("");
    let source = site.source_name(one.source, LanguageId::OWN);
    report.summary(&match source {
        Some(source) => text!("review-paragraph-of", source, number, words),
        None => text!("review-paragraph", number, words),
    });
}

fn show(report: &mut Report, one: &Unreviewed) {
    let (name, title, quote) = (one.name.as_str(), one.title.as_str(), one.quote.join(" … "));
    report.summary(&text!("review-proposal", name, title, quote));
}

/// Asks about one after the other, and writes each answer down at once.
fn ask(report: &mut Report, root: &Path, site: &Site, all: &[Unreviewed]) -> ExitCode {
    let mut answers = std::io::stdin().lock().lines();
    let mut paragraph = None;
    let mut names: Vec<String> = all.iter().map(|one| one.name.clone()).collect();
    for one in all {
        // Another answer may have settled it.
        if !names.contains(&one.name) {
            continue;
        }
        if paragraph.replace(one.place()) != Some(one.place()) {
            show_paragraph(report, site, all, one);
        }
        show(report, one);
        loop {
            report.outcome(&text!("review-question"));
            _ = std::io::stderr().flush();
            let Some(Ok(answer)) = answers.next() else {
                return left_in(report, root);
            };
            let (key, rest) = answer.trim().split_once(' ').unwrap_or((answer.trim(), ""));
            let Ok(name) = one.name.parse::<EntryName>() else {
                break;
            };
            let choice = match (key, rest.trim()) {
                ("a", "") => Choice::Accept(one.name.clone()),
                ("d", "") => Choice::Drop(name.to_string()),
                ("r", title) if !title.is_empty() => Choice::Rename(name, title.to_owned()),
                ("m", into) => match into.parse() {
                    Ok(into) => Choice::Merge(name, into),
                    Err(_) => continue,
                },
                ("s" | "", "") => break,
                ("q", "") => return left_in(report, root),
                _ => continue,
            };
            let is_renamed = matches!(choice, Choice::Rename(..));
            if carry_out(report, root, false, |snapshot| {
                edit::reviewed(snapshot, &choice)
            })
            .is_ok()
                && !is_renamed
            {
                break;
            }
        }
        match self::site(report, root) {
            Ok(site) => {
                names = edit::unreviewed(&site)
                    .into_iter()
                    .map(|one| one.name)
                    .collect();
            }
            Err(code) => return code,
        }
    }
    left_in(report, root)
}
