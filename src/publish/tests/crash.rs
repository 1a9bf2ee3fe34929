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
