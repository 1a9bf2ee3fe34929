//! Who deploys when there are two, and what readers see meanwhile.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{Scene, deploy, until};
use crate::deploy::stage::half_new;
use crate::site::{Files, complained};

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.unwrap().as_secs()
}

/// Leaves a lock there which expires in so many seconds.
fn locked(scene: &Scene, token: &str, seconds: i64) {
    let expires = now().checked_add_signed(seconds).unwrap();
    let lock = format!("{{\"token\":\"{token}\",\"holder\":\"nour@desk\",\"expires\":{expires}}}");
    fs::create_dir_all(scene.place(".warraq")).unwrap();
    fs::write(scene.place(".warraq/lock.json"), lock).unwrap();
}

#[test]
fn a_lock_counts_until_it_expires_but_for_whoever_left_it() {
    let scene = Scene::of(Files::good());
    locked(&scene, "other", 300);
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E904") && words.contains("`nour@desk`"),
        "{words}"
    );
    assert!(words.contains("5 minutes"), "{words}");
    assert!(!scene.current().exists());
    // Looking is allowed.
    scene.deploy(&["--dry-run"]).success();
    locked(&scene, "other", -1);
    scene.deploy(&[]).success();
    assert!(!scene.place(".warraq/lock.json").exists());

    let state = scene.site.path(".public.warraq/deploy-live");
    fs::write(state, "mine\n").unwrap();
    locked(&scene, "mine", 300);
    scene.deploy(&[]).success();
    assert!(!scene.place(".warraq/lock.json").exists());
}

/// Holds rsync up, on the machine, for as long as there is a file called `gate`.
fn with_gate(scene: &Scene) -> std::path::PathBuf {
    let gate = scene.shell.key("gate");
    fs::write(&gate, "").unwrap();
    let wait = format!("while [ -e '{}' ]; do sleep 0.05; done", gate.display());
    let script = format!("case \"$*\" in *--server*) {wait};; esac; exec /usr/bin/rsync \"$@\"");
    scene.shell.program("rsync", &script);
    gate
}

#[test]
fn the_second_of_two_is_refused_and_whoever_lost_the_lock_shows_nothing() {
    let scene = Scene::of(Files::good());
    let gate = with_gate(&scene);
    let another = Files::below_site(&scene.site).on_disk();
    thread::scope(|scope| {
        let first = scope.spawn(|| scene.deploy(&[]));
        until("the first has the lock", || {
            scene.place(".warraq/lock.json").exists()
        });
        let second = deploy(&another, &[]).assert().code(1);
        assert!(
            complained(&second).contains("E904"),
            "{}",
            complained(&second)
        );
        fs::remove_file(&gate).unwrap();
        first.join().unwrap().success();
    });
    assert_eq!(scene.arrived(), scene.built());

    // The first stands still for so long that somebody takes over.
    let link = fs::read_link(scene.current()).unwrap();
    scene.edit(super::BOOK, "title = \"", "title = \"كتاب ");
    let gate = with_gate(&scene);
    thread::scope(|scope| {
        let first = scope.spawn(|| scene.deploy(&[]));
        until("the first has the lock", || scene.releases().len() == 2);
        locked(&scene, "other", 300);
        fs::remove_file(&gate).unwrap();
        let run = first.join().unwrap().code(1);
        let words = complained(&run);
        assert!(
            words.contains("E904") && words.contains("took over"),
            "{words}"
        );
    });
    assert_eq!(fs::read_link(scene.current()).unwrap(), link);
    assert!(
        scene.place(".warraq/lock.json").exists(),
        "the other's lock is the other's"
    );
}

#[test]
fn no_reader_meets_a_page_whose_parts_are_missing() {
    let mut files = Files::good();
    for number in 0..60 {
        let page = format!("+++\ntitle = \"صفحة\"\n+++\n\nنص الصفحة {number}.\n");
        files = files.with(&format!("content/pages/page-{number}.md"), page);
    }
    let scene = Scene::of(files);
    scene.deploy(&[]).success();
    let root = scene.current();
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        let looking = scope.spawn(|| {
            let mut looks = 0;
            while !is_over.load(Ordering::SeqCst) {
                assert_eq!(half_new(&root), None);
                assert!(root.join("index.html").exists(), "the link is always there");
                looks += 1;
            }
            looks
        });
        for colour in ["red", "green", "blue"] {
            let rule = format!("body {{ color: {colour};");
            scene.edit("templates/assets/site.css", "body {", &rule);
            scene.deploy(&[]).success();
        }
        is_over.store(true, Ordering::SeqCst);
        assert!(looking.join().unwrap() > 3);
    });
}
