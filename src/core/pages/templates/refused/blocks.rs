//! Blocks that several templates fill, and that the one they extend has not: it lost them, or has them under another name.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Span};
use crate::locale::text;
use crate::pages::templates::syntax::Tree;
use crate::path::SourcePath;
use crate::schema::{LIKENED, nearest};
use crate::source::{Source, load};

const UNKNOWN: &str = "template-block-unknown";

/// Tells what is reported in several templates for the lack of one block where that is missing, once.
pub(super) fn in_the_template_that_lost_them(
    found: &mut Vec<Diagnostic>,
    sources: &[(&str, &Source)],
) {
    let sources: BTreeMap<&str, &str> = sources
        .iter()
        .map(|(name, one)| (*name, one.text()))
        .collect();
    let mut parents: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    let mut lost: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (at, problem) in found.iter().enumerate() {
        let span = problem.span.as_ref();
        let Some(span) = span.filter(|_| problem.message.id() == Some(UNKNOWN)) else {
            continue;
        };
        let child = span
            .path
            .below(load::TEMPLATES)
            .and_then(|name| sources.get_key_value(name));
        let Some((child, text)) = child else { continue };
        let parent = parents
            .entry(child)
            .or_insert_with(|| Tree::read(text).parent);
        if let Some(parent) = parent.filter(|parent| sources.contains_key(parent)) {
            let block = (&text[span.range.clone()], parent);
            lost.entry(block).or_default().push(at);
        }
    }
    lost.retain(|_, problems| problems.len() > 1);
    if lost.is_empty() {
        return;
    }
    let told: BTreeSet<usize> = lost.values().flatten().copied().collect();
    let children = sources
        .values()
        .filter(|text| Tree::read(text).parent.is_some());
    let filled: BTreeSet<&str> = children.flat_map(|text| blocks_of(text)).collect();
    let mut of_parents = Vec::new();
    for ((name, parent), problems) in lost {
        let text = sources[parent];
        let others = blocks_of(text).filter(|other| !filled.contains(*other));
        let others = others.take(if of_parents.len() < LIKENED {
            usize::MAX
        } else {
            0
        });
        let message = text!("template-block-lost", name, count = problems.len());
        let problem = Diagnostic::error("E401", message);
        let path = SourcePath::new(&format!("{}/{parent}", load::TEMPLATES));
        of_parents.push(if let Some(near) = nearest(name, others) {
            let start = text.find(&format!("block {near}")).unwrap_or_default();
            let start = start + "block ".len();
            let span = Span::new(&path, start..start + near.len());
            problem.at(span).hint(text!("did-you-mean", name))
        } else {
            let example = format!("{{% block {name} %}}{{% endblock %}}");
            let hint = text!("template-block-lost-hint", example);
            problem.at(&path).hint(hint)
        });
    }
    let mut at = 0..;
    found.retain(|_| at.next().is_none_or(|at| !told.contains(&at)));
    found.extend(of_parents);
}

/// The names of the blocks that a template has.
pub(super) fn blocks_of(template: &str) -> impl Iterator<Item = &str> + Clone {
    template.split("block ").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_')?;
        Some(rest[..end].trim()).filter(|name| !name.is_empty())
    })
}
