//! What every store has to go through: the same stories for a bucket and for a folder.

use std::fs;

use super::{Scene, is_kind};
use crate::site::{Files, complained, said};

/// Each story for each kind of store.
macro_rules! stories {
    ($($story:ident),* $(,)?) => {
        mod bucket {
            $(#[test] fn $story() { super::$story(super::Scene::with_bucket) })*
        }
        mod folder {
            $(#[test] fn $story() { super::$story(super::Scene::with_folder) })*
        }
    };
}

stories!(
    a_first_deploy_brings_the_site_and_a_second_nothing,
    an_edit_brings_what_changed_and_takes_away_what_went,
    a_dry_run_changes_nothing,
    a_rollback_brings_back_the_release_before,
    a_rollback_needs_a_release_before,
    files_of_others_are_left_alone,
    a_file_of_others_is_overwritten_only_by_force,
    too_many_deletions_are_refused,
    old_assets_stay_for_the_days_of_grace,
    without_grace_everything_old_goes_at_once,
    what_was_lost_at_the_target_is_brought_again,
    force_sends_everything,
    a_target_that_holds_another_site_is_refused,
    addresses_that_vanish_are_named,
    a_site_with_errors_is_deployed_only_by_force,
    a_manifest_that_cannot_be_read_is_not_guessed_at,
);

type Make = fn(Files) -> Scene;

const BOOK: &str = "content/books/bukhala.md";

/// A page that nothing leads to.
const VISIT: &str = "content/pages/visit.md";

/// The site with a page more, which may be taken away.
fn with_visit() -> Files {
    Files::good().with(VISIT, "+++\ntitle = \"زيارة\"\n+++\n\nمن التاسعة.\n")
}

fn built(scene: &Scene) -> Files {
    Files::below_site(&scene.site).built()
}

fn a_first_deploy_brings_the_site_and_a_second_nothing(make: Make) {
    let scene = make(Files::good());
    let first = scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), built(&scene));
    let files = built(&scene).paths().count();
    assert!(
        said(&first).contains(&format!("{files} uploaded")),
        "{}",
        said(&first)
    );
    let second = scene.deploy(&[]).success();
    let expected = format!("0 uploaded (0.0 KB), {files} unchanged, 0 deleted");
    assert!(said(&second).contains(&expected), "{}", said(&second));
    let state: Vec<_> = scene
        .everything()
        .paths()
        .filter(|path| path.starts_with(super::STATE))
        .map(str::to_owned)
        .collect();
    assert_eq!(state, [".warraq/manifest.json"]);
}

fn an_edit_brings_what_changed_and_takes_away_what_went(make: Make) {
    let scene = make(with_visit());
    scene.deploy(&[]).success();
    // A title stands on the pages that link to its own.
    scene.edit(BOOK, "title = \"", "title = \"كتاب ");
    scene.site.remove(VISIT);
    let run = scene.deploy(&[]).success();
    assert!(said(&run).contains("1 deleted"), "{}", said(&run));
    assert_eq!(scene.arrived(), built(&scene));
}

fn a_dry_run_changes_nothing(make: Make) {
    let scene = make(Files::good());
    let run = scene.deploy(&["--dry-run"]).success();
    assert!(scene.everything().paths().next().is_none());
    for row in [
        "upload  new",
        "\u{2068}index.html\u{2069}",
        "nothing was changed",
    ] {
        assert!(said(&run).contains(row), "{row}: {}", said(&run));
    }
    scene.deploy(&[]).success();
    let before = scene.everything();
    scene.edit(BOOK, "title = \"", "title = \"كتاب ");
    let run = scene
        .deploy(&["--dry-run", "--message-format", "json"])
        .success();
    assert_eq!(scene.everything(), before);
    let line = said(&run)
        .lines()
        .find(|line| line.contains("\"books/bukhala/index.html\""));
    let step: serde_json::Value = serde_json::from_str(line.unwrap()).unwrap();
    assert_eq!(
        (&step["step"], &step["why"]),
        (&"upload".into(), &"changed".into())
    );
}

fn a_rollback_brings_back_the_release_before(make: Make) {
    let scene = make(with_visit());
    scene.deploy(&[]).success();
    let first = scene.arrived();
    scene.edit(BOOK, "title = \"", "title = \"كتاب ");
    scene.site.remove(VISIT);
    scene.edit("templates/assets/site.css", "body {", "body { color: red;");
    scene.deploy(&[]).success();
    let second = scene.arrived();
    assert_ne!(first, second);

    // Broken sources are no reason to keep readers waiting, nor are mistakes in site.toml.
    scene.site.write("content/books/broken.md", "+++\n");
    scene.edit(
        "site.toml",
        "[deploy.live]",
        "[deploy.live]\nunheard_of = 1",
    );
    scene.deploy(&["--rollback"]).success();
    let mut after = scene.arrived();
    let newer: Vec<String> = after
        .paths()
        .filter(|path| !first.paths().any(|known| known == *path))
        .map(str::to_owned)
        .collect();
    assert!(
        newer.iter().all(|path| path.starts_with("assets/")),
        "{newer:?}"
    );
    for path in &newer {
        after.remove(path);
    }
    assert_eq!(after, first);

    // And back: the release that gave way is kept in its turn.
    scene.deploy(&["--rollback"]).success();
    let after = scene.arrived();
    for (path, bytes) in second.iter() {
        assert_eq!(after.bytes(path), &bytes[..], "{path}");
    }
}

