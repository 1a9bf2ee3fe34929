//! Rebuilds the site: read, compare, build, publish the new state, report, wait. Runs on its own
//! thread, while requests are answered from the last state.
#![expect(
    clippy::disallowed_methods,
    reason = "an editor wants to know how long a rebuild took"
)]

use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::watch;

use super::editor::Editor;
use super::fixes::Fixes;
use super::lookup::Site;
use super::preview::{Event, Preview, Rebuilt};
use super::preview_state::PreviewState;
use super::problems::{FixAll, Problems};
use super::slow;
use super::watch::Watch;
use crate::diagnostic::Diagnostic;
use crate::locale::{Language, text};
use crate::pipeline::{self, Build, Options, Pipeline};
use crate::source::Snapshot;
use crate::source::load::{CONFIG, Loader};

/// How soon to read a site again that could not be read: the cause may go away without an event.
const RETRY: Duration = Duration::from_secs(1);

/// How long a build may take before that is reported.
const SLOW: Duration = Duration::from_secs(10);

/// A site that is built again whenever it changes.
pub(super) struct Rebuild<Report> {
    loader: Loader,
    pipeline: Pipeline,
    options: Options,
    editor: Editor,
    /// The language of the problems in pages.
    language: Language,
    is_language_asked: bool,
    states: watch::Sender<Arc<PreviewState>>,
    report: Report,
    /// Where it is told that a build does not end.
    stuck: UnboundedSender<Diagnostic>,
    /// The snapshot that was built last.
    snapshot: Option<Snapshot>,
    /// What pages show of problems.
    diagnostics: Vec<Diagnostic>,
    /// Why the site could not be read the last time.
    load_error: Option<Diagnostic>,
}

impl<Report: FnMut(Event<'_>) + Send> Rebuild<Report> {
    pub(super) fn new(
        preview: &Preview,
        states: watch::Sender<Arc<PreviewState>>,
        report: Report,
        stuck: UnboundedSender<Diagnostic>,
    ) -> Self {
        let options = Options {
            drafts: preview.drafts,
            today: preview.today,
            colours: preview.colours.clone(),
            ..Options::default()
        };
        Self {
            loader: Loader::new(&preview.root).with_digests(preview.digests.clone()),
            pipeline: Pipeline::new(options.clone()),
            options,
            editor: Editor::new(preview.editor.as_deref(), &preview.root),
            language: preview.language.unwrap_or_default(),
            is_language_asked: preview.language.is_some(),
            states,
            report,
            stuck,
            snapshot: None,
            diagnostics: Vec::new(),
            load_error: None,
        }
    }

    /// Builds the site of this folder now and after every change, until the process ends. Returns
    /// only when there is no site to begin with.
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
                (self.report)(Event::Warning(warning));
            }
            if followed.changed {
                // Something may have been written between the reading and the watching.
                continue;
            }
            match loaded {
                Err(problem) if !is_ready && !root.join(CONFIG).is_file() => return problem,
                Err(problem) => self.keep_with(problem),
                Ok(snapshot) => self.update(snapshot, started),
            }
            if !is_ready {
                (self.report)(Event::Ready);
                is_ready = true;
            }
            watch.wait(self.load_error.as_ref().map(|_| RETRY));
        }
    }

    /// Keeps the last site, and adds a problem.
    fn keep_with(&mut self, problem: Diagnostic) {
        if self.load_error.as_ref() == Some(&problem) {
            return;
        }
        let load_error = std::slice::from_ref(&problem);
        self.publish(None, load_error, &Snapshot::default());
        (self.report)(Event::Unreadable(&problem));
        self.load_error = Some(problem);
    }

    /// Builds and serves a snapshot, if it has changed.
    fn update(&mut self, snapshot: Snapshot, started: Instant) {
        let could_be_read = self.load_error.take().is_none();
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
            config,
            finished,
            ..
        } = self.build(&snapshot);
        if let (Some(config), false) = (&config, self.is_language_asked) {
            self.language = Language::of(config.language.tag()).unwrap_or_default();
        }
        let is_served = output.is_some();
        let plan = plan.unwrap_or_default();
        let site = output.map(|output| Site::new(output, base_path, plan).with(finished));
        self.publish(site, &diagnostics, &snapshot);
        let before = self.snapshot.as_ref();
        (self.report)(Event::Built(Rebuilt {
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
            states,
            report,
            stuck,
            options,
            language,
            editor,
            diagnostics,
            snapshot: last,
            ..
        } = self;
        let before = last.clone().unwrap_or_default();
        let report_slow = || {
            let slow = slow();
            report(Event::Warning(&slow));
            let mut all = diagnostics.clone();
            all.push(slow);
            let told = told(&all, &before, editor, *language);
            states.send_modify(|state| *state = Arc::new(state.next(None, told)));
        };
        // If nobody receives it, the process is ending already.
        let end = |problem| _ = stuck.send(problem);
        let run = || catch_panic(|| pipeline.run(snapshot));
        let build = || pipeline::watch(&options.in_progress, end, run);
        slow::report_if_slow(SLOW, report_slow, build).unwrap_or_else(|broken| {
            // Its caches may be inconsistent.
            self.pipeline = Pipeline::new(self.options.clone());
            broken
        })
    }

    /// Replaces the state: with a new site, if there is one, and with the present problems.
    fn publish(&mut self, site: Option<Site>, diagnostics: &[Diagnostic], snapshot: &Snapshot) {
        let told = told(diagnostics, snapshot, &self.editor, self.language);
        let next = self.states.borrow().next(site, told);
        self.states.send_replace(Arc::new(next));
        self.diagnostics = diagnostics.to_vec();
    }
}

/// What is told of problems, and what may be done about them.
fn told(
    diagnostics: &[Diagnostic],
    snapshot: &Snapshot,
    editor: &Editor,
    language: Language,
) -> (Problems, Fixes, Language) {
    let fixes = Fixes::of(diagnostics, snapshot);
    let mut problems = Problems::of(diagnostics, snapshot, editor, language);
    problems.fix_all = fixes.all().map(|(id, count)| {
        let label = text!("panel-fix-all", count).say(language).into_owned();
        FixAll { id, label }
    });
    (problems, fixes, language)
}

fn slow() -> Diagnostic {
    let message = text!("build-slow", seconds = SLOW.as_secs());
    Diagnostic::warning("W604", message).hint(text!("build-slow-hint"))
}

/// Runs a build; a panic, which is a bug of ours, becomes a problem, so that the preview goes on.
fn catch_panic(build: impl FnOnce() -> Build) -> Result<Build, Build> {
    catch_unwind(AssertUnwindSafe(build)).map_err(|_| {
        let problem =
            Diagnostic::error("E601", text!("build-broke-off")).hint(text!("build-broke-off-hint"));
        Build::broken_off(problem)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bug_in_the_build_is_a_problem_like_others() {
        let Err(broken) = catch_panic(|| panic!("a bug, for a test")) else {
            panic!("it did not break");
        };
        assert!(broken.output.is_none());
        assert_eq!(broken.diagnostics[0].code, "E601");
    }
}
