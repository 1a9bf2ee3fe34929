//! A store as a target of deploys.

use std::collections::BTreeMap;
use std::time::Duration;

use super::journal::Journal;
use super::survey::{Listing, survey};
use super::{Store, Written, key, state};
use crate::deploy::backend::{Backend, Job};
use crate::deploy::clock::now;
use crate::deploy::lock::Lock;
use crate::deploy::lock_token::LockToken;
use crate::deploy::manifest::Manifest;
use crate::deploy::passes::{Failed, Passes};
use crate::deploy::problem::Problem;
use crate::deploy::progress::{Silence, Watch};
use crate::deploy::release;
use crate::deploy::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;

/// A store, and what this deploy knows of it.
pub(in crate::deploy) struct StoreBackend<S> {
    pub(super) store: S,
    patience: Duration,
    lock: Option<Lock>,
    pub(super) listing: Listing,
}

/// How many files are carried before the lock is looked after.
const BATCH: usize = 256;

/// Why a deploy did not come to its end.
pub(super) type Failure = Vec<Diagnostic>;

impl<S: Store> StoreBackend<S> {
    /// A depot whose outages are waited out for as long as `patience`.
    pub(in crate::deploy) fn new(store: S, patience: Duration) -> Self {
        Self {
            store,
            patience,
            lock: None,
            listing: Listing::new(),
        }
    }

    /// One question, asked again while the store does not answer.
    pub(super) fn ask<T: Send>(
        &self,
        what: &str,
        question: impl Fn() -> Result<T, Problem> + Sync,
    ) -> Result<T, Diagnostic> {
        let passes = self.passes(&Silence);
        passes.ask(&self.store.name(), what, question)
    }

    pub(super) fn passes<'a>(&self, watch: &'a dyn Watch) -> Passes<'a> {
        Passes {
            threads: self.store.threads(),
            patience: self.patience,
            watch,
        }
    }

    /// Many jobs at once, while the lock is kept alive.
    pub(super) fn each(
        &mut self,
        paths: &[&OutputPath],
        watch: &dyn Watch,
        one: impl Fn(&S, &OutputPath) -> Result<(), Problem> + Sync,
    ) -> Result<(), Failure> {
        for batch in paths.chunks(BATCH) {
            self.renew()?;
            let store = &self.store;
            let result = self.passes(watch).run(batch, |path| one(store, path));
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
            unreachable!("whatever fails is named");
        };
        let first_name = name_of(&first.job);
        let mut problem = first.problem.diagnostic(&self.store.name(), &first_name);
        for failed in others.iter().take(4) {
            problem = problem.note(format!(
                "`{}`: {}",
                name_of(&failed.job),
                failed.problem.reason()
            ));
        }
        problem
    }

    pub(super) fn write_state(&self, key: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let headers = BTreeMap::from([
            ("Content-Type", "application/json"),
            ("Cache-Control", "no-store"),
        ]);
        let md5 = release::md5(bytes);
        let file = Written {
            key,
            bytes,
            md5: &md5,
            headers: &headers,
        };
        self.ask(key, || self.store.write(file))
    }

    fn read_state(&self, key: &str) -> Result<Option<Vec<u8>>, Diagnostic> {
        self.ask(key, || self.store.read(key))
    }

    fn found_lock(&self) -> Result<Option<Lock>, Diagnostic> {
        let found = self.read_state(state::LOCK)?;
        Ok(found.and_then(|text| Lock::parse(&text)))
    }

    /// Renews the lock when it is time.
    fn renew(&mut self) -> Result<(), Failure> {
        match &self.lock {
            Some(lock) if lock.is_ageing(now()) => self.hold(),
            _ => Ok(()),
        }
    }

    /// Makes sure that the lock is still this deploy's, and gives it a new life.
    pub(super) fn hold(&mut self) -> Result<(), Failure> {
        let Some(lock) = &self.lock else {
            return Ok(());
        };
        let lost = match self.found_lock().map_err(one)? {
            Some(found) if found.token == lock.token => None,
            Some(other) => Some(other.lost()),
            None => Some(Lock::gone()),
        };
        if let Some(lost) = lost {
            // It is somebody else's to let go of.
            self.lock = None;
            return Err(vec![lost]);
        }
        let renewed = lock.renewed(now());
        self.write_state(state::LOCK, &renewed.text())
            .map_err(one)?;
        self.lock = Some(renewed);
        Ok(())
    }

    /// What is written down under a key; `None` where there is nothing, or nothing that can be read.
    fn noted<T>(
        &self,
        key: &str,
        parse: impl Fn(&[u8]) -> Result<T, String>,
    ) -> Result<Option<T>, Diagnostic> {
        if !self.listing.contains_key(key) {
            return Ok(None);
        }
        let noted = self.read_state(key)?.map(|text| parse(&text));
        noted.transpose().map_err(|reason| {
            let name = self.store.name();
            let message = format!("what warraq wrote down at {name} cannot be read: {reason}");
            let hint = format!(
                "if {key} there is damaged, delete it and deploy with --force: everything is sent anew, and what the site no longer has stays"
            );
            Diagnostic::error("E908", message).hint(hint)
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

    fn lock(&mut self, claim: &LockToken) -> Result<(), Diagnostic> {
        let lock = Lock::new(&claim.token, &claim.holder, now());
        let is_created = self.ask(state::LOCK, || self.store.create(state::LOCK, &lock.text()))?;
        if !is_created {
            // Its own it may find where the answer to making it was lost.
            if let Some(other) = self.found_lock()?
                && other.holds(now())
                && other.token != claim.token
                && !claim.inherits(&other.token)
            {
                return Err(other.refusal(now()));
            }
            self.write_state(state::LOCK, &lock.text())?;
        }
        // Where two took it at the same time, the one that wrote last has it.
        match self.found_lock()? {
            Some(other) if other.token != lock.token => Err(other.refusal(now())),
            _ => {
                self.lock = Some(lock);
                Ok(())
            }
        }
    }

    fn survey(&mut self) -> Result<Survey, Diagnostic> {
        self.listing = self.ask("the list of files", || self.store.list())?;
        let manifest = self.noted(state::MANIFEST, Manifest::parse)?;
        let journal = self.noted(state::JOURNAL, Journal::parse)?;
        survey(&self.listing, manifest, journal, |path, record| {
            if self
                .listing
                .get(key(path))
                .is_some_and(|listed| listed.md5.is_some())
            {
                return Ok(true);
            }
            let inspected = self.ask(key(path), || self.store.inspect(key(path)))?;
            Ok(inspected.is_some_and(|listed| listed.may_be(record)))
        })
    }

    fn carry(&mut self, job: &Job<'_>) -> Result<(), Failure> {
        let result = self.bring(job);
        if result.is_err() {
            // A store that failed is not waited for a second time.
            self.patience = Duration::ZERO;
        }
        result
    }

    fn unlock(&mut self) -> Result<(), Diagnostic> {
        let Some(lock) = self.lock.take() else {
            return Ok(());
        };
        let is_ours = |found: Lock| found.token == lock.token;
        if self.found_lock()?.is_some_and(is_ours) {
            self.ask(state::LOCK, || self.store.delete(state::LOCK))?;
        }
        Ok(())
    }
}
