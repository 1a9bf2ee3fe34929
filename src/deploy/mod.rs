//! Uploads a release to a target: the writing edge of `warraq deploy`. Only what differs from the
//! target is sent, in an order in which no reader meets a page whose parts are missing, and nothing
//! is deleted before everything else has succeeded.
//!
//! `release` records every file of a release (size, hash, headers). A backend surveys its target:
//! the `manifest` that the last deploy left there, compared with the files that are there now.
//! `plan` is the difference, in stages: assets, new pages, pages, listings, removals; it is pure,
//! and all that a dry run does. The backend then carries it out under a lock.
//!
//! Object stores and folders are a `store::Store`, which holds files by name. `store` publishes to
//! one without ever showing half a site: a journal before anything changes, backups of what is
//! replaced, one stage after the other, verification, the manifest, and only then removals.
//! `retries` runs many small jobs in parallel and repeats those that failed. A rollback is the same
//! with the backups as its source.
//!
//! `rsync` and `git` are backends of their own, since their targets can change in one step: `rsync`
//! fills a release folder with hard links to the one before, and replaces one symbolic link; `git`
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
mod packed;
mod plan;
mod problem;
mod program;
mod progress;
mod release;
mod retries;
mod rsync;
mod s3;
mod store;
mod survey;
mod temp_dir;

use std::collections::BTreeMap;
use std::mem;
use std::path::{Path, PathBuf};
use std::time::Duration;

use backend::{Backend, Content, Job};
use clock::now;
use folder::Folder;
use lock_token::LockToken;
pub use manifest::Site;
use manifest::Stamp;
pub use packed::Packed;
pub use plan::{Plan, Reason, Step};
pub use progress::{Progress, Stage};
use s3::Bucket;
use store::StoreBackend;
use survey::Survey;

use crate::config::{Destination, Target};
use crate::diagnostic::Diagnostic;
use crate::hosting::{self, Release};
use crate::locale::{Text, text};
use crate::path::OutputPath;

/// The settings of a deploy.
#[derive(Debug, Clone)]
pub struct Options {
    /// Makes the plan, and changes nothing.
    pub dry_run: bool,
    /// How many files may be deleted; `None` for a quarter of the site or twenty, whichever is
    /// more.
    pub max_deletes: Option<usize>,
    /// Overwrites files that warraq did not put there, sends everything, and takes over a target
    /// that holds another site.
    pub force: bool,
    /// Refuses a release in which addresses of the last one are gone.
    pub strict: bool,
    /// The site that is deployed.
    pub site: Site,
    /// How long requests are repeated during an outage.
    pub retry_for: Duration,
    /// The file in which deploys to this target from this folder record the tokens of their locks.
    pub token_file: Option<PathBuf>,
    /// The file in which deploys to this target from this folder remember what they saw there.
    pub memory: Option<PathBuf>,
}

/// A deploy to one target.
pub struct Deployment<'a> {
    backend: Box<dyn Backend>,
    grace_seconds: u64,
    options: &'a Options,
    progress: &'a dyn Progress,
}

const SECONDS_OF_A_DAY: u64 = 24 * 60 * 60;

impl<'a> Deployment<'a> {
    /// A deployment of the site in `root` to a target.
    ///
    /// # Errors
    /// When credentials or a program are missing.
    pub fn new(
        target: &Target,
        root: &Path,
        options: &'a Options,
        progress: &'a dyn Progress,
    ) -> Result<Self, Diagnostic> {
        Ok(Self {
            backend: backend(target, root, options)?,
            grace_seconds: u64::from(target.grace_days) * SECONDS_OF_A_DAY,
            options,
            progress,
        })
    }

    /// Uploads a release, and returns the plan that was carried out.
    ///
    /// # Errors
    /// Why it is not complete. Nothing has been deleted then, and a second run continues from
    /// there.
    pub fn deploy(&mut self, release: &Release) -> Result<Plan, Vec<Diagnostic>> {
        self.locked(Content::Release(release))
    }

    /// Restores the release before the present one.
    ///
    /// # Errors
    /// As for [`Self::deploy`], and where there is no release before.
    pub fn roll_back(&mut self) -> Result<Plan, Vec<Diagnostic>> {
        self.locked(Content::Before)
    }

