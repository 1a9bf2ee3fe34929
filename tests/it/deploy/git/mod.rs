//! Deploys to a branch of a repository.

mod refusals;
mod surroundings;

use std::fs;

use assert_cmd::Command;
use assert_cmd::assert::Assert;

use crate::servers::Repository;
use crate::site::{Files, Site, complained, said, warraq};

/// A site with a target called `live`, and the repository that it is deployed to.
struct Scene {
    site: Site,
    repository: Repository,
}

const BOOK: &str = "content/books/bukhala.md";

/// A page that nothing leads to.
const VISIT: &str = "content/pages/visit.md";

/// The branch, and what warraq writes down of it.
const BRANCH: &str = "pages";
const STATE: &str = "refs/warraq/pages";

/// The site with a page more, which may be taken away.
fn with_visit() -> Files {
    Files::good().with(VISIT, "+++\ntitle = \"زيارة\"\n+++\n\nمن التاسعة.\n")
}

impl Scene {
    fn of(files: Files) -> Self {
        let repository = Repository::start();
        let site = files
            .and("site.toml", &target(&repository.remote()))
            .on_disk();
        Self { site, repository }
    }

    /// `warraq deploy live ARGUMENTS`.
    fn deploy(&self, arguments: &[&str]) -> Assert {
        deploy(&self.site, arguments).assert()
    }

    /// What a reader would find.
    fn arrived(&self) -> Files {
        self.repository.files(BRANCH)
    }

    fn built(&self) -> Files {
        Files::below_site(&self.site).built()
    }

    /// What the branch and its state point to.
    fn tips(&self) -> [Option<String>; 2] {
        [BRANCH, STATE].map(|name| self.repository.tip(name))
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.site.path(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        self.site.write(path, text.replace(from, to));
    }
}

fn target(remote: &str) -> String {
    let remote = serde_json::to_string(remote).unwrap();
    format!("\n[deploy.live]\nto = \"git\"\nremote = {remote}\nbranch = \"{BRANCH}\"\n")
}

/// `warraq deploy live ARGUMENTS` for somebody of whom git knows nothing.
fn deploy(site: &Site, arguments: &[&str]) -> Command {
    let mut command = warraq();
    command
        .current_dir(site.path(""))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .args(["deploy", "live", "--retry-for", "0"])
        .args(arguments);
    command
}

#[test]
fn a_first_deploy_makes_the_branch_and_a_second_nothing() {
    let scene = Scene::of(Files::good());
    scene.deploy(&["--dry-run"]).success();
    assert_eq!(scene.tips(), [None, None]);
    let first = scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), scene.built());
    let files = scene.built().paths().count();
    assert!(
        said(&first).contains(&format!("{files} uploaded")),
        "{}",
        said(&first)
    );
    let tips = scene.tips();
    let second = scene.deploy(&[]).success();
    let expected = format!("0 uploaded (0.0 KB), {files} unchanged, 0 deleted");
    assert!(said(&second).contains(&expected), "{}", said(&second));
    assert_eq!(scene.tips(), tips);
    assert_eq!(scene.repository.commits(BRANCH), 1);
    // Somebody has to have done it.
    let who = scene
        .repository
        .git(&["log", "-1", "--format=%an %ae", BRANCH]);
    assert_eq!(who.trim(), "warraq warraq@localhost");
}

/// What a deploy asks git for.
fn asked(scene: &Scene, arguments: &[&str]) -> String {
    let trace = scene.site.path(".trace");
    let mut deploy = deploy(&scene.site, arguments);
    deploy.env("GIT_TRACE", &trace).assert().success();
    let asked = fs::read_to_string(&trace).unwrap();
    fs::remove_file(trace).unwrap();
    asked
}

#[test]
fn what_was_seen_is_not_fetched_again() {
    let scene = Scene::of(Files::good());
    assert!(
        !asked(&scene, &["--dry-run"]).contains("fetch"),
        "nothing is there"
    );
    scene.deploy(&[]).success();
    for arguments in [&["--dry-run"][..], &[]] {
        let asked = asked(&scene, arguments);
        assert!(
            asked.contains("ls-remote") && !asked.contains(" fetch"),
            "{asked}"
        );
    }
    scene.edit(BOOK, "أول ما يذكره", "أول ما ذكره");
    assert!(!asked(&scene, &["--dry-run"]).contains(" fetch"));
    assert!(asked(&scene, &[]).contains(" fetch"));
    assert_eq!(scene.arrived(), scene.built());
    scene.repository.commit(BRANCH, &[("note.txt", "theirs")]);
    assert!(asked(&scene, &["--dry-run"]).contains(" fetch"));
    assert!(!asked(&scene, &[]).contains(" fetch"));
    assert_eq!(scene.arrived().text("note.txt"), "theirs");
    // What cannot be read is fetched.
    let seen = scene.site.path(".public.warraq/deploy-live.seen");
    let remembered = fs::read_to_string(&seen).unwrap();
    assert!(
        !remembered.contains(&scene.repository.remote()),
        "it may hold a password"
    );
    fs::write(seen, "{").unwrap();
    assert!(asked(&scene, &[]).contains(" fetch"));
}

