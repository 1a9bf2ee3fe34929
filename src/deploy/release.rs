//! A release becomes records, to be held against those at the target.

use std::collections::BTreeMap;

use md5::{Digest as _, Md5};
use rayon::prelude::*;

use super::manifest::{Record, Records};
use super::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::digest::{Digest, StableHasher};
use crate::hosting::{HostedFile, Release};

/// What each file of a release is. Bytes that are made late and of the same things as those at the target are not made.
pub(super) fn records(
    release: &Release,
    survey: &Survey,
    keeps_header: impl Fn(&str) -> bool,
) -> Records {
    let files: Vec<_> = release
        .files
        .iter()
        .map(|(path, file)| (path, file, headers(file, &keeps_header)))
        .collect();
    let known = survey.last.as_ref().map(|last| &last.files);
    let records = files.into_par_iter().map(|(path, file, headers)| {
        let known = known.and_then(|known| known.get(path));
        (path.clone(), record(file, headers, known))
    });
    records.collect()
}

fn record(file: &HostedFile, headers: Option<String>, known: Option<&Record>) -> Record {
    let made_of = file.bytes.recipe_digest();
    let same = known.filter(|known| made_of.is_some() && known.made_of == made_of);
    if let Some(known) = same {
        return Record {
            headers,
            role: file.role,
            ..known.clone()
        };
    }
    let bytes = &file.bytes[..];
    Record {
        size: bytes.len() as u64,
        hash: Digest::of(bytes),
        md5: md5(bytes),
        made_of,
        headers,
        role: file.role,
    }
}

/// The MD5 of some bytes, as stores write it.
pub(super) fn md5(bytes: &[u8]) -> String {
    let digest = Md5::digest(bytes);
    digest.iter().fold(String::new(), |mut text, byte| {
        text += &format!("{byte:02x}");
        text
    })
}

/// The digest of the headers that a target keeps.
fn headers(file: &HostedFile, keeps: impl Fn(&str) -> bool) -> Option<String> {
    let kept = kept_headers(file, keeps);
    if kept.is_empty() {
        return None;
    }
    Some(short(Digest::of_value(&kept)))
}

/// The headers that a target keeps with a file.
pub(super) fn kept_headers(
    file: &HostedFile,
    keeps: impl Fn(&str) -> bool,
) -> BTreeMap<&str, &str> {
    let headers = file.headers.iter();
    headers
        .filter(|(name, _)| keeps(name))
        .map(|(name, value)| (&**name, &**value))
        .collect()
}

/// What a release of these files is called: the same files have the same name.
pub(super) fn name(files: &Records) -> String {
    let mut hasher = StableHasher::default();
    for (path, record) in files {
        hasher.write(&(path.as_str(), record.hash, &record.headers));
    }
    short(hasher.digest())
}

/// 64 bits, which tell a site's releases apart.
fn short(digest: Digest) -> String {
    format!("{digest:.16}")
}

/// The files that a rollback brings back: those of the release before the last one; or, where a deploy was broken off on its way to
/// another, those of the last one that was whole.
///
/// # Errors
/// `E909` when none is kept.
pub(super) fn before(survey: &Survey) -> Result<Records, Diagnostic> {
    let absent = || {
        let problem = Diagnostic::error("E909", "no earlier release is kept at the target");
        let hint = "deploy the site as it was: check out its older state and deploy that";
        problem.hint(hint)
    };
    let last = survey.last.as_ref().ok_or_else(absent)?;
    if let Some(unfinished) = &survey.unfinished {
        let is_written_down = unfinished.goal == last.stamp.release;
        // A rollback is finished, and anything else undone.
        if unfinished.is_rollback == is_written_down {
            return Ok(last.files.clone());
        }
    }
    let before = last.before.as_ref().ok_or_else(absent)?;
    let mut files = last.files.clone();
    for (path, record) in &before.differs {
        match record {
            Some(record) => files.insert(path.clone(), record.clone()),
            None => files.remove(path),
        };
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Bytes;
    use crate::pages::Role;

    #[test]
    fn lazy_bytes_at_the_target_are_not_made_unless_another_build_made_them() {
        let inputs = Digest::of(b"a card");
        let made = Bytes::lazy(inputs, || b"card".to_vec());
        let file = |bytes| HostedFile {
            bytes,
            role: Role::Other,
            headers: BTreeMap::new(),
        };
        let known = record(&file(made), None, None);
        let unmade = file(Bytes::lazy(inputs, || panic!("it is at the target")));
        assert_eq!(record(&unmade, None, Some(&known)), known);

        let others = Record {
            hash: Digest::of(b"other card"),
            made_of: Some(Digest::of(b"another build")),
            ..known.clone()
        };
        let made = Bytes::lazy(inputs, || b"card".to_vec());
        assert_eq!(record(&file(made), None, Some(&others)), known);
    }
}
