//! What a store lists, held against what warraq wrote down there.

use std::collections::BTreeMap;

use super::journal::Journal;
use super::{Listed, key, state};
use crate::deploy::manifest::{Manifest, Record};
use crate::deploy::survey::Survey;
use crate::path::OutputPath;

/// What a store listed.
pub(super) type Listing = BTreeMap<String, Listed>;

/// Holds a listing against the manifest and against the journal of a deploy that was broken off. `is` looks at one file more closely
/// than the listing does: whether it is what a record says.
pub(super) fn survey<E>(
    listing: &Listing,
    last: Option<Manifest>,
    journal: Option<Journal>,
    mut is: impl FnMut(&OutputPath, &Record) -> Result<bool, E>,
) -> Result<Survey, E> {
    let journal = journal.unwrap_or_default();
    let mut survey = Survey::default();
    let may_be = |path: &OutputPath, record: &Record| {
        let listed = listing.get(key(path));
        listed.is_some_and(|listed| listed.may_be(record))
    };
    if let Some(last) = &last {
        let old = last.old.iter().map(|(path, old)| (path, &old.record));
        for (path, record) in last.files.iter().chain(old) {
            if may_be(path, record) {
                survey.there.insert(path.clone(), record.clone());
            } else if last.files.contains_key(path) {
                survey.lost.insert(path.clone());
            }
        }
    }
    for (path, record) in &journal.there {
        if may_be(path, record) && !survey.there.contains_key(path) {
            survey.there.insert(path.clone(), record.clone());
        }
    }
    for (path, record) in journal.planned {
        let is_known = survey.there.get(&path) == Some(&record);
        if !is_known && may_be(&path, &record) && is(&path, &record)? {
            survey.lost.remove(&path);
            survey.there.insert(path, record);
        }
    }
    for (name, listed) in listing {
        let Ok(path) = OutputPath::new(name) else {
            continue;
        };
        if !name.starts_with(state::FOLDER)
            && !survey.there.contains_key(&path)
            && !survey.lost.contains(&path)
        {
            survey.foreign.insert(path, Some(listed.size));
        }
    }
    survey.last = last;
    Ok(survey)
}