    /// The headers that the target stores with a file of a release.
    #[must_use]
    pub fn headers<'r>(
        &self,
        release: &'r Release,
        path: &OutputPath,
    ) -> BTreeMap<&'r str, &'r str> {
        let keeps = |name: &str| self.backend.keeps_header(name);
        let file = release.files.get(path);
        file.map_or_else(BTreeMap::new, |file| release::stored_headers(file, keeps))
    }

    fn locked(&mut self, content: Content<'_>) -> Result<Plan, Vec<Diagnostic>> {
        if self.options.dry_run {
            return self.plan(content).map(|(plan, _)| plan);
        }
        let mut token =
            LockToken::new(self.options.token_file.as_deref()).map_err(|problem| vec![problem])?;
        self.backend.lock(&token).map_err(|problem| vec![problem])?;
        let result = self.apply(content);
        let unlocked = self.backend.unlock();
        if unlocked.is_ok() {
            token.clear();
        }
        match (result, unlocked) {
            (Ok(plan), Ok(())) => Ok(plan),
            (Ok(_), Err(problem)) => Err(vec![problem]),
            // A target that failed may keep its lock as well: the first failure is reported.
            (Err(problems), _) => Err(problems),
        }
    }

    fn apply(&mut self, content: Content<'_>) -> Result<Plan, Vec<Diagnostic>> {
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
                progress: self.progress,
            };
            self.backend.apply(&job)?;
        }
        Ok(plan)
    }

    fn plan(&mut self, content: Content<'_>) -> Result<(Plan, Survey), Vec<Diagnostic>> {
        let survey = self.backend.survey().map_err(|problem| vec![problem])?;
        let wanted = match content {
            Content::Release(release) => {
                let keeps = |name: &str| self.backend.keeps_header(name);
                release::records(release, &survey, keeps)?
            }
            Content::Before => release::before(&survey).map_err(|problem| vec![problem])?,
        };
        let stamp = Stamp {
            release: release::name(&wanted),
            deployed: now(),
        };
        let is_release = matches!(content, Content::Release(_));
        let everything = self.options.force && is_release;
        let mut plan = Plan::new(stamp, wanted, &survey, self.grace_seconds, everything);
        if is_release {
            plan.next.site = Some(self.options.site.clone());
        }
        plan.objections = self.objections(&plan, &survey);
        Ok((plan, survey))
    }

    /// Reasons not to carry out a plan.
    fn objections(&self, plan: &Plan, survey: &Survey) -> Vec<Diagnostic> {
        let mut problems = Vec::new();
        let last = survey.last.as_ref().and_then(|last| last.site.as_ref());
        if let Some(other) = last.filter(|other| **other != self.options.site)
            && !self.options.force
        {
            problems.push(belongs_to(other, &self.options.site));
        }
        if self.options.strict {
            problems.extend(plan.vanished.iter().map(hosting::vanished));
        }
        let (removals, most) = (plan.removals().count(), self.most_removals(plan));
        if removals > most {
            let message = text!("deletes-too-many", count = removals, most);
            let option = format!("--max-deletes {removals}");
            let hint = text!("deletes-too-many-hint", option);
            let mut problem = Diagnostic::error("E905", message).hint(hint);
            for step in plan.removals().take(NAMED) {
                problem = problem.note(Text::verbatim(format!("`{}`", step.path)));
            }
            problems.push(problem);
        }
        if let (false, Some(first)) = (self.options.force, plan.conflicts.first()) {
            let message = match plan.conflicts.len() {
                1 => text!("foreign-file", path = first.as_str()),
                count => text!("foreign-files", count, path = first.as_str()),
            };
            problems.push(Diagnostic::error("E906", message).hint(text!("foreign-file-hint")));
        }
        problems
    }

    fn most_removals(&self, plan: &Plan) -> usize {
        let usual = (plan.files / 4).max(20);
        self.options.max_deletes.unwrap_or(usual)
    }
}

/// The error for a target that another site was deployed to.
fn belongs_to(other: &Site, site: &Site) -> Diagnostic {
    let message = text!(
        "target-of-another",
        other = &other.title,
        other_url = &other.base_url,
        title = &site.title,
        url = &site.base_url
    );
    Diagnostic::error("E910", message).hint(text!("target-of-another-hint"))
}

/// How many files a message names.
const NAMED: usize = 5;

/// The backend for a target. Paths in site.toml are relative to `root`.
///
/// # Errors
/// When credentials or a program are missing.
fn backend(
    target: &Target,
    root: &Path,
    options: &Options,
) -> Result<Box<dyn Backend>, Diagnostic> {
    let retry_for = options.retry_for;
    Ok(match &target.destination {
        Destination::S3(settings) => {
            Box::new(StoreBackend::new(Bucket::open(settings)?, retry_for))
        }
        Destination::Folder { path } => {
            Box::new(StoreBackend::new(Folder::new(root.join(path)), retry_for))
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
            Box::new(rsync::Releases::open(&destination, retry_for)?)
        }
        Destination::Git { remote, branch } => {
            let memory = options.memory.clone();
            Box::new(git::Branch::open(remote, branch, root, retry_for, memory)?)
        }
    })
}