fn a_rollback_needs_a_release_before(make: Make) {
    let scene = make(Files::good());
    for _ in 0..2 {
        let run = scene.deploy(&["--rollback"]).failure();
        assert!(complained(&run).contains("E909"), "{}", complained(&run));
        scene.deploy(&[]).success();
    }
}

fn files_of_others_are_left_alone(make: Make) {
    let scene = make(with_visit());
    let theirs = ["theirs.html", "books/theirs.html", "assets/theirs.css"];
    for path in theirs {
        let place = scene.place(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, "لغيرنا").unwrap();
    }
    scene.deploy(&[]).success();
    scene.site.remove(VISIT);
    scene.deploy(&[]).success();
    scene.deploy(&["--rollback"]).success();
    let arrived = scene.arrived();
    for path in theirs {
        assert_eq!(arrived.text(path), "لغيرنا");
    }
}

fn a_file_of_others_is_overwritten_only_by_force(make: Make) {
    let scene = make(Files::good());
    let place = scene.place("index.html");
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(&place, "لغيرنا").unwrap();
    let run = scene.deploy(&[]).failure();
    let said = complained(&run);
    assert!(
        said.contains("E906") && said.contains("`index.html`"),
        "{said}"
    );
    assert_eq!(scene.arrived().paths().collect::<Vec<_>>(), ["index.html"]);
    scene.deploy(&["--force"]).success();
    assert_eq!(scene.arrived(), built(&scene));
}

fn too_many_deletions_are_refused(make: Make) {
    let scene = make(with_visit());
    scene.deploy(&[]).success();
    let before = scene.everything();
    scene.site.remove(VISIT);
    let looked = scene.deploy(&["--max-deletes", "0", "--dry-run"]).failure();
    assert!(
        said(&looked).contains("delete  gone"),
        "the table is what a dry run is for"
    );
    let run = scene.deploy(&["--max-deletes", "0"]).failure();
    let said = complained(&run);
    assert!(
        said.contains("E905") && said.contains("`visit/index.html`"),
        "{said}"
    );
    assert!(said.contains("--max-deletes 1"), "{said}");
    assert_eq!(scene.everything(), before);
    scene.deploy(&["--max-deletes", "1"]).success();
    assert_eq!(scene.arrived(), built(&scene));
}

/// Makes the style sheet another, and gives the name of the one it was.
fn new_style(scene: &Scene) -> String {
    let old = scene.arrived();
    let old = old
        .paths()
        .find(|path| is_kind(path, "css"))
        .unwrap()
        .to_owned();
    scene.edit("templates/assets/site.css", "body {", "body { color: red;");
    old
}

fn old_assets_stay_for_the_days_of_grace(make: Make) {
    let scene = make(Files::good());
    scene.deploy(&[]).success();
    let old = new_style(&scene);
    scene.deploy(&[]).success();
    assert!(scene.arrived().paths().any(|path| path == old));
    // Eight days pass.
    let manifest = scene.place(".warraq/manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    let mut read: serde_json::Value = serde_json::from_str(&text).unwrap();
    let since = &mut read["old"][&old]["since"];
    *since = (since.as_u64().unwrap() - 8 * 24 * 60 * 60).into();
    fs::write(&manifest, read.to_string()).unwrap();
    let run = scene.deploy(&[]).success();
    assert!(said(&run).contains("1 deleted"), "{}", said(&run));
    assert_eq!(scene.arrived(), built(&scene));
}

fn without_grace_everything_old_goes_at_once(make: Make) {
    let scene = make(Files::good());
    scene.edit(
        "site.toml",
        "[deploy.live]",
        "[deploy.live]\ngrace_days = 0",
    );
    scene.deploy(&[]).success();
    new_style(&scene);
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), built(&scene));
    let state = scene.everything();
    assert!(!state.paths().any(|path| path.contains("kept")));
    scene.deploy(&["--rollback"]).failure();
}

