//! Templates that the engine refuses.

mod blocks;
mod find;
mod inside;
mod mistake;
mod spelt;
mod tag;
#[cfg(test)]
mod tests;
mod unread;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use tera::{ErrorKind, Tera};

use blocks::blocks_of;
#[cfg(test)]
pub(super) use inside::STATEMENTS;

use super::foreign::{Here, Role};
use super::names::{Called, nearest_of};
use super::syntax::{PieceKind, Tree, pieces};
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::schema::{LIKENED, nearest};
use crate::source::{Source, load};

/// What the engine found wrong while loading these of all `sources`. It stops at the first template it cannot parse, so each
/// of them is tried alone as well.
pub(super) fn problems(
    error: &tera::Error,
    loaded: &[(&str, &Source)],
    sources: &[(&str, &Source)],
) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = loaded
        .iter()
        .filter_map(|(name, source)| {
            let error = Tera::default()
                .add_raw_template(name, &in_lines(source.text()))
                .err()?;
            match error.kind() {
                ErrorKind::SyntaxError(report) => {
                    let at = report.span().range.clone();
                    let found = find::mistake(source.text(), at, report.message());
                    let problem = Diagnostic::error("E401", found.message).hint(found.hint);
                    Some(problem.at(Span::new(source.path(), found.range)))
                }
                _ => None,
            }
        })
        .collect();
    if found.is_empty() {
        found = match error.kind() {
            ErrorKind::Msg(reports) => reported(reports, sources),
            ErrorKind::MissingParent { .. } => without_parent(loaded, sources),
            other => vec![placed(other, sources)],
        };
    }
    found
}

/// The templates that extend one which does not exist.
fn without_parent(loaded: &[(&str, &Source)], sources: &[(&str, &Source)]) -> Vec<Diagnostic> {
    let names: BTreeSet<&str> = sources.iter().map(|(name, _)| *name).collect();
    let mut found = Vec::new();
    for (name, source) in loaded {
        let text = source.text();
        let parent = Tree::read(text).parent.filter(|one| !names.contains(one));
        let Some(parent) = parent else { continue };
        // Of the first, it is told what may have been meant: each is held against all names.
        let known = names.iter().copied().take(if found.len() < LIKENED {
            names.len()
        } else {
            0
        });
        let near = nearest(parent, known.filter(|one| one != name));
        let start = text.find(parent).unwrap_or_default();
        let message = text!("template-none", name = parent);
        let problem = Diagnostic::error("E401", message).hint(template_hint(near));
        found.push(problem.at(Span::new(source.path(), start..start + parent.len())));
    }
    found
}

/// An error that names a template but no position in it.
fn placed(kind: &ErrorKind, sources: &[(&str, &Source)]) -> Diagnostic {
    let (message, hint, template, at) = match kind {
        ErrorKind::CircularExtend { tpl, .. } => {
            let tpl = in_circle(tpl, sources);
            let message = text!("template-extends-itself", name = tpl);
            let hint = text!("template-extends-itself-hint");
            (message, hint, tpl, "extends")
        }
        ErrorKind::CircularInclude { tpl, .. } => {
            let message = text!("template-includes-itself", name = tpl);
            let hint = text!("template-includes-itself-hint");
            (message, hint, tpl.as_str(), "include")
        }
        other => return broken(&other.to_string()),
    };
    let problem = Diagnostic::error("E401", message).hint(hint);
    match sources.iter().find(|(name, _)| *name == template) {
        Some((_, source)) => {
            let start = source.text().find(at).unwrap_or_default();
            problem.at(Span::new(source.path(), start..start + at.len()))
        }
        None => problem,
    }
}

/// Of the templates that extend each other, to which this one leads, the first by name.
fn in_circle<'a>(template: &'a str, sources: &[(&'a str, &'a Source)]) -> &'a str {
    let texts: BTreeMap<&str, &str> = sources
        .iter()
        .map(|(name, one)| (*name, one.text()))
        .collect();
    let parent = |name: &str| Tree::read(texts.get(name)?).parent;
    let mut lineage = vec![template];
    while let Some(parent) = lineage.last().and_then(|last| parent(last)) {
        if let Some(at) = lineage.iter().position(|one| *one == parent) {
            return lineage[at..].iter().min().copied().unwrap_or(template);
        }
        lineage.push(parent);
    }
    template
}

/// What to do where a template is missing.
pub(super) fn template_hint(near: Option<&str>) -> Text {
    match near {
        Some(name) => text!("did-you-mean", name),
        None => text!(
            "template-none-hint",
            folder = format!("{}/", load::TEMPLATES)
        ),
    }
}

