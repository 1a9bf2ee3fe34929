//! What readers see while a deploy is under way: every page that is there names only what is there.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::Scene;
use crate::site::Files;

/// The addresses of assets that a page names.
fn assets(html: &str) -> impl Iterator<Item = &str> {
    let names = html
        .split(['"', '\''])
        .filter(|part| part.contains("assets/"));
    names.map(|name| &name[name.find("assets/").unwrap()..])
}

/// A page that names an asset which is not there.
pub(super) fn half_new(root: &Path) -> Option<String> {
    let files = walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok);
    for file in files.filter(|file| {
        file.path()
            .extension()
            .is_some_and(|ending| ending == "html")
    }) {
        // A file that is on its way is not there yet.
        let Ok(html) = fs::read_to_string(file.path()) else {
            continue;
        };
        if let Some(missing) = assets(&html).find(|name| !root.join(name).exists()) {
            return Some(format!("{} names {missing}", file.path().display()));
        }
    }
    None
}

#[test]
fn no_reader_meets_a_page_whose_parts_are_missing() {
    for make in [Scene::with_bucket, Scene::with_folder] {
        let mut files = Files::good();
        for number in 0..60 {
            let page = format!("+++\ntitle = \"صفحة\"\n+++\n\nنص الصفحة {number}.\n");
            files = files.with(&format!("content/pages/page-{number}.md"), page);
        }
        let scene = make(files);
        scene.deploy(&[]).success();
        let root = scene.place("");
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            let looking = scope.spawn(|| {
                let mut looks = 0;
                while !is_over.load(Ordering::SeqCst) {
                    assert_eq!(half_new(&root), None);
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
}
