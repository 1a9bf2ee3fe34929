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

impl Release {
    /// STOPGAP until d6-hosting is merged.
    pub fn new(
        output: &crate::output::Output,
        plan: &crate::pages::Plan,
        _: &crate::config::Config,
        _: &crate::config::Target,
    ) -> crate::diagnostic::Checked<Self> {
        let files = output
            .iter()
            .map(|(path, bytes)| {
                let kind = mime_guess::from_path(path.as_str())
                    .first_or_octet_stream()
                    .to_string();
                (
                    path.clone(),
                    HostedFile {
                        bytes: bytes.clone(),
                        role: plan.role(path),
                        headers: BTreeMap::from([
                            ("Content-Type".to_owned(), kind),
                            ("Cache-Control".to_owned(), "public, max-age=0".to_owned()),
                        ]),
                    },
                )
            })
            .collect();
        crate::diagnostic::Checked::new(Self { files }, Vec::new())
    }
}
