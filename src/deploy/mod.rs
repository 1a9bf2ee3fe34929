//! A release is carried to a target: the writing edge of `warraq deploy`. What is at the target is compared with what should be there;
//! only the difference is carried, in an order in which no reader meets a page whose parts are missing, and nothing is taken
//! away before everything else has succeeded.
//!
//! `release` records every file of a release (size, hash, headers). A backend surveys its target:
//! what the last deploy recorded there (`manifest`), compared with what is there now. `plan` is the
//! difference, in stages: assets, new pages, pages, listings, removals; it is pure, and all that a
//! dry run does. The backend then carries it out under a lock.
//!
//! Object stores and folders are a `store::Store`, a place that holds files by name. `store`
//! publishes to such a place without ever showing half a site: a journal before anything changes,
//! copies of what is replaced, one stage after the other, verification, the manifest, and only then
//! removals. `passes` runs many small jobs at once and repeats those that failed. A rollback is the
//! same work with the copies as its source.
//!
//! `rsync` and `git` are backends of their own, since their targets can change in one step: `rsync`
//! fills a release folder with hard links to the one before, and exchanges one symbolic link; `git`
//! makes a tree with `fast-import` on top of the branch and pushes it together with the recorded
//! state, with a lease as the lock.
#![expect(
    clippy::disallowed_methods,
    reason = "an edge: programs, the network, the clock, folders outside the site"
)]

mod backend;
mod clock;
mod folder;
mod git;
mod lock;
mod lock_token;
mod manifest;
mod passes;
mod plan;
mod problem;
mod program;
mod progress;
mod release;
mod rsync;
mod s3;
mod scratch;
mod store;
mod survey;

use std::collections::BTreeMap;
use std::mem;
use std::path::{Path, PathBuf};
use std::time::Duration;

use backend::{Backend, Content, Job};
use clock::now;
use folder::Folder;
use lock_token::LockToken;
use manifest::Stamp;
pub use plan::{Plan, Reason, Step};
pub use progress::{Stage, Watch};
use s3::Bucket;
use store::StoreBackend;
use survey::Survey;

use crate::config::{Destination, Target};
use crate::diagnostic::Diagnostic;
use crate::hosting::Release;
use crate::path::OutputPath;

/// How a deploy is done.
#[derive(Debug, Clone)]
pub struct Options {
    /// Makes the plan and changes nothing.
    pub dry_run: bool,
    /// How many files may be taken away; `None` for a quarter of the site or twenty, whichever is more.
    pub max_deletes: Option<usize>,
    /// Takes the places of files that warraq did not put there.
    pub force: bool,
    /// For how long an outage is waited out.
    pub patience: Duration,
    /// The file in which deploys to this target from this folder leave their tokens.
    pub claim: Option<PathBuf>,
}

/// A target that releases can be carried to.
pub struct Deployment<'a> {
    backend: Box<dyn Backend>,
    grace_seconds: u64,
    options: &'a Options,
    watch: &'a dyn Watch,
}

const SECONDS_OF_A_DAY: u64 = 24 * 60 * 60;

impl<'a> Deployment<'a> {
    /// A deployment to a target of the site in `root`.
    ///
    /// # Errors
    /// When what it takes is not here: credentials, or a program.
    pub fn new(
        target: &Target,
        root: &Path,
        options: &'a Options,
        watch: &'a dyn Watch,
    ) -> Result<Self, Diagnostic> {
        Ok(Self {
            backend: backend(target, root, options.patience)?,
            grace_seconds: u64::from(target.grace_days) * SECONDS_OF_A_DAY,
            options,
            watch,
        })
    }

    /// Brings a release to the target, and gives the plan that was followed.
    ///
    /// # Errors
    /// Whatever kept it from being there whole. Then nothing has been taken away, and a second run goes on where this one ended.
    pub fn deploy(&mut self, release: &Release) -> Result<Plan, Vec<Diagnostic>> {
        self.locked(Content::Release(release))
    }

    /// Brings back the release before the present one.
    ///
    /// # Errors
    /// As for [`Self::deploy`], and where no release before is kept.
    pub fn roll_back(&mut self) -> Result<Plan, Vec<Diagnostic>> {
        self.locked(Content::Before)
    }

