//! Reading a site again and again: what changed is seen, what did not is the same source in memory, and the result is always
//! what reading it for the first time gives.

#[cfg(unix)]
mod links;

use std::collections::BTreeSet;
use std::fs;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, SystemTime};

use proptest::prelude::*;
use warraq::path::SourcePath;
use warraq::source::load::{Loader, load};
use warraq::source::{Snapshot, Source};

use crate::site::{Files, Site, complained};

const ABOUT: &str = "content/pages/about.md";

/// A site, and who reads it.
struct Reread {
    site: Site,
    loader: Loader,
}

impl Reread {
    fn new() -> Self {
        let site = Files::default()
            .with("site.toml", "title = 'x'")
            .with(ABOUT, "أول")
            .with("content/pages/other.md", "غيره")
            .with("templates/page.html", "<p>")
            .on_disk();
        let loader = Loader::new(&site.path(""));
        let mut reread = Self { site, loader };
        reread.read();
        reread
    }

    /// Reads the site; it is as if for the first time.
    fn read(&mut self) -> Snapshot {
        let snapshot = self.loader.load().unwrap();
        assert_eq!(snapshot, load(&self.site.path("")).unwrap());
        snapshot
    }

    /// Reads the site; what a file says.
    fn text(&mut self, path: &str) -> Option<String> {
        let snapshot = self.read();
        let source = snapshot.get(&SourcePath::new(path));
        source.map(|source| source.text().to_owned())
    }

    /// Sets back the time at which a file was written, as if it had lain there for long.
    fn age(&self, path: &str) {
        let file = fs::File::options().write(true).open(self.site.path(path));
        let long_ago = SystemTime::now() - Duration::from_hours(1);
        file.unwrap().set_modified(long_ago).unwrap();
    }

    fn rename(&self, from: &str, to: &str) {
        fs::rename(self.site.path(from), self.site.path(to)).unwrap();
    }

    fn follows(&self, folder: &str) -> bool {
        let folder = self.site.path(folder);
        let real = fs::canonicalize(&folder).unwrap();
        let folders = self.loader.folders();
        folders.contains(&folder) || folders.contains(&real)
    }
}

/// The files whose sources two snapshots share.
fn shared<'a>(one: &'a Snapshot, other: &Snapshot) -> Vec<&'a str> {
    let is_shared = |path: &SourcePath| {
        let address = |snapshot: &Snapshot| snapshot.get(path).map(|s| s.bytes().as_ptr());
        address(one) == address(other)
    };
    let paths = one.iter().map(Source::path);
    paths
        .filter(|path| is_shared(path))
        .map(SourcePath::as_str)
        .collect()
}

#[test]
fn what_did_not_change_is_the_same_source() {
    let mut site = Reread::new();
    for path in [ABOUT, "site.toml"] {
        site.age(path);
    }
    let first = site.read();
    // Written again with the same text.
    site.site.write("content/pages/other.md", "غيره");
    let second = site.read();
    assert_eq!(first, second);
    assert_eq!(shared(&first, &second).len(), 4);
    site.site.write(ABOUT, "ثان");
    let third = site.read();
    assert_eq!(
        shared(&second, &third),
        ["content/pages/other.md", "site.toml", "templates/page.html"]
    );
    let paths = third.differences(&second);
    assert_eq!(Vec::from_iter(paths), [SourcePath::new(ABOUT)]);
}

#[test]
fn edits_of_one_size_at_one_time_are_told_apart() {
    let mut site = Reread::new();
    for text in ["أ", "ب", "ت", "ث", "ج", "ح", "خ", "د"] {
        site.site.write(ABOUT, text);
        assert_eq!(site.text(ABOUT).as_deref(), Some(text));
    }
    // Even where the program that writes sets the time back.
    for text in ["ذ", "ر", "ز"] {
        site.age(ABOUT);
        site.read();
        site.site.write(ABOUT, text);
        site.age(ABOUT);
        assert_eq!(site.text(ABOUT).as_deref(), Some(text));
    }
}

