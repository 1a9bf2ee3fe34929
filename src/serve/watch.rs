//! Looks again every 100 milliseconds.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use crate::diagnostic::Diagnostic;

/// Tells when files may have changed.
pub(super) struct Watch;

/// What came of following folders.
pub(super) struct Followed {
    /// The set is not what it was.
    pub(super) changed: bool,
    /// Why watching is not possible.
    pub(super) warning: Option<Diagnostic>,
}

impl Watch {
    pub(super) fn new() -> Self {
        Self
    }

    #[expect(
        clippy::unused_self,
        clippy::needless_pass_by_ref_mut,
        reason = "placeholder"
    )]
    pub(super) fn follow(&mut self, _folders: &BTreeSet<PathBuf>) -> Followed {
        Followed {
            changed: false,
            warning: None,
        }
    }

    #[expect(
        clippy::unused_self,
        clippy::needless_pass_by_ref_mut,
        reason = "placeholder"
    )]
    pub(super) fn wait(&mut self) {
        thread::sleep(Duration::from_millis(100));
    }
}
