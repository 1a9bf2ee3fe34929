//! The stages, in the order in which data flows through them. Reading comes before, publishing after.

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::{self, Config};
use crate::content::{self, Snapshot, Source, load};
use crate::diagnostic::{Checked, Diagnostic};
use crate::graph::Documents;
use crate::output::Output;
use crate::{assets, check, graph, pages};

/// What a run may be asked to do differently.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Includes entries marked `draft = true`.
    pub drafts: bool,
    /// Replaces the base URL of site.toml.
    pub base_url: Option<String>,
}

/// What a run gives.
#[derive(Debug)]
pub struct Build {
    /// The site, file by file. Absent when there are errors.
    pub output: Option<Output>,
    /// How many of the files are pages.
    pub pages: usize,
    /// How many of the pages had to be rendered in this run.
    pub rendered: usize,
    /// Every problem that was found, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
}

impl Build {
    /// The number of errors.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.diagnostics.iter().filter(|d| d.is_error()).count()
    }
}

/// The stages, run again and again: what did not change since the last run is not made again. Whatever was
/// run before, the result is the one that [`run`] gives.
#[derive(Debug)]
pub struct Pipeline {
    options: Options,
}

impl Pipeline {
    /// A pipeline that has not run yet.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { options }
    }

    /// Runs every stage over a snapshot.
    pub fn run(&mut self, snapshot: &Snapshot) -> Build {
        run(snapshot, &self.options)
    }
}

/// Runs every stage over a snapshot, once.
#[must_use]
pub fn run(snapshot: &Snapshot, options: &Options) -> Build {
    let mut diagnostics = Vec::new();
    let built = stages(snapshot, options, &mut diagnostics);
    let diagnostics = Diagnostic::in_order(diagnostics);
    let (output, pages) = built.unwrap_or_default();
    let is_broken = diagnostics.iter().any(Diagnostic::is_error);
    Build {
        output: Some(output).filter(|_| !is_broken),
        pages,
        rendered: pages,
        diagnostics,
    }
}

fn stages(
    snapshot: &Snapshot,
    options: &Options,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<(Output, usize)> {
    let source = snapshot.get(&config::path())?;
    let config = Config::parse(source, options.base_url.as_deref()).collect(diagnostics)?;
    if !config.schema_is_sound {
        // Entries would be held against a schema that is not the one meant.
        return None;
    }
    let config = Arc::new(config);
    let documents = parse(snapshot, &config).collect(diagnostics);
    let assets = assets::prepare(snapshot).collect(diagnostics);
    let templates = pages::Templates::load(snapshot, &config, &assets).collect(diagnostics);
    let mut site = graph::link(&config, documents, options.drafts).collect(diagnostics);
    diagnostics.extend(templates.check_names(&site));
    let plan = pages::plan(&site, &assets, snapshot).collect(diagnostics);
    if diagnostics.iter().any(leaves_a_hole) {
        // Templates would stumble over what is missing, and only repeat what has been said.
        return None;
    }
    let bodies = site.take_bodies();
    let output =
        pages::render_all(&site, &plan, &templates, &assets, snapshot, bodies).collect(diagnostics);
    diagnostics.extend(check::check(&site, &plan, &output, snapshot));
    let is_page = |item: &&pages::Item| matches!(item, pages::Item::Page(..));
    let pages = plan.files.values().filter(is_page).count();
    Some((output, pages))
}

/// Errors in what the site says rather than in what it is made of: every value is there, so its pages can be
/// rendered and their problems reported as well.
const WITHOUT_HOLES: [&str; 5] = ["E203", "E211", "E212", "E301", "E303"];

fn leaves_a_hole(diagnostic: &Diagnostic) -> bool {
    diagnostic.is_error() && !WITHOUT_HOLES.contains(&diagnostic.code)
}

/// All entries, parsed in parallel, in the order of their paths.
fn parse(snapshot: &Snapshot, config: &Config) -> Checked<Documents> {
    let sources: Vec<&Source> = snapshot
        .below(load::CONTENT)
        .filter(|source| pages::is_entry(source))
        .collect();
    let parsed: Vec<_> = sources
        .into_par_iter()
        .map(|source| content::parse(source, config))
        .collect();
    let mut diagnostics = Vec::new();
    let mut documents = Documents::default();
    for checked in parsed {
        match checked.collect(&mut diagnostics) {
            Ok(document) => documents.read.push(document),
            Err(unread) => documents.unread.extend(unread),
        }
    }
    Checked::new(documents, diagnostics)
}
