//! A site without one of its entries, unless something refers to it.

use super::change::{Change, Refused, new_errors, pipeline, refuse_holes};
use super::moved::{find, linked, missing};
use super::name::EntryName;
use super::references::names;
use crate::content::fix::Changes;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::source::{Snapshot, Source};

/// Removes an entry, with what lies in its folder where it has one of its own.
///
/// # Errors
/// What refers to it, or hides what does.
pub fn removed(snapshot: &Snapshot, name: &EntryName) -> Result<Change, Refused> {
    let site = linked(snapshot)?;
    let refuse = |problem: Diagnostic| Refused::new(vec![problem], snapshot);
    let entry = find(&site, name).map_err(refuse)?;
    let entry = entry.ok_or_else(|| refuse(missing(&site, name)))?;
    let path = &entry.document.path;
    let (folder, _) = path.as_str().rsplit_once('/').unwrap_or_default();
    let is_bundle = path.stem() == "index";
    let belongs = |source: &&Source| {
        source.path() == path || is_bundle && source.path().below(folder).is_some()
    };
    let (gone, kept): (Vec<_>, Vec<_>) = snapshot.iter().partition(belongs);
    let after: Snapshot = kept.into_iter().cloned().collect();
    let after = after.with_problems(snapshot.problems().to_vec());

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
