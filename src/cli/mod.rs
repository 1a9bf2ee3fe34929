//! The command line: arguments in, the library's public functions called, reports out.
//! The only place that prints, and the only one that knows a terminal, a clock or an exit code.

#[cfg(not(all(feature = "deploy", feature = "serve")))]
mod absent;
mod build;
mod check;
mod completions;
#[cfg(feature = "deploy")]
mod deploy;
mod entry;
mod explain;
#[cfg(feature = "external-links")]
mod external;
mod fix;
mod from;
mod help;
mod import;
mod init;
mod man;
mod new;
mod outcome;
mod printable;
#[cfg(feature = "serve")]
mod qr;
mod reading;
mod renamed;
mod report;
mod schema;
#[cfg(feature = "serve")]
mod serve;
mod source;
mod starters;
mod style;
mod theme;
mod today;
mod translations;
mod usage;
mod watched;

use std::ffi::OsString;
use std::io::Write;
use std::panic::resume_unwind;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::locale::{Language, text};
use crate::pipeline::STACK;
use crate::source::load;

#[derive(Debug, Parser)]
#[command(name = "warraq", version = env!("WARRAQ_VERSION"), arg_required_else_help = true)]
#[command(after_help = "Example: warraq new dossier && warraq --root dossier build")]
struct Arguments {
    #[arg(short, long, value_name = "DIR", global = true)]
    root: Option<PathBuf>,
    #[arg(long, value_name = "LANGUAGE", global = true)]
    lang: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(entry::AddArguments),
    Build(build::Arguments),
    Check(check::Arguments),
    Completions(completions::Arguments),
    #[cfg(feature = "deploy")]
    Deploy(deploy::Arguments),
    #[cfg(not(feature = "deploy"))]
    #[command(hide = true)]
    Deploy(absent::Arguments),
    Import(import::Arguments),
    Init(init::Arguments),
    Explain(explain::Arguments),
    Man(man::Arguments),
    Mv(entry::MvArguments),
    New(new::Arguments),
    Review(entry::ReviewArguments),
    Rm(entry::RmArguments),
    #[cfg(feature = "serve")]
    Serve(serve::Arguments),
    #[cfg(not(feature = "serve"))]
    #[command(hide = true)]
    Serve(absent::Arguments),
    Schema(schema::Arguments),
    Source(source::Arguments),
    Theme(theme::Arguments),
}

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    // Fails only when there is such a pool already, which then has to do.
    _ = rayon::ThreadPoolBuilder::new()
        .stack_size(STACK)
        .build_global();
    match thread::Builder::new().stack_size(STACK).spawn(run) {
        Ok(command) => command.join().unwrap_or_else(|panic| resume_unwind(panic)),
        Err(_) => run(),
    }
}

/// All commands and options, with what is said of them in a language.
fn command_line(language: Language) -> clap::Command {
    help::in_language(Arguments::command(), language)
}

fn run() -> ExitCode {
    let written: Vec<OsString> = std::env::args_os().collect();
    let asked = usage::language(&written).or_else(|| language_of(&["WARRAQ_LANG"]));
    let language = asked.or_else(|| language_of(&LOCALE)).unwrap_or_default();
    let parsed = command_line(language).try_get_matches_from(written);
    let parsed = parsed.and_then(|matches| Arguments::from_arg_matches(&matches));
    let Arguments { root, command, .. } = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return usage::refuse(error, language),
    };
    let given = root.clone();
    let root = || root.unwrap_or_else(|| find_root(language));
    match command {
        Command::Add(command) => entry::add(&root(), &command, language),
        Command::Build(command) => build::run(&root(), command, language),
        Command::Check(command) => check::run(&root(), &command, language),
        #[cfg(feature = "deploy")]
        Command::Deploy(command) => deploy::run(&root(), &command, language),
        #[cfg(not(feature = "deploy"))]
        Command::Deploy(_) => absent::run::<Arguments>("deploy"),
        Command::Import(command) => import::run(&command, language),
        Command::Init(command) => init::run(given.as_deref(), &command, language),
        Command::Explain(command) => explain::run(&command, language),
        Command::Completions(command) => {
            completions::run(&command, command_line(language), language)
        }
        Command::Man(command) => man::run(&command, command_line(language), language),
        Command::Mv(command) => entry::mv(&root(), &command, language),
        Command::Review(command) => entry::review(&root(), &command, language),
        Command::Rm(command) => entry::rm(&root(), &command, language),
        Command::New(command) => new::run(&command, language),
        #[cfg(feature = "serve")]
        Command::Serve(command) => serve::run(&root(), command, language, asked),
        #[cfg(not(feature = "serve"))]
        Command::Serve(_) => absent::run::<Arguments>("serve"),
        Command::Schema(command) => schema::run(&root(), &command, language),
        Command::Source(command) => source::run(&root(), &command, language),
        Command::Theme(command) => theme::run(&root(), &command, language),
    }
}

