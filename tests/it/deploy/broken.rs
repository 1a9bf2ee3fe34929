//! Deploys that were broken off, and what comes after them.

use std::fs;
use std::sync::Arc;
use std::sync::Mutex;

use super::Scene;
use crate::servers::{Proxy, Request, Store, Verdict};
use crate::site::{Files, complained, said};

/// What a proxy refuses: requests whose method and path contain these.
type Refused = Arc<Mutex<Vec<(&'static str, &'static str)>>>;

/// A site that is deployed through a proxy, and what that refuses.
fn scene(files: Files) -> (Scene, Refused) {
    let store = Store::start(&["live"]);
    let refused = Refused::default();
    let told = refused.clone();
    let proxy = Proxy::to(store.port(), move |request: &Request| {
        let refused = told.lock().unwrap();
        let is_refused = |(method, path): &(&str, &str)| {
            request.method == *method && request.path.contains(*path)
        };
        if refused.iter().any(is_refused) {
            Verdict::Answer(403)
        } else {
            Verdict::Pass
        }
    });
    (Scene::with_proxy(files, store, proxy), refused)
}

/// One deploy that is broken off there.
fn broken_off(scene: &Scene, refused: &Refused, there: (&'static str, &'static str)) {
    refused.lock().unwrap().push(there);
    scene.deploy(&[]).code(1);
    refused.lock().unwrap().clear();
}

const BOOK: &str = "content/books/bukhala.md";
const PAGE: &str = "books/bukhala/index.html";

/// Gives the book's page another text, as long as every other.
fn edition(scene: &Scene, from: &str, to: &str) {
    scene.edit(BOOK, from, to);
}

#[test]
fn headers_that_did_not_arrive_are_sent_again() {
    let (scene, refused) = scene(Files::good());
    scene.deploy(&[]).success();
    let more =
        "\n[[headers]]\nfor = \"pages\"\nvalues = { Cache-Control = \"public, max-age=60\" }\n";
    let text = fs::read_to_string(scene.site.path("site.toml")).unwrap();
    scene.site.write("site.toml", text + more);
    broken_off(&scene, &refused, ("PUT", "source/index.html"));
    scene.deploy(&[]).success();
    let store = scene.store.as_ref().unwrap();
    for page in ["source/index.html", PAGE, "index.html"] {
        let headers = store.headers("live", page);
        assert_eq!(headers["cache-control"], "public, max-age=60", "{page}");
    }
    let run = scene.deploy(&[]).success();
    assert!(said(&run).contains("0 uploaded"), "{}", said(&run));
}

#[test]
fn a_deploy_broken_off_before_it_is_written_down_is_written_down_by_the_next() {
    let (scene, refused) = scene(Files::good());
    scene.deploy(&[]).success();
    edition(&scene, "أول ما", "ثاني ما");
    scene.deploy(&[]).success();
    let second = scene.arrived();
    edition(&scene, "ثاني ما", "ثالث ما");
    broken_off(&scene, &refused, ("PUT", "manifest.json"));
    scene.deploy(&[]).success();
    assert!(
        !scene
            .everything()
            .paths()
            .any(|path| path.contains("journal"))
    );
    scene.deploy(&["--rollback"]).success();
    assert_eq!(scene.arrived(), second);
}

#[test]
fn a_rollback_of_a_deploy_that_was_broken_off_brings_back_the_last_whole_one() {
    let (scene, refused) = scene(Files::good());
    scene.deploy(&[]).success();
    edition(&scene, "أول ما", "ثاني ما");
    scene.deploy(&[]).success();
    let second = scene.arrived();
    edition(&scene, "ثاني ما", "ثالث ما");
    broken_off(&scene, &refused, ("PUT", "manifest.json"));
    assert_ne!(scene.arrived(), second, "its page is there");
    scene.deploy(&["--rollback"]).success();
    assert_eq!(scene.arrived(), second);
}

#[test]
fn a_rollback_that_was_broken_off_goes_on_the_same_way() {
    let visit = "content/pages/visit.md";
    for there in [("DELETE", "visit/index.html"), ("PUT", "manifest.json")] {
        let (scene, refused) = scene(Files::good());
        scene.deploy(&[]).success();
        let first = scene.arrived();
        scene
            .site
            .write(visit, "+++\ntitle = \"زيارة\"\n+++\n\nمن التاسعة.\n");
        edition(&scene, "أول ما", "ثاني ما");
        scene.deploy(&[]).success();
        refused.lock().unwrap().push(there);
        scene.deploy(&["--rollback"]).code(1);
        refused.lock().unwrap().clear();
        scene.deploy(&["--rollback"]).success();
        assert_eq!(scene.arrived(), first, "{there:?}");
    }
}

