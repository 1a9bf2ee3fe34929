//! What a deploy does at a store, step by step.

use std::collections::BTreeSet;
use std::sync::Mutex;

use super::backend::{Failure, StoreBackend, one};
use super::journal::Journal;
use super::survey::Listing;
use super::{Store, Written, key, state};
use crate::deploy::backend::{Content, Job};
use crate::deploy::manifest::{Manifest, Record, Records};
use crate::deploy::problem::Problem;
use crate::deploy::progress::{Silence, Stage};
use crate::deploy::release;
use crate::deploy::survey::Unfinished;
use crate::diagnostic::Diagnostic;
use crate::path::OutputPath;

/// How many files are verified one by one rather than by a list of all.
const FEW: usize = 64;

impl<S: Store> StoreBackend<S> {
    /// Everything between the locks.
    pub(super) fn bring(&mut self, job: &Job<'_>) -> Result<(), Failure> {
        let uploads = self.uploads(job)?;
        let manifest = &job.plan.next;
        let journal = Journal {
            deploy: Unfinished {
                goal: manifest.stamp.release.clone(),
                is_rollback: matches!(job.content, Content::Before),
            },
            there: job.survey.there.clone(),
            planned: uploads,
        };
        self.write_state(state::JOURNAL, &journal.text())
            .map_err(one)?;
        self.keep(job)?;
        self.upload(job, &journal.planned)?;
        self.verify(job, &journal.planned)?;
        self.hold()?;
        self.write_state(state::MANIFEST, &manifest.text())
            .map_err(one)?;
        self.remove(job)?;
        self.tidy(manifest)
    }

    /// What is going to be written. A rollback has to have a copy of each, but for files that were lost and that the release which
    /// gives way has as well: those the next deploy brings.
    fn uploads(&self, job: &Job<'_>) -> Result<Records, Failure> {
        let mut uploads = job.uploads();
        if let Content::Release(_) = job.content {
            return Ok(uploads);
        }
        let last = job.survey.last.as_ref().map(|last| &last.files);
        let is_copied = |record: &Record| self.listing.contains_key(&state::kept(record));
        uploads.retain(|path, record| {
            let is_lost = job.survey.lost.contains(path);
            let is_shared = last.and_then(|last| last.get(path)) == Some(&*record);
            is_copied(record) || !(is_lost && is_shared)
        });
        let absent = uploads.iter().filter(|(_, record)| !is_copied(record));
        let absent = absent.map(|(path, _)| {
            let message = format!("no copy is kept of `{path}` as it was");
            let hint = "deploy the site as it was: check out its older state and deploy that";
            Diagnostic::error("E909", message).hint(hint)
        });
        let absent: Vec<_> = absent.collect();
        if absent.is_empty() {
            Ok(uploads)
        } else {
            Err(absent)
        }
    }

    /// Copies what is going to give way, so that a rollback can bring it back.
    fn keep(&mut self, job: &Job<'_>) -> Result<(), Failure> {
        let Some(before) = &job.plan.next.before else {
            return Ok(());
        };
        let giving_way = job.plan.steps.iter().filter_map(|step| {
            let wanted = before.differs.get(&step.path)?.as_ref()?;
            // A deploy that was broken off has copied what is not there any more.
            let there = job.survey.there.get(&step.path)?;
            let is_kept = self.listing.contains_key(&state::kept(wanted));
            (there == wanted && !is_kept).then_some(&step.path)
        });
        let giving_way: Vec<_> = giving_way.collect();
        self.each(&giving_way, job.watch, |store, path| {
            let record = before.differs.get(path).and_then(Option::as_ref);
            let Some(record) = record else { return Ok(()) };
            if store.copy(key(path), &state::kept(record))? {
                Ok(())
            } else {
                Err(Problem::Permanent("it is not there any more".to_owned()))
            }
        })
    }

    fn upload(&mut self, job: &Job<'_>, uploads: &Records) -> Result<(), Failure> {
        for stage in [
            Stage::Assets,
            Stage::NewPages,
            Stage::Pages,
            Stage::Listings,
        ] {
            let steps = job.plan.uploads().filter(|step| step.stage == stage);
            let steps = steps.filter(|step| uploads.contains_key(&step.path));
            let steps: Vec<_> = steps.collect();
            let paths: Vec<_> = steps.iter().map(|step| &step.path).collect();
            let bytes = steps.iter().map(|step| step.size).sum();
            job.watch.begin(stage, paths.len(), bytes);
            self.each(&paths, job.watch, |store, path| {
                let Some(record) = uploads.get(path) else {
                    return Ok(());
                };
                put(store, job, path, record)?;
                job.watch.done(record.size);
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Asks the store for the size and the hash of everything that was written.
    fn verify(&self, job: &Job<'_>, uploads: &Records) -> Result<(), Failure> {
        // The whole list is not worth asking for where each of a few files can be asked about.
        let listing = if uploads.len() > FEW {
            let listing = self.ask("the list of files", || self.store.list());
            listing.map_err(one)?
        } else {
            Listing::new()
        };
        let paths: Vec<_> = uploads.iter().collect();
        let damaged = Mutex::new(BTreeSet::new());
        let result = self.passes(job.watch).run(&paths, |(path, record)| {
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
        let named = |(path, _): &(&OutputPath, &Record)| path.to_string();
        result.map_err(|failed| vec![self.problem(&failed, named)])?;
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

    fn remove(&mut self, job: &Job<'_>) -> Result<(), Failure> {
        let steps: Vec<_> = job.plan.removals().collect();
        if steps.is_empty() {
            return Ok(());
        }
        self.hold()?;
        let bytes = steps.iter().map(|step| step.size).sum();
        job.watch.begin(Stage::Removals, steps.len(), bytes);
        let paths: Vec<_> = steps.iter().map(|step| &step.path).collect();
        self.each(&paths, job.watch, |store, path| {
            store.delete(key(path))?;
            job.watch.done(0);
            Ok(())
        })?;
        let mut manifest = job.plan.next.clone();
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
        result.map_err(|failed| vec![self.problem(&failed, String::clone)])
    }
}

/// Puts one file where it belongs.
fn put(
    store: &impl Store,
    job: &Job<'_>,
    path: &OutputPath,
    record: &Record,
) -> Result<(), Problem> {
    let release = match job.content {
        Content::Release(release) => release,
        Content::Before => {
            let copied = store.copy(&state::kept(record), key(path))?;
            return if copied {
                Ok(())
            } else {
                Err(Problem::Permanent(
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
