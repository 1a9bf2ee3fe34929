//! Work that may take for ever → a word about it meanwhile.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Does `work`, and meanwhile, once it has taken so long, says so.
pub(super) fn with<T>(
    patience: Duration,
    say: impl FnOnce() + Send,
    work: impl FnOnce() -> T,
) -> T {
    thread::scope(|scope| {
        let (done, ended) = mpsc::channel::<()>();
        scope.spawn(move || {
            if ended.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
                say();
            }
        });
        let result = work();
        drop(done);
        result
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_takes_long_is_told_while_it_goes_on() {
        let (tell, told) = mpsc::channel();
        let say = move || tell.send(()).unwrap();
        let heard = with(Duration::ZERO, say, || told.recv());
        assert_eq!(heard, Ok(()));
    }

    #[test]
    fn what_is_done_in_time_is_not() {
        let long = Duration::from_hours(1);
        assert_eq!(with(long, || panic!("it is said"), || 1), 1);
    }
}
