//! `warraq new`: writes a small site that builds, checks clean and teaches.
#![expect(
    clippy::disallowed_methods,
    reason = "making a site's folder is this command's purpose"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::outcome::MessageFormat;
use super::report::Report;
use crate::diagnostic::Diagnostic;
use crate::locale::{Language, text};

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq new dossier")]
pub(super) struct Arguments {
    dir: PathBuf,
}

macro_rules! starter {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("starter/", $path)))),*]
    };
}

/// The files of a new site.
pub(super) const STARTER: &[(&str, &str)] = starter![
    ".gitignore",
    "content/news/collation.md",
    "content/news/opening.md",
    "content/pages/about.md",
    "content/pages/home.md",
    "content/pages/news.md",
    "content/pages/not-found.md",
    "content/source/notice.toml",
    "content/terms/binding.md",
    "content/terms/collation.md",
    "content/terms/copying.md",
    "site.toml",
    "templates/assets/css/site.css",
    "templates/assets/root/favicon.svg",
    "templates/base.html",
    "templates/components.html",
    "templates/home.html",
    "templates/news-item.html",
    "templates/news.html",
    "templates/not-found.html",
    "templates/page.html",
    "templates/redirect.html",
    "templates/source.html",
    "templates/term.html",
];

pub(super) fn run(arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let dir = &arguments.dir;
    if fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        let problem = Diagnostic::error(
            "E500",
            text!("folder-not-empty", folder = dir.display().to_string()),
        );
        let hint = text!("folder-not-empty-hint", folder = dir.display().to_string());
        return report.fail(&problem.hint(hint));
    }
    for (path, text) in STARTER {
        if let Err(error) = write(&dir.join(path), text) {
            let path = dir.join(path).display().to_string();
            let message = text!("unwritable", path, error = error.to_string());
            return report.fail(&Diagnostic::error("E500", message));
        }
    }
    report.summary(&text!("made", folder = dir.display().to_string()));
    report.exit(true)
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text)
}
