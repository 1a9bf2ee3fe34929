//! Stories about a folder that is edited while it is watched, by the system's own events: what was
//! written is seen.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use super::*;
use crate::path::SourcePath;
use crate::source::load::Loader;
use crate::source::{Snapshot, Source};

/// Longer than any machine takes: a test that waits so long has failed.
const DEADLINE: Duration = Duration::from_secs(30);

const DOCUMENT: &str = "content/notes/a.md";

/// A site that somebody edits, and what is seen of it.
struct Edited {
    looks: Receiver<Look>,
    /// The folder that holds the site, and perhaps other things.
    around: TempDir,
}

impl Edited {
    fn new() -> Self {
        let around = tempfile::tempdir().unwrap();
        // A hidden folder is as good as any.
        let root = around.path().join(".site");
        fs::create_dir_all(root.join("content/notes")).unwrap();
        fs::write(root.join("site.toml"), "").unwrap();
        fs::write(root.join(DOCUMENT), "أول").unwrap();
        let (sender, looks) = mpsc::channel();
        thread::spawn(move || look_and_wait(&root, &sender));
        let edited = Self { looks, around };
        edited.until(DOCUMENT, Some("أول"));
        edited
    }

    fn path(&self, path: &str) -> PathBuf {
        self.around.path().join(".site").join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.path(from), self.path(to)).unwrap();
    }

    fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// Waits until a file is seen with this text, or is not seen.
    fn until(&self, path: &str, text: Option<&str>) {
        let source = SourcePath::new(path);
        self.until_seen(&format!("{path} with {text:?}"), |seen| {
            seen.get(&source).map(Source::text) == text
        });
    }

    /// Waits until there is no site.
    fn until_gone(&self) {
        self.until_looked("nothing", Option::is_none);
    }

    fn until_seen(&self, what: &str, is_so: impl Fn(&Snapshot) -> bool) {
        self.until_looked(what, |seen| seen.as_ref().is_some_and(&is_so));
    }

    /// Waits until it is so, and no further look is due: what is done next is seen by an event, or
    /// not at all.
    fn until_looked(&self, what: &str, is_so: impl Fn(&Option<Snapshot>) -> bool) {
        loop {
            let looked = self.looks.recv_timeout(DEADLINE);
            let look = looked.unwrap_or_else(|_| panic!("not seen: {what}"));
            if look.is_last && is_so(&look.seen) {
                return;
            }
        }
    }
}

/// One look at the site.
struct Look {
    seen: Option<Snapshot>,
    /// Whether the next is only when something happens.
    is_last: bool,
}

/// What the preview does: look, watch, look again if the watch is new, wait. Ends when nobody asks
/// any more.
fn look_and_wait(root: &Path, looks: &Sender<Look>) {
    let mut loader = Loader::new(root);
    let mut watch = Watch::new();
    loop {
        let named = watch.named().and_then(|files| loader.load_named(files));
        let seen = named.or_else(|| loader.load().ok());
        let followed = watch.follow(loader.folders());
        assert_eq!(followed.warning, None, "this machine cannot watch");
        if followed.changed {
            continue;
        }
        let is_last = matches!(&watch.method, Method::Events(events) if !events.is_settling());
        if looks.send(Look { seen, is_last }).is_err() {
            return;
        }
        watch.wait(None);
    }
}

#[test]
fn the_save_of_every_editor_is_seen() {
    let site = Edited::new();
    // In place: VS Code, nano.
    site.write(DOCUMENT, "ثان");
    site.until(DOCUMENT, Some("ثان"));
    // Another file renamed over it: GNOME, Sublime, Kate.
    site.write("content/notes/.goutputstream-S4UAJ1", "ثالث");
    site.rename("content/notes/.goutputstream-S4UAJ1", DOCUMENT);
    site.until(DOCUMENT, Some("ثالث"));
    // The old one renamed to a backup, then a new one written: vim, Emacs.
    site.write("content/notes/4913", "");
    site.remove("content/notes/4913");
    site.rename(DOCUMENT, "content/notes/a.md~");
    site.write(DOCUMENT, "رابع");
    site.remove("content/notes/a.md~");
    site.until(DOCUMENT, Some("رابع"));
    // A new one beside it, the old one out of the way, the new one into its place: JetBrains.
    site.write("content/notes/a.md___jb_tmp___", "خامس");
    site.rename(DOCUMENT, "content/notes/a.md___jb_old___");
    site.rename("content/notes/a.md___jb_tmp___", DOCUMENT);
    site.remove("content/notes/a.md___jb_old___");
    site.until(DOCUMENT, Some("خامس"));
    site.remove(DOCUMENT);
    site.until(DOCUMENT, None);
}

