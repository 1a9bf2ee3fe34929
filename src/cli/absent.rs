//! Commands that this build was compiled without: they are listed nowhere, and say how to get them.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{Args, CommandFactory};

/// Whatever the command is given.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    _all: Vec<OsString>,
}

/// Refuses the command of `Program` that the cargo feature `feature` brings.
pub(super) fn run<Program: CommandFactory>(feature: &str) -> ExitCode {
    let message = format!(
        "this warraq was built without `{feature}`: build it with `cargo build --release --features {feature}`"
    );
    let error = Program::command().error(ErrorKind::InvalidSubcommand, message);
    // Nothing can be done about a standard error that cannot be written to.
    _ = error.print();
    ExitCode::from(2)
}
