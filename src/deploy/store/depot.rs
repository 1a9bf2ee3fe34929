//! A store as a target of deploys.

use std::collections::BTreeMap;
use std::time::Duration;

use super::journal::Journal;
use super::survey::{Listing, survey};
use super::{Store, Written, key, state};
use crate::deploy::carrier::{Carrier, Errand};
use crate::deploy::claim::Claim;
use crate::deploy::lock::Lock;
use crate::deploy::manifest::Manifest;
use crate::deploy::passes::{Failed, Passes, Problem, Silence};
use crate::deploy::survey::Survey;
use crate::deploy::{Watch, now, release};
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;

/// A store, and what this deploy knows of it.
pub(in crate::deploy) struct Depot<S> {
    pub(super) store: S,
    patience: Duration,
    lock: Option<Lock>,
    pub(super) listing: Listing,
}

/// How many files are carried before the lock is looked after.
const BATCH: usize = 256;

/// Why a deploy did not come to its end.
pub(super) type Failure = Vec<Diagnostic>;

impl<S: Store> Depot<S> {
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
        let answer = self.passes(&Silence).ask(question);
        answer.map_err(|problem| problem.diagnostic(&self.store.name(), what))
    }

    pub(super) fn passes<'a>(&self, watch: &'a dyn Watch) -> Passes<'a> {
        Passes {
            threads: self.store.threads(),
            patience: self.patience,
            watch,
        }
    }

    /// Many errands at once, while the lock is kept alive.
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
        let first_name = name_of(&first.errand);
        let mut problem = first.problem.diagnostic(&self.store.name(), &first_name);
        for failed in others.iter().take(4) {
            problem = problem.note(format!(
                "`{}`: {}",
                name_of(&failed.errand),
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

    /// Renews the lock when it is time, and notices when somebody else has taken it.
    fn renew(&mut self) -> Result<(), Failure> {
        let Some(lock) = self.lock.as_ref().filter(|lock| lock.is_ageing(now())) else {
            return Ok(());
        };
        if let Some(other) = self.found_lock().map_err(one)?
            && other.token != lock.token
        {
            return Err(vec![other.lost()]);
        }
        let renewed = lock.renewed(now());
        self.write_state(state::LOCK, &renewed.text())
            .map_err(one)?;
        self.lock = Some(renewed);
        Ok(())
    }
}

pub(super) fn one(problem: Diagnostic) -> Failure {
    vec![problem]
}

impl<S: Store> Carrier for Depot<S> {
    fn keeps_header(&self, name: &str) -> bool {
        self.store.keeps_header(name)
    }

    fn lock(&mut self, claim: &Claim) -> Result<(), Diagnostic> {
        let lock = Lock::new(&claim.token, &claim.holder, now());
        let is_created = self.ask(state::LOCK, || self.store.create(state::LOCK, &lock.text()))?;
        if !is_created {
            if let Some(other) = self.found_lock()?
                && other.holds(now())
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
        let read = |key: &str| {
            let is_there = self.listing.contains_key(key);
            is_there.then(|| self.read_state(key)).transpose()
        };
        let manifest = read(state::MANIFEST)?
            .flatten()
            .map(|text| Manifest::parse(&text));
        let manifest = manifest.transpose().map_err(|reason| {
            let name = self.store.name();
            let message = format!("what warraq wrote down at {name} cannot be read: {reason}");
            let hint = format!(
                "if {} there is damaged, delete it: the next deploy then uploads everything",
                state::MANIFEST
            );
            Diagnostic::error("E908", message).hint(hint)
        })?;
        let journal = read(state::JOURNAL)?
            .flatten()
            .and_then(|text| Journal::parse(&text));
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

    fn carry(&mut self, errand: &Errand<'_>) -> Result<(), Failure> {
        let result = self.bring(errand);
        if result.is_err() {
            // A store that failed is not waited for a second time.
            self.patience = Duration::ZERO;
        }
        result
    }

    fn unlock(&mut self) -> Result<(), Diagnostic> {
        let is_held = self.lock.take().is_some();
        if is_held {
            self.ask(state::LOCK, || self.store.delete(state::LOCK))?;
        }
        Ok(())
    }
}