    /// The headers that the target keeps with a file of a release.
    #[must_use]
    pub fn headers<'r>(
        &self,
        release: &'r Release,
        path: &OutputPath,
    ) -> BTreeMap<&'r str, &'r str> {
        let keeps = |name: &str| self.backend.keeps_header(name);
        let file = release.files.get(path);
        file.map_or_else(BTreeMap::new, |file| release::kept_headers(file, keeps))
    }

    fn locked(&mut self, content: Content<'_>) -> Result<Plan, Vec<Diagnostic>> {
        if self.options.dry_run {
            return self.plan(content).map(|(plan, _)| plan);
        }
        let mut claim =
            LockToken::new(self.options.claim.as_deref()).map_err(|problem| vec![problem])?;
        self.backend.lock(&claim).map_err(|problem| vec![problem])?;
        let result = self.carry(content);
        let unlocked = self.backend.unlock();
        if unlocked.is_ok() {
            claim.settle();
        }
        match (result, unlocked) {
            (Ok(plan), Ok(())) => Ok(plan),
            (Ok(_), Err(problem)) => Err(vec![problem]),
            // A target that failed will hardly let go of its lock; that is not the news.
            (Err(problems), _) => Err(problems),
        }
    }

    fn carry(&mut self, content: Content<'_>) -> Result<Plan, Vec<Diagnostic>> {
        let (mut plan, survey) = self.plan(content)?;
        let objections = mem::take(&mut plan.objections);
        if !objections.is_empty() {
            return Err(objections);
        }
        if !plan.is_empty() || survey.last.is_none() || survey.unfinished.is_some() {
            let job = Job {
                plan: &plan,
                survey: &survey,
                content,
                watch: self.watch,
            };
            self.backend.carry(&job)?;
        }
        Ok(plan)
    }

    fn plan(&mut self, content: Content<'_>) -> Result<(Plan, Survey), Vec<Diagnostic>> {
        let survey = self.backend.survey().map_err(|problem| vec![problem])?;
        let wanted = match content {
            Content::Release(release) => {
                let keeps = |name: &str| self.backend.keeps_header(name);
                release::records(release, &survey, keeps)
            }
            Content::Before => release::before(&survey).map_err(|problem| vec![problem])?,
        };
        let stamp = Stamp {
            release: release::name(&wanted),
            deployed: now(),
        };
        let mut plan = Plan::new(stamp, wanted, &survey, self.grace_seconds);
        plan.objections = self.objections(&plan);
        Ok((plan, survey))
    }

    /// Why a plan must not be followed.
    fn objections(&self, plan: &Plan) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let (removals, most) = (plan.removals().count(), self.most_removals(plan));
        if removals > most {
            let message = format!(
                "{removals} of the files at the target would be deleted, and {most} may be"
            );
            let hint = format!("look at --dry-run; if it is meant, add --max-deletes {removals}");
            let mut problem = Diagnostic::error("E905", message).hint(hint);
            for step in plan.removals().take(NAMED) {
                problem = problem.note(format!("`{}`", step.path));
            }
            problems.push(problem);
        }
        if let (false, Some(first)) = (self.options.force, plan.in_the_way.first()) {
            let message = match plan.in_the_way.len() {
                1 => format!("`{first}` is at the target, and warraq did not put it there"),
                files => format!(
                    "{files} files are at the target that warraq did not put there, `{first}` for one"
                ),
            };
            let hint = "move what is there out of the way, choose another place, or let --force overwrite it";
            problems.push(Diagnostic::error("E906", message).hint(hint));
        }
        problems
    }

    fn most_removals(&self, plan: &Plan) -> usize {
        let usual = (plan.files / 4).max(20);
        self.options.max_deletes.unwrap_or(usual)
    }
}

/// How many files a message names.
const NAMED: usize = 5;

/// The backend for a target. Paths in site.toml are seen from `root`. An outage of the network is waited out for as long as `patience`.
///
/// # Errors
/// When what it takes is not here: credentials, a program.
fn backend(
    target: &Target,
    root: &Path,
    patience: Duration,
) -> Result<Box<dyn Backend>, Diagnostic> {
    Ok(match &target.destination {
        Destination::S3(settings) => Box::new(StoreBackend::new(Bucket::open(settings)?, patience)),
        Destination::Folder { path } => {
            Box::new(StoreBackend::new(Folder::new(root.join(path)), patience))
        }
        Destination::Rsync {
            machine,
            folder,
            ssh,
            keep,
        } => {
            let destination = rsync::Destination {
                machine,
                folder,
                ssh,
                keep: *keep,
            };
            Box::new(rsync::Releases::open(&destination, patience)?)
        }
        Destination::Git { remote, branch } => {
            Box::new(git::Branch::open(remote, branch, root, patience)?)
        }
    })
}
