//! A finished site becomes what a host is given: every file with the headers it is answered with, and the files that a kind of
//! host wants besides. Pure; [`crate::deploy`] carries it there.

use std::collections::BTreeMap;

use crate::output::Bytes;
use crate::pages::Role;
use crate::path::OutputPath;

/// What a target is given.
#[derive(Debug, Clone)]
pub struct Release {
    /// The files, by path.
    pub files: BTreeMap<OutputPath, HostedFile>,
}

/// One file of a release.
#[derive(Debug, Clone)]
pub struct HostedFile {
    /// What is stored: encoded, where `headers` says so.
    pub bytes: Bytes,
    /// What the file is to those who cache it.
    pub role: Role,
    /// The headers it is answered with, by name, `Content-Type` included.
    pub headers: BTreeMap<String, String>,
}
