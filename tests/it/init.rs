//! `warraq init`: a site among files that are there, none of which it touches.

use std::fs;

use crate::site::{Files, complained, said};

/// What `warraq new` writes.
fn new() -> Files {
    let folder = Files::default().on_disk();
    folder.run(&["new", "site"]).success();
    Files::below(&folder.path("site"))
}

#[test]
fn a_site_comes_into_a_folder_that_has_files() {
    let new = new();
    let there = Files::default()
        .with("README.md", "# اقرأني\n")
        .with("src/main.c", "int main;\n")
        .with(".gitignore", "/target/\npublic\n")
        .with("content/pages/about.md", new.text("content/pages/about.md"));
    let folder = there.on_disk();
    let run = folder.run(&["init"]).success();
    assert_eq!(complained(&run), "");
    let lines: Vec<_> = said(&run).lines().collect();
    for line in [
        "added site.toml",
        "added content/pages/home.md",
        "content/pages/about.md was there",
        ".gitignore was there; add these lines to it yourself: /.public.warraq/",
    ] {
        assert!(lines.contains(&line), "{line} is not in {lines:#?}");
    }
    let count = new.paths().count();
    let last = lines.last().unwrap();
    let counts = format!("files: {} added, 2 there already; ", count - 2);
    assert!(last.starts_with(&counts), "{last}");
    let now = Files::below_site(&folder);
    for (path, bytes) in there.iter() {
        assert_eq!(now.bytes(path), &**bytes, "{path}");
    }
    for (path, bytes) in new.iter().filter(|(path, _)| *path != ".gitignore") {
        assert_eq!(now.bytes(path), &**bytes, "{path}");
    }
    assert_eq!(complained(&folder.check().success()), "");

    let again = folder.run(&["init", "."]).success();
    let last = said(&again).lines().last().unwrap();
    let counts = format!("files: 0 added, {count} there already; ");
    assert!(last.starts_with(&counts), "{last}");
    assert_eq!(Files::below_site(&folder), now);
}

#[test]
fn what_is_in_the_way_is_named_and_nothing_written() {
    let there = Files::default()
        .with("templates/base.html", "<html></html>")
        .with("content/terms", "a file")
        .with("notes.txt", "");
    let folder = there.on_disk();
    fs::create_dir_all(folder.path("templates/home.html")).unwrap();
    let run = folder.run(&["init"]).code(1);
    insta::assert_snapshot!(complained(&run), @r"
    error[E500]: the site cannot be made in ., and nothing was written: 3 things are in the way
      note: `./content/terms`: it has to be a folder
      note: `./templates/base.html`: it is there, and is not that of a new site
      note: `./templates/home.html`: it has to be a file
      hint: move what is there out of the way, or make the site in a folder of its own with `warraq new DIR`

    1 error
    ");
    assert_eq!(Files::below_site(&folder), there);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_symbolic_link() {
    let elsewhere = Files::default().on_disk();
    let folder = Files::default().on_disk();
    std::os::unix::fs::symlink(elsewhere.path(""), folder.path("content")).unwrap();
    std::os::unix::fs::symlink("nowhere.toml", folder.path("site.toml")).unwrap();
    let run = folder.run(&["init"]).code(1);
    assert!(complained(&run).contains("`./content`: it is a symbolic link"));
    assert!(complained(&run).contains("`./site.toml`: it is a symbolic link"));
    assert_eq!(Files::below_site(&elsewhere), Files::default());
    assert!(!folder.path("templates").exists());
}

#[test]
fn a_site_is_left_alone_that_is_there() {
    let mine = Files::good().on_disk();
    let run = mine.run(&["init"]).code(1);
    assert!(complained(&run).starts_with("error[E500]: there is a site in . already"));
    assert_eq!(Files::below_site(&mine), Files::good());

    let zola = Files::default().with("config.toml", "base_url = \"https://a.example\"\n");
    let folder = zola.on_disk();
    let run = folder.run(&["init"]).code(1);
    assert!(complained(&run).starts_with("error[E500]: `config.toml` is a file of Zola"));
    assert_eq!(Files::below_site(&folder), zola);
}

#[test]
fn texts_that_were_in_its_folders_belong_to_the_site() {
    let folder = Files::default().with("content/terms/mine.md", "").on_disk();
    let run = folder.run(&["init"]).success();
    let line = "content/terms/mine.md was there, and belongs to the site now\n";
    assert!(said(&run).contains(line), "{}", said(&run));
}
