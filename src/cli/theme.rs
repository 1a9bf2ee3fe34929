//! `warraq theme`: lists the files of the theme that a site is made with, and copies some into the site, to be edited there.
#![expect(
    clippy::disallowed_methods,
    reason = "copying files of the theme into a site is this command's purpose"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::outcome::MessageFormat;
use super::report::Report;
use crate::diagnostic::Diagnostic;
use crate::locale::{Language, text};
use crate::schema::nearest;
use crate::source::load::{self, theme};

#[derive(Debug, Args)]
#[command(after_help = "Example: warraq theme eject topic.html")]
pub(super) struct Arguments {
    #[arg(value_enum)]
    action: Action,
    name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Action {
    List,
    Eject,
}

pub(super) fn run(root: &Path, arguments: &Arguments, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    let all = theme::files(theme::DOSSIER).unwrap_or_default();
    let files = match &arguments.name {
        None => all.to_vec(),
        Some(name) => named(all, name),
    };
    if let Some(name) = arguments.name.as_ref().filter(|_| files.is_empty()) {
        let known: BTreeSet<&str> = all.iter().flat_map(names).collect();
        let hint = match nearest(name, known.iter().copied()) {
            Some(near) => text!("did-you-mean", name = near),
            None => text!("theme-file-none-hint"),
        };
        let problem = Diagnostic::error("E500", text!("theme-file-none", name));
        return report.fail(&problem.hint(hint));
    }
    let own = |path: &str| root.join(path);
    if arguments.action == Action::List {
        for (path, _) in &files {
            let is_own = own(path).exists();
            report.data(&format!(
                "{}{}",
                if is_own { "* " } else { "  " },
                below(path)
            ));
        }
        return report.exit(true);
    }
    let (there, missing): (Vec<theme::File>, Vec<theme::File>) =
        files.into_iter().partition(|(path, _)| own(path).exists());
    if let Some((path, _)) = there.first().filter(|_| missing.is_empty()) {
        let message = text!("theme-file-there", path = own(path).display().to_string());
        let problem = Diagnostic::error("E500", message);
        return report.fail(&problem.hint(text!("theme-file-there-hint")));
    }
    for (path, bytes) in &missing {
        let file = own(path);
        let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
        if let Err(error) = folder.and_then(|()| fs::write(&file, bytes)) {
            let path = file.display().to_string();
            let message = text!("unwritable", path, error = error.to_string());
            return report.fail(&Diagnostic::error("E500", message));
        }
        report.data(path);
    }
    report.summary(&text!("theme-files-copied", count = missing.len()));
    report.exit(true)
}

/// A path without the folder that all share.
fn below(path: &'static str) -> &'static str {
    let below = path.strip_prefix(load::TEMPLATES);
    below.map_or(path, |below| below.trim_start_matches('/'))
}

/// What one may call a file by: its path, and the components that it defines.
fn names((path, bytes): &theme::File) -> Vec<&'static str> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let components = text.split("{%").skip(1).filter_map(|tag| {
        let name = tag
            .trim_start_matches('-')
            .trim_start()
            .strip_prefix("component ")?;
        name.split(['(', ' ']).find(|name| !name.is_empty())
    });
    std::iter::once(below(path)).chain(components).collect()
}

fn named(all: &[theme::File], name: &str) -> Vec<theme::File> {
    let wanted = name.trim_start_matches("templates/");
    let found = all.iter().filter(|file| names(file).contains(&wanted));
    found.copied().collect()
}
