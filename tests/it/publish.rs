//! `warraq build` and what is in its output folder already.

use std::fs;

use crate::site::{Files, Site, complained};

const VISIT: &str = "content/pages/visit.md";

fn with_visit() -> Site {
    let visit = "+++\ntitle = \"زيارة\"\n+++\n\nمن التاسعة.\n";
    Files::good().with(VISIT, visit).on_disk()
}

#[test]
fn pages_that_were_put_there_by_hand_are_neither_overwritten_nor_deleted() {
    let site = Files::good().on_disk();
    site.build().success();
    fs::remove_dir_all(site.path("public")).unwrap();
    for path in ["public/index.html", "public/about/index.html"] {
        site.write(path, "MINE");
    }
    let run = site.build().code(1);
    assert!(complained(&run).contains("E501"), "{}", complained(&run));
    for path in ["public/index.html", "public/about/index.html"] {
        assert_eq!(fs::read(site.path(path)).unwrap(), b"MINE", "{path}");
    }
}

#[test]
fn nothing_that_the_site_is_made_of_can_be_its_output() {
    let site = Files::good().on_disk();
    fs::create_dir(site.path(".git")).unwrap();
    let before = Files::below(&site.path("content"));
    for folder in [
        "content",
        "content/pub",
        "templates/assets/out",
        ".git",
        ".git/pub",
        ".",
        "..",
    ] {
        let run = site.run(&["build", "-o", folder]).code(1);
        assert!(complained(&run).contains("E503"), "{folder}");
        let target = format!("\n[deploy.live]\nto = \"fs\"\npath = \"{folder}\"\n");
        let deployed = Files::good().and("site.toml", &target).on_disk();
        let run = deployed.run(&["deploy"]).code(1);
        assert!(complained(&run).contains("E503"), "{folder}");
    }
    assert_eq!(Files::below(&site.path("content")), before);
}

#[test]
fn a_folder_that_was_deployed_to_can_be_built_into() {
    let target = "\n[deploy.live]\nto = \"fs\"\npath = \"public\"\n";
    let site = Files::good().and("site.toml", target).on_disk();
    for _ in 0..2 {
        site.run(&["deploy"]).success();
        site.run(&["build", "-o", "public"]).success();
    }
}

#[test]
fn a_page_that_vanishes_is_named_once_and_strictly_refused() {
    let site = with_visit();
    site.build().success();
    site.remove(VISIT);
    let run = site.run(&["build", "--strict"]).code(1);
    assert!(complained(&run).contains("W507"), "{}", complained(&run));
    assert!(site.path("public/visit/index.html").exists());
    let run = site.build().success();
    let told = complained(&run);
    assert!(told.contains("`/visit/` was published last time"), "{told}");
    assert!(told.contains("redirect_from = [\"/visit/\"]"), "{told}");
    let run = site.run(&["build", "--strict"]).success();
    assert_eq!(complained(&run), "");
}

#[test]
fn a_page_that_is_redirected_has_not_vanished() {
    let site = with_visit();
    site.build().success();
    let visit = fs::read_to_string(site.path(VISIT)).unwrap();
    site.remove(VISIT);
    let moved = visit.replacen("+++\n", "+++\nredirect_from = [\"/visit/\"]\n", 1);
    site.write("content/pages/hours.md", moved);
    let run = site.run(&["build", "--strict"]).success();
    assert_eq!(complained(&run), "");
}

#[test]
fn the_folder_stays_the_same_one_when_published_to_in_place() {
    let site = with_visit();
    site.build().success();
    let folder = fs::File::open(site.path("public")).unwrap();
    site.remove(VISIT);
    site.run(&["build", "--in-place"]).success();
    // On Linux, an open folder that was moved away is called otherwise.
    #[cfg(target_os = "linux")]
    {
        use std::os::fd::AsRawFd;
        let named = fs::read_link(format!("/proc/self/fd/{}", folder.as_raw_fd())).unwrap();
        assert_eq!(named, site.path("public").canonicalize().unwrap());
    }
    drop(folder);
    assert!(!site.path("public/visit").exists());
}

#[test]
fn secrets_in_site_toml_are_not_shown() {
    let target = "\n[deploy.live]\nto = \"s3\"\nendpoint = \"https://me:hunter2@s3.example\"\nbucket = \"b\"\nsecret_access_key = \"hunter2\"\nendpoints = \"https://me:hunter2@s3.example\"\n";
    let site = Files::good().and("site.toml", target).on_disk();
    for format in ["human", "json"] {
        let run = site.run(&["check", "--message-format", format]).code(1);
        let output = run.get_output();
        for stream in [&output.stdout, &output.stderr] {
            let text = String::from_utf8_lossy(stream);
            assert!(!text.contains("hunter2"), "{text}");
        }
    }
}
