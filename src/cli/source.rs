//! `warraq source update article.txt`: a corrected edition of the source comes in, and citations go with their paragraphs.
//! `warraq source add communique.txt`: a further source comes in, to be cited beside the first.
#![expect(
    clippy::disallowed_methods,
    reason = "the new edition lies outside the site"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::entry::repair;
use super::outcome::{MessageFormat, PUBLIC};
use super::reading::read;
use super::report::Report;
use super::today;
use crate::article::{self, Article};
use crate::content::fix::{apply, changed_lines, create};
use crate::diagnostic::Diagnostic;
use crate::edit::{self, Refused};
use crate::locale::{Language, text};
use crate::source::{Snapshot, Source};

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq source update article.txt --dry-run")]
pub(super) struct Arguments {
    action: Action,
    file: PathBuf,
    #[arg(long, value_name = "SLUG")]
    source: Option<String>,
    #[arg(long)]
    name: Option<String>,
    #[arg(long)]
    dry_run: bool,
}

/// What is done with the source.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Action {
    Update,
    Add,
}

pub(super) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let name = arguments.file.display().to_string();
    let article = fs::read(&arguments.file).map_err(|error| {
        let message = text!(
            "article-unreadable",
            name = name.as_str(),
            error = error.to_string()
        );
        Diagnostic::error("E500", message).hint(text!("article-format-hint"))
    });
    let article = article.and_then(|bytes| article::read(&name, &bytes));
    let read = article.and_then(|article| {
        repair(&mut report, root)?;
        Ok((article, read(root, &root.join(PUBLIC))?))
    });
    let (article, snapshot) = match read {
        Ok(read) => read,
        Err(problem) => return report.fail(&problem),
    };
    match arguments.action {
        Action::Update => update(report, root, arguments, &article, &snapshot),
        Action::Add => add(report, root, arguments, &article, &snapshot),
    }
}

fn refuse(mut report: Report, refused: &Refused) -> ExitCode {
    report.problems(&refused.problems, &refused.snapshot);
    report.outcome(&text!("nothing-changed"));
    report.exit(false)
}

fn add(
    mut report: Report,
    root: &Path,
    arguments: &Arguments,
    article: &Article,
    snapshot: &Snapshot,
) -> ExitCode {
    let (slug, name) = (arguments.source.as_deref(), arguments.name.as_deref());
    let added = match edit::added(snapshot, article, slug, name) {
        Ok(added) => added,
        Err(refused) => return refuse(report, &refused),
    };
    if arguments.dry_run {
        show(&mut report, &added);
    } else if let Err(problem) = create(root, &added) {
        return report.fail(&problem);
    }
    let (path, slug) = (added.path().as_str(), added.path().stem());
    let count = article.paragraphs.len();
    report.summary(&text!("source-added", path, count, slug));
    report.exit(true)
}

/// Shows a file that is new.
fn show(report: &mut Report, added: &Source) {
    let nothing = Source::new(added.path().clone(), Vec::new());
    for line in changed_lines(&nothing, added) {
        report.change(added.path(), &line);
    }
}

fn update(
    mut report: Report,
    root: &Path,
    arguments: &Arguments,
    article: &Article,
    snapshot: &Snapshot,
) -> ExitCode {
    let named = arguments.source.as_deref();
    let updated = match edit::updated(snapshot, article, named, today::of_clock()) {
        Ok(updated) => updated,
        Err(refused) => return refuse(report, &refused),
    };
    if arguments.dry_run {
        for (before, after) in &updated.changes.edited {
            for line in changed_lines(before, after) {
                report.change(after.path(), &line);
            }
        }
        if let Some(added) = &updated.logged {
            show(&mut report, added);
        }
    } else {
        let mut added = updated.logged.iter();
        let done = apply(root, &updated.changes)
            .and_then(|()| added.try_for_each(|entry| create(root, entry)));
        if let Err(problem) = done {
            return report.fail(&problem);
        }
    }
    if !article.is_titled {
        report.outcome(&text!("article-untitled", title = article.title.as_str()));
    }
    if article.left_out > 0 {
        report.outcome(&text!("article-left-out", count = article.left_out));
    }
    let [same, changed, new, gone] = updated.paragraphs;
    report.summary(&text!("source-compared", same, changed, new, gone));
    report.summary(&text!("source-renumbered", count = updated.renumbered));
    for lost in &updated.lost {
        let (name, number) = (lost.name.as_str(), lost.paragraph);
        let quote = lost.quote.join(" … ");
        report.summary(&if quote.is_empty() {
            text!("source-lost-link", name, number)
        } else {
            text!("source-lost", name, number, quote)
        });
    }
    if let Some(entry) = &updated.logged {
        report.summary(&text!("source-logged", path = entry.path().as_str()));
    }
    report.problems(&updated.problems, &updated.after);
    report.exit(updated.lost.is_empty())
}
