//! Runs many small jobs in parallel, and repeats those that failed for a transient reason. They are
//! repeated together, in another pass, because an outage hits all jobs that are running.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::problem::Problem;
use super::progress::Progress;
use crate::diagnostic::Diagnostic;
use crate::locale::{Argument, Text};

/// A job that failed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Failed<T> {
    /// Which.
    pub(super) job: T,
    /// Why.
    pub(super) problem: Problem,
}

/// How jobs are run.
#[derive(Clone, Copy)]
pub(super) struct Retries<'a> {
    /// How many run at once.
    pub(super) threads: usize,
    /// Gives up when no job has succeeded for so long.
    pub(super) retry_for: Duration,
    /// Told of each pause.
    pub(super) progress: &'a dyn Progress,
}

/// The first pause; each is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(250);

/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

impl<'a> Retries<'a> {
    /// One job at a time.
    pub(super) fn single(retry_for: Duration, progress: &'a dyn Progress) -> Self {
        Self {
            threads: 1,
            retry_for,
            progress,
        }
    }

    /// Runs every job. After a permanent failure the jobs that are running are finished and no
    /// other is started.
    ///
    /// # Errors
    /// The permanent failures; or, after giving up, those of the last pass.
    pub(super) fn run<T: Sync + Clone>(
        self,
        jobs: &[T],
        one: impl Fn(&T) -> Result<(), Problem> + Sync,
    ) -> Result<(), Vec<Failed<T>>> {
        let mut left = jobs.to_vec();
        let (mut pause, mut last_success) = (FIRST_PAUSE, Instant::now());
        while !left.is_empty() {
            let before = left.len();
            let failed = self.pass(&mut left, &one);
            let permanent = |failed: &Failed<T>| matches!(failed.problem, Problem::Permanent(_));
            if failed.iter().any(permanent) {
                return Err(failed.into_iter().filter(permanent).collect());
            }
            if left.len() < before {
                (pause, last_success) = (FIRST_PAUSE, Instant::now());
            }
            let Some(first) = failed.first() else {
                continue;
            };
            if last_success.elapsed() >= self.retry_for {
                return Err(failed);
            }
            self.progress.waiting(first.problem.reason(), pause);
            thread::sleep(pause);
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
        Ok(())
    }

    /// Makes one request to `target`, about `what`, and repeats it while it fails for a transient
    /// reason.
    ///
    /// # Errors
    /// `E902` or `E903`: why it failed.
    pub(super) fn request<T: Send>(
        self,
        target: Text,
        what: impl Into<Argument>,
        attempt: impl Fn() -> Result<T, Problem> + Sync,
    ) -> Result<T, Diagnostic> {
        let response = Mutex::new(None);
        let once = |(): &()| {
            let got = attempt()?;
            if let Ok(mut response) = response.lock() {
                *response = Some(got);
            }
            Ok(())
        };
        let result = self.run(&[()], once);
        let response = response.into_inner().ok().flatten();
        match (result, response) {
            (Ok(()), Some(response)) => Ok(response),
            (Err(failed), _) => Err(failed.into_iter().next().map_or_else(
                || unreachable!("a failure names its job"),
                |failed| failed.problem.diagnostic(target, what),
            )),
            (Ok(()), None) => unreachable!("a job that succeeded has a response"),
        }
    }

    /// Runs the jobs in `left` until as many have failed as there are threads: that is an outage.
    /// Leaves in `left` those that are not done.
    fn pass<T: Sync + Clone>(
        self,
        left: &mut Vec<T>,
        one: &(impl Fn(&T) -> Result<(), Problem> + Sync),
    ) -> Vec<Failed<T>> {
        let (next, failures) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let outcomes: Vec<Mutex<Option<Result<(), Problem>>>> =
            left.iter().map(|_| Mutex::new(None)).collect();
        let work = || {
            while failures.load(Ordering::Relaxed) < self.threads {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let (Some(job), Some(slot)) = (left.get(at), outcomes.get(at)) else {
                    break;
                };
                let outcome = one(job);
                match &outcome {
                    Ok(()) => {}
                    Err(Problem::Transient(_)) => {
                        failures.fetch_add(1, Ordering::Relaxed);
                    }
                    Err(Problem::Permanent(_)) => failures.store(usize::MAX / 2, Ordering::Relaxed),
                }
                if let Ok(mut slot) = slot.lock() {
                    *slot = Some(outcome);
                }
            }
        };
        thread::scope(|scope| {
            for _ in 0..self.threads.min(left.len()) {
                scope.spawn(work);
            }
        });
        let outcomes = outcomes
            .into_iter()
            .map(|slot| slot.into_inner().ok().flatten());
        let (mut undone, mut failed) = (Vec::new(), Vec::new());
        for (job, outcome) in left.drain(..).zip(outcomes) {
            match outcome {
                Some(Ok(())) => continue,
                Some(Err(problem)) => failed.push(Failed {
                    job: job.clone(),
                    problem,
                }),
                None => {}
            }
            undone.push(job);
        }
        *left = undone;
        failed
    }
}
