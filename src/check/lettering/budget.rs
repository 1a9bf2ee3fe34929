//! What of fonts a page makes its reader load, held against the budget of site.toml. Which families the page is set in
//! only its style sheets know, so all are taken to be.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Lettering, Sources, pieces};
use crate::diagnostic::Diagnostic;
use crate::output::Bytes;
use crate::path::OutputPath;

/// The pages that load more than they may, each with its problem.
pub(super) fn check(
    files: &[(&OutputPath, &Bytes)],
    sources: Sources<'_>,
    lettering: Lettering<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let budget = sources.site.config.fonts.budget;
    let fonts = &lettering.webfonts.fonts;
    let sizes = fonts
        .iter()
        .map(|font| lettering.earlier.size(&font.bytes) as u64);
    let sizes: Vec<u64> = sizes.collect();
    if sizes.iter().sum::<u64>() <= budget {
        return Vec::new();
    }
    let pages = files
        .par_iter()
        .filter(|(path, _)| path.extension() == Some("html"));
    let over = pages.filter_map(|(path, bytes)| {
        let characters = characters(path, bytes);
        let loaded: Vec<_> = fonts
            .iter()
            .zip(&sizes)
            .filter(|(font, _)| characters.iter().any(|character| font.has(*character)))
            .collect();
        let size: u64 = loaded.iter().map(|(_, size)| **size).sum();
        if size <= budget {
            return None;
        }
        let (size, budget) = (kilobytes(size), kilobytes(budget));
        let message = format!("a page may load {size} of fonts, and the budget is {budget}");
        let mut problem = Diagnostic::warning("W425", message)
            .note(format!("at {}", path.url()))
            .hint("take out a face, give faces fewer `characters`, or raise `budget` in [fonts]");
        for (font, size) in loaded {
            problem = problem.note(format!("`{}`: {}", font.name, kilobytes(*size)));
        }
        let first = sources.site.config.fonts.families.first();
        let place = first.map(|family| family.role.span.clone());
        problem.span = place;
        Some(((*path).clone(), problem))
    });
    over.collect()
}

/// `78.3 KB`.
fn kilobytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}

fn characters(path: &OutputPath, bytes: &Bytes) -> BTreeSet<char> {
    let mut characters = BTreeSet::new();
    pieces(path, bytes, |piece| characters.extend(piece.chars()));
    characters
}
