//! What commands have in common: where they publish, how they print problems, how they end.

use std::process::ExitCode;

use clap::ValueEnum;

/// Where a site is published, unless asked otherwise.
pub(super) const PUBLIC: &str = "public";

/// How problems are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum MessageFormat {
    /// For people, with the line and the place marked
    Human,
    /// For programs: one JSON object a line
    Json,
}

/// What a command comes to, as an exit code: 0 good, 1 problems in the site, or an output that could not be written. Wrong
/// usage is 2, by clap. Commands end with [`super::report::Report::exit`].
pub(super) fn exit(good: bool) -> ExitCode {
    ExitCode::from(u8::from(!good))
}
