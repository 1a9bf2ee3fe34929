//! Changes on the disk become editions: read, compare, build, exchange, tell, wait. Runs beside the serving, which answers from the last
//! edition meanwhile.
#![expect(
    clippy::disallowed_methods,
    reason = "an editor wants to know how long a rebuild took"
)]

use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch;

use super::editor::Editor;
use super::lookup::Site;
use super::patience;
use super::preview::{Event, Preview, Round};
use super::preview_state::{PreviewState, problems};
use super::watch::Watch;
use crate::diagnostic::Diagnostic;
use crate::pipeline::{Build, Options, Pipeline};
use crate::source::Snapshot;
use crate::source::excerpt;
use crate::source::load::{CONFIG, Loader};

/// When to read a site again that could not be read: what was in the way may go without a word.
const RETRY: Duration = Duration::from_secs(1);

/// How long a build may take before that is said.
const PATIENCE: Duration = Duration::from_secs(10);

/// A site that is built again whenever it changes.
pub(super) struct Rebuild<Tell> {
    loader: Loader,
    pipeline: Pipeline,
    options: Options,
    editor: Editor,
    editions: watch::Sender<Arc<PreviewState>>,
    tell: Tell,
    /// What was built last.
    snapshot: Option<Snapshot>,
    /// Why the site could not be read the last time.
    unread: Option<Diagnostic>,
}

impl<Tell: FnMut(Event<'_>) + Send> Rebuild<Tell> {
    pub(super) fn new(
        preview: &Preview,
        editions: watch::Sender<Arc<PreviewState>>,
        tell: Tell,
    ) -> Self {
        let options = Options {
            drafts: preview.drafts,
            ..Options::default()
        };
        Self {
            loader: Loader::new(&preview.root),
            pipeline: Pipeline::new(options.clone()),
            options,
            editor: Editor::new(preview.editor.as_deref(), &preview.root),
            editions,
            tell,
            snapshot: None,
            unread: None,
        }
    }

    /// Builds the site of this folder now and after every change, until the process ends. Returns only when there is no site to
    /// begin with.
    pub(super) fn forever(mut self, root: &Path) -> Diagnostic {
        let mut watch = Watch::new();
        let mut is_ready = false;
        loop {
            let started = Instant::now();
            let named = watch.named();
            let named = named.and_then(|files| self.loader.load_named(files));
            let loaded = named.map_or_else(|| self.loader.load(), Ok);
            let followed = watch.follow(self.loader.folders());
            if let Some(warning) = &followed.warning {
                (self.tell)(Event::Warning(warning));
            }
            if followed.changed {
                // Something may have been written between the reading and the watching.
                continue;
            }
            match loaded {
                Err(problem) if !is_ready && !root.join(CONFIG).is_file() => return problem,
                Err(problem) => self.keep(problem),
                Ok(snapshot) => self.renew(snapshot, started),
            }
            if !is_ready {
                (self.tell)(Event::Ready);
                is_ready = true;
            }
            watch.wait(self.unread.as_ref().map(|_| RETRY));
        }
    }

    /// Goes on serving what there is, with a problem.
    fn keep(&mut self, problem: Diagnostic) {
        if self.unread.as_ref() == Some(&problem) {
            return;
        }
        let unread = std::slice::from_ref(&problem);
        self.publish(None, unread, &Snapshot::default());
        (self.tell)(Event::Unread(&problem));
        self.unread = Some(problem);
    }

    /// Serves what comes of a snapshot, when it is another than before.
    fn renew(&mut self, snapshot: Snapshot, started: Instant) {
        let could_be_read = self.unread.take().is_none();
        if could_be_read && self.snapshot.as_ref() == Some(&snapshot) {
            return;
        }
        let Build {
            output,
            pages,
            rendered,
            base_path,
            diagnostics,
            plan,
            ..
        } = self.build(&snapshot);
        let is_served = output.is_some();
        let plan = plan.unwrap_or_default();
        let site = output.map(|output| Site::new(output, base_path, plan));
        self.publish(site, &diagnostics, &snapshot);
        let before = self.snapshot.as_ref();
        (self.tell)(Event::Built(Round {
            changed: before.map(|before| before.differences(&snapshot)),
            snapshot: &snapshot,
            diagnostics: &diagnostics,
            pages,
            rendered,
            is_served,
            took: started.elapsed(),
        }));
        self.snapshot = Some(snapshot);
    }

    fn build(&mut self, snapshot: &Snapshot) -> Build {
        let Self {
            pipeline,
            editions,
            tell,
            ..
        } = self;
        let say = || {
            let slow = slow();
            tell(Event::Warning(&slow));
            editions.send_modify(|edition| {
                let mut problems = edition.problems.to_vec();
                problems.push(excerpt::json(&slow, snapshot));
                *edition = Arc::new(edition.next(None, problems));
            });
        };
        let build = || unless_it_breaks(|| pipeline.run(snapshot));
        patience::with(PATIENCE, say, build).unwrap_or_else(|broken| {
            // Whatever it remembered may be half made.
            self.pipeline = Pipeline::new(self.options.clone());
            broken
        })
    }

    /// Exchanges the edition: the site where there is a new one, the problems in any case.
    fn publish(&self, site: Option<Site>, diagnostics: &[Diagnostic], snapshot: &Snapshot) {
        let problems = problems(diagnostics, snapshot, &self.editor);
        let next = self.editions.borrow().next(site, problems);
        self.editions.send_replace(Arc::new(next));
    }
}

fn slow() -> Diagnostic {
    let message = format!("the build has not ended after {} s", PATIENCE.as_secs());
    Diagnostic::warning("W604", message)
        .hint("the last good version is shown meanwhile; if a template loops without end, undo the change and start the preview again")
}

/// A build, or one that consists of the news that a bug of ours ended it: an editor's work should not end with it.
fn unless_it_breaks(build: impl FnOnce() -> Build) -> Result<Build, Build> {
    catch_unwind(AssertUnwindSafe(build)).map_err(|_| {
        let problem = Diagnostic::error("E601", "the build broke off: this is a bug in warraq")
            .hint("undo the last change to go on, and report the bug with it");
        Build {
            output: None,
            pages: 0,
            rendered: 0,
            outbound: Vec::new(),
            config: None,
            plan: None,
            base_path: "/".to_owned(),
            diagnostics: vec![problem],
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bug_in_the_build_is_a_problem_like_others() {
        let Err(broken) = unless_it_breaks(|| panic!("a bug, for a test")) else {
            panic!("it did not break");
        };
        assert!(broken.output.is_none());
        assert_eq!(broken.diagnostics[0].code, "E601");
    }
}
