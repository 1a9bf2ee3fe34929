//! One reading of a finished page, for all rules that look at its tokens.

use rayon::prelude::*;

use super::elements::Elements;
use super::language::LanguageReader;
use super::order;
use super::page::Page;
use super::place::Sources;
use super::resources::PageResources;
use crate::arabic::Direction;
use crate::arabic::bidi::Suspects;
use crate::diagnostic::Diagnostic;
use crate::html::Tokens;
use crate::parallel::FILES_AT_A_TIME;
use crate::path::OutputPath;

/// A page that has been read.
pub(super) struct Reading<'a> {
    pub(super) page: Page<'a>,
    /// What it asks for.
    pub(super) resources: PageResources<'a>,
    /// Its elements, each with an end.
    pub(super) elements: Elements<'a>,
    language: LanguageReader<'a>,
    lines: Suspects<'a>,
}

impl<'a> Reading<'a> {
    /// A page, whose lines run in the direction `base` unless it says another.
    pub(super) fn of(page: Page<'a>, base: Direction) -> Self {
        let mut reading = Self {
            page,
            resources: PageResources::default(),
            elements: Elements::default(),
            language: LanguageReader::default(),
            lines: Suspects::of(base),
        };
        let mut tokens = Tokens::of(page.html);
        loop {
            let at = tokens.at();
            let Some(token) = tokens.read() else {
                reading.elements.end();
                return reading;
            };
            reading.elements.read(&token);
            reading.resources.read(&token);
            reading.language.read(&token);
            reading.lines.read(page.html, at, &token);
        }
    }

    /// What is wrong with its language and with the order of its lines.
    fn problems(&self, sources: Sources<'_>) -> Vec<Diagnostic> {
        let config = &sources.site.config;
        let mut problems = Vec::new();
        if !config.silenced.contains(&"E715") {
            problems.extend(self.language.problems(self.page.path, sources));
        }
        let misplaced = self.lines.misplaced(self.page.html);
        problems.extend(order::problems(&misplaced, self.page.path, sources));
        problems
    }
}

/// Pages, read.
pub(super) fn read<'a>(pages: &[Page<'a>], base: Direction) -> Vec<Reading<'a>> {
    let pages = pages.par_iter().with_max_len(FILES_AT_A_TIME);
    pages.map(|page| Reading::of(*page, base)).collect()
}

/// The pages whose language or lines are wrong, each with its problem.
pub(super) fn check(
    readings: &[Reading<'_>],
    sources: Sources<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let readings = readings.par_iter().with_max_len(FILES_AT_A_TIME);
    let found = readings.flat_map_iter(|reading| {
        let problems = reading.problems(sources).into_iter();
        problems.map(|problem| (reading.page.path.clone(), problem))
    });
    found.collect()
}
