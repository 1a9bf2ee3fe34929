//! What is to be done to a site's files, and why it is not.

use std::collections::{BTreeSet, HashMap};

use crate::content::fix::Changes;
use crate::diagnostic::Diagnostic;
use crate::path::{SourcePath, UrlPath};
use crate::pipeline::{Build, Options, Pipeline};
use crate::source::{Snapshot, Source};

/// A change that leaves the site as whole as it is.
#[derive(Debug)]
pub struct Change {
    /// What is to be written.
    pub changes: Changes,
    /// The site as it will be.
    pub after: Snapshot,
    /// How many references are written anew.
    pub references: usize,
    /// The addresses that lead on from now, by the files that say so.
    pub redirects: Vec<(SourcePath, UrlPath)>,
    /// What is left to do: numbers of entries that site.toml expects.
    pub left: Vec<Diagnostic>,
}

/// Why nothing is changed.
#[derive(Debug)]
pub struct Refused {
    /// The problems.
    pub problems: Vec<Diagnostic>,
    /// The files in which their places are.
    pub snapshot: Snapshot,
}

impl Refused {
    pub(super) fn new(problems: Vec<Diagnostic>, snapshot: &Snapshot) -> Self {
        Self {
            problems,
            snapshot: snapshot.clone(),
        }
    }
}

/// All stages, drafts included: what is not published yet refers to entries as well.
pub(super) fn pipeline() -> Pipeline {
    Pipeline::new(Options {
        drafts: true,
        each_reference: true,
        ..Options::default()
    })
}

/// The errors of a build that another, before it, does not have.
pub(super) fn new_errors(before: &Build, after: &Build) -> Vec<Diagnostic> {
    let mut known: HashMap<(&str, String), usize> = HashMap::new();
    for problem in &before.diagnostics {
        let key = (problem.code, problem.message.to_string());
        *known.entry(key).or_default() += 1;
    }
    let is_new = |problem: &&Diagnostic| {
        let key = (problem.code, problem.message.to_string());
        match known.get_mut(&key).filter(|left| **left > 0) {
            Some(left) => {
                *left -= 1;
                false
            }
            None => problem.is_error(),
        }
    };
    let problems = after.diagnostics.iter();
    problems.filter(is_new).cloned().collect()
}

/// Refuses a site of which not every page can be seen: what is hidden may refer to the entry.
pub(super) fn refuse_holes(build: &Build, snapshot: &Snapshot) -> Result<(), Refused> {
    if build.plan.is_some() {
        return Ok(());
    }
    let errors = build
        .diagnostics
        .iter()
        .filter(|problem| problem.is_error());
    Err(Refused::new(errors.cloned().collect(), snapshot))
}

/// The files with some in place of others: each new one for the old one beside it.
pub(super) fn replaced(snapshot: &Snapshot, pairs: &[(Source, Source)]) -> Snapshot {
    let old: BTreeSet<&SourcePath> = pairs.iter().map(|(old, _)| old.path()).collect();
    let is_kept = |source: &&Source| !old.contains(source.path());
    let kept = snapshot.iter().filter(is_kept);
    let new = pairs.iter().map(|(_, new)| new);
    snapshot.with_files(kept.chain(new).cloned())
}
