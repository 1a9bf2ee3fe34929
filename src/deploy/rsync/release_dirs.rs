//! The names of the releases in a folder: which one is served, which names are free, which releases go. Pure.

use std::collections::BTreeSet;

/// The releases that are in a folder.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct ReleaseDirs {
    /// The one that readers see.
    pub(super) current: Option<String>,
    /// Those that were brought whole, the last one to be seen first.
    pub(super) whole: Vec<String>,
    /// Every folder there that has a name of ours.
    pub(super) folders: BTreeSet<String>,
}

impl ReleaseDirs {
    /// The name of the folder that a release is going to have: a new one, so that what readers see is never changed but only exchanged;
    /// or the one that it has already, from an earlier deploy or one that was broken off.
    pub(super) fn folder_for(&self, release: &str) -> String {
        let [first, second] = [release.to_owned(), format!("{release}{AGAIN}")];
        let is_current = |name: &String| self.current.as_ref() == Some(name);
        if is_current(&first) || (self.folders.contains(&second) && !is_current(&second)) {
            second
        } else {
            first
        }
    }

    /// The folder of a release that was brought whole.
    pub(super) fn whole(&self, release: &str) -> Option<&String> {
        let mut whole = self.whole.iter();
        whole.find(|name| name.trim_end_matches(AGAIN) == release)
    }

    /// The folders that go once `new` is served, of which `keep` stay with it. The same release twice is once too often.
    pub(super) fn superseded(&self, new: &str, keep: usize) -> Vec<String> {
        let mut stay = vec![new];
        let same = |a: &str, b: &str| a.trim_end_matches(AGAIN) == b.trim_end_matches(AGAIN);
        for name in self.current.iter().chain(&self.whole) {
            if stay.len() < keep && !stay.iter().any(|other| same(other, name)) {
                stay.push(name);
            }
        }
        let folders = self.folders.iter().chain(&self.whole);
        let gone = folders.filter(|name| !stay.contains(&name.as_str()));
        let gone: BTreeSet<&String> = gone.collect();
        gone.into_iter().cloned().collect()
    }
}

/// What tells the second folder of a release from its first.
const AGAIN: &str = ".2";

/// Whether a name is one that we give to releases. Nothing else is ever deleted.
pub(super) fn is_ours(name: &str) -> bool {
    let release = name.strip_suffix(AGAIN).unwrap_or(name);
    release.len() == 16
        && release
            .bytes()
            .all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf(current: &str, whole: &[&str], folders: &[&str]) -> ReleaseDirs {
        let owned = |name: &&str| (*name).to_owned();
        ReleaseDirs {
            current: Some(current.to_owned()),
            whole: whole.iter().map(owned).collect(),
            folders: folders.iter().chain(whole).map(owned).collect(),
        }
    }

    #[test]
    fn what_readers_see_is_never_written_to() {
        assert_eq!(ReleaseDirs::default().folder_for("a"), "a");
        assert_eq!(shelf("a", &["a"], &[]).folder_for("b"), "b");
        assert_eq!(shelf("a", &["a"], &[]).folder_for("a"), "a.2");
        assert_eq!(shelf("a.2", &["a.2"], &[]).folder_for("a"), "a");
        // Broken off, or kept: it is used again.
        assert_eq!(shelf("b", &["b"], &["a.2"]).folder_for("a"), "a.2");
        assert_eq!(shelf("b", &["b", "a.2"], &[]).folder_for("a"), "a.2");
        assert_eq!(
            shelf("b", &["b", "a.2"], &[]).whole("a"),
            Some(&"a.2".to_owned())
        );
        assert_eq!(shelf("b", &["b"], &["a.2"]).whole("a"), None);
    }

    #[test]
    fn the_last_releases_stay_and_nothing_that_was_broken_off() {
        let all = shelf("c", &["c", "b", "a"], &["half"]);
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
