//! References to an entry that was published, and whose file has another name now: the mend is a command.

use std::collections::{BTreeMap, BTreeSet};

use super::name::EntryName;
use crate::diagnostic::Diagnostic;
use crate::graph::{Entry, Site};
use crate::locale::{Argument, text};
use crate::path::{OutputPath, UrlPath};
use crate::schema::{CollectionId, Guesses};

/// Whether a problem is a reference to an entry that is not there.
#[must_use]
pub fn is_dangling(problem: &Diagnostic) -> bool {
    problem.message.id() == Some("entry-none")
}

/// Lets references to entries that are not there offer `warraq mv`, where the site that was `published` last had the entry's
/// page, and one entry has a page now that it had not.
pub fn offer_mv(problems: &mut [Diagnostic], site: &Site, published: &BTreeSet<OutputPath>) {
    let mut new: BTreeMap<CollectionId, Frames<'_>> = BTreeMap::new();
    let mut guesses = Guesses::default();
    for problem in problems.iter_mut().filter(|problem| is_dangling(problem)) {
        let Some((_, Argument::Words(id))) = problem.message.arguments().first() else {
            continue;
        };
        let Ok(name) = id.parse::<EntryName>() else {
            continue;
        };
        let Ok(collection) = name.collection(&site.config.schema) else {
            continue;
        };
        let of_collection = || frames(site, collection, published);
        let frames = new.entry(collection).or_insert_with(of_collection);
        if !guesses.allow(frames.len()) {
            continue;
        }
        if let Some(now) = renamed(&name.slug, frames, published) {
            let hint = text!(
                "entry-renamed-hint",
                from = name.to_string(),
                to = &now.name
            );
            problem.hint = Some(hint);
        }
    }
}

/// What stands before and after the slug in the addresses of pages, and whose page it is, if it is of one entry alone. However many
/// entries a collection has, it is mostly the same.
type Frames<'a> = BTreeMap<(&'a str, &'a str), Option<&'a Entry>>;

/// Those of the pages that were not `published`.
fn frames<'a>(
    site: &'a Site,
    collection: CollectionId,
    published: &BTreeSet<OutputPath>,
) -> Frames<'a> {
    let mut frames = Frames::new();
    for entry in site.of(collection).iter().map(|id| site.entry(*id)) {
        let page = entry.page.as_ref();
        let new = page.filter(|page| !published.contains(&page.output()));
        let frame = new.and_then(|page| page.as_str().rsplit_once(&*entry.document.slug));
        if let Some(frame) = frame {
            let owner = frames.entry(frame);
            owner.and_modify(|one| *one = None).or_insert(Some(entry));
        }
    }
    frames
}

/// The entry that had this slug when the site was published.
fn renamed<'a>(
    former: &str,
    frames: &Frames<'a>,
    published: &BTreeSet<OutputPath>,
) -> Option<&'a Entry> {
    let was_published = |(start, end): &(&str, &str)| {
        let address = UrlPath::new(&format!("{start}{former}{end}"));
        address.is_ok_and(|address| published.contains(&address.output()))
    };
    let mut owners = frames.iter().filter(|(frame, _)| was_published(frame));
    let (_, owner) = owners.next()?;
    owner.filter(|_| owners.next().is_none())
}
