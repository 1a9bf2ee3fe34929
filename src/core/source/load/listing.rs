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

use super::folders::{ASSETS, CONFIG, CONTENT, DATA, ENTRIES, TEMPLATES};
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
        } else if config.is_dir() {
            listing.no_site = Some(Unread::of_other_kind("folder-as-file", CONFIG));
        } else {
            listing.no_site = Some(no_site(root));
        }
        for folder in [CONTENT, DATA, TEMPLATES] {
            listing.problems.extend(misnamed(root, folder));
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
                        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
                        if top.ends_with(CONTENT) && is_called(&entry, &ENTRIES) {
                            self.problems.push(Unread::named_as_entry(path));
                        }
                        if top.ends_with(TEMPLATES)
                            && !path.starts_with(ASSETS)
                            && is_called(&entry, &PAGES)
                        {
                            let path = path.display().to_string();
                            self.problems
                                .push(Unread::of_other_kind("folder-as-template", &path));
                        }
                    } else if entry.file_type().is_file() && !is_test_of_vim(entry.file_name()) {
                        // Beside data may lie whatever it was made from.
                        let name = entry.file_name().to_string_lossy();
                        if !top.ends_with(DATA) || Format::of(&name).is_some() {
                            self.files.push(entry.into_path());
                        }
                    }
                }
                Err(error) => self.fail(root, top, &error),
            }
        }
    }

    fn fail(&mut self, root: &Path, top: &Path, error: &walkdir::Error) {
        let path = error.path().unwrap_or(top);
        if path.file_name().is_some_and(|name| !is_visible(name)) {
            // Emacs locks a document with a symbolic link to nowhere. Links are followed before names are looked at.
            return;
        }
        self.add_folders_of_link(path);
        let leads_to = fs::read_link(path).ok().filter(|_| !path.exists());
        let below = |path: &Path| {
            path.strip_prefix(root)
                .unwrap_or(path)
                .display()
                .to_string()
        };
        let path = below(path);
        let unread = match leads_to {
            Some(target) => Unread::dangling(&path, &target),
            None if let Some(ancestor) = error.loop_ancestor() => {
                Unread::looped(&path, &below(ancestor))
            }
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

/// What templates of pages are called.
const PAGES: [&str; 2] = ["html", "svg"];

/// What stands in the place of a folder of the site, or is called nearly as that is.
fn misnamed(root: &Path, folder: &str) -> Option<Unread> {
    let place = root.join(folder);
    if place.is_dir() || place.is_symlink() {
        return None;
    }
    if place.is_file() {
        return Some(Unread::of_other_kind("file-as-folder", folder));
    }
    let is_near = |name: &str| {
        let name = name.to_ascii_lowercase();
        name == folder || name.trim_end_matches('s') == folder.trim_end_matches('s')
    };
    let entries = fs::read_dir(root).ok()?.flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names = folders.filter_map(|entry| entry.file_name().into_string().ok());
    let found = names.find(|name| is_near(name))?;
    Some(Unread::misnamed(&found, folder))
}

/// Whether a folder is called as only a file can be that ends in one of `extensions`.
fn is_called(folder: &DirEntry, extensions: &[&str]) -> bool {
    let extension = folder.path().extension().unwrap_or_default();
    folder.depth() > 0
        && extensions
            .iter()
            .any(|other| extension.eq_ignore_ascii_case(other))
}

/// The path from the root of the file system, links in it not followed.
pub(super) fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// A file that differs from site.toml in capitals only, or has a second extension from an editor of Windows.
fn misspelt_config(root: &Path) -> Option<String> {
    let names = fs::read_dir(root).into_iter().flatten().flatten();
    let names = names.filter_map(|entry| entry.file_name().into_string().ok());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names.into_iter().find(|name| {
        let lower = name.to_ascii_lowercase();
        lower.strip_suffix(".txt").unwrap_or(&lower) == CONFIG
    })
}

fn no_site(root: &Path) -> Unread {
    let message = text!(
        "site-none",
        config = CONFIG,
        folder = root.display().to_string()
    );
    let problem = Diagnostic::error("E100", message);
    let problem = match foreign::generator(root) {
        None if let Some(found) = misspelt_config(root) => {
            problem.hint(text!("rename", from = found, to = CONFIG))
        }
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
