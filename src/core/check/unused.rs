//! What site.toml switches on and no page uses: it costs time and bytes, and its author believes that readers have it.

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span};
use crate::locale::{Text, text};
use crate::output::Output;
use crate::pages::Plan;
use crate::pictures::Icon;
use crate::search;
use crate::source::{Snapshot, load};

/// The tables of site.toml that nothing comes of.
pub(super) fn check(
    config: &Config,
    plan: &Plan,
    output: &Output,
    snapshot: &Snapshot,
) -> Vec<Diagnostic> {
    let is_named = |what: &str| {
        let mut pages = output.iter().filter(|(path, _)| plan.is_html(path));
        pages.any(|(_, html)| html.as_text().is_some_and(|html| html.contains(what)))
    };
    let mut problems = Vec::new();
    let mut report = |table: &str, span: &Span, hint: Text| {
        let problem = Diagnostic::warning("W416", text!("table-unused", table));
        problems.push(problem.at(span.clone()).hint(hint));
    };
    if let Some(search) = &config.search
        && !is_named(&format!("{}/", search::FOLDER))
    {
        let script = "<script src=\"{{ site.search.script }}\" defer></script>";
        let mut languages = config.languages();
        let markup = if languages.all(|language| config.search_in(language).is_some()) {
            script.to_owned()
        } else {
            format!("{{% if site.search %}}{script}{{% endif %}}")
        };
        let hint = text!("search-unused-hint", markup);
        report("[search]", &search.span, hint);
    }
    if let Some(cards) = &config.cards
        && !is_named("cards/")
    {
        let markup = "<meta property=\"og:image\" content=\"{{ page.card.permalink }}\">";
        let hint = text!("cards-unused-hint", markup);
        report("[cards]", &cards.template.span, hint);
    }
    if let Some(icons) = &config.icons
        && !Icon::ALL.iter().any(|(path, _)| is_named(path))
    {
        report("[icons]", &icons.source.span, text!("icons-unused-hint"));
    }
    // Cards are set in them too, without a style sheet.
    if let Some(family) = config.fonts.families.first()
        && config.cards.is_none()
    {
        let mut sheets = snapshot.below(load::ASSETS);
        let is_imported = sheets.any(|sheet| {
            sheet.path().has_extension("css") && sheet.text().contains("warraq:fonts")
        });
        if !is_imported {
            report("[fonts]", &family.name.span, text!("fonts-unused-hint"));
        }
    }
    problems
}
