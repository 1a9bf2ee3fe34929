//! Large files in a bucket: they are sent in parts, and of what failed nothing is left there.

use std::fs;
use std::sync::{Arc, Mutex};

use super::Scene;
use crate::servers::{Proxy, Request, Store, Verdict};
use crate::site::{Files, complained, said};

const FILM: &str = "templates/assets/root/film.mp4";
const SIZE: usize = 17 << 20;

/// Which requests meet which fate, and how often: method and text in the path.
type Fates = Arc<Mutex<Vec<(&'static str, &'static str, Verdict, usize)>>>;

/// A site with a film of three parts, which is deployed through a proxy.
fn scene() -> (Scene, Fates) {
    let store = Store::start(&["live"]);
    let fates = Fates::default();
    let told = fates.clone();
    let proxy = Proxy::to(store.port(), move |request: &Request| {
        let mut fates = told.lock().unwrap();
        let is_meant = |(method, path, _, left): &&mut (&str, &str, Verdict, usize)| {
            *left > 0 && request.method == *method && request.path.contains(*path)
        };
        match fates.iter_mut().find(is_meant) {
            Some((_, _, verdict, left)) => {
                *left -= 1;
                *verdict
            }
            None => Verdict::Pass,
        }
    });
    let scene = Scene::with_proxy(Files::good(), store, proxy);
    scene.site.write(FILM, film(1));
    (scene, fates)
}

/// The bytes of a film, no two parts of which are alike.
fn film(edition: u8) -> Vec<u8> {
    let parts = (0..SIZE >> 20).flat_map(|at| {
        let byte = u8::try_from(at).unwrap() ^ edition;
        vec![byte; 1 << 20]
    });
    parts.collect()
}

/// How many requests there were with this method and this text in their path, in parts of a file.
fn count(scene: &Scene, method: &str) -> usize {
    let requests = scene.requests();
    let about = |line: &&String| **line == format!("{method} /live/film.mp4");
    requests.iter().filter(about).count()
}

/// Makes sure that the film is at the target, and nothing of uploads that failed.
fn assert_arrived(scene: &Scene, edition: u8) {
    assert!(scene.arrived().bytes("film.mp4") == film(edition));
    assert_clean(scene);
}

fn assert_clean(scene: &Scene) {
    let everything = scene.everything();
    let mut drafts = everything.paths().filter(|path| path.contains("/drafts/"));
    assert_eq!(drafts.next(), None);
    // The store keeps parts of uploads that are under way beside the buckets.
    let place = scene.store.as_ref().unwrap().bucket("live");
    let beside = fs::read_dir(place.parent().unwrap()).unwrap();
    let names = beside.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let left: Vec<_> = names.filter(|name| name.contains("upload")).collect();
    assert_eq!(left, [""; 0]);
}

#[test]
fn a_film_arrives_in_parts_and_is_not_sent_again() {
    let (scene, _) = scene();
    scene.deploy(&[]).success();
    assert_arrived(&scene, 1);
    assert_eq!((count(&scene, "POST"), count(&scene, "PUT")), (2, 3));
    let headers = scene.store.as_ref().unwrap().headers("live", "film.mp4");
    assert_eq!(headers["content-type"], "video/mp4");
    let run = scene.deploy(&[]).success();
    assert!(said(&run).contains("0 uploaded"), "{}", said(&run));
    // A film of the same size is another one.
    scene.site.write(FILM, film(2));
    let run = scene.deploy(&[]).success();
    assert!(said(&run).contains("1 uploaded"), "{}", said(&run));
    assert_arrived(&scene, 2);
    scene.deploy(&["--rollback"]).success();
    assert_arrived(&scene, 1);
}

#[test]
fn a_part_that_fails_takes_the_others_with_it() {
    for (method, path) in [
        ("PUT", "partNumber=2"),
        ("POST", "uploadId="),
        ("POST", "uploads"),
    ] {
        let (scene, fates) = scene();
        fates
            .lock()
            .unwrap()
            .push((method, path, Verdict::Answer(403), 1));
        let run = scene.deploy(&[]).code(1);
        assert!(
            complained(&run).contains("film.mp4"),
            "{}",
            complained(&run)
        );
        assert!(!scene.arrived().paths().any(|path| path == "film.mp4"));
        assert_clean(&scene);
        scene.deploy(&[]).success();
        assert_arrived(&scene, 1);
    }
}

#[test]
fn a_line_that_is_cut_for_a_moment_costs_no_deploy() {
    for (method, path, verdict) in [
        ("PUT", "partNumber=3", Verdict::Cut),
        ("PUT", "partNumber=1", Verdict::CutAfter),
        ("PUT", "partNumber=2", Verdict::Answer(503)),
        ("POST", "uploadId=", Verdict::Cut),
        ("POST", "uploads", Verdict::CutAfter),
    ] {
        let (scene, fates) = scene();
        fates.lock().unwrap().push((method, path, verdict, 1));
        scene.deploy(&[]).success();
        assert!(
            scene.arrived().bytes("film.mp4") == film(1),
            "{method} {path}"
        );
    }
}

#[test]
fn what_a_deploy_could_not_take_back_the_next_one_does() {
    let (scene, fates) = scene();
    fates.lock().unwrap().extend([
        ("PUT", "partNumber=2", Verdict::Answer(403), usize::MAX),
        ("DELETE", "uploadId=", Verdict::Answer(403), usize::MAX),
    ]);
    scene.deploy(&[]).code(1);
    let left = scene.everything();
    let notes: Vec<_> = left
        .paths()
        .filter(|path| path.contains("/drafts/parts-"))
        .collect();
    assert_eq!(notes.len(), 1);
    fates.lock().unwrap().clear();
    scene.deploy(&[]).success();
    assert_arrived(&scene, 1);
    assert_eq!(count(&scene, "DELETE"), 2, "refused once, and done once");
}

#[test]
fn a_film_that_changes_while_it_is_sent_is_not_deployed() {
    let store = Store::start(&["live"]);
    let place: Arc<Mutex<Option<std::path::PathBuf>>> = Arc::default();
    let told = place.clone();
    let proxy = Proxy::to(store.port(), move |request: &Request| {
        if request.path.contains("partNumber=2")
            && let Some(film) = told.lock().unwrap().take()
        {
            fs::write(film, film_of_somebody_else()).unwrap();
        }
        Verdict::Pass
    });
    let scene = Scene::with_proxy(Files::good(), store, proxy);
    scene.site.write(FILM, film(1));
    *place.lock().unwrap() = Some(scene.site.path(FILM));
    let run = scene.deploy(&[]).code(1);
    assert!(
        complained(&run).contains("was changed meanwhile"),
        "{}",
        complained(&run)
    );
    assert!(!scene.arrived().paths().any(|path| path == "film.mp4"));
    assert_clean(&scene);
}

fn film_of_somebody_else() -> Vec<u8> {
    film(9)
}
