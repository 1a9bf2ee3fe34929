//! The steps of a deploy on the other machine.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::remote_state::RemoteState;
use super::{HeldLock, Releases, damaged, is_whole, scripts};
use crate::deploy::backend::{Content, Job};
use crate::deploy::clock::now;
use crate::deploy::lock::RENEWAL;
use crate::deploy::problem::Problem;
use crate::deploy::temp_dir::TempFolder;
use crate::diagnostic::Diagnostic;
use crate::hosting::Release;
use crate::locale::text;
use crate::path::OutputPath;

/// Why a deploy failed.
type Failure = Vec<Diagnostic>;

impl Releases {
    /// Carries out the plan, under the lock. What readers see changes once, in the last step.
    pub(super) fn publish(&self, held: &HeldLock, job: &Job<'_>) -> Result<(), Failure> {
        let release = &job.plan.next.stamp.release;
        if matches!(job.content, Content::Before) && self.release_dirs.complete(release).is_none() {
            return Err(vec![self.no_release_before()]);
        }
        let name = self.release_dirs.folder_for(release);
        self.prepare(held, job, &name)
            .map_err(|problem| vec![problem])?;
        let staged = match job.content {
            Content::Release(release) => Some(Self::stage(release, job)?),
            Content::Before => None,
        };
        if let Some(staged) = &staged {
            self.upload(held, job, &name, staged)
                .map_err(|problem| vec![problem])?;
        }
        self.verify(held, job, &name, staged.as_ref())?;
        Self::verify_here(job)?;
        self.finish(held, job, &name)
            .map_err(|problem| vec![problem])
    }

    fn no_release_before(&self) -> Diagnostic {
        let message = text!("release-before-gone", target = self.name());
        Diagnostic::error("E909", message).hint(text!("release-before-gone-hint"))
    }

    /// Fills the folder of the release with what does not change, foreign files included.
    fn prepare(&self, held: &HeldLock, job: &Job<'_>, name: &str) -> Result<(), Diagnostic> {
        let steps = job.plan.steps.iter().map(|step| &step.path);
        let excluded = steps.chain(&job.plan.conflicts);
        let excluded: BTreeSet<&str> = excluded.map(OutputPath::as_str).collect();
        let script = scripts::prepare(
            &held.root,
            &held.lock,
            name,
            self.release_dirs.current.as_deref(),
            excluded.into_iter(),
        );
        self.run(text!("new-release"), job.progress, &script)
            .map(|_| ())
    }

    /// Writes the uploads into a local folder.
    fn stage(release: &Release, job: &Job<'_>) -> Result<TempFolder, Failure> {
        let written = TempFolder::new().and_then(|temp_dir| {
            for step in job.plan.uploads() {
                if let Some(file) = release.files.get(&step.path) {
                    temp_dir.write(&step.path, &file.bytes)?;
                }
            }
            Ok(temp_dir)
        });
        written.map_err(|problem| {
            vec![problem.diagnostic(text!("this-machine"), text!("copy-of-the-site"))]
        })
    }

    fn upload(
        &self,
        held: &HeldLock,
        job: &Job<'_>,
        name: &str,
        staged: &TempFolder,
    ) -> Result<(), Diagnostic> {
        let uploads: Vec<_> = job.plan.uploads().collect();
        let Some(first) = uploads.first() else {
            return Ok(());
        };
        // In any order: no reader sees any of it yet.
        let bytes = uploads.iter().map(|step| step.size).sum();
        job.progress.begin(first.stage, uploads.len(), bytes);
        thread::scope(|scope| {
            let (_sender, end) = channel();
            scope.spawn(move || self.keep_alive(held, &end));
            self.retry(text!("files-of-the-release"), job.progress, || {
                let done = |size| job.progress.done(size);
                self.remote.upload(staged.path(), &held.root, name, done)
            })
        })
    }

    /// Renews the lock regularly until the sender is dropped. A failure is noticed when the lock is
    /// used next.
    fn keep_alive(&self, held: &HeldLock, end: &Receiver<()>) {
        let pause = Duration::from_secs(RENEWAL);
        while end.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
            let renewed = held.lock.renewed(now());
            _ = self.remote.run(&scripts::renew(&held.root, &renewed));
        }
    }

    /// Compares the contents of what was uploaded, and the size of everything.
    fn verify(
        &self,
        held: &HeldLock,
        job: &Job<'_>,
        name: &str,
        staged: Option<&TempFolder>,
    ) -> Result<(), Failure> {
        let mut failed: Vec<OutputPath> = Vec::new();
        if let Some(staged) = staged {
            let differing = self.retry(text!("files-of-the-release"), job.progress, || {
                self.remote.differing(staged.path(), &held.root, name)
            });
            let differing = differing.map_err(|problem| vec![problem])?;
            let differing = differing
                .iter()
                .filter_map(|path| OutputPath::new(path).ok());
            failed.extend(differing);
        }
        let script = scripts::list(&held.root, name);
        let listed = self.run(text!("list-of-files"), job.progress, &script);
        let listed = RemoteState::parse(&listed.map_err(|problem| vec![problem])?);
        for (path, record) in &job.plan.next.files {
            if !is_whole(&listed.files, path, record) && !failed.contains(path) {
                failed.push(path.clone());
            }
        }
        if failed.is_empty() {
            return Ok(());
        }
        let name = self.name();
        Err(failed.iter().map(|path| damaged(&name, path)).collect())
    }

    /// Makes sure that large files are still what they were when the site was built: they were
    /// compared with what they are now.
    fn verify_here(job: &Job<'_>) -> Result<(), Failure> {
        let Content::Release(release) = job.content else {
            return Ok(());
        };
        let sent = job.plan.uploads().map(|step| &step.path);
        let changed = sent.filter(|path| {
            let large = release.files.get(*path);
            let large = large.and_then(|file| file.bytes.on_disk());
            large.is_some_and(|large| !large.is_as_it_was())
        });
        let changed: Vec<_> = changed
            .map(|path| {
                let problem = Problem::Permanent(text!("file-changed-meanwhile"));
                problem.diagnostic(text!("this-machine"), path.as_str())
            })
            .collect();
        if changed.is_empty() {
            Ok(())
        } else {
            Err(changed)
        }
    }

    fn finish(&self, held: &HeldLock, job: &Job<'_>, name: &str) -> Result<(), Diagnostic> {
        let mut manifest = job.plan.next.clone();
        for step in job.plan.removals() {
            // It is not in the new folder.
            manifest.old.remove(&step.path);
        }
        let text = String::from_utf8_lossy(&manifest.text()).into_owned();
        let superseded = self.release_dirs.superseded(name, self.keep);
        let script = scripts::finish(&held.root, &held.lock, name, &text, &superseded);
        self.run(text!("new-release"), job.progress, &script)
            .map(|_| ())
    }
}
