//! What a store lists, held against what warraq wrote down there.

use std::collections::{BTreeMap, BTreeSet};

use super::journal::Journal;
use super::{Listed, key, state};
use crate::deploy::manifest::{Manifest, Record};
use crate::deploy::survey::Survey;
use crate::path::OutputPath;

/// What a store listed.
pub(super) type Listing = BTreeMap<String, Listed>;

/// Holds a listing against the manifest and against the journal of a deploy that was broken off. `is` looks at one file more closely
/// than the listing does: whether its bytes are those of a record.
pub(super) fn survey<E>(
    listing: &Listing,
    last: Option<Manifest>,
    journal: Option<Journal>,
    mut is: impl FnMut(&OutputPath, &Record) -> Result<bool, E>,
) -> Result<Survey, E> {
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
    if let Some(journal) = journal {
        let paths: BTreeSet<_> = journal.there.keys().chain(journal.planned.keys()).collect();
        for path in paths {
            let known = [
                survey.there.get(path),
                journal.there.get(path),
                journal.planned.get(path),
            ];
            // Which of them it is only its bytes can tell; of a listing without hashes, the size says too little.
            let mut found: Vec<&Record> = Vec::new();
            for record in known.into_iter().flatten() {
                if !found.contains(&record) && may_be(path, record) && is(path, record)? {
                    found.push(record);
                }
            }
            let first = found.first().map(|record| (*record).clone());
            // Nobody tells which headers are kept with it, so where they may be either it is sent once more.
            let is_told = found
                .iter()
                .all(|record| Some(&record.headers) == first.as_ref().map(|first| &first.headers));
            if let Some(record) = first.filter(|_| is_told) {
                survey.lost.remove(path);
                survey.there.insert(path.clone(), record);
            } else if survey.there.remove(path).is_some() || !is_told {
                survey.lost.insert(path.clone());
            }
        }
        survey.unfinished = Some(journal.deploy);
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