#[test]
fn a_rollback_does_without_what_both_releases_lost() {
    for make in [Scene::with_bucket, Scene::with_folder] {
        let scene = make(Files::good());
        scene.deploy(&[]).success();
        edition(&scene, "أول ما", "ثاني ما");
        scene.deploy(&[]).success();
        fs::remove_file(scene.place("robots.txt")).unwrap();
        scene.deploy(&["--rollback"]).success();
        assert!(scene.arrived().text(PAGE).contains("أول ما"));
        // Without a copy of what differs, nothing is begun.
        let before = scene.arrived();
        let kept = scene.everything();
        let copies = kept.paths().filter(|path| path.contains("/kept/"));
        for copy in copies {
            fs::remove_file(scene.place(copy)).unwrap();
        }
        let run = scene.deploy(&["--rollback"]).code(1);
        assert!(complained(&run).contains("E909"), "{}", complained(&run));
        assert_eq!(scene.arrived(), before);
    }
}

#[test]
fn in_a_folder_bytes_tell_pages_of_one_size_apart() {
    let scene = Scene::with_folder(Files::good());
    scene.deploy(&[]).success();
    let first = scene.arrived();
    // A deploy that brought one page of three and died, as its journal says.
    let manifest: serde_json::Value =
        serde_json::from_str(scene.everything().text(".warraq/manifest.json")).unwrap();
    edition(&scene, "أول ما", "آخر ما");
    scene.deploy(&[]).success();
    let second: serde_json::Value =
        serde_json::from_str(scene.everything().text(".warraq/manifest.json")).unwrap();
    assert_eq!(
        manifest["files"][PAGE]["size"],
        second["files"][PAGE]["size"]
    );
    let journal = serde_json::json!({
        "deploy": { "goal": "other", "is_rollback": false },
        "there": manifest["files"],
        "planned": { PAGE: second["files"][PAGE] },
    });
    fs::write(scene.place(".warraq/manifest.json"), manifest.to_string()).unwrap();
    fs::write(scene.place(".warraq/journal.json"), journal.to_string()).unwrap();
    edition(&scene, "آخر ما", "أول ما");
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), first);
}

#[test]
fn the_lock_of_somebody_else_is_left_to_them() {
    let store = Store::start(&["live"]);
    let lock = store.bucket("live").join(".warraq/lock.json");
    let taken = lock.clone();
    let proxy = Proxy::to(store.port(), move |request: &Request| {
        // Somebody takes over while the first page is on its way.
        if request.method == "PUT" && request.path.contains("books/bukhala") {
            let other = "{\"token\":\"other\",\"holder\":\"nour@desk\",\"expires\":9999999999}";
            fs::write(&taken, other).unwrap();
        }
        Verdict::Pass
    });
    let scene = Scene::with_proxy(Files::good(), store, proxy);
    let run = scene.deploy(&[]).code(1);
    assert!(complained(&run).contains("E904"), "{}", complained(&run));
    assert!(fs::read_to_string(&lock).unwrap().contains("nour@desk"));
    assert!(
        !scene
            .everything()
            .paths()
            .any(|path| path.contains("manifest"))
    );
}

#[test]
fn two_outages_do_not_lock_anybody_out() {
    let (scene, refused) = scene(Files::good());
    // The lock is taken and cannot be given back; then nothing can be read at all.
    broken_off(&scene, &refused, ("PUT", "index.html"));
    refused.lock().unwrap().push(("PUT", "index.html"));
    refused.lock().unwrap().push(("DELETE", "lock.json"));
    scene.deploy(&[]).code(1);
    refused.lock().unwrap().clear();
    refused.lock().unwrap().push(("GET", ""));
    scene.deploy(&[]).code(1);
    refused.lock().unwrap().clear();
    scene.deploy(&[]).success();
}

#[cfg(unix)]
#[test]
fn links_of_others_are_neither_replaced_nor_written_through() {
    let scene = Scene::with_folder(Files::good());
    fs::create_dir_all(scene.place("")).unwrap();
    fs::create_dir_all(scene.site.path("victim")).unwrap();
    std::os::unix::fs::symlink("../victim", scene.place("books")).unwrap();
    let run = scene.deploy(&[]).code(1);
    assert!(complained(&run).contains("E906"), "{}", complained(&run));
    assert_eq!(fs::read_dir(scene.site.path("victim")).unwrap().count(), 0);
}
