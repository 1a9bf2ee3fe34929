//! The titles of the pages over which a list is spread: of two with one title, neither readers nor search engines can say
//! which is which. All of them are looked at in each run, since an edit of one may bring it to the title of another.

use std::collections::{BTreeMap, BTreeSet};

use super::place::place_in;
use crate::diagnostic::{Diagnostic, Span};
use crate::graph::Site;
use crate::html::title;
use crate::locale::text;
use crate::output::Output;
use crate::pages::Plan;
use crate::source::{Snapshot, load};

/// The lists of which two pages have one title, said once of each place that is to be mended.
pub(super) fn check(
    site: &Site,
    plan: &Plan,
    output: &Output,
    snapshot: &Snapshot,
) -> Vec<Diagnostic> {
    let mut lists = BTreeMap::new();
    for file in plan.files.values() {
        if let Some(page) = &file.page
            && let Some(pager) = page.pager()
            && plan.is_html(&page.address.output())
        {
            let pages: &mut Vec<_> = lists.entry(pager.host).or_default();
            pages.push((pager.number, &**page));
        }
    }
    // The first list at each place, and how many others there are.
    let mut problems = BTreeMap::new();
    let mut told = BTreeSet::new();
    for (host, mut pages) in lists {
        pages.sort_by_key(|(number, _)| *number);
        let mut titles = BTreeMap::new();
        let twins = pages.iter().find_map(|(number, page)| {
            let html = output.get(&page.address.output())?.as_text()?;
            let first = titles.insert(title(html)?, *number)?;
            Some((first, *number, *page))
        });
        let Some((first, number, page)) = twins else {
            continue;
        };
        // The same list in other languages has the same template.
        if !told.insert(site.entry(host).canonical) {
            continue;
        }
        let place = place_of_title(page.template.as_str(), snapshot);
        let place = place.unwrap_or_else(|| Span::from(&page.source));
        let first_there = || {
            let message = text!(
                "titles-alike",
                first = first.to_string(),
                second = number.to_string(),
                name = &site.entry(host).name
            );
            let markup = "{% if paginator and paginator.previous %} ({{ paginator.current_index }}){% endif %}";
            let problem = Diagnostic::warning("W227", message)
                .at(place.clone())
                .note(text!("found-on-page", page = page.address.to_string()))
                .hint(text!("titles-alike-hint", markup));
            (problem, 0)
        };
        problems
            .entry((place.path.clone(), place.range.start))
            .and_modify(|(_, others): &mut (Diagnostic, usize)| *others += 1)
            .or_insert_with(first_there);
    }
    let problems = problems
        .into_values()
        .map(|(problem, others)| match others {
            0 => problem,
            count => problem.note(text!("titles-alike-others", count)),
        });
    problems.collect()
}

/// Where the title of pages is written: in their template, else in the one it extends or includes.
fn place_of_title(template: &str, snapshot: &Snapshot) -> Option<Span> {
    let templates = snapshot.below(load::TEMPLATES);
    let (own, others): (Vec<_>, Vec<_>) =
        templates.partition(|source| source.path().below(load::TEMPLATES) == Some(template));
    let mut all = own.into_iter().chain(others);
    all.find_map(|one| place_in(one, "<title"))
}
