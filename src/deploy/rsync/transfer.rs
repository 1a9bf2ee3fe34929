//! What a deploy does at the other machine, step by step.

use std::collections::BTreeSet;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::answer::Found;
use super::{Held, Releases, damaged, is_whole, scripts};
use crate::deploy::backend::{Content, Job};
use crate::deploy::clock::now;
use crate::deploy::lock::RENEWAL;
use crate::deploy::scratch::Scratch;
use crate::diagnostic::Diagnostic;
use crate::hosting::Release;
use crate::path::OutputPath;

/// Why a deploy did not come to its end.
type Failure = Vec<Diagnostic>;

impl Releases {
    /// Everything between the locks. What readers see changes once, in the last step.
    pub(super) fn bring(&self, held: &Held, job: &Job<'_>) -> Result<(), Failure> {
        let release = &job.plan.next.stamp.release;
        if matches!(job.content, Content::Before) && self.shelf.whole(release).is_none() {
            return Err(vec![self.not_kept()]);
        }
        let name = self.shelf.folder_for(release);
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
        self.finish(held, job, &name)
            .map_err(|problem| vec![problem])
    }

    fn not_kept(&self) -> Diagnostic {
        let message = format!("the release before is not at {} any more", self.name());
        let hint = "check out the older state of the site and deploy that; `keep` says how many releases stay";
        Diagnostic::error("E909", message).hint(hint)
    }

    /// Fills the folder of the release with what stays as it is, other people's files included.
    fn prepare(&self, held: &Held, job: &Job<'_>, name: &str) -> Result<(), Diagnostic> {
        let steps = job.plan.steps.iter().map(|step| &step.path);
        let apart = steps.chain(&job.plan.in_the_way);
        let apart: BTreeSet<&str> = apart.map(OutputPath::as_str).collect();
        let script = scripts::prepare(
            &held.place,
            &held.lock,
            name,
            self.shelf.current.as_deref(),
            apart.into_iter(),
        );
        self.run("a new release", job.watch, &script).map(|_| ())
    }

    /// Writes what is uploaded into a folder here.
    fn stage(release: &Release, job: &Job<'_>) -> Result<Scratch, Failure> {
        let written = Scratch::new().and_then(|scratch| {
            for step in job.plan.uploads() {
                if let Some(file) = release.files.get(&step.path) {
                    scratch.write(&step.path, &file.bytes)?;
                }
            }
            Ok(scratch)
        });
        written.map_err(|problem| vec![problem.diagnostic("this machine", "a copy of the site")])
    }

    fn upload(
        &self,
        held: &Held,
        job: &Job<'_>,
        name: &str,
        staged: &Scratch,
    ) -> Result<(), Diagnostic> {
        let uploads: Vec<_> = job.plan.uploads().collect();
        let Some(first) = uploads.first() else {
            return Ok(());
        };
        // All of it at once: no reader sees any of it yet.
        let bytes = uploads.iter().map(|step| step.size).sum();
        job.watch.begin(first.stage, uploads.len(), bytes);
        thread::scope(|scope| {
            let (_alive, over) = channel();
            scope.spawn(move || self.keep_alive(held, &over));
            self.ask("the files of the release", job.watch, || {
                let done = |size| job.watch.done(size);
                self.remote.bring(staged.path(), &held.place, name, done)
            })
        })
    }

    /// Renews the lock from time to time, until the other end of the channel is gone. That it could not be renewed is noticed when it is
    /// asked for.
    fn keep_alive(&self, held: &Held, over: &Receiver<()>) {
        let pause = Duration::from_secs(RENEWAL);
        while over.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
            let renewed = held.lock.renewed(now());
            _ = self.remote.run(&scripts::renew(&held.place, &renewed));
        }
    }

    /// Compares the bytes of what was brought, and the size of everything.
    fn verify(
        &self,
        held: &Held,
        job: &Job<'_>,
        name: &str,
        staged: Option<&Scratch>,
    ) -> Result<(), Failure> {
        let mut failed: Vec<OutputPath> = Vec::new();
        if let Some(staged) = staged {
            let differing = self.ask("the files of the release", job.watch, || {
                self.remote.differing(staged.path(), &held.place, name)
            });
            let differing = differing.map_err(|problem| vec![problem])?;
            let differing = differing
                .iter()
                .filter_map(|path| OutputPath::new(path).ok());
            failed.extend(differing);
        }
        let script = scripts::list(&held.place, name);
        let listed = self.run("the list of files", job.watch, &script);
        let listed = Found::parse(&listed.map_err(|problem| vec![problem])?);
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

    fn finish(&self, held: &Held, job: &Job<'_>, name: &str) -> Result<(), Diagnostic> {
        let mut manifest = job.plan.next.clone();
        for step in job.plan.removals() {
            // It was not taken over into the new folder.
            manifest.old.remove(&step.path);
        }
        let text = String::from_utf8_lossy(&manifest.text()).into_owned();
        let superseded = self.shelf.superseded(name, self.keep);
        let script = scripts::finish(&held.place, &held.lock, name, &text, &superseded);
        self.run("the new release", job.watch, &script).map(|_| ())
    }
}
