//! An entry under another id: its file, whatever names it, and the addresses that changed by it.

use super::change::{Change, Refused, new_errors, pipeline, refuse_holes, replaced};
use super::name::EntryName;
use super::redirect::with_redirect;
use super::references::{fixes, in_templates};
use super::relocated::relocated;
use crate::content::fix::{Changes, fixed};
use crate::diagnostic::Diagnostic;
use crate::graph::{Entry, EntryId, Site};
use crate::locale::text;
use crate::path::{SourcePath, UrlPath};
use crate::pipeline::link;
use crate::schema::suggestion;
use crate::source::{Snapshot, Source};

/// One place is fixed a round, where several overlap.
const ROUNDS: usize = 16;

/// Moves an entry. Where somebody has moved its file already, the rest is done.
///
/// # Errors
/// Why the site would not be as whole as it is, or cannot be seen whole.
pub fn moved(snapshot: &Snapshot, from: &EntryName, to: &EntryName) -> Result<Change, Refused> {
    let site = linked(snapshot)?;
    let refuse = |problem: Diagnostic| Refused::new(vec![problem], snapshot);
    let there = find(&site, from).map_err(refuse)?;
    let target = find(&site, to).map_err(refuse)?;
    let (before, after, pairs) = match (there, target) {
        (Some(_), Some(other)) => return Err(refuse(taken(to, other))),
        (None, None) => return Err(refuse(missing(&site, from))),
        (Some(entry), None) => {
            let pairs = relocated(snapshot, &site, entry, to).map_err(refuse)?;
            let after = replaced(snapshot, &pairs);
            (snapshot.clone(), after, pairs)
        }
        (None, Some(entry)) => {
            let pairs = relocated(snapshot, &site, entry, from).map_err(refuse)?;
            let before = replaced(snapshot, &pairs);
            let pairs = pairs.into_iter().map(|(new, old)| (old, new)).collect();
            (before, snapshot.clone(), pairs)
        }
    };
    let mut pipeline = pipeline();
    let build_before = pipeline.run(&before);
    refuse_holes(&build_before, &before)?;

    let mut after = after;
    let mut references = 0;
    let mut found = in_templates(&after, from, to);
    for _ in 0..ROUNDS {
        let build = pipeline.run(&after);
        let problems = new_errors(&build_before, &build);
        let named = problems.iter();
        found.extend(named.flat_map(|problem| fixes(problem, &after, from, to)));
        let (sources, count) = fixed(&after, &found);
        if count == 0 {
            break;
        }
        references += count;
        after = with(&after, sources);
        found.clear();
    }

    let redirects = redirects(&before, &after, &pairs)?;
    for (path, old, new) in &redirects {
        let source = after.get(path);
        let changed = source.and_then(|source| with_redirect(source, old.as_str(), new.as_str()));
        after = with(&after, changed.into_iter().collect());
    }
    let build = pipeline.run(&after);
    let (left, problems): (Vec<_>, Vec<_>) = new_errors(&build_before, &build)
        .into_iter()
        .partition(|problem| problem.code == "E203");
    if !problems.is_empty() {
        return Err(Refused::new(problems, &after));
    }
    let redirects = redirects.into_iter().map(|(path, old, _)| (path, old));
    Ok(Change {
        changes: changes(snapshot, &after, &pairs),
        after,
        references,
        redirects: redirects.collect(),
        left,
    })
}

pub(super) fn linked(snapshot: &Snapshot) -> Result<std::sync::Arc<Site>, Refused> {
    let linked = link(snapshot);
    let problems = linked.diagnostics;
    linked.value.ok_or_else(|| Refused::new(problems, snapshot))
}

/// The entry of this name that has a file.
pub(super) fn find<'a>(site: &'a Site, name: &EntryName) -> Result<Option<&'a Entry>, Diagnostic> {
    let collection = name.collection(&site.config.schema)?;
    let entry = site.find(collection, &name.slug);
    let entry = entry.map(|id: EntryId| site.entry(id));
    if let Some(row) = entry.filter(|entry| entry.document.is_row()) {
        let problem = Diagnostic::error("E105", text!("row-edited", name = &*row.name));
        let span = row.document.span();
        return Err(problem.at(span).hint(text!("row-edited-hint")));
    }
    Ok(entry.filter(|entry| !site.is_made(entry)))
}

fn taken(name: &EntryName, other: &Entry) -> Diagnostic {
    let path = other.document.path.as_str();
    let message = text!("entry-there", name = name.to_string(), path);
    Diagnostic::error("E202", message).hint(text!("entry-there-hint"))
}

/// The problem of an entry that is not there.
pub(super) fn missing(site: &Site, name: &EntryName) -> Diagnostic {
    let id = name.to_string();
    let problem = Diagnostic::error("E201", text!("entry-none", name = id.as_str()));
    let names = site.entries.iter().map(|entry| entry.name.as_str());
    match crate::schema::nearest(&id, names) {
        Some(near) => problem.hint(suggestion(&id, near)),
        None => problem.hint(text!("entries-listed-hint", collection = &name.collection)),
    }
}

/// The files with some that say something else.
fn with(snapshot: &Snapshot, sources: Vec<Source>) -> Snapshot {
    let pairs: Vec<_> = sources
        .into_iter()
        .map(|source| (source.clone(), source))
        .collect();
    replaced(snapshot, &pairs)
}

/// The published pages that have another address than before: their files, and both addresses.
fn redirects(
    before: &Snapshot,
    after: &Snapshot,
    pairs: &[(Source, Source)],
) -> Result<Vec<(SourcePath, UrlPath, UrlPath)>, Refused> {
    let (old, new) = (linked(before)?, linked(after)?);
    let mut redirects = Vec::new();
    for entry in old.entries.iter().filter(|entry| !old.is_made(entry)) {
        let path = &entry.document.path;
        let moved = pairs.iter().find(|(old, _)| old.path() == path);
        let path = moved.map_or(path, |(_, new)| new.path());
        let Some(now) = new.at(path).map(|id| new.entry(id)) else {
            continue;
        };
        if let (Some(old), Some(new), false) =
            (&entry.page, &now.page, entry.document.schedule.draft)
            && old != new
        {
            redirects.push((path.clone(), old.clone(), new.clone()));
        }
    }
    Ok(redirects)
}

/// What has to be written for `now` to become `after`.
fn changes(now: &Snapshot, after: &Snapshot, pairs: &[(Source, Source)]) -> Changes {
    let mut changes = Changes::default();
    let moved = pairs
        .iter()
        .filter(|(old, new)| old.path() != new.path() && now.get(old.path()).is_some());
    for (old, new) in moved {
        let paths = (old.path().clone(), new.path().clone());
        changes.moved.push(paths);
    }
    for source in after.iter() {
        let origin = changes.moved.iter().find(|(_, to)| to == source.path());
        let origin = origin.map_or(source.path(), |(from, _)| from);
        if let Some(was) = now.get(origin)
            && was.text() != source.text()
        {
            changes.edited.push((was.clone(), source.clone()));
        }
    }
    changes
}
