//! Compares the listing of a store with the manifest and the journal there.

use std::collections::{BTreeMap, BTreeSet};

use super::journal::Journal;
use super::{Listed, key, state};
use crate::deploy::manifest::{Manifest, Record};
use crate::deploy::survey::Survey;
use crate::path::OutputPath;

/// The files of a store, by key.
pub(super) type Listing = BTreeMap<String, Listed>;

/// Compares a listing with the manifest and with the journal of an interrupted deploy. `is`
/// examines one file more closely than the listing: whether its contents are those of a record.
pub(super) fn survey<E>(
    listing: &Listing,
    last: Option<Manifest>,
    journal: Option<Journal>,
    mut is: impl FnMut(&OutputPath, &Record) -> Result<bool, E>,
) -> Result<Survey, E> {
    let mut survey = Survey::default();
    let may_match = |path: &OutputPath, record: &Record| {
        let listed = listing.get(key(path));
        listed.is_some_and(|listed| listed.may_match(record))
    };
    if let Some(last) = &last {
        let old = last.old.iter().map(|(path, old)| (path, &old.record));
        for (path, record) in last.files.iter().chain(old) {
            if may_match(path, record) {
                survey.present.insert(path.clone(), record.clone());
            } else if last.files.contains_key(path) {
                survey.missing.insert(path.clone());
            }
        }
    }
    if let Some(journal) = journal {
        let paths: BTreeSet<_> = journal
            .present
            .keys()
            .chain(journal.planned.keys())
            .collect();
        for path in paths {
            let known = [
                survey.present.get(path),
                journal.present.get(path),
                journal.planned.get(path),
            ];
            // Only the contents say which of them it is; without hashes in the listing, the size is
            // not enough.
            let mut found: Vec<&Record> = Vec::new();
            for record in known.into_iter().flatten() {
                if !found.contains(&record) && may_match(path, record) && is(path, record)? {
                    found.push(record);
                }
            }
            let first = found.first().map(|record| (*record).clone());
            // Stores do not list headers: if they may be of either record, the file is sent again.
            let has_known_headers = found
                .iter()
                .all(|record| Some(&record.headers) == first.as_ref().map(|first| &first.headers));
            if let Some(record) = first.filter(|_| has_known_headers) {
                survey.missing.remove(path);
                survey.present.insert(path.clone(), record);
            } else if survey.present.remove(path).is_some() || !has_known_headers {
                survey.missing.insert(path.clone());
            }
        }
        survey.unfinished = Some(journal.deploy);
    }
    for (name, listed) in listing {
        let Ok(path) = OutputPath::new(name) else {
            continue;
        };
        if !name.starts_with(state::FOLDER)
            && !survey.present.contains_key(&path)
            && !survey.missing.contains(&path)
        {
            survey.foreign.insert(path, Some(listed.size));
        }
    }
    survey.last = last;
    Ok(survey)
}
