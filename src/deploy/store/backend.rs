//! A store as a target.

use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::journal::Journal;
use super::survey::{Listing, survey};
use super::{Store, Upload, key, state};
use crate::deploy::backend::{Backend, Job};
use crate::deploy::clock::now;
use crate::deploy::lock::{Lock, RENEWAL};
use crate::deploy::lock_token::LockToken;
use crate::deploy::manifest::Manifest;
use crate::deploy::problem::Problem;
use crate::deploy::progress::{NoProgress, Progress};
use crate::deploy::release;
use crate::deploy::retries::{Failed, Retries};
use crate::deploy::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::locale::{Argument, Text, text};
use crate::path::OutputPath;

/// A store, with the state of one deploy.
pub(in crate::deploy) struct StoreBackend<S> {
    pub(super) store: S,
    retry_for: Duration,
    lock: Option<Lock>,
    pub(super) listing: Listing,
}

/// After how many files the lock is checked.
const BATCH: usize = 256;

/// Why a deploy failed.
pub(super) type Failure = Vec<Diagnostic>;

impl<S: Store> StoreBackend<S> {
    /// A store to which requests are repeated for as long as `retry_for`.
    pub(in crate::deploy) fn new(store: S, retry_for: Duration) -> Self {
        Self {
            store,
            retry_for,
            lock: None,
            listing: Listing::new(),
        }
    }

    /// Makes one request, and repeats it during an outage.
    pub(super) fn request<T: Send>(
        &self,
        what: impl Into<Argument>,
        attempt: impl Fn() -> Result<T, Problem> + Sync,
    ) -> Result<T, Diagnostic> {
        let retries = self.retries(&NoProgress);
        retries.request(self.store.name(), what, attempt)
    }

    pub(super) fn retries<'a>(&self, progress: &'a dyn Progress) -> Retries<'a> {
        Retries {
            threads: self.store.threads(),
            retry_for: self.retry_for,
            progress,
        }
    }

    /// Runs `one` for each path, in parallel, and keeps the lock valid.
    pub(super) fn each(
        &mut self,
        paths: &[&OutputPath],
        progress: &dyn Progress,
        one: impl Fn(&S, &OutputPath) -> Result<(), Problem> + Sync,
    ) -> Result<(), Failure> {
        for batch in paths.chunks(BATCH) {
            self.renew_if_due()?;
            let this = &*self;
            let result = thread::scope(|scope| {
                let (_sender, end) = channel();
                scope.spawn(move || this.keep_alive(&end));
                let retries = this.retries(progress);
                retries.run(batch, |path| one(&this.store, path))
            });
            let named = |path: &&OutputPath| path.to_string();
            result.map_err(|failed| vec![self.problem(&failed, named)])?;
        }
        Ok(())
    }

    pub(super) fn problem<T>(
        &self,
        failed: &[Failed<T>],
        name_of: impl Fn(&T) -> String,
    ) -> Diagnostic {
        let Some((first, others)) = failed.split_first() else {
            unreachable!("a failure names its job");
        };
        let first_name = name_of(&first.job);
        let mut problem = first.problem.diagnostic(self.store.name(), first_name);
        for failed in others.iter().take(4) {
            let reason = failed.problem.reason().clone();
            problem = problem.note(text!("failed-as-well", name = name_of(&failed.job), reason));
        }
        problem
    }

    pub(super) fn write_state(&self, key: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.request(key, || self.try_write_state(key, bytes))
    }

    fn try_write_state(&self, key: &str, bytes: &[u8]) -> Result<(), Problem> {
        let headers = BTreeMap::from([
            ("Content-Type", "application/json"),
            ("Cache-Control", "no-store"),
        ]);
        let file = Upload {
            key,
            bytes: &bytes.to_vec().into(),
            md5: &release::md5(bytes),
            headers: &headers,
        };
        self.store.write(file)
    }

    /// Renews the lock regularly until the sender is dropped: a large file may take longer than the
    /// lock lasts. A failure is noticed when the lock is renewed next.
    fn keep_alive(&self, end: &Receiver<()>) {
        let Some(lock) = &self.lock else { return };
        let pause = Duration::from_secs(RENEWAL);
        while end.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
            let found = self.store.read(state::LOCK).ok().flatten();
            let found = found.and_then(|text| Lock::parse(&text));
            if found.is_some_and(|found| found.token == lock.token) {
                _ = self.try_write_state(state::LOCK, &lock.renewed(now()).text());
            }
        }
    }

    fn read_state(&self, key: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        self.request(key, || self.store.read(key))
    }

    fn current_lock(&self) -> Result<Option<Lock>, Diagnostic> {
        let found = self.read_state(state::LOCK)?;
        Ok(found.and_then(|text| Lock::parse(&text)))
    }

    /// Renews the lock if it is due.
    fn renew_if_due(&mut self) -> Result<(), Failure> {
        match &self.lock {
            Some(lock) if lock.is_due(now()) => self.renew(),
            _ => Ok(()),
        }
    }

    /// Makes sure that the lock is still this deploy's, and renews it.
    pub(super) fn renew(&mut self) -> Result<(), Failure> {
        let Some(lock) = &self.lock else {
            return Ok(());
        };
        let lost = match self.current_lock().map_err(one)? {
            Some(found) if found.token == lock.token => None,
            Some(other) => Some(other.lost()),
            None => Some(Lock::gone()),
        };
        if let Some(lost) = lost {
            // It is not ours to release.
            self.lock = None;
            return Err(vec![lost]);
        }
        let renewed = lock.renewed(now());
        self.write_state(state::LOCK, &renewed.text())
            .map_err(one)?;
        self.lock = Some(renewed);
        Ok(())
    }

    /// Reads and parses what warraq stored under a key, if anything.
    fn read_parsed<T>(
        &self,
        key: &str,
        parse: impl Fn(&[u8]) -> Result<T, Text>,
    ) -> Result<Option<T>, Diagnostic> {
        if !self.listing.contains_key(key) {
            return Ok(None);
        }
        let parsed = self.read_state(key)?.map(|text| parse(&text));
        parsed.transpose().map_err(|reason| {
            let message = text!("state-unreadable", target = self.store.name(), reason);
            Diagnostic::error("E908", message).hint(text!("state-unreadable-in-store-hint", key))
        })
    }
}

