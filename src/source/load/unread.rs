//! Why a site could not be read.

use std::fmt;
use std::io;

use crate::diagnostic::Diagnostic;

/// Why the site could not be read.
#[derive(Debug)]
pub(super) struct Unread {
    pub(super) problem: Diagnostic,
    /// Whether a file vanished between being listed and being read, as happens while an editor saves.
    pub(super) has_vanished: bool,
}

impl Unread {
    /// The error for a file or folder that cannot be read.
    pub(super) fn because(
        path: &str,
        error: &dyn fmt::Display,
        system: Option<&io::Error>,
    ) -> Self {
        use io::ErrorKind::{IsADirectory, NotADirectory, NotFound, StaleNetworkFileHandle};
        let vanished = [
            NotFound,
            NotADirectory,
            IsADirectory,
            StaleNetworkFileHandle,
        ];
        Self {
            problem: Diagnostic::error("E100", format!("{path} cannot be read: {error}")),
            has_vanished: system.is_some_and(|error| vanished.contains(&error.kind())),
        }
    }
}
