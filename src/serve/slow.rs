//! Reports work that takes long while it is still running.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// Does `work`, and calls `report` once if that takes longer than `limit`.
pub(super) fn report_if_slow<T>(
    limit: Duration,
    report: impl FnOnce() + Send,
    work: impl FnOnce() -> T,
) -> T {
    thread::scope(|scope| {
        let (done, ended) = mpsc::channel::<()>();
        scope.spawn(move || {
            if ended.recv_timeout(limit) == Err(RecvTimeoutError::Timeout) {
                report();
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
    fn slow_work_is_reported_while_it_runs() {
        let (tell, told) = mpsc::channel();
        let report = move || tell.send(()).unwrap();
        let heard = report_if_slow(Duration::ZERO, report, || told.recv());
        assert_eq!(heard, Ok(()));
    }

    #[test]
    fn quick_work_is_not() {
        let long = Duration::from_hours(1);
        assert_eq!(report_if_slow(long, || panic!("reported"), || 1), 1);
    }
}