/// Where systems name the language of their messages, the first that is set before the others (POSIX, 8.2).
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language that the first of these variables asks for that is set to anything.
#[expect(
    clippy::disallowed_methods,
    reason = "the language of the person who reads is the system's to say"
)]
fn language_of(variables: &[&str]) -> Option<Language> {
    let values = variables.iter().filter_map(|name| std::env::var(name).ok());
    let first = values.into_iter().find(|value| !value.is_empty())?;
    Language::of(&first)
}

/// The folder of the site that the current folder is in, as cargo and git find theirs. Where there is none, the current
/// folder is as good as any.
fn find_root(language: Language) -> PathBuf {
    let here = PathBuf::from(".");
    let depth = std::path::absolute(&here).map_or(0, |path| path.components().count());
    let folders = (0..depth).map(|up| here.join("../".repeat(up)));
    let mut sites = folders.filter(|folder| folder.join(load::CONFIG).is_file());
    let Some(root) = sites.next() else {
        return here;
    };
    if root != here {
        let root = std::path::absolute(&root).unwrap_or_else(|_| root.clone());
        let found = text!("site-is-in", folder = tidy(&root).display().to_string());
        _ = writeln!(anstream::stderr(), "{}", found.say(language));
    }
    root
}

/// A path without `..`.
fn tidy(path: &Path) -> PathBuf {
    let mut tidied = PathBuf::new();
    for component in path.components() {
        match component {
            Component::ParentDir => _ = tidied.pop(),
            component => tidied.push(component),
        }
    }
    tidied
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::find;

    /// The ids of all commands and their arguments, each with the one that may stand in for it.
    fn all() -> Vec<(String, Option<String>)> {
        let root = Arguments::command();
        let commands = root
            .get_subcommands()
            .filter(|command| !command.is_hide_set());
        let mut ids = Vec::new();
        for command in commands.chain([&root]) {
            let name = command.get_name();
            ids.push((format!("help-{name}"), None));
            for arg in command.get_arguments() {
                let id = arg.get_id().as_str().replace('_', "-");
                ids.push((format!("help-{name}-{id}"), Some(format!("help-{id}"))));
            }
        }
        ids
    }

    #[test]
    fn every_command_and_option_has_words_in_both_languages() {
        for language in Language::ALL {
            let mut used = BTreeSet::from(
                [
                    "usage",
                    "example",
                    "commands",
                    "arguments",
                    "options",
                    "default",
                    "values",
                    "help",
                    "version",
                ]
                .map(|part| format!("help-{part}")),
            );
            for (own, common) in all() {
                let id = [Some(own.clone()), common].into_iter().flatten();
                let id = id.into_iter().find(|id| find(language, id).is_some());
                let id = id.unwrap_or_else(|| panic!("{own} has no words in {language:?}"));
                let words = find(language, &id).unwrap_or_default();
                let is_arabic = words.chars().any(|c| ('\u{621}'..'\u{64B}').contains(&c));
                assert_eq!(is_arabic, language == Language::Arabic, "{id}: {words}");
                used.insert(id);
            }
            #[cfg(all(feature = "deploy", feature = "serve", feature = "external-links"))]
            for line in include_str!("../core/locale/en.ftl").lines() {
                if let Some((id, _)) = line
                    .split_once(" = ")
                    .filter(|(id, _)| id.starts_with("help-"))
                {
                    assert!(used.contains(id), "nobody says {id}");
                }
            }
        }
    }
}
