//! Deploys to a folder of another machine, which is this one by the way of ssh.

mod line;
mod order;
mod refusals;

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use assert_cmd::Command;
use assert_cmd::assert::Assert;

use crate::servers::Shell;
use crate::site::{Files, Site, complained, said, warraq};

/// A site with a target called `live`, and the machine that it is deployed to.
struct Scene {
    site: Site,
    shell: Shell,
}

const BOOK: &str = "content/books/bukhala.md";

/// A page that nothing leads to.
const VISIT: &str = "content/pages/visit.md";

/// The site with a page more, which may be taken away.
fn with_visit() -> Files {
    Files::good().with(VISIT, "+++\ntitle = \"زيارة\"\n+++\n\nمن التاسعة.\n")
}

impl Scene {
    fn of(files: Files) -> Self {
        let shell = Shell::start();
        let port = shell.port();
        Self::at(files, shell, port)
    }

    /// A machine that is reached at a port.
    fn at(files: Files, shell: Shell, port: u16) -> Self {
        let site = files.and("site.toml", &target(&shell, port, "")).on_disk();
        Self { site, shell }
    }

    /// `warraq deploy live ARGUMENTS`.
    fn deploy(&self, arguments: &[&str]) -> Assert {
        deploy(&self.site, arguments).assert()
    }

    /// What a reader would find.
    fn arrived(&self) -> Files {
        Files::below(&self.current())
    }

    fn current(&self) -> PathBuf {
        self.place("current")
    }

    fn place(&self, below: &str) -> PathBuf {
        self.shell.place().join(below)
    }

    fn built(&self) -> Files {
        Files::below_site(&self.site).built()
    }

    /// The names of the releases there.
    fn releases(&self) -> Vec<String> {
        let names = fs::read_dir(self.place("releases")).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| !name.contains(".json")).collect();
        names.sort();
        names
    }

    /// What was written down of the release that readers see.
    fn manifest(&self) -> PathBuf {
        let name = fs::read_link(self.current()).unwrap();
        self.place(&format!("{}.json", name.display()))
    }

    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.site.path(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from}");
        self.site.write(path, text.replace(from, to));
    }
}

/// `[deploy.live]` for a machine that is reached at a port.
fn target(shell: &Shell, port: u16, more: &str) -> String {
    let [machine, folder] = [shell.machine(), shell.place().to_str().unwrap().to_owned()]
        .map(|text| serde_json::to_string(&text).unwrap());
    let ssh = serde_json::to_string(&shell.arguments(port)).unwrap();
    format!(
        "\n[deploy.live]\nto = \"rsync\"\nmachine = {machine}\nfolder = {folder}\nssh = {ssh}\n{more}\n"
    )
}

fn deploy(site: &Site, arguments: &[&str]) -> Command {
    let mut command = warraq();
    command
        .current_dir(site.path(""))
        .args(["deploy", "live"])
        .args(arguments);
    if !arguments.contains(&"--retry-for") {
        command.args(["--retry-for", "0"]);
    }
    command
}

/// Waits until something is so, for no longer than a minute.
pub(super) fn until(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..3000 {
        if is_so() {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    panic!("{what}: it never came to that");
}

#[test]
fn a_first_deploy_brings_the_site_and_a_second_nothing() {
    let scene = Scene::of(Files::good());
    scene.deploy(&["--dry-run"]).success();
    assert!(!scene.place("").exists(), "looking changes nothing");
    let first = scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), scene.built());
    let files = scene.built().paths().count();
    assert!(
        said(&first).contains(&format!("{files} uploaded")),
        "{}",
        said(&first)
    );

    let before = fs::read_link(scene.current()).unwrap();
    let second = scene.deploy(&[]).success();
    let expected = format!("0 uploaded (0.0 KB), {files} unchanged, 0 deleted");
    assert!(said(&second).contains(&expected), "{}", said(&second));
    assert_eq!(fs::read_link(scene.current()).unwrap(), before);
    // Nothing is left of what was under way.
    let state = Files::below(&scene.place(".warraq"));
    assert_eq!(state.paths().count(), 0);
}

#[test]
fn a_server_may_read_what_arrives_whatever_the_umask_here() {
    let scene = Scene::of(Files::good());
    let mut strict = std::process::Command::new("sh");
    let program = env!("CARGO_BIN_EXE_warraq");
    strict.args(["-c", "umask 077; exec \"$0\" deploy live", program]);
    let run = strict.current_dir(scene.site.path("")).output().unwrap();
    assert!(run.status.success(), "{run:?}");
    for entry in walkdir::WalkDir::new(scene.place("releases")) {
        let entry = entry.unwrap();
        let mode = entry.metadata().unwrap().mode() & 0o7777;
        let wanted = if entry.file_type().is_dir() {
            0o755
        } else {
            0o644
        };
        assert_eq!(mode, wanted, "{:?}", entry.path());
    }
}

