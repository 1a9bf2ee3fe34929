//! The titles of the pages over which a list is spread: of two with one title, neither readers nor search engines can say
//! which is which. All of them are looked at in each run, since an edit of one may bring it to the title of another.

use std::collections::{BTreeMap, BTreeSet};

use super::place::place_in;
use crate::diagnostic::Diagnostic;
use crate::graph::Site;
use crate::html::title;
use crate::locale::text;
use crate::output::Output;
use crate::pages::Plan;
use crate::source::{Snapshot, load};

/// The lists of which two pages have one title, each said once.
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
    let mut problems = Vec::new();
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
        let message = text!(
            "titles-alike",
            first = first.to_string(),
            second = number.to_string(),
            name = &site.entry(host).name
        );
        let markup =
            "{% if paginator and paginator.previous %} ({{ paginator.current_index }}){% endif %}";
        let templates = snapshot.below(load::TEMPLATES);
        let (own, others): (Vec<_>, Vec<_>) = templates.partition(|source| {
            source.path().below(load::TEMPLATES) == Some(page.template.as_str())
        });
        let all = own.into_iter().chain(others);
        let place = all.into_iter().find_map(|one| place_in(one, "<title"));
        let problem = Diagnostic::warning("W227", message)
            .note(text!("found-on-page", page = page.address.to_string()))
            .hint(text!("titles-alike-hint", markup));
        problems.push(match place {
            Some(place) => problem.at(place),
            None => problem.at(&page.source),
        });
    }
    problems
}
