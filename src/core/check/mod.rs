//! Rules over the finished output, and over the style sheets that go with it.

mod base;
mod budget;
mod css;
mod drawing;
mod elements;
mod elsewhere;
mod forbidden;
mod headers;
mod inline;
mod language;
mod lettering;
mod loading;
mod markup;
mod order;
mod page;
mod place;
mod reading;
mod resources;
mod style;
mod titles;
mod translations;
mod undescribed;
mod unused;

use std::collections::BTreeSet;

use budget::BudgetContext;
use foldhash::HashSet;
use page::Page;
use place::{Sources, Words};
use rayon::prelude::*;

pub use budget::{Weight, weigh};
pub use lettering::Lettering;
pub use translations::{Translated, translated};

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::fonts::Webfonts;
use crate::graph::Site;
use crate::memo::ByPointer;
use crate::output::{Bytes, Output};
use crate::pages::{Plan, Rendered};
use crate::path::OutputPath;
use crate::source::Snapshot;

/// What has been checked: of files that are as they were, only those with problems are looked at again.
#[derive(Debug, Default)]
pub struct Checked {
    config: Option<ByPointer<Config>>,
    output: Output,
    with_problems: BTreeSet<OutputPath>,
    webfonts: Option<ByPointer<Webfonts>>,
    /// Words that the published fonts set as they should.
    words: HashSet<Box<str>>,
}

/// How thorough a check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum CheckLevel {
    /// Rules that no build notices.
    #[default]
    Quick,
    /// Also what pages weigh as they are sent, which takes compressing them.
    Full,
}

/// The pages among some files.
fn pages<'a>(files: &[(&'a OutputPath, &'a Bytes)], plan: &Plan) -> Vec<Page<'a>> {
    let pages = files.par_iter().filter(|(path, _)| plan.is_html(path));
    pages
        .map(|(path, bytes)| Page {
            path,
            bytes,
            html: bytes.as_text().unwrap_or_default(),
        })
        .collect()
}

/// Holds an output against every rule, and remembers it in `last`.
#[must_use]
pub fn check(
    site: &Site,
    plan: &Plan,
    rendered: &Rendered,
    snapshot: &Snapshot,
    (lettering, level): (Lettering<'_>, CheckLevel),
    last: &mut Checked,
) -> Vec<Diagnostic> {
    let config = Some(ByPointer::new(&site.config));
    let output = &rendered.output;
    let webfonts = Some(ByPointer::new(lettering.webfonts));
    if (&last.config, &last.webfonts) != (&config, &webfonts) {
        *last = Checked::default();
    }
    let files = output.iter().filter(|(path, bytes)| {
        last.output.get(path) != Some(*bytes) || last.with_problems.contains(*path)
    });
    let files: Vec<_> = files.collect();
    let words = Words::default();
    let sources = Sources {
        site,
        plan,
        snapshot,
        words: &words,
    };
    let pages = pages(&files, plan);
    let base = site.config.language.direction();
    let mut problems = forbidden::check(&files, &rendered.drawings, sources);
    let read_now = reading::read(&pages, base);
    problems.extend(reading::check(&read_now, sources));
    problems.extend(base::check(&read_now, sources));
    problems.extend(undescribed::check(&read_now, sources));
    problems.extend(inline::check(&read_now, sources));
    problems.extend(markup::check(&read_now, sources));
    let drawings = drawing::read(&files);
    problems.extend(drawing::check(&drawings, sources));
    problems.extend(elsewhere::check(&read_now, &drawings, &files, sources));
    let scales = BudgetContext {
        sources,
        output,
        lettering,
    };
    let is_part = |path: &OutputPath| matches!(path.extension(), Some("css" | "js" | "mjs"));
    let weighed = if files.len() < output.len() && files.iter().any(|(path, _)| is_part(path)) {
        // A sheet that changes may be too heavy for pages that stay.
        let all: Vec<_> = output.iter().collect();
        reading::read(&self::pages(&all, plan), base)
    } else {
        read_now
    };
    problems.extend(budget::check(&weighed, scales));
    if level == CheckLevel::Full {
        problems.extend(budget::first_views(&weighed, scales));
    }
    let mut words = std::mem::take(&mut last.words);
    problems.extend(lettering::check(&files, sources, lettering, &mut words));
    let paths = problems.iter().map(|(path, _)| path.clone());
    *last = Checked {
        config,
        with_problems: paths.collect(),
        output: output.clone(),
        webfonts,
        words,
    };
    let problems = problems.into_iter();
    let problems = problems.filter(|(path, problem)| !sources.silence(path, problem.code));
    let problems = problems.map(|(_, problem)| problem);
    let problems = problems.chain(style::check(&site.config, snapshot));
    if !rendered.is_whole {
        // What is nowhere to be seen may be on a page that is not there.
        return problems.collect();
    }
    problems
        .chain(headers::check(&site.config, output))
        .chain(translations::check(site, snapshot))
        .chain(titles::check(site, plan, output, snapshot))
        .chain(unused::check(&site.config, plan, output, snapshot))
        .collect()
}
