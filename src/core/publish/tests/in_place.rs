//! What publish does where the output folder cannot be exchanged.

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

use super::super::Options;
use super::scratch::{Exchanges, Faulty, Links, Node, Scratch, contents, site, tree};

const OLD: [(&str, &str); 5] = [
    ("a/same", "1"),
    ("b/gone/index.html", "1"),
    ("changed", "1"),
    ("file", "1"),
    ("folder/x/y", "1"),
];

const NEW: [(&str, &str); 5] = [
    ("a/same", "1"),
    ("changed", "2"),
    ("file/index.html", "2"),
    ("folder", "2"),
    ("new/index.html", "2"),
];

fn without_exchange(scratch: &Scratch, exchanges: Exchanges) -> Faulty<'_> {
    Faulty {
        exchanges,
        ..scratch.disk()
    }
}

#[test]
fn the_folder_comes_to_hold_the_site_and_what_the_user_keeps() {
    for exchanges in [Exchanges::Never, Exchanges::NotOfTheFolder] {
        let scratch = Scratch::new();
        let disk = without_exchange(&scratch, exchanges);
        disk.publish(&site(&OLD)).unwrap();
        scratch.write("b/mine", "by hand");
        symlink("a", scratch.folder().join("link")).unwrap();

        let published = disk.publish(&site(&NEW)).unwrap();
        let counts = (
            published.written,
            published.unchanged,
            published.removed,
            published.foreign,
        );
        assert_eq!(counts, (4, 1, 3, 2));
        let mut expected = tree(&NEW);
        expected.extend(tree(&[("b/mine", "by hand")]));
        expected.insert("link".to_owned(), Node::Link("a".into()));
        assert_eq!(contents(&scratch.folder()), expected);
        assert_eq!(scratch.state(), ["lock", "published.json"]);
    }
}

#[test]
fn the_folder_and_its_unchanged_files_stay_what_they_are() {
    let scratch = Scratch::new();
    scratch.publish(&OLD);
    let inode = |path: &str| fs::metadata(scratch.folder().join(path)).unwrap().ino();
    let before = (inode(""), inode("a/same"));
    let disk = without_exchange(&scratch, Exchanges::NotOfTheFolder);
    disk.publish(&site(&NEW)).unwrap();
    assert_eq!((inode(""), inode("a/same")), before);
}

#[test]
fn on_demand_the_folder_itself_stays() {
    let scratch = Scratch::new();
    scratch.publish(&OLD);
    let inode = || fs::metadata(scratch.folder()).unwrap().ino();
    let before = inode();
    let disk = Faulty {
        options: Options {
            in_place: true,
            ..Options::default()
        },
        ..scratch.disk()
    };
    disk.publish(&site(&NEW)).unwrap();
    assert_eq!(inode(), before);
    assert_eq!(contents(&scratch.folder()), tree(&NEW));
}

#[test]
fn a_disk_without_room_changes_nothing() {
    let scratch = Scratch::new();
    scratch.publish(&OLD);
    let disk = Faulty {
        room: Some(3),
        ..without_exchange(&scratch, Exchanges::Never)
    };
    let problem = disk.publish(&site(&NEW)).unwrap_err();
    assert_eq!(problem.code, "E500");
    assert!(
        problem
            .message
            .to_string()
            .contains("it needs 4 bytes, and 3 are free")
    );
    assert_eq!(contents(&scratch.folder()), tree(&OLD));
}

#[test]
fn where_the_users_files_cannot_be_linked_they_stay_where_they_are() {
    let scratch = Scratch::new();
    scratch.publish(&OLD);
    scratch.write("mine", "by hand");
    let inode = |path: &str| fs::metadata(scratch.folder().join(path)).unwrap().ino();
    let before = (inode(""), inode("mine"));
    let disk = Faulty {
        links: Links::Never,
        ..scratch.disk()
    };
    disk.publish(&site(&NEW)).unwrap();
    assert_eq!((inode(""), inode("mine")), before);
    let mut expected = tree(&NEW);
    expected.extend(tree(&[("mine", "by hand")]));
    assert_eq!(contents(&scratch.folder()), expected);
}

#[test]
fn a_folder_that_its_owner_has_locked_is_left_where_it_is() {
    let scratch = Scratch::new();
    scratch.publish(&OLD);
    let locked = scratch.folder().join("locked");
    fs::create_dir(&locked).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o500)).unwrap();
    let inode = |path: &str| fs::metadata(scratch.folder().join(path)).unwrap().ino();
    let before = (inode(""), inode("locked"));
    scratch.publish(&NEW);
    assert_eq!((inode(""), inode("locked")), before);
}

#[test]
fn where_unchanged_files_cannot_be_linked_they_are_written_anew() {
    let scratch = Scratch::new();
    scratch.publish(&OLD);
    let disk = Faulty {
        links: Links::Never,
        ..scratch.disk()
    };
    let inode = || fs::metadata(scratch.folder()).unwrap().ino();
    let before = inode();
    disk.publish(&site(&NEW)).unwrap();
    assert_ne!(inode(), before, "the folder should have been exchanged");
    assert_eq!(contents(&scratch.folder()), tree(&NEW));
    // The manifest has the stamps of the new files, so that nothing is written now.
    assert_eq!(scratch.publish(&NEW).written, 0);
}

#[test]
fn a_state_folder_inside_the_output_folder_is_used_and_is_not_the_users() {
    let scratch = Scratch::new();
    fs::create_dir_all(scratch.folder().join(".warraq")).unwrap();
    scratch.publish(&OLD);
    assert_eq!(scratch.publish(&NEW).foreign, 0);
    assert!(!scratch.root().join(".public.warraq").exists());
    let mut found = contents(&scratch.folder());
    found.retain(|path, _| !path.starts_with(".warraq"));
    assert_eq!(found, tree(&NEW));
}

#[test]
fn another_spelling_of_a_name_does_not_remove_the_new_file() {
    let scratch = Scratch::new();
    let disk = without_exchange(&scratch, Exchanges::Never);
    disk.publish(&site(&[("About/index.html", "1")])).unwrap();
    let new = [("about/index.html", "2")];
    disk.publish(&site(&new)).unwrap();
    assert_eq!(contents(&scratch.folder()), tree(&new));
}

#[test]
fn a_system_without_exchange_is_known_before_much_is_written() {
    let steps = |exchanges| {
        let scratch = Scratch::new();
        scratch.publish(&OLD);
        let disk = without_exchange(&scratch, exchanges);
        disk.publish(&site(&NEW)).unwrap();
        i64::MAX - disk.steps.into_inner()
    };
    assert!(steps(Exchanges::Never) + 5 < steps(Exchanges::NotOfTheFolder));
}
