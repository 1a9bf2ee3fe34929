//! Strings that may not reach the output, by `[[forbid]]` in site.toml.

use crate::config::Forbidden;
use crate::content::Snapshot;
use crate::diagnostic::{Diagnostic, Span};
use crate::graph::Site;
use crate::output::Bytes;
use crate::pages::{Item, Plan};
use crate::path::{OutputPath, SourcePath};

/// The kinds of file that people and programs read as text.
const READ: [&str; 7] = ["html", "xml", "json", "csv", "txt", "svg", "webmanifest"];

/// The files that hold such a string, each with its problem.
pub(super) fn check<'a>(
    files: impl Iterator<Item = (&'a OutputPath, &'a Bytes)>,
    site: &Site,
    plan: &Plan,
    snapshot: &Snapshot,
) -> Vec<(OutputPath, Diagnostic)> {
    let mut found = Vec::new();
    if site.config.forbidden.is_empty() {
        return found;
    }
    for (path, bytes) in files {
        let extension = path.as_str().rsplit('.').next().unwrap_or_default();
        let Ok(text) = std::str::from_utf8(bytes) else {
            continue;
        };
        if !READ.contains(&extension) {
            continue;
        }
        for rule in &site.config.forbidden {
            if text.contains(&rule.text.value) && !is_allowed(rule, path) {
                found.push((path.clone(), problem(rule, path, site, plan, snapshot)));
            }
        }
    }
    found
}

/// Whether the file's address is one of those allowed; `/books/*` allows all below.
fn is_allowed(rule: &Forbidden, path: &OutputPath) -> bool {
    let address = path.url();
    rule.allow
        .iter()
        .any(|allowed| match allowed.value.strip_suffix('*') {
            Some(prefix) => address.as_str().starts_with(prefix),
            None => address.as_str() == allowed.value,
        })
}

/// Blames the file that most likely brought the string in: the page's own, then any other.
fn problem(
    rule: &Forbidden,
    path: &OutputPath,
    site: &Site,
    plan: &Plan,
    snapshot: &Snapshot,
) -> Diagnostic {
    let text = &rule.text.value;
    let address = path.url();
    let mut problem = Diagnostic::error(
        "E304",
        format!("the forbidden string `{text}` is published"),
    )
    .note(format!("at {address}"))
    .hint("take it out, or allow the address under [[forbid]] in site.toml");
    if let Some(reason) = &rule.reason {
        problem = problem.note(reason.clone());
    }
    let own = match plan.files.get(path) {
        Some(Item::Page(id, _)) => Some(site.entry(*id).document.path.clone()),
        Some(Item::Attachment(path)) => Some(path.clone()),
        _ => None,
    };
    let is_not_config = |path: &SourcePath| *path != rule.text.span.path;
    let own = own.and_then(|path| snapshot.get(&path));
    let others = snapshot
        .iter()
        .filter(|source| is_not_config(source.path()));
    let place = own.into_iter().chain(others).find_map(|source| {
        let start = source.text().find(text.as_str())?;
        Some(Span::new(source.path(), start..start + text.len()))
    });
    problem.at(place.unwrap_or_else(|| rule.text.span.clone()))
}
