//! What a page makes its reader load, held against the budgets of site.toml.

mod first_view;
mod fonts;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Page;
use super::lettering::Lettering;
use super::place::Sources;
use super::resources::{PageResources, ResourceKind};
use crate::diagnostic::{Diagnostic, Span};
use crate::output::{Bytes, Output};
use crate::path::OutputPath;

/// A page and what it asks for.
type Weighed<'a> = (Page<'a>, PageResources<'a>);

/// What there is to weigh with.
#[derive(Clone, Copy)]
pub(super) struct BudgetContext<'a> {
    pub(super) sources: Sources<'a>,
    pub(super) output: &'a Output,
    pub(super) lettering: Lettering<'a>,
}

/// The pages that are over a budget, each with its problem, as far as nothing has to be compressed to know it.
pub(super) fn check(
    pages: &[Weighed<'_>],
    scales: BudgetContext<'_>,
) -> Vec<(OutputPath, Diagnostic)> {
    let over = pages.par_iter().flat_map_iter(|page| {
        let problems = [scales.html(page), scales.sheets(page), scales.scripts(page)];
        let path = page.0.path;
        let problems = problems.into_iter().flatten();
        problems.map(move |problem| (path.clone(), problem))
    });
    let mut over: Vec<_> = over.collect();
    over.extend(fonts::check(pages, scales.sources, scales.lettering));
    over
}

/// The page whose first view is over its budget by most, with its problem. Takes its time: pages are compressed.
pub(super) fn first_views(
    pages: &[Weighed<'_>],
    scales: BudgetContext<'_>,
) -> Option<(OutputPath, Diagnostic)> {
    first_view::check(pages, scales)
}

impl<'a> BudgetContext<'a> {
    fn html(&self, (page, _): &Weighed<'_>) -> Option<Diagnostic> {
        let (size, budget) = (
            page.bytes.len() as u64,
            self.sources.site.config.budgets.html,
        );
        let over = (size > budget).then(|| {
            let (size, budget) = (kilobytes(size), kilobytes(budget));
            let message = format!("a page has {size} of HTML, and the budget is {budget}");
            let hint = "part the page, show less on it, or raise `html` in [check.budgets]";
            Diagnostic::warning("W431", message)
                .note(format!("at {}", page.path.url()))
                .hint(hint)
        });
        over.map(|problem| self.at(problem, page.path))
    }

    fn sheets(&self, page: &Weighed<'_>) -> Option<Diagnostic> {
        let sheets = self.loads(page, ResourceKind::Sheet);
        let budget = self.sources.site.config.budgets.css;
        let hint = "take out rules, give pages of one kind a sheet of their own, or raise `css` in [check.budgets]";
        self.parts(("W432", "style sheets"), &sheets, budget, page.0.path)
            .map(|problem| problem.hint(hint))
    }

    fn scripts(&self, page: &Weighed<'_>) -> Option<Diagnostic> {
        let mut scripts = self.loads(page, ResourceKind::Script);
        scripts.retain(|path, _| !self.is_asked_for(path));
        let budget = self.sources.site.config.budgets.scripts;
        let hint = "let the page do without, or raise `scripts` in [check.budgets]";
        self.parts(("W433", "scripts"), &scripts, budget, page.0.path)
            .map(|problem| problem.hint(hint))
    }

    /// Files that are over their budget together, at the largest of them.
    fn parts(
        &self,
        (code, name): (&'static str, &str),
        files: &BTreeMap<&'a OutputPath, &'a Bytes>,
        budget: u64,
        page: &OutputPath,
    ) -> Option<Diagnostic> {
        let size = files.values().map(|bytes| bytes.len() as u64).sum();
        if size <= budget {
            return None;
        }
        let (size, budget) = (kilobytes(size), kilobytes(budget));
        let message = format!("a page loads {size} of {name}, and the budget is {budget}");
        let mut problem = Diagnostic::warning(code, message).note(format!("at {}", page.url()));
        for (path, bytes) in files {
            problem = problem.note(format!("`{path}`: {}", kilobytes(bytes.len() as u64)));
        }
        let largest = files.iter().max_by_key(|(_, bytes)| bytes.len());
        let largest = largest.filter(|(path, _)| self.sources.own(path).is_some());
        Some(self.at(problem, largest.map_or(page, |(path, _)| path)))
    }

    fn at(&self, mut problem: Diagnostic, file: &OutputPath) -> Diagnostic {
        let own = self.sources.own(file);
        problem.span = own.as_ref().map(Span::from);
        problem
    }

    /// The files of a kind that a page loads from its own site, each once.
    fn loads(
        &self,
        (page, asked): &Weighed<'_>,
        kind: ResourceKind,
    ) -> BTreeMap<&'a OutputPath, &'a Bytes> {
        let loads = asked.loads.iter().filter(|load| load.kind == kind);
        loads
            .filter_map(|load| self.named(page.path, load.address))
            .collect()
    }

    /// The published file that an address means in another.
    fn named(&self, file: &OutputPath, address: &str) -> Option<(&'a OutputPath, &'a Bytes)> {
        let address = address.replace("&amp;", "&");
        // The page of what does not exist names files from the root of the host.
        let below = address.strip_prefix(self.sources.site.config.base_path());
        let below = below.map(|below| format!("/{below}"));
        let path = (self.sources.plan).named_in(file, below.as_deref().unwrap_or(&address))?;
        Some((path, self.output.get(path)?))
    }

    /// Whether a script comes with something that site.toml asks for: it is made from no file of the site.
    fn is_asked_for(&self, path: &OutputPath) -> bool {
        let file = self.sources.plan.files.get(path);
        file.is_some_and(|file| file.source.is_none())
    }
}

/// `78.3 KB`.
fn kilobytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} KB", tenths / 10, tenths % 10)
}
