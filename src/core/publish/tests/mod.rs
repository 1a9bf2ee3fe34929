//! What every publish does, by whichever way. The fixtures are in `scratch`; killed runs, changing
//! file by file, and a model with random users each have a file.
// The fixtures make symbolic links and look at inodes and modes.
#![cfg(unix)]

mod crash;
mod foreign;
mod grace;
mod in_place;
mod lazy;
mod model;
mod refusal;
mod scratch;
mod up_to_date;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::Path;

use super::{Options, Published, publish};
use scratch::{Faulty, Node, Scratch, contents, site, tree};

#[test]
fn a_first_publish_makes_the_folder_and_its_parents() {
    let scratch = Scratch::new();
    let folder = scratch.root().join("a/b/public");
    let output = site(&[("index.html", "بيت"), ("c/d/index.html", "دار")]);
    let published = publish(&output, &folder, Options::default()).unwrap();
    let written = 2;
    assert_eq!(
        published,
        Published {
            written,
            ..Published::default()
        }
    );
    assert_eq!(
        contents(&folder),
        tree(&[("index.html", "بيت"), ("c/d/index.html", "دار")])
    );
}

#[test]
fn an_empty_site_makes_an_empty_folder() {
    let scratch = Scratch::new();
    scratch.publish(&[]);
    assert!(scratch.folder().is_dir());
    assert!(contents(&scratch.folder()).is_empty());
}

#[test]
fn a_publish_counts_what_it_does() {
    let scratch = Scratch::new();
    scratch.publish(&[("same", "1"), ("changed", "1"), ("gone", "1")]);
    scratch.write("CNAME", "example.org");
    let published = scratch.publish(&[("same", "1"), ("changed", "2"), ("new", "1")]);
    let expected = Published {
        written: 2,
        unchanged: 1,
        removed: 1,
        foreign: 1,
        kept: 0,
        warnings: Vec::new(),
    };
    assert_eq!(published, expected);
}

#[test]
fn removed_pages_leave_neither_files_nor_folders() {
    let scratch = Scratch::new();
    scratch.publish(&[("index.html", "1"), ("a/b/c/index.html", "1"), ("a/x", "1")]);
    scratch.publish(&[("index.html", "2"), ("a/x", "1")]);
    let remaining = tree(&[("index.html", "2"), ("a/x", "1")]);
    assert_eq!(contents(&scratch.folder()), remaining);
}

#[test]
fn a_file_may_become_a_folder_and_a_folder_a_file() {
    let scratch = Scratch::new();
    scratch.publish(&[("a", "1"), ("b/c/d", "1")]);
    scratch.publish(&[("a/index.html", "2"), ("b", "2")]);
    let turned = tree(&[("a/index.html", "2"), ("b", "2")]);
    assert_eq!(contents(&scratch.folder()), turned);
}

#[test]
fn an_unchanged_file_stays_the_same_file() {
    let scratch = Scratch::new();
    scratch.publish(&[("a/same", "1"), ("changed", "1")]);
    let facts = |path: &str| {
        let metadata = fs::metadata(scratch.folder().join(path)).unwrap();
        (metadata.ino(), metadata.modified().unwrap())
    };
    let before = (facts("a/same"), facts("changed"));
    scratch.publish(&[("a/same", "1"), ("changed", "2")]);
    let after = (facts("a/same"), facts("changed"));
    assert_eq!(before.0, after.0);
    assert_ne!(before.1.0, after.1.0);
}

#[test]
fn publishing_the_same_site_again_leaves_even_the_folder_itself_alone() {
    let scratch = Scratch::new();
    let files = [("a/b", "1"), ("c", "1")];
    scratch.publish(&files);
    let inode = || fs::metadata(scratch.folder()).unwrap().ino();
    let before = inode();
    let published = scratch.publish(&files);
    assert_eq!((published.written, published.unchanged), (0, 2));
    assert_eq!(inode(), before);
}

