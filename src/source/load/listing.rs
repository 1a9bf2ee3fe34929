//! A site's folder → the files it consists of, and the folders in which a change can change it. Only
//! site.toml is opened, which says where links may lead.
#![expect(
    clippy::disallowed_methods,
    reason = "finding a site's files is part of reading it"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::folders::{CONFIG, CONTENT, DATA, ENTRIES, TEMPLATES};
use super::foreign;
use super::links::Followed;
use super::names::{is_test_of_vim, is_visible};
use super::unread::Unread;
use crate::diagnostic::Diagnostic;
use crate::locale::text;
use crate::source::values::Format;

/// How many symbolic links may follow each other: as many as Linux allows.
const LONGEST_CHAIN: usize = 40;

/// What there is.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// The files of the site, not sorted.
    pub(super) files: Vec<PathBuf>,
    /// See [`super::Loader::folders`].
    pub(super) folders: BTreeSet<PathBuf>,
    /// Why there is no site. `folders` is complete nevertheless, so that a watcher notices when the problem is gone.
    pub(super) no_site: Option<Unread>,
    /// The files and folders that could not be listed.
    pub(super) problems: Vec<Unread>,
}

impl Listing {
    pub(super) fn of(root: &Path) -> Self {
        let mut listing = Self::default();
        let config = root.join(CONFIG);
        listing.add_folder(root);
        listing.add_folders_of_link(root);
        listing.add_folders_of_link(&config);
        let followed = Followed::of(root);
        if let Some(refusal) = followed.refuse(&config) {
            listing.no_site = Some(refusal);
        } else if config.is_file() {
            listing.files.push(config);
        } else {
            listing.no_site = Some(no_site(root));
        }
        for folder in [CONTENT, DATA, TEMPLATES] {
            listing.walk(root, &root.join(folder), &followed);
        }
        listing
    }

    fn walk(&mut self, root: &Path, top: &Path, followed: &Followed) {
        if !top.is_dir() {
            self.add_folders_of_link(top);
            return;
        }
        let walk = WalkDir::new(top).follow_links(true).into_iter();
        let mut walk =
            walk.filter_entry(|entry| entry.depth() == 0 || is_visible(entry.file_name()));
        while let Some(entry) = walk.next() {
            match entry {
                Ok(entry) => {
                    if entry.path_is_symlink() {
                        self.add_folders_of_link(entry.path());
                        if let Some(refusal) = followed.refuse(entry.path()) {
                            self.problems.push(refusal);
                            if entry.file_type().is_dir() {
                                walk.skip_current_dir();
                            }
                            continue;
                        }
                    }
                    if entry.file_type().is_dir() {
                        self.add_folder(entry.path());
                        if top.ends_with(CONTENT) && is_named_as_entry(&entry) {
                            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
                            self.problems.push(Unread::named_as_entry(path));
                        }
                    } else if entry.file_type().is_file() && !is_test_of_vim(entry.file_name()) {
                        // Beside data may lie whatever it was made from.
                        let name = entry.file_name().to_string_lossy();
                        if !top.ends_with(DATA) || Format::of(&name).is_some() {
                            self.files.push(entry.into_path());
                        }
                    }
                }
                Err(error) => self.fail(top, &error),
            }
        }
    }

    fn fail(&mut self, top: &Path, error: &walkdir::Error) {
        let path = error.path().unwrap_or(top);
        if path.file_name().is_some_and(|name| !is_visible(name)) {
            // Emacs locks a document with a symbolic link to nowhere. Links are followed before names are looked at.
            return;
        }
        self.add_folders_of_link(path);
        let leads_to = fs::read_link(path).ok().filter(|_| !path.exists());
        let path = path.display().to_string();
        let unread = match leads_to {
            Some(target) => Unread::dangling(&path, &target),
            None => Unread::because(&path, error, error.io_error()),
        };
        self.problems.push(unread);
    }

    fn add_folder(&mut self, folder: &Path) {
        self.folders.insert(absolute(folder));
    }

    /// Adds every folder that decides where a symbolic link leads: those of intermediate links, and that of its target.
    fn add_folders_of_link(&mut self, link: &Path) {
        let mut path = absolute(link);
        for _ in 0..LONGEST_CHAIN {
            let Ok(target) = fs::read_link(&path) else {
                break;
            };
            path.pop();
            path.push(target);
            if let Some(folder) = path.parent() {
                let real = fs::canonicalize(folder);
                self.folders
                    .insert(real.unwrap_or_else(|_| absolute(folder)));
            }
        }
        // The folder of a target that ends in `..` is not the one that its text has there.
        if path.ends_with("..")
            && let Ok(end) = fs::canonicalize(&path)
        {
            self.folders.extend(end.parent().map(Path::to_owned));
        }
    }
}

/// Whether a folder below that of entries is called as only a file can be that is one.
fn is_named_as_entry(folder: &DirEntry) -> bool {
    let extension = folder.path().extension().unwrap_or_default();
    folder.depth() > 0
        && ENTRIES
            .iter()
            .any(|other| extension.eq_ignore_ascii_case(other))
}

/// The path from the root of the file system, links in it not followed.
pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn no_site(root: &Path) -> Unread {
    let message = text!(
        "site-none",
        config = CONFIG,
        folder = root.display().to_string()
    );
    let problem = Diagnostic::error("E100", message);
    let problem = match foreign::generator(root) {
        None => problem.hint(text!("site-none-hint")),
        Some((file, generator)) => problem
            .note(text!("site-of-another", file, generator))
            .hint(text!("site-of-another-hint")),
    };
    Unread {
        problem,
        has_vanished: false,
    }
}
