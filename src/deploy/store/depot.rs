//! A store as a target of deploys.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::time::Duration;

use super::journal::Journal;
use super::survey::{Listing, survey};
use super::{Store, Written, key, state};
use crate::deploy::carrier::{Carrier, Content, Errand};
use crate::deploy::claim::Claim;
use crate::deploy::lock::Lock;
use crate::deploy::manifest::{Manifest, Record, Records};
use crate::deploy::passes::{Failed, Passes, Problem};
use crate::deploy::survey::Survey;
use crate::deploy::{Stage, Watch, now, release};
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;

/// A store, and what this deploy knows of it.
pub(in crate::deploy) struct Depot<S> {
    store: S,
    patience: Duration,
    lock: Option<Lock>,
    listing: Listing,
}

/// How many files are carried before the lock is looked after.
const BATCH: usize = 256;

/// Why a deploy did not come to its end.
type Failure = Vec<Diagnostic>;

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
    fn ask<T: Send>(
        &self,
        what: &str,
        question: impl Fn() -> Result<T, Problem> + Sync,
    ) -> Result<T, Diagnostic> {
        let answer = Mutex::new(None);
        let once = |_: &()| {
            let got = question()?;
            if let Ok(mut answer) = answer.lock() {
                *answer = Some(got);
            }
            Ok(())
        };
        let result = self.passes(&Silence).run(&[()], once);
        let answer = answer.into_inner().ok().flatten();
        match (result, answer) {
            (Ok(()), Some(answer)) => Ok(answer),
            (Err(failed), _) => {
                let failed = failed.into_iter().map(|failed| Failed {
                    errand: what.to_owned(),
                    problem: failed.problem,
                });
                Err(self.problem(failed.collect()))
            }
            (Ok(()), None) => unreachable!("an errand that went well has an answer"),
        }
    }

    fn passes<'a>(&self, watch: &'a dyn Watch) -> Passes<'a> {
        Passes {
            threads: self.store.threads(),
            patience: self.patience,
            watch,
        }
    }

    /// Many errands at once, while the lock is kept alive.
    fn each(
        &mut self,
        paths: &[&OutputPath],
        watch: &dyn Watch,
        one: impl Fn(&S, &OutputPath) -> Result<(), Problem> + Sync,
    ) -> Result<(), Failure> {
        for batch in paths.chunks(BATCH) {
            self.renew()?;
            let store = &self.store;
            let result = self.passes(watch).run(batch, |path| one(store, path));
            result.map_err(|failed| {
                let failed = failed.into_iter().map(|failed| Failed {
                    errand: failed.errand.to_string(),
                    problem: failed.problem,
                });
                vec![self.problem(failed.collect())]
            })?;
        }
        Ok(())
    }

    fn problem(&self, failed: Vec<Failed<String>>) -> Diagnostic {
        let Some((first, others)) = failed.split_first() else {
            unreachable!("whatever fails is named");
        };
        let (name, reason) = (self.store.name(), first.problem.reason());
        let mut problem = match first.problem {
            Problem::Lasting(_) => {
                let message = format!("{name} refused `{}`: {reason}", first.errand);
                Diagnostic::error("E902", message)
                    .hint("mend that and deploy again: what has been uploaded is kept, and nothing was deleted")
            }
            Problem::Passing(_) => {
                let message = format!(
                    "{name} could not be reached for `{}`: {reason}",
                    first.errand
                );
                Diagnostic::error("E903", message).hint(
                    "deploy again when it answers: it goes on from here, and nothing was deleted",
                )
            }
        };
        for failed in others.iter().take(4) {
            problem = problem.note(format!("`{}`: {}", failed.errand, failed.problem.reason()));
        }
        problem
    }

    fn write_state(&self, key: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
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

    fn bring(&mut self, errand: &Errand<'_>) -> Result<(), Failure> {
        let uploads = errand.uploads();
        let journal = Journal {
            there: errand.survey.there.clone(),
            planned: uploads,
        };
        self.write_state(state::JOURNAL, &journal.text())
            .map_err(one)?;
        self.keep(errand)?;
        self.upload(errand)?;
        self.verify(errand, &journal.planned)?;
        let manifest = &errand.plan.next;
        self.write_state(state::MANIFEST, &manifest.text())
            .map_err(one)?;
        self.remove(errand)?;
        self.tidy(manifest)
    }

    /// Copies what is going to give way, so that a rollback can bring it back.
    fn keep(&mut self, errand: &Errand<'_>) -> Result<(), Failure> {
        let Some(before) = &errand.plan.next.before else {
            return Ok(());
        };
        let giving_way = errand.plan.steps.iter().filter_map(|step| {
            let wanted = before.differs.get(&step.path)?.as_ref()?;
            // A deploy that was broken off has copied what is not there any more.
            let there = errand.survey.there.get(&step.path)?;
            let is_kept = self.listing.contains_key(&state::kept(wanted));
            (there == wanted && !is_kept).then_some(&step.path)
        });
        let giving_way: Vec<_> = giving_way.collect();
        self.each(&giving_way, errand.watch, |store, path| {
            let record = before.differs.get(path).and_then(Option::as_ref);
            let Some(record) = record else { return Ok(()) };
            store.copy(key(path), &state::kept(record)).map(|_| ())
        })
    }

    fn upload(&mut self, errand: &Errand<'_>) -> Result<(), Failure> {
        for stage in [
            Stage::Assets,
            Stage::NewPages,
            Stage::Pages,
            Stage::Listings,
        ] {
            let steps = errand.plan.uploads().filter(|step| step.stage == stage);
            let steps: Vec<_> = steps.collect();
            let paths: Vec<_> = steps.iter().map(|step| &step.path).collect();
            let bytes = steps.iter().map(|step| step.size).sum();
            errand.watch.begin(stage, paths.len(), bytes);
            self.each(&paths, errand.watch, |store, path| {
                let Some(record) = errand.record(path) else {
                    return Ok(());
                };
                put(store, errand, path, record)?;
                errand.watch.done(record.size);
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Asks the store for the size and the hash of everything that was written.
    fn verify(&self, errand: &Errand<'_>, uploads: &Records) -> Result<(), Failure> {
        if uploads.is_empty() {
            return Ok(());
        }
        let listing = self
            .ask("the list of files", || self.store.list())
            .map_err(one)?;
        let paths: Vec<_> = uploads.iter().collect();
        let damaged = Mutex::new(BTreeSet::new());
        let result = self.passes(errand.watch).run(&paths, |(path, record)| {
            let listed = match listing.get(key(path)) {
                Some(listed) if listed.md5.is_some() => Some(listed.clone()),
                _ => self.store.inspect(key(path))?,
            };
            let is_whole = listed.is_some_and(|listed| listed.may_be(record));
            if !is_whole && let Ok(mut damaged) = damaged.lock() {
                damaged.insert((*path).clone());
            }
            Ok(())
        });
        result.map_err(|failed| {
            let failed = failed.into_iter().map(|failed| Failed {
                errand: failed.errand.0.to_string(),
                problem: failed.problem,
            });
            vec![self.problem(failed.collect())]
        })?;
        let damaged = damaged.into_inner().unwrap_or_default();
        let damaged = damaged.into_iter().map(|path| {
            let message = format!("`{path}` is not at {} as it was sent", self.store.name());
            let hint = "somebody else may be writing there; deploy again, and nothing was deleted";
            Diagnostic::error("E907", message).hint(hint)
        });
        let damaged: Vec<_> = damaged.collect();
        if damaged.is_empty() {
            Ok(())
        } else {
            Err(damaged)
        }
    }

    fn remove(&mut self, errand: &Errand<'_>) -> Result<(), Failure> {
        let steps: Vec<_> = errand.plan.removals().collect();
        if steps.is_empty() {
            return Ok(());
        }
        let bytes = steps.iter().map(|step| step.size).sum();
        errand.watch.begin(Stage::Removals, steps.len(), bytes);
        let paths: Vec<_> = steps.iter().map(|step| &step.path).collect();
        self.each(&paths, errand.watch, |store, path| {
            store.delete(key(path))?;
            errand.watch.done(0);
            Ok(())
        })?;
        let mut manifest = errand.plan.next.clone();
        manifest.old.retain(|path, _| !paths.contains(&path));
        self.write_state(state::MANIFEST, &manifest.text())
            .map_err(one)
    }

    /// Takes away what this deploy wrote down for itself, and copies that no rollback needs.
    fn tidy(&mut self, manifest: &Manifest) -> Result<(), Failure> {
        let before = manifest.before.iter();
        let needed: BTreeSet<_> = before
            .flat_map(|before| before.differs.values().flatten())
            .map(state::kept)
            .collect();
        let copies = self.listing.keys().filter(|key| state::is_passing(key));
        let copies = copies.filter(|key| !needed.contains(*key));
        let mut keys: Vec<_> = copies.cloned().collect();
        keys.push(state::JOURNAL.to_owned());
        let result = self
            .passes(&Silence)
            .run(&keys, |key| self.store.delete(key));
        result.map_err(|failed| vec![self.problem(failed)])
    }
}

/// Puts one file where it belongs.
fn put(
    store: &impl Store,
    errand: &Errand<'_>,
    path: &OutputPath,
    record: &Record,
) -> Result<(), Problem> {
    let release = match errand.content {
        Content::Release(release) => release,
        Content::Before => {
            let copied = store.copy(&state::kept(record), key(path))?;
            return if copied {
                Ok(())
            } else {
                Err(Problem::Lasting(
                    "its copy is not there any more".to_owned(),
                ))
            };
        }
    };
    let Some(file) = release.files.get(path) else {
        unreachable!("what is uploaded is in the release");
    };
    let headers = release::kept_headers(file, |name| store.keeps_header(name));
    store.write(Written {
        key: key(path),
        bytes: &file.bytes,
        md5: &record.md5,
        headers: &headers,
    })
}

fn one(problem: Diagnostic) -> Failure {
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
        let read = |key: &str| match self.listing.contains_key(key) {
            true => self.read_state(key),
            false => Ok(None),
        };
        let manifest = read(state::MANIFEST)?.map(|text| Manifest::parse(&text));
        let manifest = manifest.transpose().map_err(|reason| {
            let name = self.store.name();
            let message = format!("what warraq wrote down at {name} cannot be read: {reason}");
            let hint = format!(
                "if {} there is damaged, delete it: the next deploy then uploads everything",
                state::MANIFEST
            );
            Diagnostic::error("E908", message).hint(hint)
        })?;
        let journal = read(state::JOURNAL)?.and_then(|text| Journal::parse(&text));
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

/// Nobody is told.
struct Silence;

impl Watch for Silence {
    fn begin(&self, _: Stage, _: usize, _: u64) {}
    fn done(&self, _: u64) {}
    fn waiting(&self, _: &str, _: Duration) {}
}
