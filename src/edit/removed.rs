//! A site without one of its entries, unless something refers to it.

use std::collections::BTreeSet;

use super::change::{Change, Refused, new_errors, pipeline, refuse_holes};
use super::moved::{find, linked, missing};
use super::name::EntryName;
use super::references::names;
use super::relocated::files;
use crate::content::fix::Changes;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::path::SourcePath;
use crate::source::{Snapshot, Source};

/// Removes an entry in all its languages, with what lies in its folder where it has one of its own.
///
/// # Errors
/// What refers to it, or hides what does.
pub fn removed(snapshot: &Snapshot, name: &EntryName) -> Result<Change, Refused> {
    let site = linked(snapshot)?;
    let refuse = |problem: Diagnostic| Refused::new(vec![problem], snapshot);
    let entry = find(&site, name).map_err(refuse)?;
    let entry = entry.ok_or_else(|| refuse(missing(&site, name)))?;
    // An entry in several languages is one: no translation is left without its original.
    let versions = site.versions(entry.canonical);
    let versions = versions.into_iter().map(|id| site.entry(id));
    let gone: BTreeSet<&SourcePath> = versions
        .filter(|version| site.has_file(version))
        .flat_map(|version| files(snapshot, &site, version).map(Source::path))
        .collect();
    let (gone, kept): (Vec<_>, Vec<_>) = snapshot
        .iter()
        .partition(|source| gone.contains(source.path()));
    let after = snapshot.with_files(kept.into_iter().cloned());

    let mut pipeline = pipeline();
    let before = pipeline.run(snapshot);
    refuse_holes(&before, snapshot)?;
    let (left, problems): (Vec<_>, Vec<_>) = new_errors(&before, &pipeline.run(&after))
        .into_iter()
        .partition(|problem| problem.code == "E203");
    if !problems.is_empty() {
        let problems = problems.into_iter().map(|problem| {
            if !names(&problem, name) {
                return problem;
            }
            let message = text!("entry-referred", name = name.to_string());
            let referred = Diagnostic::error(problem.code, message);
            let referred = referred.hint(text!("entry-referred-hint"));
            match problem.span {
                Some(span) => referred.at(span),
                None => referred,
            }
        });
        return Err(Refused::new(problems.collect(), snapshot));
    }
    let changes = Changes {
        removed: gone.into_iter().cloned().collect(),
        ..Changes::default()
    };
    Ok(Change {
        changes,
        after,
        references: 0,
        redirects: Vec::new(),
        left,
    })
}
