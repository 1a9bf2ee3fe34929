//! Parses what the scripts report of the folder on the other machine. Pure.

use std::collections::BTreeMap;

use super::release_dirs::{ReleaseDirs, is_ours};
use crate::path::OutputPath;

/// Files with their sizes in bytes; symbolic links, which are not followed, have none.
pub(super) type Files = BTreeMap<OutputPath, Option<u64>>;

/// What is in the folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct RemoteState {
    /// The releases.
    pub(super) release_dirs: ReleaseDirs,
    /// What `current` is, if it does not link to a release of ours.
    pub(super) occupied: Option<Occupied>,
    /// The manifest of the release that is served.
    pub(super) manifest: Option<String>,
    /// Its files.
    pub(super) files: Files,
}

/// What stands where a link to a release of ours should.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Occupied {
    /// A link to something else.
    Link(String),
    /// Something else than a link.
    NoLink,
}

impl RemoteState {
    /// Parses the output of [`super::scripts::survey`] and [`super::scripts::list`].
    pub(super) fn parse(output: &str) -> Self {
        let mut state = Self::default();
        let mut lines = output.lines();
        for line in lines.by_ref() {
            match line.split_once(' ').unwrap_or((line, "")) {
                ("current", target) => match target.strip_prefix("releases/") {
                    Some(name) if is_ours(name) => {
                        state.release_dirs.current = Some(name.to_owned());
                    }
                    _ => state.occupied = Some(Occupied::Link(target.to_owned())),
                },
                ("occupied", _) => state.occupied = Some(Occupied::NoLink),
                ("release", name) => state.release(name),
                ("manifest", text) => state.manifest = Some(text.to_owned()),
                ("files", _) => break,
                _ => {}
            }
        }
        state.files = lines.filter_map(listed).collect();
        state
    }

    fn release(&mut self, name: &str) {
        match name.strip_suffix(".json") {
            Some(release) if is_ours(release) => {
                self.release_dirs.complete.push(release.to_owned());
            }
            _ if is_ours(name) => _ = self.release_dirs.folders.insert(name.to_owned()),
            _ => {}
        }
    }
}

/// One line of a list: `-rw-r--r--  1234 2026/11/24 02:10:00 books/index.html`. Names that no file
/// of a site can have are skipped.
fn listed(line: &str) -> Option<(OutputPath, Option<u64>)> {
    let mut rest = line;
    let mut words = [""; 4];
    for word in &mut words {
        rest = rest.trim_start_matches(' ');
        (*word, rest) = rest.split_once(' ')?;
    }
    let [mode, size, ..] = words;
    let (name, size) = match mode.as_bytes().first()? {
        b'-' => (rest, Some(size.parse().ok()?)),
        b'd' => return None,
        _ => (rest.split(" -> ").next()?, None),
    };
    Some((OutputPath::new(name).ok()?, size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_line_by_line() {
        let output = "current releases/0123456789abcdef\nrelease 0123456789abcdef.json\nrelease fedcba9876543210\n\
            release notes.txt\nmanifest {\"a\": \"b c\"}\nfiles\n\
            drwxr-xr-x          4,096 2026/11/24 02:10:00 .\n\
            -rw-r--r--             12 2026/11/24 02:10:00 كتب/كتاب أول.html\n\
            -rw-r--r--              0 2026/11/24 02:10:00  blank\n\
            lrwxrwxrwx              3 2026/11/24 02:10:00 link -> a/b\n\
            -rw-r--r--              1 2026/11/24 02:10:00 a:b\n";
        let state = RemoteState::parse(output);
        assert_eq!(
            state.release_dirs.current.as_deref(),
            Some("0123456789abcdef")
        );
        assert_eq!(state.release_dirs.complete, ["0123456789abcdef"]);
        assert_eq!(state.release_dirs.folders.len(), 1);
        assert_eq!(state.manifest.as_deref(), Some("{\"a\": \"b c\"}"));
        let files = state.files.iter();
        let files: Vec<_> = files.map(|(path, size)| (path.as_str(), *size)).collect();
        let expected = [
            (" blank", Some(0)),
            ("link", None),
            ("كتب/كتاب أول.html", Some(12)),
        ];
        assert_eq!(files, expected);
        assert_eq!(RemoteState::parse(""), RemoteState::default());
    }

    #[test]
    fn what_is_no_link_of_ours_is_left_alone() {
        let of = |output| RemoteState::parse(output).occupied;
        assert_eq!(of("occupied\n"), Some(Occupied::NoLink));
        let link = Occupied::Link("/srv/old".to_owned());
        assert_eq!(of("current /srv/old\n"), Some(link));
        assert!(of("current releases/../..\n").is_some());
        assert_eq!(of("current releases/0123456789abcdef\n"), None);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        /// Another program answers, on a machine that others may use.
        #[test]
        fn whatever_is_answered_only_releases_and_paths_of_ours_are_taken_from_it(
            output in "((current|release|manifest|files|occupied|-rw-|lrwx| |\n|releases/|\\.\\./|[0-9a-f]{16}|\\.json|-> |/|é)?[0-9a-z ]{0,3}){0,24}",
        ) {
            let state = RemoteState::parse(&output);
            let dirs = &state.release_dirs;
            for name in dirs.current.iter().chain(&dirs.complete).chain(&dirs.folders) {
                proptest::prop_assert!(is_ours(name), "{name}");
            }
            for path in state.files.keys() {
                proptest::prop_assert!(OutputPath::new(path.as_str()).is_ok(), "{path}");
            }
        }
    }
}
