//! The files that are being made at this moment, for whoever watches how long that takes: a template that never ends says
//! nothing itself.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::config::Limits;
use crate::path::OutputPath;

/// What is being made, by the order in which it was begun. Clones are the same list.
#[derive(Debug, Clone, Default)]
pub struct InProgress(Arc<Mutex<Begun>>);

#[derive(Debug, Default)]
struct Begun {
    count: u64,
    files: BTreeMap<u64, Making>,
}

/// A file that is being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Making {
    /// Where it will be published.
    pub path: OutputPath,
    /// The template that makes it, if one does.
    pub template: Option<String>,
    /// How long it may take, and how much memory the build may have taken meanwhile.
    pub limits: Limits,
}

impl InProgress {
    /// What is being made, by numbers that are never given again.
    #[must_use]
    pub fn now(&self) -> BTreeMap<u64, Making> {
        self.begun().files.clone()
    }

    /// Makes a file, which is in progress meanwhile.
    pub(super) fn during<T>(&self, making: Making, make: impl FnOnce() -> T) -> T {
        let mut begun = self.begun();
        begun.count += 1;
        let number = begun.count;
        begun.files.insert(number, making);
        drop(begun);
        let _end = End(self, number);
        make()
    }

    fn begun(&self) -> MutexGuard<'_, Begun> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes a file off the list, after a panic as well.
struct End<'a>(&'a InProgress, u64);

impl Drop for End<'_> {
    fn drop(&mut self) {
        self.0.begun().files.remove(&self.1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_in_progress_until_it_is_made() {
        let in_progress = InProgress::default();
        let making = Making {
            path: OutputPath::new("a/index.html").unwrap(),
            template: Some("a.html".to_owned()),
            limits: Limits::default(),
        };
        let seen = in_progress.during(making.clone(), || in_progress.now());
        let seen: Vec<_> = seen.into_values().collect();
        assert_eq!(seen, std::slice::from_ref(&making));
        let panicked =
            std::panic::catch_unwind(|| in_progress.during(making, || panic!("for a test")));
        assert!(panicked.is_err());
        assert!(in_progress.now().is_empty());
    }
}
