//! A run killed at any step, one after the other: what it leaves, and that the next run repairs it.

use std::collections::BTreeMap;
use std::os::unix::fs::symlink;
use std::sync::atomic::AtomicI64;

use super::scratch::{Exchanges, Faulty, Node, Scratch, contents, site, tree};

const OLD: [(&str, &str); 6] = [
    ("a/changed", "old text"),
    ("a/same", "same"),
    ("b/gone/index.html", "old"),
    ("file", "becomes a folder"),
    ("folder/x", "becomes a file"),
    ("same", "same"),
];

const NEW: [(&str, &str); 6] = [
    ("a/changed", "new text"),
    ("a/same", "same"),
    ("file/index.html", "was a file"),
    ("folder", "was a folder"),
    ("new/index.html", "new"),
    ("same", "same"),
];

/// A folder with the old site, and with something of the user's beside each kind of page.
fn settled() -> Scratch {
    let scratch = Scratch::new();
    scratch.publish(&OLD);
    scratch.write("a/mine", "by hand");
    scratch.write("b/mine", "by hand");
    symlink("a/same", scratch.folder().join("link")).unwrap();
    scratch
}

/// What the folder must hold when it holds `site`.
fn with_the_users(site: &[(&str, &str)]) -> BTreeMap<String, Node> {
    let mut all = tree(site);
    all.extend(tree(&[("a/mine", "by hand"), ("b/mine", "by hand")]));
    all.insert("link".to_owned(), Node::Link("a/same".into()));
    all
}

/// Lets runs that publish the new site die, each one step later than the last, until one gets
/// through; `check` sees what each leaves. Whichever site is published next, the folder must then
/// hold it.
fn kill_at_every_step(
    start: impl Fn() -> Scratch,
    holding: impl Fn(&[(&str, &str)]) -> BTreeMap<String, Node>,
    exchanges: Exchanges,
    check: impl Fn(BTreeMap<String, Node>),
) {
    for steps in 0..500 {
        for after in [NEW, OLD] {
            let scratch = start();
            let disk = Faulty {
                steps: AtomicI64::new(steps),
                exchanges,
                ..scratch.disk()
            };
            // Once readers see the new site, what fails is a warning.
            disk.publish(&site(&NEW)).ok();
            if disk.steps.into_inner() > 0 {
                assert!(steps > 15, "{steps} steps are too few to be all");
                return;
            }
            check(contents(&scratch.folder()));
            scratch.publish(&after);
            assert_eq!(
                contents(&scratch.folder()),
                holding(&after),
                "{steps} steps"
            );
            assert_eq!(scratch.state(), ["lock", "published.json"]);
            scratch.publish(&[]);
            assert_eq!(contents(&scratch.folder()), holding(&[]), "{steps} steps");
        }
    }
    panic!("no run got through");
}

#[test]
fn a_killed_first_run_leaves_nothing_or_the_whole_site() {
    kill_at_every_step(Scratch::new, tree, Exchanges::Work, |left| {
        assert!(left.is_empty() || left == tree(&NEW), "{left:?}");
    });
}

#[test]
fn a_killed_run_leaves_the_whole_old_site_or_the_whole_new_one() {
    kill_at_every_step(settled, with_the_users, Exchanges::Work, |left| {
        let whole = [with_the_users(&OLD), with_the_users(&NEW)];
        assert!(whole.contains(&left), "{left:?}");
    });
}

#[test]
fn a_run_in_place_that_fails_brings_back_the_old_site() {
    for exchanges in [Exchanges::Never, Exchanges::NotOfTheFolder] {
        for steps in 0..500 {
            let scratch = settled();
            let disk = Faulty {
                steps: AtomicI64::new(steps),
                recovers: true,
                exchanges,
                ..scratch.disk()
            };
            let result = disk.publish(&site(&NEW));
            let failed = disk.steps.into_inner() < 0;
            let expected = if result.is_ok() { &NEW } else { &OLD };
            let mut left = contents(&scratch.folder());
            if failed && result.is_ok() {
                // An old file that could not be removed is no failure.
                left.retain(|path, _| {
                    !path.contains(".warraq-old-") && !path.starts_with("b/gone")
                });
            }
            assert_eq!(left, with_the_users(expected), "{steps} steps: {result:?}");
            scratch.publish(&OLD);
            assert_eq!(contents(&scratch.folder()), with_the_users(&OLD));
            if !failed {
                assert!(steps > 15, "{steps} steps are too few to be all");
                break;
            }
        }
    }
}

#[test]
fn after_a_killed_run_in_place_the_next_one_brings_back_the_old_site_even_if_it_fails() {
    for steps in 0..500 {
        let scratch = settled();
        let disk = |steps| Faulty {
            steps: AtomicI64::new(steps),
            exchanges: Exchanges::Never,
            ..scratch.disk()
        };
        let killed = disk(steps);
        killed.publish(&site(&NEW)).ok();
        if killed.steps.into_inner() > 0 {
            return;
        }
        let full = Faulty {
            room: Some(0),
            ..disk(i64::MAX)
        };
        let other = [("another/page.html", "that is not there yet")];
        assert_eq!(full.publish(&site(&other)).unwrap_err().code, "E500");
        let left = contents(&scratch.folder());
        let whole = [with_the_users(&OLD), with_the_users(&NEW)];
        // The new site may be complete, and lack only that the last of the old one is removed.
        let is_new = whole[1]
            .iter()
            .all(|(path, node)| left.get(path) == Some(node));
        assert!(left == whole[0] || is_new, "{steps} steps: {left:?}");
    }
    panic!("no run got through");
}

#[test]
fn a_killed_run_that_goes_file_by_file_leaves_whole_files() {
    let texts = |site: &[(&str, &str)], path: &str| {
        let mut texts = site.iter().filter(|file| file.0 == path);
        texts.next().map(|file| Node::File(file.1.into()))
    };
    for exchanges in [Exchanges::Never, Exchanges::NotOfTheFolder] {
        kill_at_every_step(settled, with_the_users, exchanges, |left| {
            for (path, node) in with_the_users(&[]) {
                assert_eq!(left.get(&path), Some(&node), "{path}");
            }
            for (path, node) in left {
                let known = [texts(&OLD, &path), texts(&NEW, &path)];
                let draft = path.contains(".warraq-");
                let users = with_the_users(&[]).contains_key(&path);
                assert!(
                    node == Node::Folder || users || draft || known.contains(&Some(node)),
                    "{path}"
                );
            }
        });
    }
}