#[test]
fn saves_by_renaming_are_seen_and_leave_nothing_beside() {
    let mut site = Reread::new();
    let count = site.read().iter().count();
    site.site.write("content/pages/.about.md.tmp", "ثان");
    site.site.write("content/pages/4913", "");
    site.site.write("content/pages/about.md___jb_tmp___", "x");
    assert_eq!(site.read().iter().count(), count);
    site.rename("content/pages/.about.md.tmp", ABOUT);
    assert_eq!(site.text(ABOUT).as_deref(), Some("ثان"));
    site.rename(ABOUT, "content/pages/about.md~");
    assert_eq!(site.text(ABOUT), None);
    site.site.write(ABOUT, "ثالث");
    assert_eq!(site.text(ABOUT).as_deref(), Some("ثالث"));
    site.rename("content/pages/about.md~", ABOUT);
    assert_eq!(site.text(ABOUT).as_deref(), Some("ثان"));
    assert_eq!(site.read().iter().count(), count);
    // An entry's folder may have the name that vim tries.
    site.site.write("content/4913/index.md", "سنة");
    assert_eq!(site.text("content/4913/index.md").as_deref(), Some("سنة"));
}

#[test]
fn files_that_vanish_while_they_are_read_are_no_error() {
    let mut site = Reread::new();
    let document = site.site.path(ABOUT);
    // A name that no rule knows, so that it is listed and then gone.
    let beside = site.site.path("content/pages/about.md.JdXqKe");
    let (begin, begins) = mpsc::sync_channel(0);
    thread::scope(|scope| {
        scope.spawn(move || {
            while begins.recv().is_ok() {
                fs::write(&beside, "ثان").unwrap();
                fs::rename(&beside, &document).unwrap();
            }
        });
        // Each look goes on beside one save.
        let mut looks = (0..500).map(|_| {
            begin.send(()).unwrap();
            site.loader.load()
        });
        let problem = looks.find_map(Result::err);
        drop(looks);
        drop(begin);
        assert_eq!(problem, None);
    });
}

#[test]
fn folders_come_move_and_go() {
    let mut site = Reread::new();
    site.site.write("content/new/deep/a.md", "أول");
    assert_eq!(site.text("content/new/deep/a.md").as_deref(), Some("أول"));
    assert!(site.follows("content/new/deep"));
    site.rename("content/new", "content/moved");
    assert_eq!(site.text("content/new/deep/a.md"), None);
    assert_eq!(site.text("content/moved/deep/a.md").as_deref(), Some("أول"));
    fs::remove_dir_all(site.site.path("content")).unwrap();
    assert_eq!(site.read().iter().count(), 2);
    site.site.write(ABOUT, "عاد");
    assert_eq!(site.text(ABOUT).as_deref(), Some("عاد"));
    site.site.remove("site.toml");
    let problem = site.loader.load().unwrap_err();
    assert_eq!(problem.code, "E100");
    assert!(site.follows("content/pages"));
    site.site.write("site.toml", "");
    site.read();
}

#[test]
fn hidden_folders_are_not_followed() {
    let mut site = Reread::new();
    site.site.write("content/.git/objects/a.md", "x");
    assert_eq!(site.text("content/.git/objects/a.md"), None);
    assert!(!site.follows("content/.git"));
    assert!(site.follows("") && site.follows("content") && site.follows("templates"));
}

/// Something done to the files of a site. Paths are chosen from a few, so that they meet.
#[derive(Debug, Clone)]
enum Deed {
    Write(usize, u8),
    Age(usize),
    Rename(usize, usize),
    Remove(usize),
    MakeFolder(usize),
    Link(usize, usize),
}

const PATHS: [&str; 10] = [
    "content/a.md",
    "content/b.md",
    "content/.c.md",
    "content/d",
    "content/d/e.md",
    "content/d/f",
    "content/d/f/g.md",
    "templates/h.html",
    "aside/i.md",
    "aside",
];

fn deed() -> impl Strategy<Value = Deed> {
    let path = || 0..PATHS.len();
    prop_oneof![
        4 => (path(), b'a'..b'd').prop_map(|(path, letter)| Deed::Write(path, letter)),
        1 => path().prop_map(Deed::Age),
        3 => (path(), path()).prop_map(|(from, to)| Deed::Rename(from, to)),
        2 => path().prop_map(Deed::Remove),
        1 => path().prop_map(Deed::MakeFolder),
        1 => (path(), path()).prop_map(|(target, link)| Deed::Link(target, link)),
    ]
}

