//! What whoever deploys has set, and where: none of it changes what is pushed, and no secret of it is told.

use std::fs;
use std::process::Command;

use super::{BRANCH, Scene, deploy, target};
use crate::servers::{Shell, script};
use crate::site::{Files, complained};

#[test]
fn settings_and_hooks_of_whoever_deploys_do_not_break_it() {
    let scene = Scene::of(Files::good());
    let home = tempfile::tempdir().unwrap();
    let hooks = home.path().join("hooks");
    fs::create_dir(&hooks).unwrap();
    for name in ["pre-push", "reference-transaction", "post-index-change"] {
        script(&hooks.join(name), "exit 1");
    }
    let config = format!(
        "[core]\nautocrlf = true\nhooksPath = {0}/hooks\n[init]\ntemplateDir = {0}\n[commit]\ngpgSign = true\n\
         [push]\ngpgSign = true\nfollowTags = true\n[gpg]\nprogram = /bin/false\n\
         [user]\nname = نور\nemail = nour@example.org\n",
        home.path().display()
    );
    let file = home.path().join("config");
    fs::write(&file, config).unwrap();
    let mut command = deploy(&scene.site, &[]);
    command.env("GIT_CONFIG_GLOBAL", &file);
    // As in a hook of another repository.
    for name in [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
    ] {
        command.env(name, home.path().join("elsewhere"));
    }
    command.assert().success();
    assert_eq!(scene.arrived(), scene.built());
    let who = scene
        .repository
        .git(&["log", "-1", "--format=%an %ae", BRANCH]);
    assert_eq!(who.trim(), "نور nour@example.org");
    assert!(!home.path().join("elsewhere").exists());
}

#[test]
fn a_remote_may_be_a_name_or_a_path_from_the_site() {
    let scene = Scene::of(Files::good());
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        git.args(arguments).current_dir(scene.site.path(""));
        assert!(git.status().unwrap().success());
    };
    git(&["init", "--quiet"]);
    let remote = scene.repository.remote();
    git(&["remote", "add", "origin", &remote]);
    let quoted = serde_json::to_string(&remote).unwrap();
    scene.edit("site.toml", &quoted, "\"origin\"");
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), scene.built());

    git(&["init", "--quiet", "--bare", "beside.git"]);
    scene.edit("site.toml", "\"origin\"", "\"beside.git\"");
    let root = scene.site.path("");
    let mut elsewhere = crate::site::warraq();
    elsewhere.current_dir("/").arg("--root").arg(root);
    elsewhere.args(["deploy", "live"]).assert().success();
    let mut tip = Command::new("git");
    tip.arg("-C").arg(scene.site.path("beside.git"));
    assert!(
        tip.args(["rev-parse", "--verify", "--quiet", BRANCH])
            .output()
            .unwrap()
            .status
            .success()
    );
}

#[test]
fn a_repository_may_be_behind_ssh() {
    let (scene, shell) = (Scene::of(Files::good()), Shell::start());
    let path = scene.repository.path();
    let plain = path.with_file_name("plain.git");
    fs::rename(&path, &plain).unwrap();
    let url = format!("ssh://{}{}", shell.machine(), plain.display());
    let quoted = serde_json::to_string(&scene.repository.remote()).unwrap();
    scene.edit("site.toml", &quoted, &format!("\"{url}\""));
    let ssh = format!("ssh {}", shell.arguments(shell.port()).join(" "));
    let run = || {
        deploy(&scene.site, &[])
            .env("GIT_SSH_COMMAND", &ssh)
            .assert()
    };
    run().success();
    shell.kill();
    let stopped = run().code(1);
    let words = complained(&stopped);
    assert!(
        words.contains("E903") && words.contains("Connection refused"),
        "{words}"
    );
    fs::rename(&plain, &path).unwrap();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn passwords_in_addresses_are_not_told() {
    // Nobody listens there.
    let site = Files::good()
        .and("site.toml", &target("http://nour:s3cret@127.0.0.1:1/x.git"))
        .on_disk();
    let run = deploy(&site, &[]).assert().code(1);
    let words = complained(&run);
    assert!(
        words.contains("127.0.0.1") && !words.contains("s3cret"),
        "{words}"
    );
}
