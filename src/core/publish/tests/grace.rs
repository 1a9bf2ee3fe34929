//! Fingerprinted files of earlier builds stay for a while, and no longer.

use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::AtomicI64;

use super::scratch::{Exchanges, Faulty, Links, Scratch, contents, site, tree};
use crate::output::Output;
use crate::path::OutputPath;
use crate::publish::{Grace, Options, Published};

const DAY: u64 = 24 * 60 * 60;

const FIRST: [(&str, &str); 3] = [
    ("index.html", "first"),
    ("assets/a.11111111.css", "1"),
    ("robots.txt", "first"),
];
const SECOND: [(&str, &str); 2] = [("index.html", "second"), ("assets/a.22222222.css", "2")];
const BOTH: [(&str, &str); 3] = [
    ("index.html", "second"),
    ("assets/a.11111111.css", "1"),
    ("assets/a.22222222.css", "2"),
];

/// Publishes files on a day, with seven days of grace.
fn publish(disk: Faulty<'_>, files: &[(&str, &str)], day: u64) -> Option<Published> {
    let output: Output = site(files);
    let paths = output.iter().map(|(path, _)| path);
    let fingerprinted: BTreeSet<OutputPath> = paths
        .filter(|path| path.as_str().starts_with("assets/"))
        .cloned()
        .collect();
    let grace = Grace {
        fingerprinted: &fingerprinted,
        seconds: 7 * DAY,
        now: day * DAY,
    };
    let options = Options {
        grace: Some(grace),
        ..disk.options
    };
    Faulty { options, ..disk }.publish(&output).ok()
}

/// Disks of every kind.
fn disks(scratch: &Scratch) -> [Faulty<'_>; 4] {
    let in_place = Options {
        in_place: true,
        ..Options::default()
    };
    [
        scratch.disk(),
        Faulty {
            options: in_place,
            ..scratch.disk()
        },
        Faulty {
            links: Links::Never,
            ..scratch.disk()
        },
        Faulty {
            exchanges: Exchanges::Never,
            ..scratch.disk()
        },
    ]
}

#[test]
fn an_old_asset_stays_for_its_days() {
    for kind in 0..4 {
        let scratch = Scratch::new();
        let disk = || disks(&scratch).into_iter().nth(kind).unwrap();
        let holds = |files: &[(&str, &str)]| {
            assert_eq!(contents(&scratch.folder()), tree(files), "disk {kind}");
        };
        publish(disk(), &FIRST, 100).unwrap();
        let published = publish(disk(), &SECOND, 101).unwrap();
        assert_eq!(
            (published.written, published.removed, published.kept),
            (2, 1, 1)
        );
        holds(&BOTH);
        for day in [101, 105, 107] {
            let published = publish(disk(), &SECOND, day).unwrap();
            assert_eq!(
                (published.written, published.removed, published.kept),
                (0, 0, 1)
            );
            holds(&BOTH);
        }
        let published = publish(disk(), &SECOND, 108).unwrap();
        assert_eq!((published.removed, published.kept), (1, 0));
        holds(&SECOND);
    }
}

#[test]
fn one_that_comes_back_begins_anew() {
    let scratch = Scratch::new();
    publish(scratch.disk(), &FIRST, 100).unwrap();
    publish(scratch.disk(), &SECOND, 101).unwrap();
    publish(scratch.disk(), &FIRST, 107).unwrap();
    assert_eq!(publish(scratch.disk(), &SECOND, 113).unwrap().kept, 1);
    assert_eq!(publish(scratch.disk(), &SECOND, 119).unwrap().kept, 1);
    assert_eq!(publish(scratch.disk(), &SECOND, 120).unwrap().kept, 0);
}

#[test]
fn one_that_somebody_changed_is_theirs() {
    let scratch = Scratch::new();
    publish(scratch.disk(), &FIRST, 100).unwrap();
    publish(scratch.disk(), &SECOND, 101).unwrap();
    scratch.write("assets/a.11111111.css", "mine");
    let published = publish(scratch.disk(), &SECOND, 200).unwrap();
    assert_eq!((published.kept, published.foreign), (0, 1));
    let file = scratch.folder().join("assets/a.11111111.css");
    assert_eq!(fs::read_to_string(file).unwrap(), "mine");
}

#[test]
fn it_gives_way_to_the_new_site_and_to_those_who_want_none() {
    let scratch = Scratch::new();
    publish(scratch.disk(), &FIRST, 100).unwrap();
    let folder = [("assets/a.11111111.css/index.html", "a page")];
    publish(scratch.disk(), &folder, 101).unwrap();
    assert_eq!(contents(&scratch.folder()), tree(&folder));
    publish(scratch.disk(), &FIRST, 102).unwrap();
    let file = [("assets", "a file")];
    publish(scratch.disk(), &file, 103).unwrap();
    assert_eq!(contents(&scratch.folder()), tree(&file));
    publish(scratch.disk(), &FIRST, 104).unwrap();
    scratch.disk().publish(&site(&SECOND)).unwrap();
    assert_eq!(contents(&scratch.folder()), tree(&SECOND));
}

#[test]
fn a_build_that_is_killed_loses_none() {
    for kind in 0..4 {
        for steps in 0.. {
            let scratch = Scratch::new();
            let disk = || disks(&scratch).into_iter().nth(kind).unwrap();
            publish(disk(), &FIRST, 100).unwrap();
            let killed = Faulty {
                steps: AtomicI64::new(steps),
                ..disk()
            };
            let is_done =
                publish(killed, &SECOND, 101).is_some_and(|done| done.warnings.is_empty());
            publish(disk(), &SECOND, 102).unwrap();
            assert_eq!(
                contents(&scratch.folder()),
                tree(&BOTH),
                "disk {kind}, step {steps}"
            );
            if is_done {
                break;
            }
        }
    }
}
