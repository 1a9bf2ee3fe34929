//! Changes of several files that are killed in the middle, and records that come with a site.
#![expect(
    clippy::disallowed_methods,
    reason = "tests look at the disk themselves"
)]

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;

use super::journal::{Journal, Step};
use super::*;
use crate::source::load::load;

thread_local! {
    /// How many acts upon the disk are left to this thread, as if it were a process.
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

struct Killed;

/// Ends the program, as a kill does: nothing after this is done, and its locks are gone.
pub(super) fn die_if_due() {
    if let Some(left) = LEFT.get() {
        if left == 0 {
            resume_unwind(Box::new(Killed));
        }
        LEFT.set(Some(left - 1));
    }
}

/// Does something, and is killed before it acts upon the disk for the nth time. What it gives, if it ends before.
fn killed_at<T>(nth: usize, act: impl FnOnce() -> T) -> Option<T> {
    LEFT.set(Some(nth));
    let done = catch_unwind(AssertUnwindSafe(act));
    LEFT.set(None);
    done.map_err(|death| assert!(death.is::<Killed>())).ok()
}

const FILES: [(&str, &str); 5] = [
    ("site.toml", "title = 'ا'\nref = 'a/old'"),
    ("content/a/old.md", "قديم"),
    ("content/a/other.md", "انظر a/old"),
    ("content/b/gone/index.md", "يذهب"),
    ("templates/page.html", "<p>"),
];

/// A site, and a change that moves, edits and removes, also what it moves.
fn site() -> (tempfile::TempDir, Changes) {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in FILES {
        let file = folder.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    let snapshot = load(folder.path()).unwrap();
    let source = |path: &str| snapshot.get(&SourcePath::new(path)).unwrap().clone();
    let edited = |path, text: &str| {
        let before = source(path);
        let after = Source::new(before.path().clone(), text.as_bytes().to_vec());
        (before, after)
    };
    let changes = Changes {
        moved: vec![(
            SourcePath::new("content/a/old.md"),
            SourcePath::new("content/c/d/new.md"),
        )],
        edited: vec![
            edited("site.toml", "title = 'ا'\nref = 'c/new'"),
            edited("content/a/old.md", "قديم، وكان a/old"),
            edited("content/a/other.md", "انظر c/new"),
        ],
        removed: vec![source("content/b/gone/index.md")],
    };
    (folder, changes)
}

/// The files that are of the site.
fn visible(root: &Path) -> BTreeMap<String, String> {
    let snapshot = load(root).unwrap();
    let texts = snapshot
        .iter()
        .map(|source| (source.path().to_string(), source.text().to_owned()));
    texts.collect()
}

#[test]
fn a_change_that_is_killed_anywhere_is_taken_back_or_done() {
    let (folder, changes) = site();
    let before = visible(folder.path());
    apply(folder.path(), &changes).unwrap();
    let after = visible(folder.path());
    assert_ne!(before, after);
    assert!(!folder.path().join("content/b/gone").exists());
    let mut verdicts = [0, 0];
    for nth in 0.. {
        let (folder, changes) = site();
        let root = folder.path();
        if killed_at(nth, || apply(root, &changes)).is_some() {
            break;
        }
        // The run that repairs it is killed as well, anywhere, until it comes to its end.
        let ended = (0..).find_map(|again| killed_at(again, || recover(root)));
        ended.unwrap().unwrap();
        let now = visible(root);
        assert!(
            [&before, &after].contains(&&now),
            "killed at {nth}: {now:?}"
        );
        let is_done = now == after;
        verdicts[usize::from(is_done)] += 1;
        if !is_done {
            // Nothing is in the way of the same change.
            apply(root, &changes).unwrap();
            assert_eq!(visible(root), after, "killed at {nth}");
        }
    }
    assert!(verdicts[0] > 15 && verdicts[1] > 1, "{verdicts:?}");
}

#[test]
fn what_is_saved_after_a_kill_stays() {
    let (folder, changes) = site();
    let root = folder.path();
    let other = root.join("content/a/other.md");
    // As soon as the last file says something new.
    let is_due = |nth: usize| {
        for (path, text) in FILES {
            let file = root.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        killed_at(nth, || apply(root, &changes));
        let is_due = fs::read_to_string(&other).unwrap() == "انظر c/new";
        if !is_due {
            recover(root).unwrap();
        }
        is_due
    };
    assert!((0..1000).any(is_due));
    fs::write(&other, "كلام جديد").unwrap();
    assert!(recover(root).unwrap());
    assert_eq!(fs::read_to_string(&other).unwrap(), "كلام جديد");
    assert_eq!(
        fs::read_to_string(root.join("content/a/old.md")).unwrap(),
        "قديم"
    );
}

#[test]
fn a_record_that_comes_with_a_site_writes_nothing_else() {
    let (folder, _) = site();
    let root = folder.path();
    let outside = tempfile::tempdir().unwrap();
    let mut paths = vec![
        outside.path().join("other").display().to_string(),
        ".git/config".to_owned(),
        "content/../.git/config".to_owned(),
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(outside.path(), root.join("content/link")).unwrap();
        paths.push("content/link/other".to_owned());
    }
    let victims = [outside.path().join("other"), root.join(".git/config")];
    fs::create_dir(root.join(".git")).unwrap();
    for victim in &victims {
        fs::write(victim, "قبل").unwrap();
    }
    let record = |path: &str| {
        let record = serde_json::json!([["written", path, "بعد", "قبل"], ["beside", path]]);
        fs::write(root.join(".warraq.changes"), record.to_string()).unwrap();
        recover(root).unwrap()
    };
    for path in paths {
        assert!(!record(&path), "{path}");
        for victim in &victims {
            assert_eq!(fs::read_to_string(victim).unwrap(), "قبل", "{path}");
        }
    }
    // What is of the site is not refused.
    fs::write(root.join("content/a/new.md"), "قبل").unwrap();
    assert!(record("content/a/new.md"));
}

#[test]
fn a_site_that_is_half_changed_is_told() {
    let (folder, changes) = site();
    let root = folder.path();
    let (other, same) = site();
    apply(other.path(), &same).unwrap();
    let (before, after) = (visible(root), visible(other.path()));
    assert_eq!(pending(root), None);
    let mut told = 0;
    for nth in 0.. {
        _ = killed_at(nth, || apply(root, &changes));
        let is_told = pending(root).is_some();
        if !is_told && visible(root) == after {
            break;
        }
        assert!(visible(root) == before || is_told, "killed at {nth}");
        told += usize::from(is_told);
        recover(root).unwrap();
        assert_eq!(pending(root), None);
    }
    assert!(told > 10, "{told}");
}

#[test]
fn a_change_that_ends_while_another_waits_for_it_is_not_taken_back() {
    let (folder, _) = site();
    let root = folder.path().canonicalize().unwrap();
    let file = root.join("content/a/other.md");
    let steps = [Step::Written {
        file: file.clone(),
        held: "قبل".into(),
        fixed: "بعد".into(),
    }];
    let journal = Journal::begin(&root, &steps).unwrap();
    fs::write(&file, "بعد").unwrap();
    assert_eq!(pending(&root).unwrap().code, "E500");
    std::thread::scope(|scope| {
        let other = scope.spawn(|| recover(&root));
        // Long enough for the other to begin to wait, and not for it to give up.
        std::thread::sleep(std::time::Duration::from_millis(60));
        journal.end();
        assert!(!other.join().unwrap().unwrap());
    });
    assert_eq!(fs::read_to_string(&file).unwrap(), "بعد");
    assert_eq!(pending(&root), None);
}
