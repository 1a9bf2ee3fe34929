//! The command line: arguments in, the library's public functions called, reports out.
//! The only place that prints, and the only one that knows a terminal, a clock or an exit code.

mod build;
mod check;
mod deploy;
mod external;
mod fix;
mod new;
mod report;
mod schema;
mod serve;

use std::panic::resume_unwind;
use std::path::PathBuf;
use std::process::ExitCode;
use std::thread;

use clap::{Parser, Subcommand, ValueEnum};

use crate::pipeline::STACK;

/// Where a site is published, unless asked otherwise.
const PUBLIC: &str = "public";

/// Builds Arabic-first, right-to-left static sites from typed Markdown.
#[derive(Debug, Parser)]
#[command(name = "warraq", version, about, arg_required_else_help = true)]
#[command(after_help = "Example: warraq new dossier && warraq --root dossier build")]
struct Arguments {
    /// The folder of the site, where site.toml is
    #[arg(short, long, value_name = "DIR", default_value = ".", global = true)]
    root: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Builds the site and publishes it into a folder
    Build(build::Arguments),
    /// Checks the site and publishes nothing
    Check(check::Arguments),
    /// Carries the site to where readers find it
    Deploy(deploy::Arguments),
    /// Makes a new site: small, complete, right to left
    New(new::Arguments),
    /// Shows the site in a browser, and every change of it at once
    Serve(serve::Arguments),
    /// Prints a JSON Schema of each collection's fields, for editors
    Schema(schema::Arguments),
}

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MessageFormat {
    /// For people, with the line and the place marked
    Human,
    /// For programs: one JSON object a line
    Json,
}

/// What a command comes to, as an exit code: 0 good, 1 problems in the site. Wrong usage is 2, by clap.
fn exit(good: bool) -> ExitCode {
    ExitCode::from(u8::from(!good))
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
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Build(command) => build::run(&arguments.root, command),
        Command::Check(command) => check::run(&arguments.root, &command),
        Command::Deploy(command) => deploy::run(&arguments.root, &command),
        Command::New(command) => new::run(&command),
        Command::Serve(command) => serve::run(&arguments.root, command),
        Command::Schema(command) => schema::run(&arguments.root, &command),
    }
}