#[test]
fn an_edit_brings_what_changed_and_takes_away_what_went() {
    let scene = Scene::of(with_visit());
    scene.deploy(&[]).success();
    let first = fs::canonicalize(scene.current()).unwrap();
    scene.edit(BOOK, "أول ما يذكره", "أول ما ذكره");
    scene.site.remove(VISIT);
    let run = scene.deploy(&[]).success();
    assert!(said(&run).contains(" 1 deleted"), "{}", said(&run));
    assert_eq!(scene.arrived(), scene.built());
    assert!(!scene.current().join("visit").exists(), "an empty folder");
    // A file that did not change is the same file, so that its time stays and its copy in a reader's cache is good.
    let file = |path: &PathBuf| fs::metadata(path.join("source/index.html")).unwrap().ino();
    assert_eq!(file(&first), file(&scene.current()));
    let page = |path: &PathBuf| fs::read(path.join("books/bukhala/index.html")).unwrap();
    assert_ne!(
        page(&first),
        page(&scene.current()),
        "the old release is as it was"
    );
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
    let newer = after.clone();
    for path in newer.paths().filter(|path| !known.contains(path)) {
        // Pages in caches may still ask for it.
        assert!(path.starts_with("assets/"), "{path}");
        after.remove(path);
    }
    assert_eq!(after, first);

    scene.deploy(&["--rollback"]).success();
    let after = scene.arrived();
    for (path, bytes) in second.iter() {
        assert_eq!(after.bytes(path), &bytes[..], "{path}");
    }
    // Without its folder there is no way back.
    let current = fs::read_link(scene.current()).unwrap();
    for name in scene.releases() {
        if !current.ends_with(&name) {
            fs::remove_dir_all(scene.place(&format!("releases/{name}"))).unwrap();
            fs::remove_file(scene.place(&format!("releases/{name}.json"))).unwrap();
        }
    }
    let run = scene.deploy(&["--rollback"]).code(1);
    assert!(complained(&run).contains("E909"), "{}", complained(&run));
}

#[test]
fn files_of_others_are_left_alone() {
    let scene = Scene::of(with_visit());
    scene.deploy(&[]).success();
    let theirs = [
        "theirs.html",
        "books/[theirs] *.html",
        "assets/a:b\\c.css",
        "visit/ملف",
    ];
    for path in theirs {
        fs::write(scene.current().join(path), "لغيرنا").unwrap();
    }
    std::os::unix::fs::symlink("theirs.html", scene.current().join("link")).unwrap();
    scene.site.remove(VISIT);
    scene.deploy(&[]).success();
    scene.deploy(&["--rollback"]).success();
    scene.site.write(VISIT, "+++\ntitle = \"أخرى\"\n+++\n");
    scene.deploy(&[]).success();
    for path in theirs.iter().chain(&["link"]) {
        let text = fs::read_to_string(scene.current().join(path));
        assert_eq!(text.unwrap(), "لغيرنا", "{path}");
    }
}

#[test]
fn what_was_lost_at_the_target_is_brought_again() {
    let scene = Scene::of(Files::good());
    scene.deploy(&[]).success();
    fs::remove_file(scene.current().join("index.html")).unwrap();
    fs::write(scene.current().join("sitemap.xml"), "cut").unwrap();
    let run = scene.deploy(&["--dry-run"]).success();
    assert_eq!(
        said(&run).matches("upload  lost").count(),
        2,
        "{}",
        said(&run)
    );
    for _ in 0..2 {
        scene.deploy(&[]).success();
        assert_eq!(scene.arrived(), scene.built());
        assert_eq!(
            scene.releases().len(),
            1,
            "one release, and no damaged copy of it"
        );
        fs::remove_file(scene.current().join("index.html")).unwrap();
    }
}

#[test]
fn old_assets_stay_for_the_days_of_grace_and_old_releases_as_told() {
    let scene = Scene::of(Files::good());
    scene.deploy(&[]).success();
    let other = scene.place("releases/not of ours");
    fs::create_dir(&other).unwrap();
    let old = scene.arrived();
    let (old, _) = old.texts(&["css"]).next().unwrap();
    for colour in ["red", "blue", "green"] {
        let body = format!("body {{ color: {colour};");
        scene.edit("templates/assets/site.css", "body {", &body);
        scene.deploy(&[]).success();
        assert!(scene.current().join(old).exists());
    }
    assert_eq!(scene.releases().len(), 3, "{:?}", scene.releases());
    assert!(other.exists());

    // Eight days pass.
    let manifest = scene.manifest();
    let text = fs::read_to_string(&manifest).unwrap();
    let mut read: serde_json::Value = serde_json::from_str(&text).unwrap();
    for old in read["old"].as_object_mut().unwrap().values_mut() {
        old["since"] = (old["since"].as_u64().unwrap() - 8 * 24 * 60 * 60).into();
    }
    fs::write(&manifest, read.to_string()).unwrap();
    let run = scene.deploy(&[]).success();
    assert!(said(&run).contains(" 3 deleted"), "{}", said(&run));
    assert_eq!(scene.arrived(), scene.built());
    let run = scene.deploy(&[]).success();
    assert!(said(&run).contains(" 0 deleted"), "{}", said(&run));
}
