//! `warraq source update article.txt`: a corrected edition of the source comes in, and citations go with their paragraphs.
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
use crate::article;
use crate::content::fix::{apply, changed_lines, create};
use crate::diagnostic::Diagnostic;
use crate::edit;
use crate::locale::{Language, text};
use crate::source::Source;

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq source update article.txt --dry-run")]
pub(super) struct Arguments {
    action: Action,
    file: PathBuf,
    #[arg(long)]
    dry_run: bool,
}

/// What is done with the source.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum Action {
    Update,
}

pub(super) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let Action::Update = arguments.action;
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
    let updated = match edit::updated(&snapshot, &article, today::of_clock()) {
        Ok(updated) => updated,
        Err(refused) => {
            report.problems(&refused.problems, &refused.snapshot);
            report.outcome(&text!("nothing-changed"));
            return report.exit(false);
        }
    };
    if arguments.dry_run {
        for (before, after) in &updated.changes.edited {
            for line in changed_lines(before, after) {
                report.change(after.path(), &line);
            }
        }
        if let Some(added) = &updated.logged {
            let nothing = Source::new(added.path().clone(), Vec::new());
            for line in changed_lines(&nothing, added) {
                report.change(added.path(), &line);
            }
        }
    } else {
        let mut added = updated.logged.iter();
        let done = apply(root, &updated.changes)
            .and_then(|()| added.try_for_each(|entry| create(root, entry)));
        if let Err(problem) = done {
            return report.fail(&problem);
        }
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
