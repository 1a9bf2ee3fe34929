//! When publish refuses, and that nothing is touched then.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::scratch::{Scratch, contents, site, tree};
use crate::diagnostic::Diagnostic;
use crate::publish::{Options, publish};

/// The diagnostic that publishing `files` to the folder of `scratch` ends with, after checking that
/// the folder is as it was.
fn refusal(scratch: &Scratch, files: &[(&str, &str)]) -> Diagnostic {
    let before = contents(&scratch.folder());
    let diagnostic = publish(&site(files), &scratch.folder(), Options::default()).unwrap_err();
    assert_eq!(contents(&scratch.folder()), before);
    diagnostic
}

/// The code and the notes, with the folder's own path shortened to `…`.
fn told(scratch: &Scratch, diagnostic: &Diagnostic) -> (&'static str, Vec<String>) {
    let folder = scratch.folder().display().to_string();
    let notes = diagnostic.notes.iter();
    let notes = notes.map(|note| note.to_string().replace(&folder, "…").replace('\\', "/"));
    (diagnostic.code, notes.collect())
}

#[test]
fn a_file_of_the_users_is_not_overwritten() {
    let scratch = Scratch::new();
    scratch.publish(&[("index.html", "1"), ("gone", "1")]);
    scratch.write("about.html", "by hand");
    let diagnostic = refusal(&scratch, &[("index.html", "2"), ("about.html", "2")]);
    assert!(diagnostic.message.to_string().contains("about.html"));
    assert!(diagnostic.hint.as_ref().unwrap().to_string().contains("-o"));
    let note = "…/about.html differs from the site's file of that name";
    assert_eq!(told(&scratch, &diagnostic), ("E501", vec![note.to_owned()]));
}

#[test]
fn a_page_that_was_edited_by_hand_is_not_overwritten() {
    let files = [("index.html", "1"), ("about/index.html", "1")];
    for written in ["MINE", "2"] {
        let scratch = Scratch::new();
        scratch.publish(&files);
        fs::remove_dir_all(scratch.folder()).unwrap();
        scratch.write("index.html", written);
        scratch.write("about/index.html", "MINE");
        let diagnostic = refusal(&scratch, &files);
        let (code, notes) = told(&scratch, &diagnostic);
        let expected = ["about/index.html", "index.html"]
            .map(|path| format!("…/{path} was changed after warraq wrote it"));
        assert_eq!((code, notes.as_slice()), ("E501", &expected[..]));
        assert_eq!(
            refusal(&scratch, &files).code,
            "E501",
            "the second time too"
        );
    }
}

#[test]
fn whatever_stands_where_a_file_or_a_folder_must_be_is_named() {
    let scratch = Scratch::new();
    scratch.publish(&[("d/page", "1")]);
    scratch.write("a", "a file");
    scratch.write("b/c", "a file below");
    scratch.write("d/mine", "beside a page");
    let folder = scratch.folder();
    fs::create_dir(folder.join("empty")).unwrap();
    symlink(scratch.root(), folder.join("link")).unwrap();
    symlink("a", folder.join("link.html")).unwrap();
    let files = [
        ("a/x", "1"),
        ("a/y/z", "1"),
        ("b", "1"),
        ("d", "1"),
        ("empty", "1"),
        ("link/x", "1"),
        ("link.html", "a file"),
    ];
    let expected = [
        "…/a is a file where the site needs a folder",
        "…/b is a folder where the site needs a file",
        "…/d is a folder where the site needs a file",
        "…/empty is a folder where the site needs a file",
        "…/link is a link where the site needs a folder",
        "…/link.html is a link where the site needs a file",
    ];
    let diagnostic = refusal(&scratch, &files);
    let (code, notes) = told(&scratch, &diagnostic);
    assert_eq!(
        (code, notes.as_slice()),
        ("E501", &expected.map(str::to_owned)[..])
    );
}

#[test]
fn ten_files_are_named_and_the_others_counted() {
    let scratch = Scratch::new();
    let names: Vec<_> = (10..23).map(|n| n.to_string()).collect();
    for name in &names {
        scratch.write(name, "by hand");
    }
    let files: Vec<_> = names.iter().map(|name| (name.as_str(), "1")).collect();
    let diagnostic = refusal(&scratch, &files);
    assert!(diagnostic.message.to_string().contains("and 12 more"));
    assert_eq!(diagnostic.notes.len(), 11);
    assert_eq!(diagnostic.notes[10].to_string(), "3 more are not listed");
}