#[test]
fn a_published_file_that_was_deleted_or_only_touched_is_ours() {
    let scratch = Scratch::new();
    scratch.publish(&[("deleted", "1"), ("touched", "1"), ("stale", "1")]);
    fs::remove_file(scratch.folder().join("deleted")).unwrap();
    scratch.write("touched", "1");
    scratch.write("stale", "1");
    let published = scratch.publish(&[("deleted", "1"), ("touched", "2")]);
    assert_eq!((published.written, published.removed), (2, 1));
    let expected = tree(&[("deleted", "1"), ("touched", "2")]);
    assert_eq!(contents(&scratch.folder()), expected);
}

#[test]
fn a_published_file_that_was_edited_is_the_users_from_then_on() {
    let scratch = Scratch::new();
    scratch.publish(&[("edited", "1"), ("a/gone", "1"), ("same", "1")]);
    scratch.write("a/gone", "by hand");
    scratch.write("same", "2");
    let published = scratch.publish(&[("edited", "1"), ("same", "2")]);
    assert_eq!((published.removed, published.foreign), (0, 1));
    let expected = tree(&[("edited", "1"), ("same", "2"), ("a/gone", "by hand")]);
    assert_eq!(contents(&scratch.folder()), expected);
}

#[test]
fn what_the_user_keeps_in_the_folder_is_carried_over() {
    let scratch = Scratch::new();
    scratch.publish(&[("index.html", "1"), ("a/index.html", "1")]);
    scratch.write(".gitkeep", "");
    scratch.write("a/CNAME", "example.org");
    scratch.write("uploads/2024/photo", "…");
    let folder = scratch.folder();
    fs::create_dir(folder.join("empty")).unwrap();
    symlink("nowhere", folder.join("a/link")).unwrap();
    symlink("/", folder.join("root")).unwrap();
    let inode = |path: &str| fs::symlink_metadata(folder.join(path)).unwrap().ino();
    let kept = ["a/CNAME", "a/link", "uploads/2024/photo"];
    let before = kept.map(inode);

    let published = scratch.publish(&[("index.html", "2")]);
    assert_eq!(published.foreign, 5);
    assert_eq!(kept.map(inode), before);
    let mut expected = tree(&[
        ("index.html", "2"),
        (".gitkeep", ""),
        ("a/CNAME", "example.org"),
        ("uploads/2024/photo", "…"),
    ]);
    expected.extend([
        ("empty".to_owned(), Node::Folder),
        ("a/link".to_owned(), Node::Link("nowhere".into())),
        ("root".to_owned(), Node::Link("/".into())),
    ]);
    assert_eq!(contents(&folder), expected);
}

#[test]
fn a_file_that_is_there_already_with_the_same_bytes_is_adopted() {
    let scratch = Scratch::new();
    scratch.write("a/index.html", "1");
    assert_eq!(scratch.publish(&[("a/index.html", "1")]).unchanged, 1);
    assert_eq!(scratch.publish(&[]).removed, 1);
    assert!(contents(&scratch.folder()).is_empty());
}

#[test]
fn files_and_folders_get_the_usual_modes() {
    let scratch = Scratch::new();
    scratch.publish(&[("a/b", "1")]);
    scratch.publish(&[("a/b", "2")]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    let (file, folder) = (scratch.root().join("file"), scratch.root().join("folder"));
    fs::write(&file, "").unwrap();
    fs::create_dir(&folder).unwrap();
    assert_eq!(mode(&scratch.folder().join("a/b")), mode(&file));
    assert_eq!(mode(&scratch.folder().join("a")), mode(&folder));
    assert_eq!(mode(&scratch.folder()), mode(&folder));
}

#[test]
fn folders_keep_the_permissions_that_the_user_gave_them() {
    let scratch = Scratch::new();
    scratch.publish(&[("a/b", "1")]);
    let folders = [scratch.folder(), scratch.folder().join("a")];
    for folder in &folders {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o2770)).unwrap();
    }
    scratch.publish(&[("a/b", "2")]);
    for folder in &folders {
        let mode = fs::metadata(folder).unwrap().permissions().mode();
        assert_eq!(mode & 0o7777, 0o2770);
    }
}

