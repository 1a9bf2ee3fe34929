//! What site.toml switches on and no page uses: it costs time and bytes, and its author believes that readers have it.

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span};
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
    let mut report = |table: &str, span: &Span, hint: &str| {
        let message = format!("no page uses [{table}]");
        let hint = format!("{hint}; or take [{table}] out");
        problems.push(
            Diagnostic::warning("W416", message)
                .at(span.clone())
                .hint(hint),
        );
    };
    if let Some(search) = &config.search
        && !is_named(&format!("{}/", search::FOLDER))
    {
        let hint = "put <script src=\"{{ site.search.script }}\" defer></script> into the head of every page, and a form with `data-search`";
        report("search", &search.span, hint);
    }
    if let Some(cards) = &config.cards
        && !is_named("cards/")
    {
        let hint = "put <meta property=\"og:image\" content=\"{{ page.card.permalink }}\"> into the head of the pages";
        report("cards", &cards.template.span, hint);
    }
    if let Some(icons) = &config.icons
        && !Icon::ALL.iter().any(|(path, _)| is_named(path))
    {
        let hint = "put <link rel=\"icon\" href=\"/favicon.ico\"> and <link rel=\"manifest\" href=\"/site.webmanifest\"> into the head of every page";
        report("icons", &icons.source.span, hint);
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
            let hint =
                "put @import \"warraq:fonts\"; at the beginning of a style sheet that pages load";
            report("fonts", &family.name.span, hint);
        }
    }
    problems
}