#[test]
fn a_folder_to_which_another_run_publishes_is_left_to_it() {
    let scratch = Scratch::new();
    scratch.publish(&[("a", "1")]);
    let lock = fs::File::open(scratch.root().join(".public.warraq/lock")).unwrap();
    lock.lock().unwrap();
    let diagnostic = refusal(&scratch, &[("a", "2")]);
    assert_eq!(diagnostic.code, "E502");
    assert!(diagnostic.hint.is_some());
    drop(lock);
    scratch.publish(&[("a", "2")]);
}

#[test]
fn what_cannot_be_an_output_folder_is_refused() {
    let scratch = Scratch::new();
    let (file, link) = (scratch.root().join("file"), scratch.root().join("link"));
    fs::write(&file, "text").unwrap();
    symlink("nowhere", &link).unwrap();
    let nameless = scratch.root().join("nothing/..");
    for folder in [Path::new("/"), &nameless, &file, &link] {
        let diagnostic = publish(&site(&[("a", "1")]), folder, Options::default()).unwrap_err();
        assert_eq!(diagnostic.code, "E503", "{}", folder.display());
        assert!(diagnostic.hint.is_some());
    }
    assert_eq!(fs::read(&file).unwrap(), b"text");
}

#[test]
fn a_path_that_is_a_file_and_a_folder_of_the_site_is_an_error() {
    let scratch = Scratch::new();
    scratch.publish(&[("a", "1")]);
    let diagnostic = refusal(&scratch, &[("a", "1"), ("a-b", "1"), ("a/b", "1")]);
    assert_eq!(diagnostic.code, "E504");
    assert!(diagnostic.message.to_string().starts_with("a is a file"));
}

#[test]
fn a_damaged_manifest_is_not_guessed_at() {
    let scratch = Scratch::new();
    scratch.publish(&[("a", "1")]);
    fs::write(scratch.root().join(".public.warraq/published.json"), "{").unwrap();
    let diagnostic = refusal(&scratch, &[("a", "2")]);
    assert_eq!(diagnostic.code, "E500");
    assert!(diagnostic.message.to_string().contains("published.json"));
    assert!(diagnostic.hint.is_some());
}

#[test]
fn a_manifest_cannot_reach_through_a_link() {
    let scratch = Scratch::new();
    scratch.publish(&[("a/b", "1"), ("c", "1")]);
    let outside = scratch.root().join("outside");
    fs::rename(scratch.folder().join("a"), &outside).unwrap();
    symlink(&outside, scratch.folder().join("a")).unwrap();
    scratch.publish(&[("c", "2")]);
    assert_eq!(contents(&outside), tree(&[("b", "1")]));
}

#[test]
fn nothing_behind_a_link_among_the_records_is_touched() {
    let victim = tree(&[("next/a", "theirs"), ("lock", "theirs"), ("b", "theirs")]);
    for link in [
        "",
        "next",
        "building",
        "lock",
        "published.json",
        "published.json.new",
        "digests.json.new",
        "kept-1",
        "packed",
        "packed.lock",
        "deploy/manifest.json",
    ] {
        let scratch = Scratch::new();
        scratch.publish(&[("a", "1")]);
        let outside = scratch.root().join("outside");
        fs::create_dir_all(outside.join("next")).unwrap();
        for file in ["next/a", "lock", "b"] {
            fs::write(outside.join(file), "theirs").unwrap();
        }
        let state = scratch.root().join(".public.warraq");
        let place = state.join(link);
        _ = fs::remove_file(&place);
        if link.is_empty() {
            fs::remove_dir_all(&state).unwrap();
        } else {
            fs::create_dir_all(place.parent().unwrap()).unwrap();
        }
        let target = if link.contains('.') { "b" } else { "" };
        let place = if link.is_empty() { &state } else { &place };
        symlink(outside.join(target), place).unwrap();
        let diagnostic = refusal(&scratch, &[("a", "2")]);
        assert_eq!(diagnostic.code, "E503", "{link}");
        assert!(
            diagnostic
                .message
                .to_string()
                .contains("is a symbolic link"),
            "{link}"
        );
        crate::publish::remembered::remember(&scratch.folder(), "digests.json", b"{}");
        assert_eq!(contents(&outside), victim, "{link}");
        fs::remove_file(place).unwrap();
        scratch.publish(&[("a", "1")]);
    }
}

#[test]
fn a_user_may_have_links_in_what_is_kept_aside() {
    let scratch = Scratch::new();
    scratch.publish(&[("a", "1")]);
    let kept = scratch.root().join(".public.warraq/kept-1");
    fs::create_dir(&kept).unwrap();
    symlink("elsewhere", kept.join("mine")).unwrap();
    scratch.publish(&[("a", "2")]);
    let kept = fs::read_link(kept.join("mine")).unwrap();
    assert_eq!(kept, Path::new("elsewhere"));
}
