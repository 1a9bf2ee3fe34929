//! What a page makes its reader load, held against the budgets of site.toml.

mod context;
mod first_view;
mod fonts;
mod weight;

use std::collections::BTreeMap;

use context::{kilobytes, part};
use rayon::prelude::*;

use super::reading::Reading;
use super::resources::ResourceKind;
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
use crate::output::Bytes;
use crate::parallel::FILES_AT_A_TIME;
use crate::path::OutputPath;

pub(super) use context::BudgetContext;
pub use weight::{Weight, weigh};

/// The pages that are over a budget, each with its problem: quick, since only large pages have to be compressed to know it.
pub(super) fn check(
    pages: &[Reading<'_>],
    scales: BudgetContext<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let shared = pages.par_iter().with_max_len(FILES_AT_A_TIME);
    let over = shared.flat_map_iter(|page| {
        let problems = [scales.html(page), scales.sheets(page), scales.scripts(page)];
        let path = page.page.path;
        let problems = problems.into_iter().flatten();
        problems.map(move |problem| (path.clone(), problem))
    });
    let mut over: Vec<_> = over.collect();
    over.extend(fonts::check(pages, scales.sources, scales.lettering));
    over
}

/// The page whose first view is over its budget by most, with its problem. Takes its time: pages are compressed.
pub(super) fn first_views(
    pages: &[Reading<'_>],
    scales: BudgetContext<'_>,
) -> Option<(OutputPath, Diagnostic)> {
    first_view::check(pages, scales)
}

impl<'a> BudgetContext<'a> {
    fn html(&self, Reading { page, .. }: &Reading<'_>) -> Option<Diagnostic> {
        let budget = self.sources.site.config.budgets.html;
        // Nothing is compressed to more than it was.
        if page.bytes.size() <= budget {
            return None;
        }
        let size = first_view::compressed(page.bytes, first_view::QUICK);
        let over = (size > budget).then(|| {
            let (size, budget) = (kilobytes(size), kilobytes(budget));
            Diagnostic::warning("W431", text!("html-heavy", size, budget))
                .on(page.path.url())
                .hint(text!("html-heavy-hint"))
        });
        over.map(|problem| self.at(problem, page.path))
    }

    fn sheets(&self, page: &Reading<'_>) -> Option<Diagnostic> {
        let sheets = self.loads(page, ResourceKind::Sheet);
        let budget = self.sources.site.config.budgets.css;
        let heavy = |size, budget| text!("sheets-heavy", size = size, budget = budget);
        self.parts(("W432", heavy), &sheets, budget, page.page.path)
            .map(|problem| problem.hint(text!("sheets-heavy-hint")))
    }

    fn scripts(&self, page: &Reading<'_>) -> Option<Diagnostic> {
        let mut scripts = self.loads(page, ResourceKind::Script);
        scripts.retain(|path, _| !self.is_asked_for(path));
        let budget = self.sources.site.config.budgets.scripts;
        let heavy = |size, budget| text!("scripts-heavy", size = size, budget = budget);
        self.parts(("W433", heavy), &scripts, budget, page.page.path)
            .map(|problem| problem.hint(text!("scripts-heavy-hint")))
    }

    /// Files that are over their budget together, at the largest of them.
    fn parts(
        &self,
        (code, heavy): (&'static str, impl Fn(Text, Text) -> Text),
        files: &BTreeMap<&'a OutputPath, &'a Bytes>,
        budget: u64,
        page: &OutputPath,
    ) -> Option<Diagnostic> {
        let size = files.values().map(|bytes| bytes.size()).sum();
        if size <= budget {
            return None;
        }
        let (size, budget) = (kilobytes(size), kilobytes(budget));
        let mut problem = Diagnostic::warning(code, heavy(size, budget)).on(page.url());
        for (path, bytes) in files {
            problem = problem.note(part(path.as_str(), bytes.size()));
        }
        let largest = files.iter().max_by_key(|(_, bytes)| bytes.size());
        let largest = largest.filter(|(path, _)| self.sources.own(path).is_some());
        Some(self.at(problem, largest.map_or(page, |(path, _)| path)))
    }

    /// Whether a script comes with something that site.toml asks for: it is made from no file of the site.
    pub(super) fn is_asked_for(&self, path: &OutputPath) -> bool {
        let file = self.sources.plan.files.get(path);
        file.is_some_and(|file| file.source.is_none())
    }
}