#[test]
fn new_files_and_folders_have_the_permissions_of_the_folder_whatever_the_umask() {
    // As another umask would have left it.
    for (mode, of_files) in [
        (0o755, 0o644),
        (0o700, 0o600),
        (0o2770, 0o660),
        (0o711, 0o644),
    ] {
        for in_place in [false, true] {
            let scratch = Scratch::new();
            scratch.publish(&[("old", "1")]);
            let mode_of = |path: &str| {
                let metadata = fs::metadata(scratch.folder().join(path)).unwrap();
                metadata.permissions().mode() & 0o7777
            };
            let permissions = fs::Permissions::from_mode(mode);
            fs::set_permissions(scratch.folder(), permissions).unwrap();
            let disk = Faulty {
                options: Options {
                    in_place,
                    ..Options::default()
                },
                ..scratch.disk()
            };
            disk.publish(&site(&[("old", "2"), ("a/b/new", "1")]))
                .unwrap();
            for folder in ["", "a", "a/b"] {
                assert_eq!(mode_of(folder), mode, "{folder}");
            }
            for file in ["old", "a/b/new"] {
                assert_eq!(mode_of(file), of_files, "{file}");
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_hangs_on_a_folder_is_carried_over() {
    use rustix::fs::{XattrFlags, getxattr, setxattr};

    let scratch = Scratch::new();
    scratch.publish(&[("a/b", "1")]);
    let folders = [scratch.folder(), scratch.folder().join("a")];
    for folder in &folders {
        if setxattr(folder, "user.note", b"keep", XattrFlags::empty()).is_err() {
            // Not every file system has attributes.
            return;
        }
    }
    scratch.publish(&[("a/b", "2")]);
    for folder in &folders {
        let mut value = [0; 8];
        let length = getxattr(folder, "user.note", &mut value).unwrap();
        assert_eq!(&value[..length], b"keep");
    }
}

#[test]
fn a_symbolic_link_to_the_output_folder_stays_one() {
    let scratch = Scratch::new();
    let (real, link) = (scratch.root().join("disk/site"), scratch.folder());
    fs::create_dir_all(&real).unwrap();
    symlink(&real, &link).unwrap();
    for text in ["1", "2"] {
        publish(&site(&[("a", text)]), &link, Options::default()).unwrap();
        assert_eq!(contents(&real), tree(&[("a", text)]));
    }
    assert_eq!(fs::read_link(&link).unwrap(), real);
    assert!(scratch.root().join("disk/.site.warraq").is_dir());
    assert!(!scratch.root().join(".public.warraq").exists());
}

#[test]
fn nothing_but_the_lock_and_the_manifest_remains_beside_the_folder() {
    let scratch = Scratch::new();
    scratch.publish(&[("a", "1")]);
    scratch.publish(&[("a", "2")]);
    assert_eq!(scratch.state(), ["lock", "published.json"]);
}

#[test]
fn a_file_that_arrives_during_the_publish_is_carried_over() {
    let scratch = Scratch::new();
    scratch.publish(&[("a/old", "1"), ("b", "1")]);
    scratch.write("note", "draft");
    let arrival = || {
        scratch.write("a/late", "just now");
        scratch.write("new/late", "just now");
        scratch.write("b.mine", "not a page");
        scratch.write("note.new", "final");
        let (new, old) = (
            scratch.folder().join("note.new"),
            scratch.folder().join("note"),
        );
        fs::rename(new, old).unwrap();
    };
    let disk = Faulty {
        intruder: Box::new(arrival),
        ..scratch.disk()
    };
    disk.publish(&site(&[("b", "2")])).unwrap();
    let expected = tree(&[
        ("b", "2"),
        ("a/late", "just now"),
        ("new/late", "just now"),
        ("note", "final"),
        ("b.mine", "not a page"),
    ]);
    assert_eq!(contents(&scratch.folder()), expected);
    assert_eq!(scratch.state(), ["lock", "published.json"]);
}
