//! Symbolic links in a site: what they lead to is read again, and they do not lead out of it.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use super::*;

#[test]
fn what_links_lead_to_is_read_again_and_its_folder_followed() {
    let mut site = Reread::new();
    let path = |path: &str| site.site.path(path);
    site.site.write("files/b.md", "أول");
    site.site.write("folders/notes/c.md", "أول");
    fs::create_dir(path("links")).unwrap();
    symlink("../files/b.md", path("links/b.md")).unwrap();
    symlink("../links/b.md", path("content/b.md")).unwrap();
    symlink(path("folders/notes"), path("content/linked")).unwrap();
    assert_eq!(site.text("content/b.md").as_deref(), Some("أول"));
    assert_eq!(site.text("content/linked/c.md").as_deref(), Some("أول"));
    for folder in ["files", "links", "folders", "content/linked"] {
        assert!(site.follows(folder), "{folder}");
    }
    site.site.write("files/b.md", "ثان");
    site.site.write("folders/notes/c.md", "ثان");
    assert_eq!(site.text("content/b.md").as_deref(), Some("ثان"));
    assert_eq!(site.text("content/linked/c.md").as_deref(), Some("ثان"));
    site.site.write("files/other.md", "ثالث");
    site.rename("files/other.md", "files/b.md");
    assert_eq!(site.text("content/b.md").as_deref(), Some("ثالث"));
}

#[test]
fn a_link_to_nowhere_is_an_error_until_it_leads_somewhere() {
    let mut site = Reread::new();
    fs::create_dir(site.site.path("files")).unwrap();
    symlink("../files/b.md", site.site.path("content/b.md")).unwrap();
    let snapshot = site.loader.load().unwrap();
    assert_eq!(snapshot.problems()[0].code, "E100");
    assert!(site.follows("files"));
    site.site.write("files/b.md", "جاء");
    assert_eq!(site.text("content/b.md").as_deref(), Some("جاء"));
}

#[test]
fn a_folder_in_itself_is_an_error() {
    let mut site = Reread::new();
    symlink("..", site.site.path("content/pages/loop")).unwrap();
    let snapshot = site.loader.load().unwrap();
    let problem = &snapshot.problems()[0];
    assert_eq!(problem.code, "E100");
    assert!(
        problem.message.to_string().contains("loop"),
        "{}",
        problem.message
    );
    site.site.remove("content/pages/loop");
    site.read();
}

/// A site in a folder, beside which lie a secret and a folder of media.
fn with_neighbours() -> (tempfile::TempDir, PathBuf) {
    let parent = tempfile::tempdir().unwrap();
    let root = parent.path().join("site");
    for (path, text) in [
        ("site/site.toml", "title = 'x'"),
        ("site/content/a.md", "أول"),
        ("site/templates/page.html", "<p>"),
        ("site/.git/config", "token"),
        ("secret", "token"),
        ("media/film.mp4", "film"),
        ("media/.env", "token"),
        ("media/more/b.md", "ثان"),
    ] {
        let path = parent.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    (parent, root)
}

/// What reading the site says of its links: codes and messages.
fn refusals(root: &Path) -> Vec<String> {
    let snapshot = match load(root) {
        Ok(snapshot) => snapshot,
        Err(problem) => return vec![format!("{} {}", problem.code, problem.message)],
    };
    for source in snapshot.iter() {
        assert!(!source.text().contains("token"), "{}", source.path());
    }
    let problems = snapshot.problems().iter();
    problems
        .map(|problem| format!("{} {}", problem.code, problem.message))
        .collect()
}

#[test]
fn a_link_out_of_the_site_is_an_error_with_both_paths() {
    for link in [
        "content/a/passwd.txt",
        "content/b.md",
        "templates/base.html",
        "templates/assets/root/x.txt",
        "templates/assets/pictures",
        "content/whole",
    ] {
        for target in ["secret", "media", "site/.git/config", "site/.git"] {
            let (parent, root) = with_neighbours();
            let at = root.join(link);
            fs::create_dir_all(at.parent().unwrap()).unwrap();
            // By way of another link, which lies in the site and is harmless itself.
            symlink(parent.path().join(target), root.join("way")).unwrap();
            symlink(root.join("way"), &at).unwrap();
            let told = refusals(&root);
            assert_eq!(told.len(), 1, "{told:?}");
            assert!(told[0].starts_with(&format!("E111 {link} is a symbolic link")));
            let target = parent.path().canonicalize().unwrap().join(target);
            assert!(told[0].contains(target.to_str().unwrap()), "{told:?}");
        }
    }
}

#[test]
fn the_folders_of_a_site_and_its_site_toml_may_not_lie_elsewhere_either() {
    for name in ["content", "templates", "site.toml"] {
        let (parent, root) = with_neighbours();
        let elsewhere = parent.path().join("elsewhere");
        fs::rename(root.join(name), &elsewhere).unwrap();
        symlink(&elsewhere, root.join(name)).unwrap();
        let told = refusals(&root);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].starts_with(&format!("E111 {name} is a symbolic link")));
    }
}

#[test]
fn a_folder_that_site_toml_names_may_be_linked_to() {
    let (_parent, root) = with_neighbours();
    symlink("../../media", root.join("content/media")).unwrap();
    symlink("../../media/more/b.md", root.join("content/b.md")).unwrap();
    assert_eq!(refusals(&root).len(), 2);
    fs::write(root.join("site.toml"), "[content]\nfollow = [\"../media\"]").unwrap();
    assert_eq!(refusals(&root), [""; 0]);
    let snapshot = load(&root).unwrap();
    for path in [
        "content/media/film.mp4",
        "content/media/more/b.md",
        "content/b.md",
    ] {
        assert!(snapshot.get(&SourcePath::new(path)).is_some(), "{path}");
    }
    symlink("../../media/.env", root.join("content/env.txt")).unwrap();
    symlink("../../secret", root.join("content/secret.txt")).unwrap();
    symlink("../secret", root.join("../media/inner")).unwrap();
    let told = refusals(&root);
    assert_eq!(told.len(), 3, "{told:?}");
}

#[test]
fn a_file_that_becomes_a_link_out_of_the_site_is_not_read_by_name() {
    let (parent, root) = with_neighbours();
    let mut loader = Loader::new(&root);
    loader.load().unwrap();
    let file = root.join("content/a.md");
    fs::remove_file(&file).unwrap();
    symlink(parent.path().join("secret"), &file).unwrap();
    assert!(loader.load_named(&BTreeSet::from([file])).is_none());
    assert_eq!(loader.load().unwrap().problems()[0].code, "E111");
}

#[test]
fn the_lock_of_emacs_leads_nowhere_and_is_no_error() {
    let mut site = Reread::new();
    let lock = site.site.path("content/pages/.#about.md");
    symlink("warraq@machine.1234:1700000000", lock).unwrap();
    assert_eq!(site.text(ABOUT).as_deref(), Some("أول"));
}
