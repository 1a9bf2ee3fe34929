//! `warraq new`: writes a small site that builds, checks clean and teaches.
#![expect(
    clippy::disallowed_methods,
    reason = "making a site's folder is this command's purpose"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::from;
use super::outcome::MessageFormat;
use super::report::Report;
use super::starters::Kind;
use crate::article;
use crate::diagnostic::Diagnostic;
use crate::locale::{Language, text};

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq new dossier")]
pub(super) struct Arguments {
    dir: PathBuf,
    #[arg(long, value_enum, default_value_t)]
    kind: Kind,
    #[arg(long, value_name = "FILE", conflicts_with = "kind")]
    from: Option<PathBuf>,
    #[arg(long, value_name = "TAG", default_value = "ar", requires = "from", value_parser = arabic)]
    language: String,
}

/// The tag of a kind of Arabic: articles of other languages are not read.
fn arabic(tag: &str) -> Result<String, String> {
    let is_arabic = tag == "ar" || tag.starts_with("ar-");
    let language = crate::arabic::Language::new(tag).ok().filter(|_| is_arabic);
    language
        .map(|_| tag.to_owned())
        .ok_or_else(|| "ar, ar-MA, ar-EG…".to_owned())
}

pub(super) fn run(arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let dir = &arguments.dir;
    if let Some(entry) = dir.to_str().and_then(|name| name.strip_suffix(".md")) {
        let hint = text!(
            "new-of-entry-hint",
            name = entry.trim_start_matches("content/")
        );
        let problem = Diagnostic::error("E500", text!("new-of-entry"));
        return report.fail(&problem.hint(hint));
    }
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        let problem = Diagnostic::error(
            "E500",
            text!("folder-not-empty", folder = dir.display().to_string()),
        );
        let hint = text!("folder-not-empty-hint", folder = dir.display().to_string());
        return report.fail(&problem.hint(hint));
    }
    if let Some(from) = &arguments.from {
        return of_article(report, dir, from, &arguments.language, language);
    }
    for (path, bytes) in arguments.kind.files() {
        if let Err(problem) = write(&dir.join(path), bytes) {
            return report.fail(&problem);
        }
    }
    report.summary(&text!("made", folder = dir.display().to_string()));
    report.exit(true)
}

/// Writes a site that is made of an article, once all its quotations have been found in it.
fn of_article(
    mut report: Report,
    dir: &Path,
    from: &Path,
    tag: &str,
    language: Language,
) -> ExitCode {
    let name = from.display().to_string();
    let bytes = match fs::read(from) {
        Ok(bytes) => bytes,
        Err(error) => {
            let message = text!("article-unreadable", name, error = error.to_string());
            return report
                .fail(&Diagnostic::error("E500", message).hint(text!("article-format-hint")));
        }
    };
    let article = match article::read(&name, &bytes) {
        Ok(article) => article,
        Err(problem) => return report.fail(&problem),
    };
    if !article.is_arabic() {
        let problem = Diagnostic::error("E500", text!("article-foreign", name));
        return report.fail(&problem.hint(text!("article-foreign-hint")));
    }
    let made = from::made(&article, tag, language);
    report.problems(&made.problems, &made.snapshot);
    if made.problems.iter().any(Diagnostic::is_error) {
        return report.exit(false);
    }
    for (path, bytes) in &made.files {
        if let Err(problem) = write(&dir.join(path), bytes) {
            return report.fail(&problem);
        }
    }
    let folder = dir.display().to_string();
    let paragraphs = article.paragraphs.len();
    report.summary(&text!(
        "made-of-article",
        folder = folder.clone(),
        paragraphs,
        proposals = made.proposals.len()
    ));
    if !article.is_titled {
        report.outcome(&text!("article-untitled", title = article.title.as_str()));
    }
    if article.left_out > 0 {
        report.outcome(&text!("article-left-out", count = article.left_out));
    }
    report.outcome(&text!("made-next", folder));
    report.exit(true)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
    let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
    folder
        .and_then(|()| fs::write(path, bytes))
        .map_err(|error| {
            let path = path.display().to_string();
            Diagnostic::error("E500", text!("unwritable", path, error = error.to_string()))
        })
}
