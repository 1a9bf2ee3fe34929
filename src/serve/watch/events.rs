//! Watches folders by the events of the system.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use notify::{Event, RecommendedWatcher, RecursiveMode, Result as Notified, Watcher};

use super::cause::Cause;
use super::folder::{self, Identity};
use super::{hint, quiet};

/// How soon to look once more after a change: some events come too early, or not at all.
const SETTLING: Duration = Duration::from_millis(250);

/// How often to look whether the folders are still those that are watched. No event tells that one
/// above them was moved away and another put in its place.
const LOOK: Duration = Duration::from_secs(2);

/// The most files that an editor saves at once. More are written by other programs, and some of
/// their events are lost.
const FEW: usize = 8;

/// The system's watch over some folders.
#[derive(Debug)]
pub(super) struct Events {
    watcher: RecommendedWatcher,
    received: Receiver<Notified<Event>>,
    /// The folders that were asked for, whether they are there or not.
    wanted: BTreeSet<PathBuf>,
    /// Those that are watched; without identity when an event says that something else may stand
    /// there now.
    followed: BTreeMap<PathBuf, Option<Identity>>,
    /// Whether the last moment was that of a change, which is owed a second look.
    is_settling: bool,
    /// The files that the events before the last moment were about, if they were about few.
    named: Option<BTreeSet<PathBuf>>,
}

impl Events {
    pub(super) fn new() -> Result<Self, Cause> {
        let (sender, received) = mpsc::channel();
        let watcher = notify::recommended_watcher(sender).map_err(|error| {
            let other = || Cause::Other(error.to_string());
            Cause::of(&error).unwrap_or_else(other)
        })?;
        Ok(Self {
            watcher,
            received,
            wanted: BTreeSet::new(),
            followed: BTreeMap::new(),
            is_settling: false,
            named: None,
        })
    }

    /// Watches these folders and no others; whether they are not those of the last time.
    pub(super) fn follow(&mut self, folders: &BTreeSet<PathBuf>) -> Result<bool, Cause> {
        if self.wanted != *folders {
            self.wanted.clone_from(folders);
        }
        let existing = folder::existing(folders);
        let Self {
            watcher, followed, ..
        } = self;
        let mut changed = false;
        let mut paths = watcher.paths_mut();
        followed.retain(|path, identity| {
            let stays = identity.is_some() && existing.get(path) == identity.as_ref();
            if !stays {
                // The watch may be gone with its folder.
                _ = paths.remove(path);
                changed = true;
            }
            stays
        });
        for (path, identity) in existing {
            if followed.contains_key(&path) {
                continue;
            }
            if let Some(cause) = Cause::of_file_system(&path) {
                return Err(cause);
            }
            match paths.add(&path, RecursiveMode::NonRecursive) {
                Ok(()) => {
                    followed.insert(path, Some(identity));
                    changed = true;
                }
                Err(error) => match Cause::of(&error) {
                    Some(cause) => return Err(cause),
                    // Gone since a moment ago: another look will say what stands there now.
                    None => changed |= !path.is_dir(),
                },
            }
        }
        paths
            .commit()
            .map_err(|error| Cause::Other(error.to_string()))?;
        Ok(changed)
    }

    /// The files that the last moment was about. None when it may have been about any.
    pub(super) fn named(&self) -> Option<&BTreeSet<PathBuf>> {
        self.named.as_ref()
    }

    /// Whether the next moment comes by itself.
    #[cfg(test)]
    pub(super) fn is_settling(&self) -> bool {
        self.is_settling
    }

