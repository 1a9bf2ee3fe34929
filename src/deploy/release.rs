//! The records of a release, to compare with those at the target.

use std::collections::BTreeMap;
use std::io::{self, Read};

use md5::{Digest as _, Md5};
use rayon::prelude::*;

use super::manifest::{Record, Records};
use super::problem::Problem;
use super::survey::Survey;
use crate::diagnostic::Diagnostic;
use crate::digest::{Digest, StableHasher};
use crate::hosting::{HostedFile, Release};
use crate::locale::{Text, text};
use crate::output::Held;

/// The record of each file. Lazy bytes whose inputs are those of the file at the target are not
/// computed.
pub(super) fn records(
    release: &Release,
    survey: &Survey,
    keeps_header: impl Fn(&str) -> bool,
) -> Result<Records, Vec<Diagnostic>> {
    let files: Vec<_> = release
        .files
        .iter()
        .map(|(path, file)| (path, file, headers(file, &keeps_header)))
        .collect();
    let known = survey.last.as_ref().map(|last| &last.files);
    let records = files.into_par_iter().map(|(path, file, headers)| {
        let known = known.and_then(|known| known.get(path));
        let record = record(file, headers, known).map_err(|error| {
            let problem = Problem::Permanent(Text::of_io(&error));
            vec![problem.diagnostic(text!("this-machine"), path.as_str())]
        });
        Ok((path.clone(), record?))
    });
    records.collect()
}

fn record(
    file: &HostedFile,
    headers: Option<String>,
    known: Option<&Record>,
) -> io::Result<Record> {
    let bytes = &file.bytes;
    let recipe_digest = bytes.recipe_digest();
    let same = known.filter(|known| match recipe_digest {
        Some(_) => known.recipe_digest == recipe_digest,
        // A large file is not read again for its MD5.
        None => bytes.on_disk().is_some() && known.hash == bytes.digest(),
    });
    if let Some(known) = same {
        return Ok(Record {
            headers,
            role: file.role,
            ..known.clone()
        });
    }
    let md5 = match bytes.held() {
        Held::OnDisk(large) => md5_of_reader(large.open_whole()?)?,
        Held::InMemory(bytes) => md5(bytes),
    };
    Ok(Record {
        size: bytes.size(),
        hash: bytes.digest(),
        md5,
        recipe_digest,
        headers,
        role: file.role,
    })
}

/// The MD5 of some bytes, in lowercase hexadecimal digits.
pub(super) fn md5(bytes: &[u8]) -> String {
    hex(&Md5::digest(bytes))
}

/// The MD5 of what a reader still has. It is not held in memory.
pub(super) fn md5_of_reader(mut reader: impl Read) -> io::Result<String> {
    let mut hasher = Md5::new();
    let mut part = vec![0; 1 << 16];
    loop {
        match reader.read(&mut part) {
            Ok(0) => return Ok(hex(&hasher.finalize())),
            Ok(length) => hasher.update(&part[..length]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Bytes in lowercase hexadecimal digits.
pub(super) fn hex(digest: &[u8]) -> String {
    digest.iter().fold(String::new(), |mut text, byte| {
        text += &format!("{byte:02x}");
        text
    })
}

/// The digest of the headers that a target stores.
fn headers(file: &HostedFile, keeps: impl Fn(&str) -> bool) -> Option<String> {
    let stored = stored_headers(file, keeps);
    if stored.is_empty() {
        return None;
    }
    Some(short(Digest::of_value(&stored)))
}

/// The headers that a target stores with a file.
pub(super) fn stored_headers(
    file: &HostedFile,
    keeps: impl Fn(&str) -> bool,
) -> BTreeMap<&str, &str> {
    let headers = file.headers.iter();
    headers
        .filter(|(name, _)| keeps(name))
        .map(|(name, value)| (&**name, &**value))
        .collect()
}

/// The name of a release: the digest of its files.
pub(super) fn name(files: &Records) -> String {
    let mut hasher = StableHasher::default();
    for (path, record) in files {
        hasher.write(&(path.as_str(), record.hash, &record.headers));
    }
    short(hasher.digest())
}

/// The first 64 bits, which are enough to distinguish the releases of a site.
fn short(digest: Digest) -> String {
    format!("{digest:.16}")
}

/// The files that a rollback restores: those of the release before the last one; or, after an
/// interrupted deploy, those of the last complete one.
///
/// # Errors
/// `E909` when none is stored.
pub(super) fn before(survey: &Survey) -> Result<Records, Diagnostic> {
    let absent =
        || Diagnostic::error("E909", text!("earlier-release-none")).hint(text!("older-state-hint"));
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
        let known = record(&file(made), None, None).unwrap();
        let unmade = file(Bytes::lazy(inputs, || panic!("it is at the target")));
        assert_eq!(record(&unmade, None, Some(&known)).unwrap(), known);

        let others = Record {
            hash: Digest::of(b"other card"),
            recipe_digest: Some(Digest::of(b"another build")),
            ..known.clone()
        };
        let made = Bytes::lazy(inputs, || b"card".to_vec());
        let made = record(&file(made), None, Some(&others));
        assert_eq!(made.unwrap(), known);
    }
}
