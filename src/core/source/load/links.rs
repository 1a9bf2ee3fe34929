//! Which symbolic links are followed: those that stay in the site, and those into folders that
//! `[content] follow` in site.toml names. Whoever can add a link to a site could otherwise publish
//! any file that the build can read.
#![expect(
    clippy::disallowed_methods,
    reason = "where a link leads, only the disk knows"
)]

use std::fs;
use std::path::{Component, Path, PathBuf};

use toml::de::{DeTable, DeValue};

use super::folders::CONFIG;
use super::unread::Unread;
use crate::diagnostic::Diagnostic;
use crate::locale::text;

/// Where symbolic links may lead.
#[derive(Debug)]
pub(super) struct Followed {
    /// The site's folder as it was given, and as it really is.
    root: PathBuf,
    real_root: PathBuf,
    /// Folders outside that may be read, as they really are.
    allowed: Vec<PathBuf>,
}

impl Followed {
    /// What the site in `root` allows.
    pub(super) fn of(root: &Path) -> Self {
        let real_root = fs::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let mut followed = Self {
            root: root.to_owned(),
            real_root,
            allowed: Vec::new(),
        };
        // It allows nothing if it is itself out of bounds.
        let config = root.join(CONFIG);
        if followed.refuse(&config).is_none() {
            let text = fs::read_to_string(config).unwrap_or_default();
            let folders = folders_to_follow(&text).into_iter();
            let folders = folders.filter_map(|folder| fs::canonicalize(root.join(folder)).ok());
            followed.allowed = folders.collect();
        }
        followed
    }

    /// The folders outside the site from which it is read, as they really are.
    pub(super) fn allowed(&self) -> &[PathBuf] {
        &self.allowed
    }

    /// The error for `path`, if it is a symbolic link that must not be followed.
    pub(super) fn refuse(&self, path: &Path) -> Option<Unread> {
        if !path.is_symlink() {
            return None;
        }
        // One that leads nowhere is reported by whoever follows it.
        let target = fs::canonicalize(path).ok()?;
        let folders = [&self.real_root].into_iter().chain(&self.allowed);
        let below = folders.filter_map(|folder| target.strip_prefix(folder).ok());
        let mut below = below.peekable();
        let is_inside = below.peek().is_some();
        if below.any(|path| !is_hidden(path)) {
            return None;
        }
        let link = path.strip_prefix(&self.root).unwrap_or(path);
        let (link, shown) = (link.display().to_string(), target.display().to_string());
        let (message, hint) = if is_inside {
            (
                text!("link-to-hidden", link, shown),
                text!("link-to-hidden-hint"),
            )
        } else {
            let folder = target.parent().unwrap_or(&target);
            let folder = relative(&self.real_root, folder);
            (
                text!("link-outside", link, shown),
                text!("link-outside-hint", folder),
            )
        };
        Some(Unread {
            problem: Diagnostic::error("E111", message).hint(hint),
            has_vanished: false,
        })
    }
}

/// `[content] follow`, as far as it can be read: what is wrong with it, `config` tells.
fn folders_to_follow(config: &str) -> Vec<String> {
    let (table, _) = DeTable::parse_recoverable(config);
    let content = table.get_ref().get("content");
    let content = content.and_then(|content| content.get_ref().as_table());
    let follow = content.and_then(|content| content.get("follow"));
    let Some(follow) = follow else {
        return Vec::new();
    };
    let folders: Vec<_> = match follow.get_ref() {
        DeValue::Array(folders) => folders.iter().collect(),
        _ => vec![follow],
    };
    let folders = folders
        .into_iter()
        .filter_map(|folder| folder.get_ref().as_str());
    let folders = folders.filter(|folder| !folder.trim().is_empty());
    folders.map(str::to_owned).collect()
}

fn is_hidden(path: &Path) -> bool {
    let names = path
        .components()
        .filter_map(|name| name.as_os_str().to_str());
    names.into_iter().any(|name| name.starts_with('.'))
}

/// The path from one folder to another: `../media`.
fn relative(from: &Path, to: &Path) -> String {
    let same = from.components().zip(to.components());
    let same = same.take_while(|(one, other)| one == other).count();
    let up = from.components().skip(same).map(|_| Component::ParentDir);
    let path: PathBuf = up.chain(to.components().skip(same)).collect();
    path.display().to_string().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folders_are_read_from_any_sound_site_toml() {
        let folders = |text| folders_to_follow(text);
        assert_eq!(
            folders("[content]\nfollow = [\"../media\", \"/srv\"]"),
            ["../media", "/srv"]
        );
        assert_eq!(folders("content.follow = [\"../media\", 1]"), ["../media"]);
        assert_eq!(folders("content.follow = \"../media\""), ["../media"]);
        for text in [
            "",
            "follow = [\"..\"]",
            "content.follow = \"\"",
            "[content",
            "content = 1",
        ] {
            assert!(folders(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_way_out_is_written_from_the_root() {
        let path = |to| relative(Path::new("/home/me/site"), Path::new(to));
        assert_eq!(path("/home/me/media/old"), "../media/old");
        assert_eq!(path("/etc"), "../../../etc");
    }
}
