//! Compares a release with what is at a target: which files are uploaded, in which order, and which
//! are deleted afterwards. Pure.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::manifest::{Before, Manifest, Old, Record, Records, Stamp};
use super::progress::Stage;
use super::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::pages::Role;
use crate::path::OutputPath;

/// What a deploy will do.
#[derive(Debug)]
#[non_exhaustive]
pub struct Plan {
    /// Every step, in order.
    pub steps: Vec<Step>,
    /// How many files of the release are at the target already.
    pub unchanged: usize,
    /// How many files the site has.
    pub files: usize,
    /// Files at the target that warraq did not put there, where the release needs a file or a
    /// folder.
    pub(crate) conflicts: Vec<OutputPath>,
    /// Pages of the last release at whose addresses nothing will be.
    pub vanished: Vec<OutputPath>,
    /// Reasons not to carry it out.
    pub objections: Vec<Diagnostic>,
    /// The manifest of the target afterwards.
    pub(crate) next: Manifest,
}

/// What happens to one file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// The file.
    pub path: OutputPath,
    /// When it happens.
    pub stage: Stage,
    /// Why.
    pub reason: Reason,
    /// Its size in bytes.
    pub size: u64,
}

/// Why a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The target does not have it yet.
    New,
    /// Its contents changed.
    Changed,
    /// Its headers changed.
    Headers,
    /// It was deployed, and is missing or damaged.
    Missing,
    /// It is there as it should be, and everything is to be sent.
    Forced,
    /// The site does not have it any more.
    Removed,
    /// An old asset whose days of grace are over.
    Expired,
}

impl Plan {
    /// The plan for a release of which these are the files. `everything` sends also what is at the
    /// target as it should be.
    pub(crate) fn new(
        stamp: Stamp,
        wanted: Records,
        survey: &Survey,
        grace_seconds: u64,
        everything: bool,
    ) -> Self {
        let mut steps = Vec::new();
        let mut conflicts = Vec::new();
        for (path, record) in &wanted {
            let reason = reason(path, record, survey).or(everything.then_some(Reason::Forced));
            let Some(reason) = reason else {
                continue;
            };
            conflicts.extend(conflicts_with(path, survey).cloned());
            steps.push(Step {
                path: path.clone(),
                stage: stage(record.role, reason),
                reason,
                size: record.size,
            });
        }
        conflicts.sort_unstable();
        conflicts.dedup();
        let (files, unchanged) = (wanted.len(), wanted.len() - steps.len());
        let now = stamp.deployed;
        let mut next = Manifest::new(stamp, wanted);
        next.old = old(&next.files, survey, now);
        for (path, old) in &next.old {
            let expires = old.since.saturating_add(grace_seconds);
            let reason = match old.record.role {
                Role::Fingerprinted if expires <= now => Reason::Expired,
                // Cached pages may still request it.
                Role::Fingerprinted => continue,
                _ => Reason::Removed,
            };
            steps.push(Step {
                path: path.clone(),
                stage: Stage::Removals,
                reason,
                size: old.record.size,
            });
        }
        next.site = survey.last.as_ref().and_then(|last| last.site.clone());
        if grace_seconds > 0 {
            next.before = before(&next, survey);
        }
        steps.sort_by(|a, b| (a.stage, &a.path).cmp(&(b.stage, &b.path)));
        Self {
            steps,
            unchanged,
            files,
            conflicts,
            vanished: vanished(&next.files, survey),
            objections: Vec::new(),
            next,
        }
    }

    /// Whether the target is up to date.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The files that are uploaded, in order.
    pub fn uploads(&self) -> impl Iterator<Item = &Step> {
        let steps = self.steps.iter();
        steps.filter(|step| step.stage != Stage::Removals)
    }

    /// The files that are deleted.
    pub fn removals(&self) -> impl Iterator<Item = &Step> {
        let steps = self.steps.iter();
        steps.filter(|step| step.stage == Stage::Removals)
    }

    /// How many bytes are uploaded.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.uploads().map(|step| step.size).sum()
    }
}

