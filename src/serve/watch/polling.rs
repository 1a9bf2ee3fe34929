//! Reads the files regularly, where there are no events.

use std::thread;
use std::time::Duration;

use super::cause::Cause;
use crate::diagnostic::Diagnostic;

/// The time between two looks at the files.
const INTERVAL: Duration = Duration::from_millis(500);
/// The interval is at least so many times the duration of a look, to limit the load.
const REST: u32 = 10;

/// Regular looks.
#[derive(Debug)]
pub(super) struct Polling {
    warning: Option<Diagnostic>,
    interval: Duration,
}

impl Polling {
    pub(super) fn because(cause: &Cause) -> Self {
        Self {
            warning: Some(cause.warning()),
            interval: INTERVAL,
        }
    }

    /// Records how long a look took, and returns the warning, once.
    pub(super) fn looked(&mut self, took: Option<Duration>) -> Option<Diagnostic> {
        if let Some(took) = took {
            self.interval = INTERVAL.max(took * REST);
        }
        self.warning.take()
    }

    /// Returns when it is time for the next look.
    pub(super) fn wait(&self) {
        thread::sleep(self.interval);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_that_take_long_are_seldom_and_the_warning_is_given_once() {
        let mut polling = Polling::because(&Cause::Folders);
        assert!(polling.looked(None).is_some());
        assert_eq!(polling.interval, INTERVAL);
        assert_eq!(polling.looked(Some(Duration::from_millis(3))), None);
        assert_eq!(polling.interval, INTERVAL);
        polling.looked(Some(Duration::from_millis(300)));
        assert_eq!(polling.interval, Duration::from_secs(3));
    }
}
