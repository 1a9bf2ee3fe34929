//! Why a request to a target failed, and whether another attempt could succeed.

use crate::diagnostic::Diagnostic;
use crate::locale::Text;

/// Why a request failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    /// Another attempt may succeed: no connection, a busy server.
    Transient(String),
    /// No attempt will succeed: no permission, no such bucket.
    Permanent(String),
}

impl Problem {
    /// The reason, in words.
    pub(super) fn reason(&self) -> &str {
        match self {
            Self::Transient(reason) | Self::Permanent(reason) => reason,
        }
    }

    /// The error: `target` did not do `what`. Further lines of the reason become notes.
    pub(super) fn diagnostic(&self, target: &str, what: &str) -> Diagnostic {
        let mut reason = self.reason().lines();
        let first = reason.next().unwrap_or_default();
        let mut problem = match self {
            Self::Permanent(_) => {
                let message = format!("{target} refused `{what}`: {first}");
                Diagnostic::error("E902", message).hint(
                    "fix that and run the command again: what is done is kept, and nothing is deleted before all else is there",
                )
            }
            Self::Transient(_) => {
                let message = format!("{target} could not be reached for `{what}`: {first}");
                Diagnostic::error("E903", message).hint(
                    "do the same again when it answers: it goes on from here, and nothing is deleted before all else is there",
                )
            }
        };
        problem.notes.extend(reason.map(Text::from));
        problem
    }
}
