//! A line that breaks while files are on their way, and a machine that goes down with it.

use std::fs;
use std::path::Path;
use std::thread;

use walkdir::WalkDir;

use super::{Scene, until};
use crate::deploy::stage::half_new;
use crate::servers::{Line, Shell};
use crate::site::{Files, complained};

/// A file that takes a while, beside a page that leads to it.
fn with_large_file(files: Files) -> Files {
    // Different enough from itself that nothing of it can be left out.
    let mut state = 1_u32;
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    });
    let noise: Vec<u8> = noise.take(3 << 20).collect();
    files
        .replace("site.toml", "expect = 4\n", "")
        .replace("content/authors/jahiz.md", "wrote = 2", "wrote = 3")
        .with(
            "content/books/mizan/index.md",
            "+++\ntitle = \"الميزان\"\nauthor = \"jahiz\"\n+++\n[ملف](large.bin)\n",
        )
        .with("content/books/mizan/large.bin", noise)
}

#[test]
fn a_deploy_goes_on_where_the_line_broke() {
    let shell = Shell::start();
    let line = Line::to(shell.port(), u64::MAX);
    let port = line.port();
    let scene = Scene::at(Files::good(), shell, port);
    scene.deploy(&[]).success();
    let (before, link) = (scene.arrived(), fs::read_link(scene.current()).unwrap());

    for (path, bytes) in with_large_file(Files::below_site(&scene.site)).iter() {
        scene.site.write(path, bytes);
    }
    line.mend(2 << 20);
    thread::scope(|scope| {
        let deploy = scope.spawn(|| scene.deploy(&[]));
        let drafts = scene.place(".warraq/drafts");
        until("half of it is there", || size(&drafts) > 1 << 20);
        line.cut();
        let run = deploy.join().unwrap().code(1);
        assert!(complained(&run).contains("E903"), "{}", complained(&run));
    });
    // rsync there keeps the part that has come, before the machine goes down.
    let releases = scene.place("releases");
    until("the part is kept", || parts(&releases) > 1 << 20);
    scene.shell.kill();
    assert_eq!(fs::read_link(scene.current()).unwrap(), link);
    assert_eq!(scene.arrived(), before);
    assert_eq!(half_new(&scene.current()), None);

    // The machine comes back. Its lock is still there, and this folder's; what has arrived is not sent again.
    assert!(scene.place(".warraq/lock.json").exists());
    scene.shell.restart();
    line.mend(5 << 19);
    scene.deploy(&[]).success();
    assert!(!line.hangs());
    assert_eq!(scene.arrived(), scene.built());
    assert_eq!((size(&scene.place(".warraq")), parts(&releases)), (0, 0));
}

/// The bytes of the files that are kept to go on with.
fn parts(releases: &Path) -> u64 {
    let entries = WalkDir::new(releases).into_iter().filter_map(Result::ok);
    let folders = entries.filter(|entry| entry.file_name() == ".warraq");
    folders.map(|folder| size(folder.path())).sum()
}

/// The bytes of all files of a folder in which somebody may be at work: what goes away meanwhile counts for nothing.
fn size(folder: &Path) -> u64 {
    let entries = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|file| Some(file.metadata().ok()?.len()))
        .sum()
}

#[test]
fn an_outage_is_waited_out() {
    let shell = Shell::start();
    let line = Line::to(shell.port(), 1 << 20);
    let port = line.port();
    let scene = Scene::at(with_large_file(Files::good()), shell, port);
    thread::scope(|scope| {
        let deploy = scope.spawn(|| scene.deploy(&["--retry-for", "60"]));
        until("the line hangs", || line.hangs());
        line.cut();
        line.mend(u64::MAX);
        deploy.join().unwrap().success();
    });
    assert_eq!(scene.arrived(), scene.built());
}