/// The pages and redirects of the last release at whose paths nothing will be.
fn vanished(files: &Records, survey: &Survey) -> Vec<OutputPath> {
    let last = survey.last.iter().flat_map(|last| &last.files);
    let pages = last.filter(|(_, record)| matches!(record.role, Role::Page | Role::Redirect));
    // Beside a page may lie the same page encoded.
    let is_encoded = |path: &OutputPath| matches!(path.extension(), Some("br" | "gz"));
    let gone = pages.filter(|(path, _)| !files.contains_key(*path) && !is_encoded(path));
    gone.map(|(path, _)| path.clone()).collect()
}

/// Why a file has to be uploaded, if it has to.
fn reason(path: &OutputPath, record: &Record, survey: &Survey) -> Option<Reason> {
    match survey.present.get(path) {
        Some(there) if there.hash != record.hash => Some(Reason::Changed),
        Some(there) if there.headers != record.headers => Some(Reason::Headers),
        Some(_) => None,
        None if survey.missing.contains(path) => Some(Reason::Missing),
        None => Some(Reason::New),
    }
}

/// The foreign files that a file cannot exist beside: one at its path, at the path of a folder
/// above it, or below its path.
fn conflicts_with<'a>(
    path: &'a OutputPath,
    survey: &'a Survey,
) -> impl Iterator<Item = &'a OutputPath> {
    let path = path.as_str();
    let folders = path.match_indices('/').map(|(end, _)| &path[..end]);
    let above = folders.chain([path]);
    let above = above.filter_map(|place| survey.foreign.get_key_value(place));
    let after = (Bound::Excluded(path), Bound::Unbounded);
    let below = survey.foreign.range::<str, _>(after);
    let below = below.take_while(move |(other, _)| other.as_str().starts_with(path));
    let below = below.filter(move |(other, _)| other.as_str()[path.len()..].starts_with('/'));
    above.chain(below).map(|(other, _)| other)
}

fn stage(role: Role, reason: Reason) -> Stage {
    match role {
        Role::Fingerprinted | Role::Other => Stage::Assets,
        Role::Page | Role::Redirect if reason == Reason::New => Stage::NewPages,
        Role::Page | Role::Redirect => Stage::Pages,
        Role::Listing => Stage::Listings,
    }
}

/// The files at the target that are not in the release, and since when.
fn old(files: &Records, survey: &Survey, now: u64) -> BTreeMap<OutputPath, Old> {
    let gone = survey.present.iter();
    let gone = gone.filter(|(path, _)| !files.contains_key(*path));
    let known = survey.last.as_ref().map(|last| &last.old);
    gone.map(|(path, record)| {
        let since = known.and_then(|known| known.get(path)).map(|old| old.since);
        let old = Old {
            record: record.clone(),
            since: since.unwrap_or(now),
        };
        (path.clone(), old)
    })
    .collect()
}

/// How the present release differs from the next one. If it does not, the release before stays the
/// same.
fn before(next: &Manifest, survey: &Survey) -> Option<Before> {
    let last = survey.last.as_ref()?;
    let paths = last.files.keys().chain(next.files.keys());
    let differs: BTreeMap<_, _> = paths
        .filter(|path| last.files.get(*path) != next.files.get(*path))
        .map(|path| (path.clone(), last.files.get(path).cloned()))
        .collect();
    if differs.is_empty() {
        return last.before.clone();
    }
    Some(Before {
        stamp: last.stamp.clone(),
        differs,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_above_and_below_a_path_conflict_with_it() {
        let path = |path: &str| OutputPath::new(path).unwrap();
        let foreign = ["a", "a-b", "a/b", "a/b-c", "a/b/c/d", "a/bc", "a/c", "b"];
        let survey = Survey {
            foreign: foreign.iter().map(|one| (path(one), None)).collect(),
            ..Survey::default()
        };
        let wanted = path("a/b");
        let found: Vec<_> = conflicts_with(&wanted, &survey).collect();
        assert_eq!(found, [&path("a"), &path("a/b"), &path("a/b/c/d")]);
    }
}
