//! Many small jobs at once, over a line that may fail for a while. What fails in passing is tried again in a later pass over
//! what is left, because an outage hits whatever is under way, and trying one job again and again would only find it still there.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::problem::Problem;
use super::progress::Watch;
use crate::diagnostic::Diagnostic;

/// An job that could not be done.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Failed<T> {
    /// Which.
    pub(super) job: T,
    /// Why.
    pub(super) problem: Problem,
}

/// How jobs are done.
#[derive(Clone, Copy)]
pub(super) struct Passes<'a> {
    /// How many at once.
    pub(super) threads: usize,
    /// For how long nothing may succeed before all of it is given up.
    pub(super) patience: Duration,
    /// Who is told of pauses.
    pub(super) watch: &'a dyn Watch,
}

/// The first pause; each is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(250);

/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

impl<'a> Passes<'a> {
    /// One job after the other.
    pub(super) fn single(patience: Duration, watch: &'a dyn Watch) -> Self {
        Self {
            threads: 1,
            patience,
            watch,
        }
    }

    /// Does every job. Ends at the first that fails for good, once those under way are done, and gives those that failed.
    ///
    /// # Errors
    /// What failed for good; or, when nothing has succeeded for too long, what was tried last.
    pub(super) fn run<T: Sync + Clone>(
        self,
        jobs: &[T],
        one: impl Fn(&T) -> Result<(), Problem> + Sync,
    ) -> Result<(), Vec<Failed<T>>> {
        let mut left = jobs.to_vec();
        let (mut pause, mut progress) = (FIRST_PAUSE, Instant::now());
        while !left.is_empty() {
            let before = left.len();
            let failed = self.pass(&mut left, &one);
            let lasting = |failed: &Failed<T>| matches!(failed.problem, Problem::Permanent(_));
            if failed.iter().any(lasting) {
                return Err(failed.into_iter().filter(lasting).collect());
            }
            if left.len() < before {
                (pause, progress) = (FIRST_PAUSE, Instant::now());
            }
            let Some(first) = failed.first() else {
                continue;
            };
            if progress.elapsed() >= self.patience {
                return Err(failed);
            }
            self.watch.waiting(first.problem.reason(), pause);
            thread::sleep(pause);
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
        Ok(())
    }

    /// One question to `place` about `what`, asked again while there is no answer.
    ///
    /// # Errors
    /// `E902` or `E903`: why there is none.
    pub(super) fn ask<T: Send>(
        self,
        place: &str,
        what: &str,
        question: impl Fn() -> Result<T, Problem> + Sync,
    ) -> Result<T, Diagnostic> {
        let answer = Mutex::new(None);
        let once = |(): &()| {
            let got = question()?;
            if let Ok(mut answer) = answer.lock() {
                *answer = Some(got);
            }
            Ok(())
        };
        let result = self.run(&[()], once);
        let answer = answer.into_inner().ok().flatten();
        match (result, answer) {
            (Ok(()), Some(answer)) => Ok(answer),
            (Err(failed), _) => Err(failed.into_iter().next().map_or_else(
                || unreachable!("whatever fails is named"),
                |failed| failed.problem.diagnostic(place, what),
            )),
            (Ok(()), None) => unreachable!("an job that went well has an answer"),
        }
    }

    /// Tries what is left, until as many have failed as there are threads: then it is not the job's fault. Leaves in `left` what is
    /// not done.
    fn pass<T: Sync + Clone>(
        self,
        left: &mut Vec<T>,
        one: &(impl Fn(&T) -> Result<(), Problem> + Sync),
    ) -> Vec<Failed<T>> {
        let (next, misses) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let outcomes: Vec<Mutex<Option<Result<(), Problem>>>> =
            left.iter().map(|_| Mutex::new(None)).collect();
        let work = || {
            while misses.load(Ordering::Relaxed) < self.threads {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let (Some(job), Some(slot)) = (left.get(at), outcomes.get(at)) else {
                    break;
                };
                let outcome = one(job);
                match &outcome {
                    Ok(()) => {}
                    Err(Problem::Transient(_)) => {
                        misses.fetch_add(1, Ordering::Relaxed);
                    }
                    Err(Problem::Permanent(_)) => misses.store(usize::MAX / 2, Ordering::Relaxed),
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
