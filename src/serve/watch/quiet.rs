//! Waits for the end of a burst of events: one save of an editor causes several, a switch of
//! branches thousands.
#![expect(clippy::disallowed_methods, reason = "quiet is a matter of time")]

use std::sync::mpsc::{Receiver, RecvError, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How long no event must have come.
const QUIET: Duration = Duration::from_millis(10);
/// The longest burst that is waited out.
const LONGEST_BURST: Duration = Duration::from_millis(500);

/// Waits for an event that counts, no longer than `at_most`, and for quiet after it. False when
/// none came.
pub(super) fn listen<T>(
    events: &Receiver<T>,
    at_most: Option<Duration>,
    mut counts: impl FnMut(T) -> bool,
) -> Result<bool, RecvError> {
    let mut end = at_most.map(|at_most| Instant::now() + at_most);
    let mut quiet = None;
    loop {
        let now = Instant::now();
        if end.is_some_and(|end| end <= now) {
            // Also when more is there to be taken, or a steady stream would never let go.
            return Ok(quiet.is_some());
        }
        let next = quiet.or(end).zip(end).map(|(quiet, end)| quiet.min(end));
        let event = match next.map(|next| events.recv_timeout(next.saturating_duration_since(now)))
        {
            None => events.recv()?,
            Some(Ok(event)) => event,
            Some(Err(RecvTimeoutError::Timeout)) => return Ok(quiet.is_some()),
            Some(Err(RecvTimeoutError::Disconnected)) => return Err(RecvError),
        };
        if counts(event) {
            let now = Instant::now();
            if quiet.is_none() {
                end = Some(now + LONGEST_BURST);
            }
            quiet = Some(now + QUIET);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc;
    use std::thread;

    use super::*;

    #[test]
    fn a_burst_is_one_moment() {
        let (sender, events) = mpsc::channel();
        (0..1000).for_each(|event| sender.send(event).unwrap());
        assert_eq!(listen(&events, None, |_| true), Ok(true));
        assert!(events.try_recv().is_err());
    }

    #[test]
    fn a_steady_stream_lets_go_all_the_same() {
        let (sender, events) = mpsc::channel();
        let is_heard = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                while !is_heard.load(Ordering::Relaxed) {
                    sender.send(()).unwrap();
                    thread::yield_now();
                }
            });
            let heard = listen(&events, None, |()| true);
            is_heard.store(true, Ordering::Relaxed);
            assert_eq!(heard, Ok(true));
        });
    }

    #[test]
    fn what_does_not_count_wakes_nobody() {
        let (sender, events) = mpsc::channel();
        (0..1000).for_each(|event| sender.send(event).unwrap());
        let a_moment = Some(Duration::from_millis(30));
        assert_eq!(listen(&events, a_moment, |_| false), Ok(false));
        drop(sender);
        assert_eq!(listen(&events, None, |_: i32| true), Err(RecvError));
    }
}
