//! The steps of a deploy at a store.

use std::collections::BTreeSet;
use std::sync::Mutex;

use super::backend::{Failure, StoreBackend, one};
use super::journal::Journal;
use super::survey::Listing;
use super::{Store, Upload, key, state};
use crate::deploy::backend::{Content, Job};
use crate::deploy::manifest::{Manifest, Record, Records};
use crate::deploy::problem::Problem;
use crate::deploy::progress::{NoProgress, Stage};
use crate::deploy::release;
use crate::deploy::survey::Unfinished;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::OutputPath;

/// Up to how many files are verified one by one rather than by listing the store.
const FEW: usize = 64;

impl<S: Store> StoreBackend<S> {
    /// Carries out the plan, under the lock.
    pub(super) fn publish(&mut self, job: &Job<'_>) -> Result<(), Failure> {
        let uploads = self.uploads(job)?;
        let manifest = &job.plan.next;
        let journal = Journal {
            deploy: Unfinished {
                goal: manifest.stamp.release.clone(),
                is_rollback: matches!(job.content, Content::Before),
            },
            present: job.survey.present.clone(),
            planned: uploads,
        };
        self.write_state(state::JOURNAL, &journal.text())
            .map_err(one)?;
        self.back_up(job)?;
        self.upload(job, &journal.planned)?;
        self.verify(job, &journal.planned)?;
        self.renew()?;
        self.write_state(state::MANIFEST, &manifest.text())
            .map_err(one)?;
        self.remove(job)?;
        self.clean_up(manifest)
    }

    /// The files that are written. A rollback needs a backup of each, except of files that are
    /// missing and that the present release has as well: the next deploy restores those.
    fn uploads(&self, job: &Job<'_>) -> Result<Records, Failure> {
        let mut uploads = job.uploads();
        if let Content::Release(_) = job.content {
            return Ok(uploads);
        }
        let last = job.survey.last.as_ref().map(|last| &last.files);
        let is_backed_up = |record: &Record| self.listing.contains_key(&state::backup(record));
        uploads.retain(|path, record| {
            let is_missing = job.survey.missing.contains(path);
            let is_shared = last.and_then(|last| last.get(path)) == Some(&*record);
            is_backed_up(record) || !(is_missing && is_shared)
        });
        let absent = uploads.iter().filter(|(_, record)| !is_backed_up(record));
        let absent = absent.map(|(path, _)| {
            let message = text!("earlier-copy-none", path = path.as_str());
            Diagnostic::error("E909", message).hint(text!("older-state-hint"))
        });
        let absent: Vec<_> = absent.collect();
        if absent.is_empty() {
            Ok(uploads)
        } else {
            Err(absent)
        }
    }

    /// Copies the files that will be replaced, for a rollback.
    fn back_up(&mut self, job: &Job<'_>) -> Result<(), Failure> {
        let Some(before) = &job.plan.next.before else {
            return Ok(());
        };
        let replaced = job.plan.steps.iter().filter_map(|step| {
            let wanted = before.differs.get(&step.path)?.as_ref()?;
            // An interrupted deploy has copied what is not there any more.
            let there = job.survey.present.get(&step.path)?;
            let is_backed_up = self.listing.contains_key(&state::backup(wanted));
            (there == wanted && !is_backed_up).then_some(&step.path)
        });
        let replaced: Vec<_> = replaced.collect();
        self.each(&replaced, job.progress, |store, path| {
            let record = before.differs.get(path).and_then(Option::as_ref);
            let Some(record) = record else { return Ok(()) };
            if store.copy(key(path), &state::backup(record))? {
                Ok(())
            } else {
                Err(Problem::Permanent(text!("no-longer-there")))
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
            job.progress.begin(stage, paths.len(), bytes);
            self.each(&paths, job.progress, |store, path| {
                let Some(record) = uploads.get(path) else {
                    return Ok(());
                };
                put(store, job, path, record)?;
                job.progress.done(record.size);
                Ok(())
            })?;
        }
        Ok(())
    }

    /// Compares the size and the hash of everything that was written with what the store reports.
    fn verify(&self, job: &Job<'_>, uploads: &Records) -> Result<(), Failure> {
        // A few files are inspected one by one: that is cheaper than the whole list.
        let listing = if uploads.len() > FEW {
            let listing = self.request(text!("list-of-files"), || self.store.list());
            listing.map_err(one)?
        } else {
            Listing::new()
        };
        let paths: Vec<_> = uploads.iter().collect();
        let damaged = Mutex::new(BTreeSet::new());
        let result = self.retries(job.progress).run(&paths, |(path, record)| {
            let listed = match listing.get(key(path)) {
                Some(listed) if listed.md5.is_some() => Some(listed.clone()),
                _ => self.store.inspect(key(path))?,
            };
            let is_whole = listed.is_some_and(|listed| listed.may_match(record));
            if !is_whole && let Ok(mut damaged) = damaged.lock() {
                damaged.insert((*path).clone());
            }
            Ok(())
        });
        let named = |(path, _): &(&OutputPath, &Record)| path.to_string();
        result.map_err(|failed| vec![self.problem(&failed, named)])?;
        let damaged = damaged.into_inner().unwrap_or_default();
        let damaged = damaged.into_iter().map(|path| {
            let (path, target) = (path.as_str(), self.store.name());
            let message = text!("arrived-otherwise", path, target);
            Diagnostic::error("E907", message).hint(text!("arrived-otherwise-hint"))
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
        self.renew()?;
        let bytes = steps.iter().map(|step| step.size).sum();
        job.progress.begin(Stage::Removals, steps.len(), bytes);
        let paths: Vec<_> = steps.iter().map(|step| &step.path).collect();
        self.each(&paths, job.progress, |store, path| {
            store.delete(key(path))?;
            job.progress.done(0);
            Ok(())
        })?;
        let mut manifest = job.plan.next.clone();
        manifest.old.retain(|path, _| !paths.contains(&path));
        self.write_state(state::MANIFEST, &manifest.text())
            .map_err(one)
    }

    /// Deletes the journal, temporary files, and backups that no rollback needs.
    fn clean_up(&mut self, manifest: &Manifest) -> Result<(), Failure> {
        let before = manifest.before.iter();
        let needed: BTreeSet<_> = before
            .flat_map(|before| before.differs.values().flatten())
            .map(state::backup)
            .collect();
        let unneeded = self
            .listing
            .keys()
            .filter(|key| state::is_backup_or_temp_file(key));
        let unneeded = unneeded.filter(|key| !needed.contains(*key));
        let mut keys: Vec<_> = unneeded.cloned().collect();
        keys.push(state::JOURNAL.to_owned());
        let result = self
            .retries(&NoProgress)
            .run(&keys, |key| self.store.delete(key));
        result.map_err(|failed| vec![self.problem(&failed, String::clone)])
    }
}

/// Writes one file.
fn put(
    store: &impl Store,
    job: &Job<'_>,
    path: &OutputPath,
    record: &Record,
) -> Result<(), Problem> {
    let release = match job.content {
        Content::Release(release) => release,
        Content::Before => {
            let copied = store.copy(&state::backup(record), key(path))?;
            return if copied {
                Ok(())
            } else {
                Err(Problem::Permanent(text!("copy-no-longer-there")))
            };
        }
    };
    let Some(file) = release.files.get(path) else {
        unreachable!("uploads are files of the release");
    };
    let headers = release::stored_headers(file, |name| store.keeps_header(name));
    store.write(Upload {
        key: key(path),
        bytes: &file.bytes,
        md5: &record.md5,
        headers: &headers,
    })
}