#[test]
fn an_edit_is_a_commit_of_what_changed_and_went() {
    let scene = Scene::of(with_visit());
    scene.deploy(&[]).success();
    scene.edit(BOOK, "أول ما يذكره", "أول ما ذكره");
    scene.site.remove(VISIT);
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), scene.built());
    let diff = [
        "-c",
        "core.quotePath=false",
        "diff",
        "--name-status",
        "pages~1",
        BRANCH,
    ];
    let changed = scene.repository.git(&diff);
    let expected = ["M\tbooks/bukhala/index.html", "D\tvisit/index.html"];
    let changed: Vec<_> = changed
        .lines()
        .filter(|line| !line.contains("sitemap"))
        .collect();
    assert!(
        expected.iter().all(|line| changed.contains(line)),
        "{changed:?}"
    );
    assert!(
        !changed.iter().any(|line| line.contains("assets/")),
        "{changed:?}"
    );
}

#[test]
fn the_same_site_is_the_same_tree() {
    let tree = |scene: &Scene| scene.repository.git(&["rev-parse", "pages^{tree}"]);
    let [one, other] = [Scene::of(Files::good()), Scene::of(with_visit())];
    one.deploy(&[]).success();
    other.deploy(&[]).success();
    assert_ne!(tree(&one), tree(&other));
    other.site.remove(VISIT);
    other.deploy(&[]).success();
    assert_eq!(tree(&one), tree(&other));
}

#[test]
fn a_rollback_brings_back_the_release_before() {
    let scene = Scene::of(with_visit());
    let run = scene.deploy(&["--rollback"]).failure();
    assert!(complained(&run).contains("E909"), "{}", complained(&run));
    scene.deploy(&[]).success();
    let first = scene.arrived();
    scene.edit(BOOK, "title = \"", "title = \"كتاب ");
    scene.site.remove(VISIT);
    scene.edit("templates/assets/site.css", "body {", "body { color: red;");
    scene.deploy(&[]).success();
    let second = scene.arrived();

    scene.deploy(&["--rollback"]).success();
    let mut after = scene.arrived();
    let known: Vec<&str> = first.paths().collect();
    for path in after.clone().paths().filter(|path| !known.contains(path)) {
        // Pages in caches may still ask for it.
        assert!(path.starts_with("assets/"), "{path}");
        after.remove(path);
    }
    assert_eq!(after, first);
    assert_eq!(scene.repository.commits(BRANCH), 3);

    scene.deploy(&["--rollback"]).success();
    let after = scene.arrived();
    for (path, bytes) in second.iter() {
        assert_eq!(after.bytes(path), &bytes[..], "{path}");
    }
}

#[test]
fn files_of_others_are_left_alone() {
    let scene = Scene::of(with_visit());
    let theirs = [
        ("README.md", "لغيرنا"),
        ("a:b/\"c\".txt", "لغيرنا"),
        ("books/x", "لغيرنا"),
    ];
    scene.repository.commit(BRANCH, &theirs);
    scene.deploy(&[]).success();
    scene.site.remove(VISIT);
    scene.deploy(&[]).success();
    scene
        .repository
        .commit(BRANCH, &[("visit/late.txt", "لغيرنا")]);
    scene.deploy(&["--rollback"]).success();
    let arrived = scene.arrived();
    for (path, text) in theirs.iter().chain(&[("visit/late.txt", "لغيرنا")]) {
        assert_eq!(arrived.text(path), *text);
    }
    assert_eq!(scene.repository.commits(BRANCH), 5, "on top of theirs");
}

#[test]
fn what_others_changed_in_the_site_is_brought_again() {
    let scene = Scene::of(Files::good());
    scene.deploy(&[]).success();
    let page = scene.arrived().text("index.html").to_owned();
    // As long as it was.
    let other = page.replacen("<p>", "<b>", 1);
    assert!(page != other && page.len() == other.len());
    scene.repository.commit(BRANCH, &[("index.html", &other)]);
    let run = scene.deploy(&["--dry-run"]).success();
    assert_eq!(
        said(&run).matches("upload  lost").count(),
        1,
        "{}",
        said(&run)
    );
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn old_assets_stay_for_the_days_of_grace() {
    let scene = Scene::of(Files::good());
    scene.deploy(&[]).success();
    let old = scene.arrived();
    let (old, _) = old.texts(&["css"]).next().unwrap();
    scene.edit("templates/assets/site.css", "body {", "body { color: red;");
    scene.deploy(&[]).success();
    assert!(scene.arrived().paths().any(|path| path == old));
    scene.edit("site.toml", "to = \"git\"", "to = \"git\"\ngrace_days = 0");
    let run = scene.deploy(&[]).success();
    assert!(said(&run).contains(" 1 deleted"), "{}", said(&run));
    assert_eq!(scene.arrived(), scene.built());
    let run = scene.deploy(&["--rollback"]).code(1);
    assert!(complained(&run).contains("E909"), "{}", complained(&run));
}