impl Deed {
    /// Does it, as far as it can be done: what the system refuses has not happened.
    fn happen(&self, site: &Reread) {
        let path = |number: &usize| site.site.path(PATHS[*number]);
        _ = match self {
            Self::Write(at, letter) => fs::write(path(at), [*letter]),
            Self::Age(at) => {
                if path(at).is_file() {
                    site.age(PATHS[*at]);
                }
                Ok(())
            }
            Self::Rename(from, to) => fs::rename(path(from), path(to)),
            Self::Remove(at) => fs::remove_file(path(at)).or_else(|_| fs::remove_dir_all(path(at))),
            Self::MakeFolder(at) => fs::create_dir_all(path(at)),
            #[cfg(unix)]
            Self::Link(target, link) => std::os::unix::fs::symlink(path(target), path(link)),
            #[cfg(not(unix))]
            Self::Link(..) => Ok(()),
        };
    }
}

#[test]
fn files_that_are_named_are_read_without_looking_at_the_rest() {
    let mut site = Reread::new();
    let [about, other, new] = [ABOUT, "content/pages/other.md", "content/pages/new.md"];
    for path in [about, other] {
        site.site.write(path, "ثان");
    }
    let named = |site: &Site, path| BTreeSet::from([site.path(path)]);
    let seen = site.loader.load_named(&named(&site.site, about)).unwrap();
    let text = |path| seen.get(&SourcePath::new(path)).map(Source::text);
    assert_eq!((text(about), text(other)), (Some("ثان"), Some("غيره")));
    assert_eq!(site.text(other).as_deref(), Some("ثان"));
    // What is new, gone or not of the site takes a look at everything.
    site.site.write(new, "جديد");
    assert_eq!(site.loader.load_named(&named(&site.site, new)), None);
    site.site.remove(other);
    assert_eq!(site.loader.load_named(&named(&site.site, other)), None);
    assert_eq!(
        site.loader
            .load_named(&BTreeSet::from(["/elsewhere/a.md".into()])),
        None
    );
    assert_eq!(site.text(new).as_deref(), Some("جديد"));
    assert!(site.loader.load_named(&named(&site.site, new)).is_some());
}

/// What refers to the entry finds it all the same, so that the folder is the only error.
#[test]
fn a_folder_that_is_called_as_an_entry_is_named_as_what_it_is() {
    let starter = Files::starter("dossier");
    let entry = starter.text("content/terms/copying.md").to_owned();
    let starter = starter.without("content/terms/copying.md");
    for (folder, file) in [
        ("copying.md", "index.md"),
        ("copying.md", "copying.md"),
        ("copying.TOML", "index.md"),
    ] {
        let folder = format!("content/terms/{folder}");
        let site = starter
            .clone()
            .with(&format!("{folder}/{file}"), entry.as_str());
        let site = site.on_disk();
        let run = site.check().code(1);
        let said = complained(&run);
        let told = format!("error[E100]: `{folder}` is a folder");
        assert!(
            said.contains(&told) && said.contains("\n1 error\n"),
            "{said}"
        );
        assert!(
            said.contains("rename the folder to `content/terms/copying`"),
            "{said}"
        );
        fs::rename(site.path(&folder), site.path("content/terms/copying")).unwrap();
        site.check().success();
    }
    let site = starter.with("content/terms/copying.md", entry).on_disk();
    fs::create_dir(site.path("content/terms/empty.md")).unwrap();
    site.check().code(1);
    fs::create_dir(site.path("content/terms/v1.2")).unwrap();
    fs::remove_dir(site.path("content/terms/empty.md")).unwrap();
    site.check().success();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn whatever_is_done_to_the_files_a_rescan_is_a_first_look(
        deeds in prop::collection::vec(deed(), 1..40)
    ) {
        let mut site = Reread::new();
        for folder in ["content/d/f", "aside"] {
            fs::create_dir_all(site.site.path(folder)).unwrap();
        }
        for deed in deeds {
            // What is read by name is as right as what is looked for, where nothing else was done.
            let about = BTreeSet::from([site.site.path(ABOUT)]);
            prop_assert!(site.loader.load_named(&about).is_none_or(|seen| Ok(seen) == load(&site.site.path(""))));
            deed.happen(&site);
            prop_assert_eq!(site.loader.load(), load(&site.site.path("")), "after {:?}", deed);
        }
    }
}