/// Takes apart the reports that the engine joins into one message: `error: …` and ` --> file:line:column`.
fn reported(reports: &str, sources: &[(&str, &Source)]) -> Vec<Diagnostic> {
    let texts = sources.iter();
    let texts = texts.map(|(name, source)| (*name, (*source, Rows::of(source.text()))));
    let by_name: BTreeMap<&str, (&Source, Rows<'_>)> = texts.collect();
    let mut found = Vec::new();
    let mut message = None;
    for line in reports.lines() {
        if let Some(text) = line.trim_start().strip_prefix("error: ") {
            message = Some(text);
        } else if let Some(place) = line.trim_start().strip_prefix("--> ")
            && let Some(message) = message.take()
        {
            let mut parts = place.rsplitn(3, ':');
            let column = parts.next().and_then(|n| n.parse().ok()).unwrap_or(1);
            let row = parts.next().and_then(|n| n.parse().ok()).unwrap_or(1);
            let template = parts.next().unwrap_or_default();
            // Of the first, it is told what may have been meant: each is held against all names.
            let known = if found.len() < LIKENED { sources } else { &[] };
            let mut problem = unknown(message, known).unwrap_or_else(|| broken(message));
            if let Some((source, rows)) = by_name.get(template) {
                problem = problem.at(word_at(source, rows.byte(row, column)));
            }
            found.push(problem);
        }
    }
    blocks::in_the_template_that_lost_them(&mut found, sources);
    if found.is_empty() {
        found.push(broken(
            reports.lines().next().unwrap_or("it cannot be read"),
        ));
    }
    found
}

/// An error that only the engine knows, in its words.
fn broken(reason: &str) -> Diagnostic {
    Diagnostic::error("E401", text!("template-broken", reason)).hint(text!("template-broken-hint"))
}

/// A name that the engine does not know, of a filter, a function, a test, a template or a component.
fn unknown(reason: &str, sources: &[(&str, &Source)]) -> Option<Diagnostic> {
    if let Some(name) = reason
        .strip_prefix("Block `")
        .and_then(|rest| rest.split('`').next())
    {
        let blocks = sources
            .iter()
            .flat_map(|(_, source)| blocks_of(source.text()));
        let hint = match nearest(name, blocks.clone().filter(|other| *other != name)) {
            Some(near) => text!("did-you-mean", name = near),
            None => text!("template-block-unknown-hint"),
        };
        return Some(Diagnostic::error("E401", text!("template-block-unknown", name)).hint(hint));
    }
    if reason.starts_with("Component `") && reason.contains("defined in both") {
        let mut names = reason.split('`').skip(1).step_by(2);
        let (name, one, other) = (names.next()?, names.next()?, names.next()?);
        let message = text!("component-defined-twice", name, one, other);
        return Some(Diagnostic::error("E401", message).hint(text!("template-name-twice-hint")));
    }
    let (kind, name) = reason.strip_prefix("Unknown ")?.split_once(" `")?;
    let name = name.strip_suffix('`')?;
    let (message, role, near) = match kind {
        "filter" => {
            let near = nearest_of(Called::Filter, name);
            (text!("filter-unknown", name), Some(Role::Filter), near)
        }
        "function" => {
            let near = nearest_of(Called::Function, name);
            (text!("function-unknown", name), Some(Role::Function), near)
        }
        "test" => {
            let near = nearest_of(Called::Test, name);
            (text!("test-unknown", name), Some(Role::Test), near)
        }
        "template" => {
            let near = nearest(name, sources.iter().map(|(name, _)| *name));
            return Some(
                Diagnostic::error("E401", text!("template-none", name)).hint(template_hint(near)),
            );
        }
        "component" => {
            let components = sources
                .iter()
                .flat_map(|(_, source)| components_of(source.text()));
            let near = nearest(name, components);
            (text!("component-unknown", name), None, near)
        }
        _ => return None,
    };
    let hint = match (role.and_then(|role| Here::of(role, name, |_| true)), near) {
        (Some(here), _) => here.hint(),
        (None, Some(name)) => text!("did-you-mean", name),
        (None, None) => text!("template-names-hint"),
    };
    Some(Diagnostic::error("E401", message).hint(hint))
}

/// The names of the components that a template declares.
pub(super) fn components_of(template: &str) -> impl Iterator<Item = &str> {
    template.split("component ").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && !"_-.".contains(c))?;
        Some(rest[..end].trim())
    })
}

/// How long a line of a template is that the engine may quote with each thing that is wrong in it, in bytes.
const LINE: usize = 16 << 10;

/// The text of a template as the engine is given it: the same, but if a line is so long that its quotations would fill the
/// memory, with line breaks in the place of the first spaces in tags.
pub(super) fn in_lines(text: &str) -> Cow<'_, str> {
    if text.split('\n').all(|line| line.len() <= LINE) {
        return Cow::Borrowed(text);
    }
    let mut whole = String::with_capacity(text.len());
    let mut done = 0;
    for piece in pieces(text) {
        let tag = &text[piece.range.clone()];
        let is_tag = !matches!(piece.kind, PieceKind::Text);
        let behind = tag.get(2..).map(|rest| rest.trim_start_matches('-'));
        if let Some(behind) = behind.filter(|behind| is_tag && behind.starts_with(' ')) {
            let at = piece.range.end - behind.len();
            whole.push_str(&text[done..at]);
            whole.push('\n');
            done = at + 1;
        }
    }
    whole.push_str(&text[done..]);
    Cow::Owned(whole)
}

/// The rows of a template as the engine is given it.
struct Rows<'a> {
    text: Cow<'a, str>,
    starts: Vec<usize>,
}

impl<'a> Rows<'a> {
    fn of(text: &'a str) -> Self {
        let text = in_lines(text);
        let starts = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(starts).collect();
        Self { text, starts }
    }

    /// The byte at a row and column, both counted from 1, in characters.
    fn byte(&self, row: usize, column: usize) -> usize {
        let start = self.starts.get(row.saturating_sub(1));
        let start = start.copied().unwrap_or(self.text.len());
        let before = self.text[start..].chars().take(column - 1);
        before.fold(start, |at, c| at + c.len_utf8())
    }
}

/// The word at a byte.
fn word_at(source: &Source, start: usize) -> Span {
    let text = source.text();
    // Of a component, its name is meant.
    let rest = &text[start..];
    if let Some(mark) = rest.chars().next().filter(|c| "\"'`".contains(*c)) {
        let words = rest[1..].find(mark).unwrap_or_default();
        return Span::new(source.path(), start + 1..start + 1 + words);
    }
    let start = start + rest.len() - rest.trim_start_matches(['<', '/']).len();
    let word = text[start..].find(|c: char| !c.is_alphanumeric() && c != '_' && c != '.');
    Span::new(source.path(), start..start + word.unwrap_or(0))
}
