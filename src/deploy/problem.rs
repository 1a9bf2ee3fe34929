//! Why a request to a target failed, and whether another attempt could succeed.

use crate::diagnostic::Diagnostic;
use crate::locale::{Argument, Text, text};

/// Why a request failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    /// Another attempt may succeed: no connection, a busy server.
    Transient(Text),
    /// No attempt will succeed: no permission, no such bucket.
    Permanent(Text),
}

impl Problem {
    /// The reason, in words.
    pub(super) fn reason(&self) -> &Text {
        match self {
            Self::Transient(reason) | Self::Permanent(reason) => reason,
        }
    }

    /// The error: `target` did not do `what`. Further lines of the reason become notes.
    pub(super) fn diagnostic(
        &self,
        target: impl Into<Argument>,
        what: impl Into<Argument>,
    ) -> Diagnostic {
        let (target, what): (Argument, Argument) = (target.into(), what.into());
        let mut lines = lines(self.reason()).into_iter();
        let reason = lines.next().unwrap_or_else(|| self.reason().clone());
        let mut problem = match self {
            Self::Permanent(_) => {
                let message = text!("target-refused", target, what, reason);
                Diagnostic::error("E902", message).hint(text!("target-refused-hint"))
            }
            Self::Transient(_) => {
                let message = text!("target-unreachable", target, what, reason);
                Diagnostic::error("E903", message).hint(text!("target-unreachable-hint"))
            }
        };
        problem.notes.extend(lines);
        problem
    }
}

/// The lines of what another program said; a text of ours is one.
fn lines(reason: &Text) -> Vec<Text> {
    if reason.id().is_some() {
        return vec![reason.clone()];
    }
    reason
        .to_string()
        .lines()
        .map(|line| Text::verbatim(line.to_owned()))
        .collect()
}
