//! Somebody else writes into the output folder while it is published to, again and again, and while
//! runs die: afterwards every file of theirs is there.

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::thread;
use std::time::Duration;

use super::super::Options;
use super::scratch::{Exchanges, Faulty, Node, Scratch, contents, site};

/// How many times the site is published while somebody writes.
const PUBLISHES: usize = 40;

/// Writes files into `folder` until told to stop, and returns their paths and contents. Some are
/// written in folders of the site, some in new ones, some by a rename; some are changed later.
fn write_until(stop: &AtomicBool, folder: &Path) -> BTreeMap<String, Node> {
    let mut written = BTreeMap::new();
    for number in 0.. {
        if stop.load(Ordering::SeqCst) {
            break;
        }
        let path = match number % 4 {
            0 => format!("mine-{number}"),
            1 => format!("a/mine-{number}"),
            2 => format!("uploads/{}/mine-{number}", number % 16),
            _ => format!("uploads/renamed-{number}"),
        };
        let text = format!("text {number}");
        let file = folder.join(&path);
        // A folder may be removed between being made and being written to, as by anybody.
        let result = fs::create_dir_all(file.parent().unwrap()).and_then(|()| {
            if number % 4 == 3 {
                let draft = file.with_extension("draft");
                fs::write(&draft, &text)?;
                fs::rename(&draft, &file)
            } else {
                fs::write(&file, &text)
            }
        });
        match result {
            Ok(()) => _ = written.insert(path, Node::File(text.into_bytes())),
            Err(error) => assert_eq!(error.kind(), ErrorKind::NotFound, "{error}"),
        }
        // Every publish links all of them.
        thread::sleep(Duration::from_millis(1));
    }
    written
}

fn every_file_survives(options: Options, exchanges: Exchanges, is_killed: bool) {
    let scratch = Scratch::new();
    scratch.publish(&[("a/index.html", "0"), ("index.html", "0")]);
    let stop = AtomicBool::new(false);
    let folder = scratch.folder();
    let mut kept = BTreeMap::new();
    let written = thread::scope(|scope| {
        let writer = scope.spawn(|| write_until(&stop, &folder));
        for number in 1..=PUBLISHES {
            let text = number.to_string();
            let other = format!("page-{}.html", number % 3);
            let pages = [
                ("a/index.html", &*text),
                ("index.html", &*text),
                (&*other, &*text),
            ];
            let steps = if is_killed && number % 2 == 0 {
                i64::try_from(number).unwrap()
            } else {
                i64::MAX
            };
            let disk = Faulty {
                steps: AtomicI64::new(steps),
                exchanges,
                options,
                ..scratch.disk()
            };
            let result = disk.publish(&site(&pages));
            if steps == i64::MAX {
                result.unwrap();
            }
        }
        stop.store(true, Ordering::SeqCst);
        writer.join().unwrap()
    });
    scratch.publish(&[("index.html", "end")]);
    let there = contents(&scratch.folder());
    for name in scratch.state() {
        if name.starts_with("kept-") {
            let folder = scratch.root().join(".public.warraq").join(name);
            kept.extend(contents(&folder));
        }
    }
    assert!(written.len() > PUBLISHES, "too few to prove anything");
    let lost: Vec<_> = written
        .iter()
        .filter(|(path, node)| there.get(*path) != Some(*node) && kept.get(*path) != Some(*node))
        .map(|(path, _)| path)
        .collect();
    assert!(
        lost.is_empty(),
        "{} of {}: {lost:?}",
        lost.len(),
        written.len()
    );
}

#[test]
fn while_folders_are_exchanged() {
    every_file_survives(Options::default(), Exchanges::Work, false);
}

#[test]
fn while_runs_that_exchange_folders_die() {
    every_file_survives(Options::default(), Exchanges::Work, true);
}

#[test]
fn while_files_are_replaced_in_place() {
    every_file_survives(
        Options {
            in_place: true,
            ..Options::default()
        },
        Exchanges::Work,
        false,
    );
}

#[test]
fn while_runs_in_place_die() {
    every_file_survives(
        Options {
            in_place: true,
            ..Options::default()
        },
        Exchanges::Never,
        true,
    );
}
