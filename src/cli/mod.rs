//! The command line: arguments in, the library's public functions called, reports out.
//! The only place that prints, and the only one that knows a terminal, a clock or an exit code.

#[cfg(not(all(feature = "deploy", feature = "serve")))]
mod absent;
mod build;
mod check;
#[cfg(feature = "deploy")]
mod deploy;
mod entry;
mod explain;
#[cfg(feature = "external-links")]
mod external;
mod fix;
mod init;
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
mod style;
mod today;
mod watched;

use std::io::Write;
use std::panic::resume_unwind;
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;
use std::thread;

use clap::{Parser, Subcommand};

use crate::locale::{Language, text};
use crate::pipeline::STACK;
use crate::source::load;

/// Builds Arabic-first, right-to-left static sites from typed Markdown.
#[derive(Debug, Parser)]
#[command(name = "warraq", version = env!("WARRAQ_VERSION"), about, arg_required_else_help = true)]
#[command(after_help = "Example: warraq new dossier && warraq --root dossier build")]
struct Arguments {
    /// The folder of the site, where site.toml is [default: this one, or the nearest above it]
    #[arg(short, long, value_name = "DIR", global = true)]
    root: Option<PathBuf>,
    /// The language of messages, `ar` or `en` [default: `WARRAQ_LANG`, or the system's]
    #[arg(long, value_name = "LANGUAGE", global = true)]
    lang: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Makes a new entry, with the fields of its collection open to be filled
    Add(entry::AddArguments),
    /// Builds the site and publishes it into a folder
    Build(build::Arguments),
    /// Checks the site and publishes nothing
    Check(check::Arguments),
    /// Carries the site to where readers find it
    #[cfg(feature = "deploy")]
    Deploy(deploy::Arguments),
    #[cfg(not(feature = "deploy"))]
    #[command(hide = true)]
    Deploy(absent::Arguments),
    /// Makes a new site in a folder that has files, and leaves these as they are
    Init(init::Arguments),
    /// Explains a code of errors and warnings, with an example
    Explain(explain::Arguments),
    /// Gives an entry another name, in all that refers to it as well
    Mv(entry::MvArguments),
    /// Makes a new site: small, complete, right to left
    New(new::Arguments),
    /// Deletes an entry, unless something refers to it
    Rm(entry::RmArguments),
    /// Shows the site in a browser, and every change of it at once
    #[cfg(feature = "serve")]
    Serve(serve::Arguments),
    #[cfg(not(feature = "serve"))]
    #[command(hide = true)]
    Serve(absent::Arguments),
    /// Prints a JSON Schema of each collection's fields, and of site.toml, for editors
    Schema(schema::Arguments),
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

fn run() -> ExitCode {
    let Arguments {
        root,
        lang,
        command,
    } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // What was asked for, such as --help, or what is wrong with the question.
            let code = if error.print().is_ok() {
                error.exit_code()
            } else {
                1
            };
            return ExitCode::from(u8::try_from(code).unwrap_or(1));
        }
    };
    let asked = lang.or_else(|| language_of(&["WARRAQ_LANG"]));
    let language = asked.or_else(|| language_of(&LOCALE)).unwrap_or_default();
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
        Command::Init(command) => init::run(given.as_deref(), &command, language),
        Command::Explain(command) => explain::run(&command, language),
        Command::Mv(command) => entry::mv(&root(), &command, language),
        Command::Rm(command) => entry::rm(&root(), &command, language),
        Command::New(command) => new::run(&command, language),
        #[cfg(feature = "serve")]
        Command::Serve(command) => serve::run(&root(), command, language, asked),
        #[cfg(not(feature = "serve"))]
        Command::Serve(_) => absent::run::<Arguments>("serve"),
        Command::Schema(command) => schema::run(&root(), &command, language),
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
