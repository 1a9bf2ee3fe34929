//! What keeps a deploy to a branch from coming to its end.

use std::fs;
use std::thread;

use super::{BRANCH, Scene, VISIT, deploy, with_visit};
use crate::deploy::rsync::until;
use crate::servers::script;
use crate::site::{Files, complained};

#[test]
fn a_refused_push_changes_nothing_and_says_in_whose_words() {
    let scene = Scene::of(with_visit());
    scene.deploy(&[]).success();
    let tips = scene.tips();
    scene.site.remove(VISIT);
    // As services refuse files that are too large for them.
    scene.repository.guard(
        "while read old new ref; do for path in $(git ls-tree -r --name-only $new); do
case $path in *index.html) echo \"error: $path is too large\" >&2; exit 1;; esac; done; done",
    );
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E902") && words.contains("index.html is too large"),
        "{words}"
    );
    assert_eq!(scene.tips(), tips);
    scene.repository.guard("");
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn a_server_that_dies_midway_has_all_of_it_or_nothing() {
    let scene = Scene::of(with_visit());
    scene.deploy(&[]).success();
    let tips = scene.tips();
    scene.site.remove(VISIT);
    // After it has the files, before it shows them.
    scene.repository.guard("kill -9 $PPID");
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E903") && words.contains("hung up"),
        "{words}"
    );
    assert_eq!(scene.tips(), tips);
    scene.repository.guard("");
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn the_second_of_two_is_refused() {
    let scene = Scene::of(Files::good());
    scene.deploy(&[]).success();
    scene.edit(super::BOOK, "title = \"", "title = \"كتاب ");
    let folder = tempfile::tempdir().unwrap();
    let [waits, gate] = ["waits", "gate"].map(|name| folder.path().join(name));
    fs::write(&gate, "").unwrap();
    // The first is let in when the second has been there.
    scene.repository.guard(&format!(
        "if [ -e '{1}' ]; then touch '{0}'; while [ -e '{1}' ]; do sleep 0.05; done; fi",
        waits.display(),
        gate.display(),
    ));
    thread::scope(|scope| {
        let first = scope.spawn(|| scene.deploy(&[]));
        until("the first is at the door", || waits.exists());
        scene.repository.overtake(BRANCH);
        fs::remove_file(&gate).unwrap();
        let run = first.join().unwrap().code(1);
        let words = complained(&run);
        assert!(
            words.contains("E904") && words.contains("somebody else pushed"),
            "{words}"
        );
    });
    assert_eq!(scene.repository.commits(BRANCH), 2);
    scene.deploy(&[]).success();
    assert_eq!(scene.repository.commits(BRANCH), 3);
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn what_others_push_between_the_look_and_the_push_is_not_lost() {
    let scene = Scene::of(Files::good());
    scene.deploy(&[]).success();
    scene.edit(super::BOOK, "title = \"", "title = \"كتاب ");
    let folder = tempfile::tempdir().unwrap();
    let [hook, config, theirs] = ["hook", "config", "theirs"].map(|name| folder.path().join(name));
    // Git calls it where something is fetched, which here is the same machine.
    let path = scene.repository.path().display().to_string();
    let overtake = format!(
        "\"$@\"\n[ -e '{theirs}' ] || {{ cd '{path}'; \
         GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a \
         git commit-tree -p {BRANCH} -m theirs '{BRANCH}^{{tree}}' >'{theirs}'; \
         git update-ref refs/heads/{BRANCH} $(cat '{theirs}'); }}\n",
        theirs = theirs.display(),
        path = path.replace('\'', "'\\''"),
    );
    script(&hook, &overtake);
    let setting = format!("[uploadpack]\npackObjectsHook = {}\n", hook.display());
    fs::write(&config, setting).unwrap();
    let mut command = deploy(&scene.site, &[]);
    let run = command.env("GIT_CONFIG_GLOBAL", &config).assert().code(1);
    let words = complained(&run);
    assert!(
        words.contains("E904") && words.contains("somebody else pushed"),
        "{words}"
    );
    let theirs = fs::read_to_string(theirs).unwrap();
    assert_eq!(scene.repository.tip(BRANCH).as_deref(), Some(theirs.trim()));
}

#[test]
fn a_push_that_is_undone_is_noticed() {
    let scene = Scene::of(with_visit());
    scene.deploy(&[]).success();
    let tip = scene.repository.tip(BRANCH).unwrap();
    scene.site.remove(VISIT);
    let undo = format!("git update-ref refs/heads/{BRANCH} {tip}");
    scene.repository.hook("post-receive", &undo);
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E907") && words.contains("`refs/heads/pages`"),
        "{words}"
    );
    scene.repository.hook("post-receive", "");
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn too_many_deletions_are_refused() {
    let scene = Scene::of(with_visit());
    scene.deploy(&[]).success();
    let tips = scene.tips();
    scene.site.remove(VISIT);
    let run = scene.deploy(&["--max-deletes", "0"]).code(1);
    assert!(complained(&run).contains("E905"), "{}", complained(&run));
    assert_eq!(scene.tips(), tips);
}

#[test]
fn what_others_put_in_the_way_is_overwritten_only_by_force() {
    let scene = Scene::of(with_visit());
    scene
        .repository
        .commit(BRANCH, &[("visit", "لغيرنا"), ("index.html", "لغيرنا")]);
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E906") && words.contains("2 files"),
        "{words}"
    );
    assert_eq!(scene.repository.commits(BRANCH), 1);
    scene.deploy(&["--force"]).success();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn what_cannot_be_read_is_not_guessed_at() {
    let scene = Scene::of(Files::good());
    scene.deploy(&[]).success();
    let branch = scene.repository.tip(BRANCH).unwrap();
    scene.repository.git(&["update-ref", super::STATE, &branch]);
    let tips = scene.tips();
    let run = scene.deploy(&[]).code(1);
    assert!(complained(&run).contains("E908"), "{}", complained(&run));
    assert_eq!(scene.tips(), tips);
    // What the hint says helps.
    scene.repository.git(&["update-ref", "-d", super::STATE]);
    scene.deploy(&["--force"]).success();
    assert_eq!(scene.arrived(), scene.built());
}

#[test]
fn a_repository_that_is_not_there_and_a_git_that_is_not_here_are_named() {
    let scene = Scene::of(Files::good());
    let remote = scene.repository.remote();
    let gone = Files::below_site(&scene.site)
        .replace("site.toml", &remote, "/nowhere/at/all.git")
        .on_disk();
    let run = deploy(&gone, &[]).assert().code(1);
    let words = complained(&run);
    assert!(
        words.contains("E902") && words.contains("/nowhere/at/all.git"),
        "{words}"
    );

    let nothing = tempfile::tempdir().unwrap();
    let run = deploy(&scene.site, &[])
        .env("PATH", nothing.path())
        .assert()
        .code(1);
    let words = complained(&run);
    assert!(
        words.contains("E901") && words.contains("`git` is not installed"),
        "{words}"
    );
}
