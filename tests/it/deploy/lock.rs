//! Two deploys at once.

use std::time::{SystemTime, UNIX_EPOCH};

use super::Scene;
use crate::site::{Files, complained};

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap()
        .as_secs()
}

/// Somebody else's lock, which expires in so many seconds.
fn locked(scene: &Scene, seconds: i64) {
    let expires = now().checked_add_signed(seconds).unwrap();
    let lock = format!("{{\"token\":\"other\",\"holder\":\"nour@desk\",\"expires\":{expires}}}");
    let place = scene.place(".warraq/lock.json");
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(place, lock).unwrap();
}

#[test]
fn the_second_of_two_is_refused_until_the_lock_expires() {
    for make in [Scene::with_bucket, Scene::with_folder] {
        let scene = make(Files::good());
        locked(&scene, 300);
        let run = scene.deploy(&[]).code(1);
        let words = complained(&run);
        assert!(
            words.contains("E904") && words.contains("`nour@desk`") && words.contains("5 minutes"),
            "{words}"
        );
        assert!(scene.arrived().paths().next().is_none());
        // Looking is allowed.
        scene.deploy(&["--dry-run"]).success();
        locked(&scene, -1);
        scene.deploy(&[]).success();
        assert!(!scene.place(".warraq/lock.json").exists());
    }
}

#[test]
fn a_lock_that_a_deploy_from_here_left_behind_is_taken_over() {
    let scene = Scene::with_folder(Files::good());
    scene.deploy(&[]).success();
    // One died with the lock, and one after it did not get as far.
    let claim = scene.site.path(".public.warraq/deploy-live");
    assert_eq!(
        std::fs::read_to_string(&claim).unwrap(),
        "",
        "nothing is owed"
    );
    std::fs::write(&claim, "mine\nanother\n").unwrap();
    let expires = now() + 300;
    let lock = format!("{{\"token\":\"mine\",\"holder\":\"me\",\"expires\":{expires}}}");
    std::fs::write(scene.place(".warraq/lock.json"), lock).unwrap();
    scene.deploy(&[]).success();
    assert!(!scene.place(".warraq/lock.json").exists());
}