#[test]
fn folders_that_are_new_or_moved_in_are_watched() {
    let site = Edited::new();
    site.write("content/x/y/z/b.md", "أول");
    site.until("content/x/y/z/b.md", Some("أول"));
    site.write("content/x/y/z/b.md", "ثان");
    site.until("content/x/y/z/b.md", Some("ثان"));
    // templates/ was not there when the watch began.
    site.write("templates/page.html", "أول");
    site.until("templates/page.html", Some("أول"));
    site.write("elsewhere/y/c.md", "أول");
    site.rename("elsewhere", "content/moved");
    site.until("content/moved/y/c.md", Some("أول"));
    site.write("content/moved/y/c.md", "ثان");
    site.until("content/moved/y/c.md", Some("ثان"));
    site.rename("content/moved", "content/again");
    site.until("content/again/y/c.md", Some("ثان"));
    site.write("content/again/y/c.md", "ثالث");
    site.until("content/again/y/c.md", Some("ثالث"));
}

#[test]
fn a_folder_of_the_same_name_is_watched_anew() {
    let site = Edited::new();
    for text in ["ثان", "ثالث", "رابع"] {
        fs::remove_dir_all(site.path("content/notes")).unwrap();
        site.write(DOCUMENT, "عاد");
        site.until(DOCUMENT, Some("عاد"));
        site.write(DOCUMENT, text);
        site.until(DOCUMENT, Some(text));
    }
    site.write("aside/a.md", "بديل");
    site.rename("content/notes", "old");
    site.rename("aside", "content/notes");
    site.until(DOCUMENT, Some("بديل"));
    site.write(DOCUMENT, "أخير");
    site.until(DOCUMENT, Some("أخير"));
}

#[test]
fn a_site_that_vanishes_is_seen_when_it_returns() {
    let site = Edited::new();
    let away = site.around.path().join("away");
    fs::rename(site.path(""), &away).unwrap();
    site.until_gone();
    fs::write(away.join(DOCUMENT), "ثان").unwrap();
    fs::rename(&away, site.path("")).unwrap();
    site.until(DOCUMENT, Some("ثان"));
    fs::remove_dir_all(site.path("")).unwrap();
    site.until_gone();
    site.write(DOCUMENT, "ثالث");
    site.write("site.toml", "");
    site.until(DOCUMENT, Some("ثالث"));
    site.write(DOCUMENT, "رابع");
    site.until(DOCUMENT, Some("رابع"));
}

#[cfg(unix)]
#[test]
fn what_symbolic_links_lead_to_is_watched() {
    use std::os::unix::fs::symlink;
    let site = Edited::new();
    let around = site.around.path();
    for folder in ["files", "folders/notes", "links"] {
        fs::create_dir_all(around.join(folder)).unwrap();
    }
    let follow = "[content]\nfollow = [\"../files\", \"../folders\"]\n";
    site.write("site.toml", follow);
    // A link to a link to a file, and one to a folder.
    fs::write(around.join("files/b.md"), "أول").unwrap();
    fs::write(around.join("folders/notes/c.md"), "أول").unwrap();
    symlink(around.join("files/b.md"), around.join("links/b.md")).unwrap();
    symlink(around.join("links/b.md"), site.path("content/b.md")).unwrap();
    symlink(around.join("folders/notes"), site.path("content/linked")).unwrap();
    site.until("content/linked/c.md", Some("أول"));
    fs::write(around.join("files/b.md"), "ثان").unwrap();
    site.until("content/b.md", Some("ثان"));
    fs::write(around.join("files/d.md"), "ثالث").unwrap();
    fs::rename(around.join("files/d.md"), around.join("files/b.md")).unwrap();
    site.until("content/b.md", Some("ثالث"));
    fs::write(around.join("files/e.md"), "رابع").unwrap();
    symlink(around.join("files/e.md"), around.join("links/e.md")).unwrap();
    fs::rename(around.join("links/e.md"), around.join("links/b.md")).unwrap();
    site.until("content/b.md", Some("رابع"));
    fs::write(around.join("folders/notes/c.md"), "ثان").unwrap();
    site.until("content/linked/c.md", Some("ثان"));
    // The folder at the end of the link is exchanged for another.
    fs::create_dir(around.join("folders/new")).unwrap();
    fs::write(around.join("folders/new/c.md"), "ثالث").unwrap();
    fs::rename(around.join("folders/notes"), around.join("folders/old")).unwrap();
    fs::rename(around.join("folders/new"), around.join("folders/notes")).unwrap();
    site.until("content/linked/c.md", Some("ثالث"));
    fs::write(around.join("folders/notes/c.md"), "رابع").unwrap();
    site.until("content/linked/c.md", Some("رابع"));
}