    /// Returns when something may have changed and it is quiet, or when it waited so long; after a
    /// change once more by itself.
    pub(super) fn wait(&mut self, at_most: Option<Duration>) -> Result<(), Cause> {
        let Self {
            received,
            wanted,
            followed,
            ..
        } = self;
        let settling = self.is_settling.then_some(SETTLING);
        let at_most = settling.into_iter().chain(at_most).min();
        let deadline = at_most.map(|at_most| Instant::now() + at_most);
        let mut named = Some(BTreeSet::new());
        self.is_settling = loop {
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            let pause = left.map_or(LOOK, |left| left.min(LOOK));
            let has_changed = quiet::listen(received, Some(pause), |event| {
                hint::moved(&event).for_each(|path| forget(followed, path));
                let counts = hint::counts(&event, |path| leads_to(wanted, path));
                if counts {
                    named = named.take().zip(hint::named(event)).map(|(mut all, more)| {
                        all.extend(more);
                        all
                    });
                }
                counts
            });
            if has_changed.map_err(|error| Cause::Other(error.to_string()))? {
                break true;
            }
            if are_others(followed) {
                named = None;
                break true;
            }
            if left.is_some_and(|left| left <= pause) {
                break false;
            }
        };
        let is_few = |named: &BTreeSet<PathBuf>| (1..=FEW).contains(&named.len());
        self.named = named.filter(is_few);
        Ok(())
    }
}

/// Whether other folders stand at the paths that are watched than those that are. Folders below one
/// of them would tell by themselves.
fn are_others(followed: &BTreeMap<PathBuf, Option<Identity>>) -> bool {
    let mut top: Option<&Path> = None;
    followed.iter().any(|(path, identity)| {
        if top.is_some_and(|top| path.starts_with(top)) {
            return false;
        }
        top = Some(path);
        identity.is_some() && Identity::of(path) != *identity
    })
}

/// Whether a path is that of one of the folders or of one above it.
fn leads_to(folders: &BTreeSet<PathBuf>, path: &Path) -> bool {
    let mut from = folders.range::<Path, _>((Bound::Included(path), Bound::Unbounded));
    from.next().is_some_and(|folder| folder.starts_with(path))
}

/// Forgets which folders stood at a path and below it: those that are next have to be watched anew,
/// even if they look the same.
fn forget(followed: &mut BTreeMap<PathBuf, Option<Identity>>, folder: &Path) {
    let from = followed.range_mut::<Path, _>((Bound::Included(folder), Bound::Unbounded));
    for (_, identity) in from.take_while(|(path, _)| path.starts_with(folder)) {
        *identity = None;
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn reading_and_hidden_files_are_heard_and_do_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let document = folder.path().join("a.md");
        let last = folder.path().join("last.md");
        fs::write(&document, "نص").unwrap();
        let mut events = Events::new().unwrap();
        let is_new = events.follow(&BTreeSet::from([folder.path().to_owned()]));
        assert_eq!(is_new, Ok(true));
        for _ in 0..100 {
            fs::read(&document).unwrap();
            fs::read_dir(folder.path()).unwrap().count();
        }
        fs::write(folder.path().join(".a.md.swp"), "نص").unwrap();
        fs::remove_file(folder.path().join(".a.md.swp")).unwrap();
        fs::write(&last, "نص").unwrap();
        let deadline = Duration::from_secs(30);
        let mut idle = 0;
        loop {
            let event = events.received.recv_timeout(deadline).unwrap();
            let counts = hint::counts(&event, |path| leads_to(&events.wanted, path));
            if event.unwrap().paths.contains(&last) {
                assert!(counts);
                break;
            }
            assert!(!counts);
            idle += 1;
        }
        assert!(idle > 0);
    }

    #[test]
    fn a_folder_that_an_event_says_is_gone_is_forgotten_with_all_below_it() {
        let folder = tempfile::tempdir().unwrap();
        let paths = ["", "a", "a/b", "a.b", "c"].map(|path| folder.path().join(path));
        for path in &paths {
            fs::create_dir_all(path).unwrap();
        }
        let standing = folder::existing(&paths.iter().cloned().collect());
        let standing = standing.into_iter();
        let mut followed = standing
            .map(|(path, identity)| (path, Some(identity)))
            .collect();
        forget(&mut followed, &paths[1]);
        followed.retain(|_, identity| identity.is_some());
        let left: Vec<_> = followed.into_keys().collect();
        assert_eq!(left, [folder.path(), &paths[3], &paths[4]]);
    }
}
