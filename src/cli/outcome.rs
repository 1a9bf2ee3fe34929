//! What commands have in common: where they publish, how they print problems, how they end.

use std::process::ExitCode;
use std::time::Duration;

use clap::ValueEnum;

use crate::locale::Language;

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

impl MessageFormat {
    pub(super) fn in_language(self, language: Language) -> Voice {
        Voice {
            format: self,
            language,
        }
    }
}

/// How a command speaks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice {
    pub(super) format: MessageFormat,
    pub(super) language: Language,
}

/// What a command comes to, as an exit code: 0 good, 1 problems in the site, or an output that could not be written. Wrong
/// usage, which is 2, is what no site could make right; clap finds it. Commands end with [`super::report::Report::exit`].
pub(super) fn exit(good: bool) -> ExitCode {
    ExitCode::from(u8::from(!good))
}

/// How long something took, in whole milliseconds.
pub(super) fn milliseconds(took: Duration) -> u64 {
    u64::try_from(took.as_millis()).unwrap_or(u64::MAX)
}
