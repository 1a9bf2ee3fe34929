//! What of fonts a page makes its reader load. Which families the page is set in only its style sheets know, so all are
//! taken to be.

use rayon::prelude::*;

use super::context::{kilobytes, part};
use crate::check::lettering::{Lettering, characters};
use crate::check::page::Page;
use crate::check::place::Sources;
use crate::check::reading::Reading;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::output::Bytes;
use crate::path::OutputPath;

/// The published fonts with their sizes, in bytes.
pub(super) fn sizes(lettering: Lettering<'_>) -> Vec<u64> {
    let fonts = lettering.webfonts.fonts.par_iter();
    fonts
        .map(|font| lettering.known_sizes.size(&font.bytes))
        .collect()
}

/// The fonts that a page may load, by name.
pub(super) fn loaded<'a>(
    (path, bytes): (&OutputPath, &Bytes),
    lettering: Lettering<'a>,
    sizes: &[u64],
) -> Vec<(&'a str, u64)> {
    let characters = characters(path, bytes);
    let fonts = lettering.webfonts.fonts.iter().zip(sizes);
    let loaded = fonts.filter(|(font, _)| characters.iter().any(|one| font.has(*one)));
    loaded
        .map(|(font, size)| (font.name.as_str(), *size))
        .collect()
}

/// The pages that load more than they may, each with its problem.
pub(super) fn check(
    readings: &[Reading<'_>],
    sources: Sources<'_>,
    lettering: Lettering<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let budget = sources.site.config.budgets.fonts;
    let sizes = sizes(lettering);
    if sizes.iter().sum::<u64>() <= budget {
        return Vec::new();
    }
    let over = readings.par_iter().filter_map(|Reading { page, .. }| {
        let Page { path, bytes, .. } = page;
        let loaded = loaded((path, bytes), lettering, &sizes);
        let size: u64 = loaded.iter().map(|(_, size)| size).sum();
        if size <= budget {
            return None;
        }
        let (size, budget) = (kilobytes(size), kilobytes(budget));
        let message = text!("fonts-heavy", size, budget);
        let mut problem = Diagnostic::warning("W425", message)
            .on(path.url())
            .hint(text!("fonts-heavy-hint"));
        for (name, size) in loaded {
            problem = problem.note(part(name, size));
        }
        let first = sources.site.config.fonts.families.first();
        problem.span = first.map(|family| family.role.span.clone());
        Some(((*path).clone(), problem))
    });
    over.collect()
}
