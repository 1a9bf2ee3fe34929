//! `warraq completions`: what a shell needs to complete commands and options.

use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Args, Command};
use clap_complete::{Shell, generate};

use super::outcome::MessageFormat;
use super::report::Report;
use crate::diagnostic::CODES;
use crate::locale::Language;

#[derive(Debug, Args)]
#[command(
    after_help = "Example: warraq completions bash > ~/.local/share/bash-completion/completions/warraq"
)]
pub(super) struct Arguments {
    shell: Shell,
}

pub(super) fn run(arguments: &Arguments, mut commands: Command, language: Language) -> ExitCode {
    let mut report = Report::new(MessageFormat::Human.in_language(language));
    // When it is read, a code may be written in small letters, and a wrong one has an answer of its own.
    let codes = PossibleValuesParser::new(CODES.iter().map(|code| code.code));
    commands = commands.mut_subcommand("explain", |explain| {
        explain.mut_arg("code", |code| code.value_parser(codes))
    });
    let mut script = Vec::new();
    generate(arguments.shell, &mut commands, "warraq", &mut script);
    report.data(String::from_utf8_lossy(&script).trim_end());
    report.exit(true)
}
