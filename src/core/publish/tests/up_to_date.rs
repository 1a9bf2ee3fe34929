//! When a folder is known to hold a site, and that it then does.

use std::collections::BTreeSet;
use std::fs;
use std::sync::atomic::AtomicI64;

use super::scratch::{Exchanges, Faulty, Scratch, contents, site, tree};
use crate::digest::Digest;
use crate::output::Output;
use crate::publish::{Grace, Options, Published, SiteRecord, up_to_date};

const DAY: u64 = 24 * 60 * 60;
const OLD: [(&str, &str); 3] = [("a.html", "old"), ("b/c.html", "old"), ("d.css", "same")];
const NEW: [(&str, &str); 3] = [("a.html", "new"), ("d.css", "same"), ("e.html", "new")];

fn record(files: &[(&str, &str)]) -> SiteRecord {
    SiteRecord {
        recipe: Digest::of(format!("{files:?}").as_bytes()),
        pages: files.len(),
        is_told: false,
    }
}

fn publish(disk: Faulty<'_>, files: &[(&str, &str)]) -> Faulty<'static> {
    let options = Options {
        site: Some(record(files)),
        ..disk.options
    };
    let output: Output = site(files);
    let disk = Faulty { options, ..disk };
    // Once readers see the new site, what fails is a warning.
    disk.publish(&output).ok();
    Faulty {
        options: Options::default(),
        intruder: Box::new(|| ()),
        ..disk
    }
}

/// Whether the folder is known to hold this site on a day.
fn is_known(scratch: &Scratch, files: &[(&str, &str)], day: u64) -> bool {
    let none = BTreeSet::new();
    let grace = Grace {
        fingerprinted: &none,
        seconds: 7 * DAY,
        now: day * DAY,
    };
    up_to_date(&scratch.folder(), record(files).recipe, grace).is_some()
}

#[test]
fn a_site_is_known_until_one_of_its_files_is_touched() {
    let scratch = Scratch::new();
    assert!(!is_known(&scratch, &OLD, 0), "nothing was published yet");
    publish(scratch.disk(), &OLD);
    assert!(is_known(&scratch, &OLD, 0) && !is_known(&scratch, &NEW, 0));
    scratch.write("mine", "a file that nobody published");
    assert!(is_known(&scratch, &OLD, 0));

    let file = scratch.folder().join("a.html");
    let changes: [(&str, &dyn Fn()); 4] = [
        ("other words", &|| scratch.write("a.html", "OLD")),
        ("no file", &|| fs::remove_file(&file).unwrap()),
        ("a folder", &|| {
            fs::remove_file(&file).unwrap();
            fs::create_dir(&file).unwrap();
        }),
        ("a killed publish", &|| {
            fs::create_dir(scratch.root().join(".public.warraq/building")).unwrap();
        }),
    ];
    for (name, change) in changes {
        change();
        assert!(!is_known(&scratch, &OLD, 0), "{name}");
        if file.is_dir() {
            fs::remove_dir(&file).unwrap();
        } else {
            fs::remove_file(&file).ok();
        }
        publish(scratch.disk(), &OLD);
        assert!(is_known(&scratch, &OLD, 0), "{name}");
    }
    // Nobody said what this one is made of.
    scratch.publish(&OLD);
    assert!(!is_known(&scratch, &OLD, 0));
}

#[test]
fn the_same_is_said_of_it_as_if_it_was_published_again() {
    let scratch = Scratch::new();
    let first = publish(scratch.disk(), &OLD);
    let again = first.publish(&site(&OLD)).unwrap();
    publish(scratch.disk(), &OLD);
    let none = BTreeSet::new();
    let grace = Grace {
        fingerprinted: &none,
        seconds: 0,
        now: 0,
    };
    let found = up_to_date(&scratch.folder(), record(&OLD).recipe, grace);
    assert_eq!(found, Some((record(&OLD), again)));
    assert_eq!(
        found.unwrap().1,
        Published {
            unchanged: OLD.len(),
            ..Published::default()
        }
    );
}

#[test]
fn files_of_earlier_builds_that_have_to_go_are_work_to_do() {
    let scratch = Scratch::new();
    let fingerprinted: BTreeSet<_> = [crate::path::OutputPath::new("b/c.html").unwrap()].into();
    let grace = Grace {
        fingerprinted: &fingerprinted,
        seconds: 7 * DAY,
        now: 0,
    };
    let options = Options {
        grace: Some(grace),
        ..Options::default()
    };
    for files in [OLD, NEW] {
        publish(
            Faulty {
                options,
                ..scratch.disk()
            },
            &files,
        );
    }
    assert!(scratch.folder().join("b/c.html").exists());
    assert!(is_known(&scratch, &NEW, 6) && !is_known(&scratch, &NEW, 7));
}

#[test]
fn after_a_run_that_was_killed_at_any_step_no_other_site_is_taken_for_it() {
    for (exchanges, in_place) in [(Exchanges::Work, false), (Exchanges::Never, true)] {
        let known = (0..500).map_while(|steps| {
            let scratch = Scratch::new();
            publish(scratch.disk(), &OLD);
            let options = Options {
                in_place,
                ..Options::default()
            };
            let disk = publish(
                Faulty {
                    steps: AtomicI64::new(steps),
                    exchanges,
                    options,
                    ..scratch.disk()
                },
                &NEW,
            );
            let left = contents(&scratch.folder());
            for files in [OLD, NEW] {
                let is_known = is_known(&scratch, &files, 0);
                assert!(!is_known || left == tree(&files), "{steps}: {left:?}");
            }
            (disk.steps.into_inner() <= 0).then_some(())
        });
        assert!(known.count() > 5, "too few steps to be all");
    }
}