#[test]
fn hundreds_of_files_at_once_are_all_seen() {
    let site = Edited::new();
    for round in ["أول", "ثان"] {
        for number in 0..300 {
            site.write(&format!("content/{}/{number}.md", number % 17), round);
        }
        let is_whole = |seen: &Snapshot| {
            let numbered = seen
                .iter()
                .filter(|source| source.path().as_str() != DOCUMENT);
            numbered.filter(|source| source.text() == round).count() == 300
        };
        site.until_seen("300 files", is_whole);
    }
}

#[test]
fn a_change_is_told_and_then_once_more() {
    let site = tempfile::tempdir().unwrap();
    let folders = BTreeSet::from([site.path().to_owned()]);
    let mut watch = Watch::new();
    assert!(watch.follow(&folders).changed);
    assert!(!watch.follow(&folders).changed);
    let (sender, told) = mpsc::channel();
    fs::write(site.path().join("a.md"), "نص").unwrap();
    thread::spawn(move || {
        loop {
            watch.wait(None);
            if sender.send(()).is_err() {
                return;
            }
        }
    });
    for _ in 0..2 {
        told.recv_timeout(DEADLINE).unwrap();
    }
}

#[test]
fn a_watch_says_when_its_folders_are_not_those_of_the_last_time() {
    let site = tempfile::tempdir().unwrap();
    let notes = site.path().join("notes");
    fs::create_dir(&notes).unwrap();
    let all = BTreeSet::from([site.path().to_owned(), notes.clone()]);
    let mut watch = Watch::new();
    let mut changes = |folders: &BTreeSet<PathBuf>| watch.follow(folders).changed;
    assert!(changes(&all));
    assert!(!changes(&all));
    // Another folder of the same name, before any event was heard.
    fs::remove_dir(&notes).unwrap();
    fs::create_dir(&notes).unwrap();
    assert!(changes(&all));
    assert!(!changes(&all));
    fs::remove_dir(&notes).unwrap();
    assert!(changes(&all));
    assert!(!changes(&all));
    assert!(!changes(&BTreeSet::from([site.path().to_owned()])));
}

#[test]
fn a_site_that_cannot_be_watched_is_looked_at_again_and_again() {
    let site = tempfile::tempdir().unwrap();
    let folders = BTreeSet::from([site.path().to_owned()]);
    let mut watch = Watch {
        method: Method::polling(&Cause::Folders),
        returned: None,
    };
    let first = watch.follow(&folders);
    assert!(first.warning.is_some() && !first.changed);
    for _ in 0..2 {
        watch.wait(None);
        assert_eq!(watch.follow(&folders).warning, None);
    }
}

/// No event tells of it: none of the folders that are watched has changed.
#[test]
fn a_site_whose_parent_is_exchanged_is_seen() {
    let edited = Edited::new();
    let around = edited.around.path();
    let others = tempfile::tempdir().unwrap();
    let other = others.path().join("other");
    fs::create_dir_all(other.join(".site/content/notes")).unwrap();
    fs::write(other.join(".site/site.toml"), "").unwrap();
    fs::write(other.join(".site").join(DOCUMENT), "ثان").unwrap();
    fs::rename(around, others.path().join("old")).unwrap();
    fs::rename(&other, around).unwrap();
    edited.until(DOCUMENT, Some("ثان"));
    edited.write(DOCUMENT, "ثالث");
    edited.until(DOCUMENT, Some("ثالث"));
}
