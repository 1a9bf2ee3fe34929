//! Waits until files in some folders may have changed. Events are only hints: some never come, and
//! many mean nothing, so the caller reads the files again and compares.
#![expect(
    clippy::disallowed_methods,
    reason = "how seldom to poll depends on how long a look takes"
)]

mod cause;
mod events;
mod folder;
mod hint;
mod polling;
mod quiet;

use std::collections::BTreeSet;
use std::mem;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use self::cause::Cause;
use self::events::Events;
use self::polling::Polling;
use crate::diagnostic::Diagnostic;

/// Waits for changes of files.
#[derive(Debug)]
pub(super) struct Watch {
    method: Method,
    /// When `wait` returned, until the files have been read.
    returned: Option<Instant>,
}

/// The result of [`Watch::follow`].
#[derive(Debug, Default)]
pub(super) struct Followed {
    /// Other folders are watched than before. Files may have changed before, so read them again.
    pub(super) changed: bool,
    /// Reported once, when watching is not possible and polling replaces it.
    pub(super) warning: Option<Diagnostic>,
}

#[derive(Debug)]
enum Method {
    Events(Events),
    Polling(Polling),
}

impl Watch {
    /// A watch that follows no folder yet.
    pub(super) fn new() -> Self {
        let method = Events::new().map_or_else(|cause| Method::polling(&cause), Method::Events);
        Self {
            method,
            returned: None,
        }
    }

    /// Watches these folders and no others; instead of one that does not exist, the nearest
    /// existing one above it. To be called after the files were read, before anything is made of
    /// them.
    pub(super) fn follow(&mut self, folders: &BTreeSet<PathBuf>) -> Followed {
        let look = self.returned.take().map(|returned| returned.elapsed());
        let mut followed = Followed::default();
        if let Method::Events(events) = &mut self.method {
            match events.follow(folders) {
                Ok(changed) => followed.changed = changed,
                Err(cause) => self.method = Method::polling(&cause),
            }
        }
        if let Method::Polling(polling) = &mut self.method {
            followed.warning = polling.looked(look);
        }
        followed
    }

    /// Returns when something may have changed and no event came for a moment; and once more a
    /// little later, because some changes become visible late. In any case after `at_most`.
    pub(super) fn wait(&mut self, at_most: Option<Duration>) {
        match &mut self.method {
            Method::Polling(polling) => polling.wait(),
            Method::Events(events) => {
                if let Err(cause) = events.wait(at_most) {
                    let dead = mem::replace(&mut self.method, Method::polling(&cause));
                    // Dropping it would panic: its thread has ended already.
                    mem::forget(dead);
                }
            }
        }
        self.returned = Some(Instant::now());
    }

    /// The files that `wait` returned for, if events named them all. The caller can read them alone
    /// at first; other changes are seen at the second look, which follows by itself.
    pub(super) fn named(&self) -> Option<&BTreeSet<PathBuf>> {
        match &self.method {
            Method::Events(events) if self.returned.is_some() => events.named(),
            _ => None,
        }
    }
}

impl Method {
    fn polling(cause: &Cause) -> Self {
        Self::Polling(Polling::because(cause))
    }
}

#[cfg(test)]
mod tests;
