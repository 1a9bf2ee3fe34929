//! What one page weighs, kind by kind, beside the budgets of site.toml: for somebody who asks before it is too much.

use std::collections::BTreeMap;

use super::context::{BudgetContext, kilobytes};
use super::{first_view, fonts};
use crate::check::lettering::Lettering;
use crate::check::page::Page;
use crate::check::place::{Sources, Words};
use crate::check::reading::Reading;
use crate::check::resources::ResourceKind;
use crate::graph::Site;
use crate::locale::{Text, text};
use crate::output::{Bytes, Output};
use crate::pages::Plan;
use crate::path::OutputPath;
use crate::source::Snapshot;

/// What a page weighs in one respect.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Weight {
    /// What is weighed.
    pub of: Text,
    /// How much it is, in bytes.
    pub size: u64,
    /// How much it may be.
    pub budget: u64,
}

impl Weight {
    /// `12.0 KB`.
    #[must_use]
    pub fn said(bytes: u64) -> Text {
        kilobytes(bytes)
    }
}

/// What a page weighs, by the measure of its budgets. Takes its time: it is compressed as hosts do.
#[must_use]
pub fn weigh(
    path: &OutputPath,
    (site, plan, output): (&Site, &Plan, &Output),
    lettering: Lettering<'_>,
) -> Vec<Weight> {
    let Some((path, bytes)) = output.iter().find(|(one, _)| *one == path) else {
        return Vec::new();
    };
    // No place is named in a file of the site.
    let (snapshot, words) = (Snapshot::default(), Words::default());
    let scales = BudgetContext {
        sources: Sources {
            site,
            plan,
            snapshot: &snapshot,
            words: &words,
        },
        output,
        lettering,
    };
    let page = Page {
        path,
        bytes,
        html: bytes.as_text().unwrap_or_default(),
    };
    let page = Reading::of(page, site.config.language.direction());
    let sum = |files: BTreeMap<&OutputPath, &Bytes>| files.values().map(|bytes| bytes.size()).sum();
    let mut scripts = scales.loads(&page, ResourceKind::Script);
    scripts.retain(|path, _| !scales.is_asked_for(path));
    let font_sizes = fonts::sizes(lettering);
    let loaded = fonts::loaded((path, bytes), lettering, &font_sizes);
    let (html, first_view) = first_view::of(&page, scales, &loaded);
    let budgets = &site.config.budgets;
    let weight = |of, size, budget| Weight { of, size, budget };
    vec![
        weight(text!("weight-first-view"), first_view, budgets.first_view),
        weight(text!("weight-html"), html, budgets.html),
        weight(
            text!("weight-css"),
            sum(scales.loads(&page, ResourceKind::Sheet)),
            budgets.css,
        ),
        weight(
            text!("weight-fonts"),
            loaded.iter().map(|(_, size)| size).sum(),
            budgets.fonts,
        ),
        weight(text!("weight-scripts"), sum(scripts), budgets.scripts),
    ]
}
