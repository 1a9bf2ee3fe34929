//! Why a site could not be read.

use std::fmt;
use std::io;

use crate::diagnostic::Diagnostic;

/// Why the site could not be read.
#[derive(Debug)]
pub(super) struct Unread {
    pub(super) problem: Diagnostic,
    /// Whether something was there and then was not, as happens while an editor saves.
    pub(super) has_vanished: bool,
}

impl Unread {
    /// A file or folder that cannot be read, and the system's word on it.
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
