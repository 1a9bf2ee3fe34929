//! Folders → a word that files in them may have changed. Events are only hints: some never come, and many mean nothing.
//! Whoever is told looks at the files and compares.
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

/// Tells when files may have changed.
#[derive(Debug)]
pub(super) struct Watch {
    way: Way,
    /// When `wait` returned, until the files have been looked at.
    returned: Option<Instant>,
}

/// What came of following folders.
#[derive(Debug, Default)]
pub(super) struct Followed {
    /// The folders watched are not those of the last time. Files may have changed before the watch stood, so look again.
    pub(super) changed: bool,
    /// Said once, when watching is not possible and polling takes its place.
    pub(super) warning: Option<Diagnostic>,
}

#[derive(Debug)]
enum Way {
    Events(Events),
    Polling(Polling),
}

impl Watch {
    /// A watch that follows no folder yet.
    pub(super) fn new() -> Self {
        let way = Events::new().map_or_else(|cause| Way::polling(&cause), Way::Events);
        Self {
            way,
            returned: None,
        }
    }

    /// Watches these folders from now on, and no others; in place of one that does not exist, the nearest above it that
    /// does. To be called when the files have been looked at, before anything is made of them.
    pub(super) fn follow(&mut self, folders: &BTreeSet<PathBuf>) -> Followed {
        let look = self.returned.take().map(|returned| returned.elapsed());
        let mut followed = Followed::default();
        if let Way::Events(events) = &mut self.way {
            match events.follow(folders) {
                Ok(changed) => followed.changed = changed,
                Err(cause) => self.way = Way::polling(&cause),
            }
        }
        if let Way::Polling(polling) = &mut self.way {
            followed.warning = polling.looked(look);
        }
        followed
    }

    /// Returns when something may have changed and it has been quiet since for a moment; and once more a little later,
    /// for what came too late to be seen. In any case when it waited so long.
    pub(super) fn wait(&mut self, at_most: Option<Duration>) {
        match &mut self.way {
            Way::Polling(polling) => polling.wait(),
            Way::Events(events) => {
                if let Err(cause) = events.wait(at_most) {
                    let dead = mem::replace(&mut self.way, Way::polling(&cause));
                    // It would panic when dropped: it tells the thread that is gone to end.
                    mem::forget(dead);
                }
            }
        }
        self.returned = Some(Instant::now());
    }

    /// The files that `wait` returned for, if events named them all. They are worth a first look; whether nothing else
    /// changed is seen at the look that follows by itself.
    pub(super) fn named(&self) -> Option<&BTreeSet<PathBuf>> {
        match &self.way {
            Way::Events(events) if self.returned.is_some() => events.named(),
            _ => None,
        }
    }
}

impl Way {
    fn polling(cause: &Cause) -> Self {
        Self::Polling(Polling::because(cause))
    }
}

#[cfg(test)]
mod tests;