pub(super) fn one(problem: Diagnostic) -> Failure {
    vec![problem]
}

impl<S: Store> Backend for StoreBackend<S> {
    fn keeps_header(&self, name: &str) -> bool {
        self.store.keeps_header(name)
    }

    fn lock(&mut self, token: &LockToken) -> Result<(), Diagnostic> {
        let lock = Lock::new(&token.token, &token.holder, now());
        let is_created =
            self.request(state::LOCK, || self.store.create(state::LOCK, &lock.text()))?;
        if !is_created {
            // The lock is ours if only the response to its creation was lost.
            if let Some(other) = self.current_lock()?
                && other.is_valid(now())
                && other.token != token.token
                && !token.inherits(&other.token)
            {
                return Err(other.refusal(now()));
            }
            self.write_state(state::LOCK, &lock.text())?;
        }
        // If two deploys took it at the same time, the last to write has it.
        match self.current_lock()? {
            Some(other) if other.token != lock.token => Err(other.refusal(now())),
            _ => {
                self.lock = Some(lock);
                Ok(())
            }
        }
    }

    fn survey(&mut self) -> Result<Survey, Diagnostic> {
        self.listing = self.request(text!("list-of-files"), || self.store.list())?;
        let manifest = self.read_parsed(state::MANIFEST, Manifest::parse)?;
        let journal = self.read_parsed(state::JOURNAL, Journal::parse)?;
        survey(&self.listing, manifest, journal, |path, record| {
            if self
                .listing
                .get(key(path))
                .is_some_and(|listed| listed.md5.is_some())
            {
                return Ok(true);
            }
            let inspected = self.request(key(path), || self.store.inspect(key(path)))?;
            Ok(inspected.is_some_and(|listed| listed.may_match(record)))
        })
    }

    fn apply(&mut self, job: &Job<'_>) -> Result<(), Failure> {
        let result = self.publish(job);
        if result.is_err() {
            // The outage is not waited out a second time, to release the lock.
            self.retry_for = Duration::ZERO;
        }
        result
    }

    fn unlock(&mut self) -> Result<(), Diagnostic> {
        let Some(lock) = self.lock.take() else {
            return Ok(());
        };
        self.store.close().ok();
        let is_ours = |found: Lock| found.token == lock.token;
        if self.current_lock()?.is_some_and(is_ours) {
            self.request(state::LOCK, || self.store.delete(state::LOCK))?;
        }
        Ok(())
    }
}
