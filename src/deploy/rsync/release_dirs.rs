//! The folders of releases: which one is served, which name is free, which are deleted. Pure.

use std::collections::BTreeSet;

/// The releases that are in a folder.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct ReleaseDirs {
    /// The one that is served.
    pub(super) current: Option<String>,
    /// Those that are complete, the last one served first.
    pub(super) complete: Vec<String>,
    /// Every folder there with a name of ours.
    pub(super) folders: BTreeSet<String>,
}

impl ReleaseDirs {
    /// The name of the folder for a release. The folder that is served is never changed, so its
    /// release gets a second name; a folder that an earlier or interrupted deploy of the release
    /// left is used again.
    pub(super) fn folder_for(&self, release: &str) -> String {
        let [first, second] = [release.to_owned(), format!("{release}{SECOND}")];
        let is_current = |name: &String| self.current.as_ref() == Some(name);
        if is_current(&first) || (self.folders.contains(&second) && !is_current(&second)) {
            second
        } else {
            first
        }
    }

    /// The complete folder of a release.
    pub(super) fn complete(&self, release: &str) -> Option<&String> {
        let mut complete = self.complete.iter();
        complete.find(|name| name.trim_end_matches(SECOND) == release)
    }

    /// The folders to delete once `new` is served. `keep` releases stay, `new` included, each in
    /// one folder only.
    pub(super) fn superseded(&self, new: &str, keep: usize) -> Vec<String> {
        let mut stay = vec![new];
        let same = |a: &str, b: &str| a.trim_end_matches(SECOND) == b.trim_end_matches(SECOND);
        for name in self.current.iter().chain(&self.complete) {
            if stay.len() < keep && !stay.iter().any(|other| same(other, name)) {
                stay.push(name);
            }
        }
        let folders = self.folders.iter().chain(&self.complete);
        let superseded = folders.filter(|name| !stay.contains(&name.as_str()));
        let superseded: BTreeSet<&String> = superseded.collect();
        superseded.into_iter().cloned().collect()
    }
}

/// The suffix of the second folder of a release.
const SECOND: &str = ".2";

/// Whether a name is one that we give to releases. Nothing else is deleted.
pub(super) fn is_ours(name: &str) -> bool {
    let release = name.strip_suffix(SECOND).unwrap_or(name);
    release.len() == 16
        && release
            .bytes()
            .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release_dirs(current: &str, complete: &[&str], folders: &[&str]) -> ReleaseDirs {
        let owned = |name: &&str| (*name).to_owned();
        ReleaseDirs {
            current: Some(current.to_owned()),
            complete: complete.iter().map(owned).collect(),
            folders: folders.iter().chain(complete).map(owned).collect(),
        }
    }

    #[test]
    fn what_readers_see_is_never_written_to() {
        assert_eq!(ReleaseDirs::default().folder_for("a"), "a");
        assert_eq!(release_dirs("a", &["a"], &[]).folder_for("b"), "b");
        assert_eq!(release_dirs("a", &["a"], &[]).folder_for("a"), "a.2");
        assert_eq!(release_dirs("a.2", &["a.2"], &[]).folder_for("a"), "a");
        // Left by an interrupted deploy, or an old release: it is used again.
        assert_eq!(release_dirs("b", &["b"], &["a.2"]).folder_for("a"), "a.2");
        assert_eq!(release_dirs("b", &["b", "a.2"], &[]).folder_for("a"), "a.2");
        assert_eq!(
            release_dirs("b", &["b", "a.2"], &[]).complete("a"),
            Some(&"a.2".to_owned())
        );
        assert_eq!(release_dirs("b", &["b"], &["a.2"]).complete("a"), None);
    }

    #[test]
    fn the_last_releases_stay_and_nothing_of_interrupted_deploys() {
        let all = release_dirs("c", &["c", "b", "a"], &["half"]);
        assert_eq!(all.superseded("d", 2), ["a", "b", "half"]);
        assert_eq!(all.superseded("d", 1), ["a", "b", "c", "half"]);
        assert_eq!(all.superseded("d", 9), ["half"]);
        // A rollback: what readers saw until now stays.
        assert_eq!(all.superseded("b", 2), ["a", "half"]);
        // A repair: the damaged one goes.
        assert_eq!(all.superseded("c.2", 2), ["a", "c", "half"]);
    }

    #[test]
    fn only_names_of_ours_are_ours() {
        assert!(is_ours("0123456789abcdef") && is_ours("0123456789abcdef.2"));
        for name in [
            "0123456789abcde",
            "0123456789abcdeF",
            "..",
            "old",
            "0123456789abcdef.3",
        ] {
            assert!(!is_ours(name), "{name}");
        }
    }
}
