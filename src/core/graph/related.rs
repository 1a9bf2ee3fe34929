//! Related entries: those of a collection that have tags and references in common.
//!
//! What few entries refer to says more than what many do, so each shared target counts by the inverse of their number. Of a
//! target with many, those that stand the nearest in the order of the collection are looked at, so that the time grows with the
//! number of references and not with its square.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::entry_id::EntryId;
use super::references::mentions_of;
use super::site::Site;
use crate::content::Value;
use crate::markdown::LinkTarget;
use crate::schema::LanguageId;

/// How many entries on each side are looked at that refer to the same.
const NEAR: usize = 32;

/// What a target counts, shared among those that refer to it.
const WEIGHT: u64 = 1 << 32;

/// Finds them for the entries of every collection that asks for them.
pub(super) fn find(site: &mut Site) {
    let config = site.config.clone();
    for collection in config.schema.ids() {
        let Some(most) = config.schema.collection(collection).related else {
            continue;
        };
        for language in config.languages() {
            let ids = site.listed(collection, language).to_vec();
            for (id, related) in among(site, &ids, language, most) {
                if site.entry(id).document.language == language {
                    site.entries[id.0].related = related;
                }
            }
        }
    }
}

/// For each of some entries, those among them that it has the most in common with.
fn among(
    site: &Site,
    ids: &[EntryId],
    language: LanguageId,
    most: usize,
) -> Vec<(EntryId, Vec<EntryId>)> {
    let targets: Vec<_> = ids.iter().map(|id| targets(site, *id, language)).collect();
    // By each target, the places of those that refer to it.
    let mut referring: BTreeMap<EntryId, Vec<usize>> = BTreeMap::new();
    for (at, targets) in targets.iter().enumerate() {
        for target in targets {
            referring.entry(*target).or_default().push(at);
        }
    }
    let mut counts = vec![0; ids.len()];
    let related = targets.iter().enumerate().map(|(at, targets)| {
        let mut found = Vec::new();
        for places in targets.iter().filter_map(|target| referring.get(target)) {
            let count = u64::try_from(places.len()).unwrap_or(u64::MAX);
            let own = places.partition_point(|place| *place < at);
            let near = own.saturating_sub(NEAR)..places.len().min(own + NEAR + 1);
            for place in places[near].iter().filter(|place| **place != at) {
                if counts[*place] == 0 {
                    found.push(*place);
                }
                counts[*place] += WEIGHT / count;
            }
        }
        found.sort_by_key(|place| (Reverse(counts[*place]), place.abs_diff(at), *place));
        for place in &found {
            counts[*place] = 0;
        }
        let found = found.into_iter().map(|place| ids[place]);
        let linked = found.filter(|id| site.entry(*id).url.is_some());
        (ids[at], linked.take(most).collect())
    });
    related.collect()
}

/// What an entry refers to by its fields and its prose. It is among them itself, so that what refers to it has that in common.
fn targets(site: &Site, id: EntryId, language: LanguageId) -> BTreeSet<EntryId> {
    let entry = site.entry(id);
    let mut targets = BTreeSet::from([id]);
    for field in &entry.document.fields {
        field.walk(&mut |value| {
            if let Value::Reference(reference) = value {
                targets.extend(site.resolve(reference, language));
            }
        });
    }
    for link in mentions_of(site, site.words_of(entry))
        .iter()
        .flat_map(|mentions| &mentions.links)
    {
        if let LinkTarget::Entry {
            collection, slug, ..
        } = &link.target
        {
            let found = site.find(*collection, slug);
            targets.extend(found.map(|found| site.version(found, language)));
        }
    }
    targets
}
