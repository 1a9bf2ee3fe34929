//! Places that hold files by name and know nothing of releases: object stores and folders. [`StoreBackend`] makes of such a place a target that is
//! never half published.

mod backend;
mod journal;
mod state;
mod survey;
mod transfer;

use std::collections::BTreeMap;

pub(super) use backend::StoreBackend;
pub(super) use state::DRAFTS;

use super::problem::Problem;
use crate::path::OutputPath;

/// A place that holds files by name.
pub(super) trait Store: Sync {
    /// Whether a header is kept with each file.
    fn keeps_header(&self, name: &str) -> bool;

    /// How many requests it is given at once.
    fn threads(&self) -> usize;

    /// What messages call it.
    fn name(&self) -> String;

    /// Every file there, by key. Takes few requests.
    fn list(&self) -> Result<BTreeMap<String, Listed>, Problem>;

    /// What is there under a key, as the store itself finds it now.
    fn inspect(&self, key: &str) -> Result<Option<Listed>, Problem>;

    /// The bytes under a key.
    fn read(&self, key: &str) -> Result<Option<Vec<u8>>, Problem>;

    /// Puts bytes there, all of them or none.
    fn write(&self, file: Written<'_>) -> Result<(), Problem>;

    /// Puts bytes where there are none; `false` where there are some.
    fn create(&self, key: &str, bytes: &[u8]) -> Result<bool, Problem>;

    /// Copies a file with its headers. `false` where there is none.
    fn copy(&self, from: &str, to: &str) -> Result<bool, Problem>;

    /// Takes a file away; no matter if it is gone already.
    fn delete(&self, key: &str) -> Result<(), Problem>;
}

/// A file to put somewhere.
#[derive(Clone, Copy)]
pub(super) struct Written<'a> {
    /// Where.
    pub(super) key: &'a str,
    /// What.
    pub(super) bytes: &'a [u8],
    /// The MD5 of it, in hexadecimal digits.
    pub(super) md5: &'a str,
    /// The headers to keep with it.
    pub(super) headers: &'a BTreeMap<&'a str, &'a str>,
}

/// What a store says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// Bytes.
    pub(super) size: u64,
    /// The MD5 of its bytes, where the store says it.
    pub(super) md5: Option<String>,
}

impl Listed {
    /// Whether this may be the file that a record describes, as far as the store said what it is.
    fn may_be(&self, record: &super::manifest::Record) -> bool {
        let same = |md5: &String| *md5 == record.md5;
        self.size == record.size && self.md5.as_ref().is_none_or(same)
    }
}

/// Where a file of the site is kept.
fn key(path: &OutputPath) -> &str {
    path.as_str()
}
