//! The reading edge: the only place that reads a site's files.
#![expect(
    clippy::disallowed_methods,
    reason = "reading the site is this file's purpose"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Snapshot, Source};
use crate::diagnostic::Diagnostic;
use crate::path::SourcePath;

/// The configuration file at the root of a site.
pub const CONFIG: &str = "site.toml";
/// The folder of entries.
pub const CONTENT: &str = "content";
/// The folder of templates.
pub const TEMPLATES: &str = "templates";
/// The folder of assets, inside that of templates.
pub const ASSETS: &str = "templates/assets";

/// Reads a site again and again.
#[derive(Debug)]
pub struct Loader {
    root: PathBuf,
    folders: BTreeSet<PathBuf>,
}

impl Loader {
    /// A loader of the site in this folder; nothing is read yet.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
            folders: BTreeSet::new(),
        }
    }

    /// The site as it is now. Files that did not change since the last call are not read again.
    ///
    /// # Errors
    /// A diagnostic that names the file or folder that could not be read.
    pub fn load(&mut self) -> Result<Snapshot, Diagnostic> {
        load(&self.root)
    }

    /// The folders in which a change can change the site, as of the last call of [`Loader::load`].
    #[must_use]
    pub fn folders(&self) -> &BTreeSet<PathBuf> {
        &self.folders
    }
}

/// Reads `site.toml`, `content/` and `templates/` below `root`. Hidden files and editors' backups are
/// left out; symbolic links are followed.
///
/// # Errors
/// A diagnostic that names the file or folder that could not be read.
pub fn load(root: &Path) -> Result<Snapshot, Diagnostic> {
    if !root.join(CONFIG).is_file() {
        let message = format!("there is no {CONFIG} in {}", root.display());
        let hint = "run warraq in the folder of a site, name it with --root, or make one with `warraq new DIR`";
        return Err(Diagnostic::error("E100", message).hint(hint));
    }
    let mut files = vec![root.join(CONFIG)];
    for folder in [CONTENT, TEMPLATES] {
        files.extend(files_below(&root.join(folder))?);
    }
    let sources: Result<Vec<_>, _> = files
        .into_par_iter()
        .map(|file| read(root, &file))
        .collect();
    sources.map(Snapshot::from_iter)
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Diagnostic> {
    let mut files = Vec::new();
    if !folder.is_dir() {
        return Ok(files);
    }
    let walk = WalkDir::new(folder).follow_links(true).into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || is_visible(entry.file_name())) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).display().to_string();
                return Err(unreadable(&path, &error));
            }
        }
    }
    Ok(files)
}

/// Hidden files, and the backups that editors leave beside a file (`a.md~`, `#a.md#`).
fn is_visible(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    !(name.starts_with(['.', '#']) || name.ends_with(['~', '#']))
}

fn read(root: &Path, file: &Path) -> Result<Source, Diagnostic> {
    let relative = file.strip_prefix(root).unwrap_or(file);
    let Some(path) = relative.to_str() else {
        let message = format!("the name of {} is not UTF-8", relative.display());
        return Err(Diagnostic::error("E106", message).hint("rename the file"));
    };
    let path = path.replace(std::path::MAIN_SEPARATOR, "/");
    let bytes = fs::read(file).map_err(|error| unreadable(&path, &error))?;
    Ok(Source::new(SourcePath::new(&path), bytes))
}

fn unreadable(path: &str, error: &dyn std::fmt::Display) -> Diagnostic {
    Diagnostic::error("E100", format!("{path} cannot be read: {error}"))
}
