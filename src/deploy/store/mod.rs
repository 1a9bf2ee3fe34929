//! Stores hold files by name and know nothing of releases: object stores and folders.
//! [`StoreBackend`] publishes to a store without ever showing half a site.

mod backend;
mod journal;
mod state;
mod survey;
mod transfer;

use std::collections::BTreeMap;

pub(super) use backend::StoreBackend;
pub(super) use state::{FOLDER as STATE_FOLDER, TEMP_DIR};

use super::problem::Problem;
use crate::locale::Text;
use crate::output::Bytes;
use crate::path::OutputPath;

/// Holds files by name.
pub(super) trait Store: Sync {
    /// Whether it stores this header with each file.
    fn keeps_header(&self, name: &str) -> bool;

    /// How many requests it gets at once.
    fn threads(&self) -> usize;

    /// Its name in messages.
    fn name(&self) -> Text;

    /// Lists all files by key, with few requests.
    fn list(&self) -> Result<BTreeMap<String, Listed>, Problem>;

    /// What the store says of one file.
    fn inspect(&self, key: &str) -> Result<Option<Listed>, Problem>;

    /// Reads a file.
    fn read(&self, key: &str) -> Result<Option<Vec<u8>>, Problem>;

    /// Writes a file, whole or not at all.
    fn write(&self, file: Upload<'_>) -> Result<(), Problem>;

    /// Writes a file unless there is one; `false` if there is.
    fn create(&self, key: &str, bytes: &[u8]) -> Result<bool, Problem>;

    /// Copies a file with its headers; `false` if there is none.
    fn copy(&self, from: &str, to: &str) -> Result<bool, Problem>;

    /// Deletes a file; succeeds if there is none.
    fn delete(&self, key: &str) -> Result<(), Problem>;

    /// Writes down what the store wants to know the next time. Failing costs time only.
    fn close(&self) -> Result<(), Problem> {
        Ok(())
    }
}

/// A file to write.
#[derive(Clone, Copy)]
pub(super) struct Upload<'a> {
    /// Its name in the store.
    pub(super) key: &'a str,
    /// Its contents.
    pub(super) bytes: &'a Bytes,
    /// Their MD5, in hexadecimal digits.
    pub(super) md5: &'a str,
    /// The headers to store with it.
    pub(super) headers: &'a BTreeMap<&'a str, &'a str>,
}

/// What a store says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    /// In bytes.
    pub(super) size: u64,
    /// The MD5 of its bytes, if the store reports it.
    pub(super) md5: Option<String>,
}

impl Listed {
    /// Whether this can be the file of a record, as far as the store reports.
    fn may_match(&self, record: &super::manifest::Record) -> bool {
        let same = |md5: &String| *md5 == record.md5;
        self.size == record.size && self.md5.as_ref().is_none_or(same)
    }
}

/// The key of a file of the site.
fn key(path: &OutputPath) -> &str {
    path.as_str()
}
