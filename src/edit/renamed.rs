//! References to an entry that was published, and whose file has another name now: the mend is a command.

use std::collections::BTreeSet;

use super::name::EntryName;
use crate::diagnostic::Diagnostic;
use crate::graph::{Entry, Site};
use crate::locale::{Argument, text};
use crate::path::{OutputPath, UrlPath};

/// Whether a problem is a reference to an entry that is not there.
#[must_use]
pub fn is_dangling(problem: &Diagnostic) -> bool {
    problem.message.id() == Some("entry-none")
}

/// Lets references to entries that are not there offer `warraq mv`, where the site that was `published` last had the entry's
/// page, and one entry has a page now that it had not.
pub fn offer_mv(problems: &mut [Diagnostic], site: &Site, published: &BTreeSet<OutputPath>) {
    for problem in problems.iter_mut().filter(|problem| is_dangling(problem)) {
        let Some((_, Argument::Words(id))) = problem.message.arguments().first() else {
            continue;
        };
        let Ok(name) = id.parse::<EntryName>() else {
            continue;
        };
        if let Some(now) = renamed(&name, site, published) {
            let hint = text!(
                "entry-renamed-hint",
                from = name.to_string(),
                to = &now.name
            );
            problem.hint = Some(hint);
        }
    }
}

/// The entry that `name` was the name of when the site was published.
fn renamed<'a>(
    name: &EntryName,
    site: &'a Site,
    published: &BTreeSet<OutputPath>,
) -> Option<&'a Entry> {
    let collection = name.collection(&site.config.schema).ok()?;
    let entries = site.of(collection).iter().map(|id| site.entry(*id));
    let mut candidates = entries.filter(|entry| {
        let page = entry.page.as_ref();
        page.is_some_and(|page| {
            !published.contains(&page.output())
                && former(page, &entry.document.slug, &name.slug)
                    .is_some_and(|former| published.contains(&former.output()))
        })
    });
    let only = candidates.next();
    only.filter(|_| candidates.next().is_none())
}

/// The address of a page when its entry had another slug.
fn former(page: &UrlPath, slug: &str, former: &str) -> Option<UrlPath> {
    let (start, end) = page.as_str().rsplit_once(slug)?;
    UrlPath::new(&format!("{start}{former}{end}")).ok()
}