fn what_was_lost_at_the_target_is_brought_again(make: Make) {
    let scene = make(Files::good());
    scene.deploy(&[]).success();
    fs::remove_file(scene.place("index.html")).unwrap();
    fs::write(scene.place("sitemap.xml"), "cut").unwrap();
    let run = scene.deploy(&["--dry-run"]).success();
    assert_eq!(
        said(&run).matches("upload  lost").count(),
        2,
        "{}",
        said(&run)
    );
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), built(&scene));
}

/// A bucket says what it was sent, whatever happened to its disk since.
#[test]
fn a_damaged_file_of_the_same_size_is_brought_again() {
    let scene = Scene::with_folder(Files::good());
    scene.deploy(&[]).success();
    let page = scene.place("index.html");
    let mut bytes = fs::read(&page).unwrap();
    bytes[0] ^= 1;
    fs::write(&page, bytes).unwrap();
    let run = scene.deploy(&[]).success();
    assert!(said(&run).contains("1 uploaded"), "{}", said(&run));
    assert_eq!(scene.arrived(), built(&scene));
}

/// A picture of one point, of which a copy without metadata is published.
const DOT: [u8; 67] =
    *b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\
    \0\0\0\nIDATx\x9cc\xf8\x0f\0\x01\x01\x01\0\x1b\xb6\xee\x56\0\0\0\0IEND\xaeB\x60\x82";

fn force_sends_everything(make: Make) {
    let files = Files::good().and("site.toml", "\n[pictures]\n");
    // Two alike, and what is at the target is not made to be compared.
    let files = files.with("templates/assets/root/one.png", DOT);
    let scene = make(files.with("templates/assets/root/two.png", DOT));
    scene.deploy(&[]).success();
    let files = built(&scene).paths().count();
    let run = scene.deploy(&["--force"]).success();
    let expected = format!("{files} uploaded");
    assert!(said(&run).contains(&expected), "{}", said(&run));
    assert_eq!(scene.arrived(), built(&scene));
}

fn a_target_that_holds_another_site_is_refused(make: Make) {
    let scene = make(Files::good());
    scene.deploy(&[]).success();
    let before = scene.everything();
    scene.edit("site.toml", "رف الكتب", "رف آخر");
    let run = scene.deploy(&[]).code(1);
    assert!(complained(&run).contains("E910"), "{}", complained(&run));
    assert_eq!(scene.everything(), before);
    scene.deploy(&["--force"]).success();
    scene.deploy(&[]).success();
}

fn addresses_that_vanish_are_named(make: Make) {
    let scene = make(with_visit());
    scene.deploy(&[]).success();
    scene.site.remove(VISIT);
    let run = scene.deploy(&["--strict"]).code(1);
    assert!(complained(&run).contains("W507"), "{}", complained(&run));
    assert!(scene.place("visit/index.html").exists());
    let run = scene.deploy(&[]).success();
    assert!(
        complained(&run).contains("`/visit/`"),
        "{}",
        complained(&run)
    );
    let run = scene.deploy(&["--strict"]).success();
    assert!(!complained(&run).contains("W507"), "{}", complained(&run));
}

fn a_site_with_errors_is_deployed_only_by_force(make: Make) {
    let scene = make(Files::good());
    scene.edit(BOOK, "+++\n\n", "+++\n\nله [غائب](/nowhere/).\n\n");
    let run = scene.deploy(&[]).failure();
    assert!(
        complained(&run).contains("nothing was deployed"),
        "{}",
        complained(&run)
    );
    assert!(scene.everything().paths().next().is_none());
    let run = scene.deploy(&["--force"]).success();
    assert!(
        said(&run).contains("by --force, in spite of errors: 1"),
        "{}",
        said(&run)
    );
    // What cannot be rendered leaves a hole, and no force helps.
    scene.edit("templates/page.html", "{% ", "{% oops ");
    let run = scene.deploy(&["--force"]).failure();
    assert!(
        complained(&run).contains("nothing was deployed"),
        "{}",
        complained(&run)
    );
}

fn a_manifest_that_cannot_be_read_is_not_guessed_at(make: Make) {
    let scene = make(Files::good());
    scene.deploy(&[]).success();
    for text in [
        "{\"version\":2,\"files\":{}}",
        "{\"version\":1,",
        "{\"version\":1,\"stamp\":{\"release\":\"\",\"deployed\":1},\"files\":{\"../x\":null}}",
    ] {
        fs::write(scene.place(".warraq/manifest.json"), text).unwrap();
        let before = scene.everything();
        let run = scene.deploy(&[]).code(1);
        assert!(complained(&run).contains("E908"), "{}", complained(&run));
        assert_eq!(scene.everything(), before);
    }
    // What the hint says helps.
    fs::remove_file(scene.place(".warraq/manifest.json")).unwrap();
    scene.deploy(&["--force"]).success();
    assert_eq!(scene.arrived(), built(&scene));
}
