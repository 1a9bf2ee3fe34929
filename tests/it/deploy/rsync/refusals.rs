//! What keeps a deploy to another machine from beginning, or from coming to its end.

use std::fs;

use super::{Scene, VISIT, deploy, target, with_visit};
use crate::servers::Shell;
use crate::site::{Files, complained};

#[test]
fn a_refused_upload_deletes_nothing_and_names_the_file() {
    let large = vec![b'a'; 1 << 20];
    let scene = Scene::of(with_visit());
    scene.deploy(&[]).success();
    let (before, link) = (scene.arrived(), fs::read_link(scene.current()).unwrap());
    scene.site.remove(VISIT);
    scene.site.write(
        "content/books/mizan/index.md",
        "+++\ntitle = \"الميزان\"\nauthor = \"jahiz\"\n+++\n[ملف](large.bin)\n",
    );
    scene.site.write("content/books/mizan/large.bin", large);
    scene.edit("site.toml", "expect = 4\n", "");
    scene.edit("content/authors/jahiz.md", "wrote = 2", "wrote = 3");
    // A disk quota: no file may be larger than half a megabyte.
    scene.shell.program(
        "rsync",
        "trap '' XFSZ; ulimit -f 1024; exec /usr/bin/rsync \"$@\"",
    );
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E902") && words.contains("large.bin"),
        "{words}"
    );
    assert!(words.contains("File too large"), "{words}");
    assert_eq!(fs::read_link(scene.current()).unwrap(), link);
    assert_eq!(scene.arrived(), before);
    assert!(!scene.place(".warraq/lock.json").exists());

    scene.shell.program("rsync", "exec /usr/bin/rsync \"$@\"");
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn what_is_damaged_on_its_way_is_not_shown() {
    let scene = Scene::of(Files::good());
    scene.deploy(&[]).success();
    let (before, link) = (scene.arrived(), fs::read_link(scene.current()).unwrap());
    scene.edit("content/books/bukhala.md", "أول ما يذكره", "أول ما ذكره");
    // Of two changes one keeps the size of the file.
    for damage in ["printf x >>", "printf x 1<>"] {
        let script = format!(
            "/usr/bin/rsync \"$@\"; code=$?
case \"$*\" in *--server*)
cd '{}'
for release in releases/*/; do
[ \"$release\" = \"$(readlink current)/\" ] || {damage} \"$release\"books/bukhala/index.html
done;;
esac; exit $code",
            scene.place("").display().to_string().replace('\'', "'\\''"),
        );
        scene.shell.program("rsync", &script);
        let run = scene.deploy(&[]).code(1);
        let words = complained(&run);
        assert!(
            words.contains("E907") && words.contains("`books/bukhala/index.html`"),
            "{words}"
        );
        assert_eq!(fs::read_link(scene.current()).unwrap(), link);
        assert_eq!(scene.arrived(), before);
    }
    scene.shell.program("rsync", "exec /usr/bin/rsync \"$@\"");
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn too_many_deletions_are_refused() {
    let scene = Scene::of(with_visit());
    scene.deploy(&[]).success();
    let before = scene.arrived();
    scene.site.remove(VISIT);
    let run = scene.deploy(&["--max-deletes", "0"]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E905") && words.contains("`visit/index.html`"),
        "{words}"
    );
    assert_eq!(scene.arrived(), before);
    scene.deploy(&["--max-deletes", "1"]).success();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn what_others_put_in_the_way_is_overwritten_only_by_force() {
    let scene = Scene::of(Files::good());
    scene.deploy(&[]).success();
    fs::write(scene.current().join("visit"), "لغيرنا").unwrap();
    scene.site.write(VISIT, with_visit().text(VISIT));
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E906") && words.contains("`visit`"),
        "{words}"
    );
    assert!(scene.current().join("visit").is_file());
    scene.deploy(&["--force"]).success();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn a_folder_called_current_is_no_place_for_a_link() {
    let scene = Scene::of(Files::good());
    fs::create_dir_all(scene.current()).unwrap();
    fs::write(scene.current().join("index.html"), "لغيرنا").unwrap();
    for arguments in [&[][..], &["--force"]] {
        let run = scene.deploy(arguments).code(1);
        let words = complained(&run);
        assert!(
            words.contains("E906") && words.contains("no symbolic link"),
            "{words}"
        );
        assert_eq!(scene.arrived().text("index.html"), "لغيرنا");
    }
}

#[test]
fn a_manifest_that_cannot_be_read_is_not_guessed_at() {
    let scene = Scene::of(Files::good());
    scene.deploy(&[]).success();
    let before = scene.arrived();
    for text in [
        "{\"version\":2,\"files\":{}}",
        "{\"version\":1,\"stamp\":{\"release\":\"\",\"deployed\":1},\"files\":{\"../x\":null}}",
    ] {
        fs::write(scene.manifest(), text).unwrap();
        let run = scene.deploy(&[]).code(1);
        assert!(complained(&run).contains("E908"), "{}", complained(&run));
    }
    fs::remove_file(scene.manifest()).unwrap();
    let run = scene.deploy(&[]).code(1);
    assert!(complained(&run).contains("E908"), "{}", complained(&run));
    assert_eq!(scene.arrived(), before);
}

#[test]
fn programs_that_are_missing_are_named() {
    let scene = Scene::of(Files::good());
    let nothing = tempfile::tempdir().unwrap();
    let run = deploy(&scene.site, &[])
        .env("PATH", nothing.path())
        .assert()
        .code(1);
    assert!(complained(&run).contains("E901"), "{}", complained(&run));
    assert!(complained(&run).contains("`ssh` is not installed on this machine"));

    scene.shell.uninstall("rsync");
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E902") && words.contains("rsync is not installed there"),
        "{words}"
    );
}

#[test]
fn ssh_says_why_it_lets_nobody_in() {
    let scene = Scene::of(Files::good());
    let stranger = Shell::start();
    let told = |from: &str, to: &str| {
        let text = fs::read_to_string(scene.site.path("site.toml")).unwrap();
        let site = Files::below_site(&scene.site)
            .with("site.toml", text.replace(from, to))
            .on_disk();
        let run = deploy(&site, &["--retry-for", "600"]).assert().code(1);
        complained(&run).to_owned()
    };
    let key = |shell: &Shell, name: &str| shell.key(name).to_str().unwrap().to_owned();

    // Neither is waited for: patience is ten minutes.
    let words = told(&key(&scene.shell, "client"), &key(&stranger, "client"));
    assert!(
        words.contains("E902") && words.contains("Permission denied"),
        "{words}"
    );
    let words = told(
        &key(&scene.shell, "known_hosts"),
        &key(&stranger, "known_hosts"),
    );
    assert!(
        words.contains("E902") && words.contains("Host key verification failed"),
        "{words}"
    );
    assert!(!scene.place("").exists());

    let [machine, folder] = [scene.shell.machine(), scene.place("").display().to_string()];
    let whole = target(&scene.shell, scene.shell.port(), "");
    assert!(whole.contains(&machine) && !folder.is_empty());
    scene.shell.kill();
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E903") && words.contains("Connection refused"),
        "{words}"
    );
}
