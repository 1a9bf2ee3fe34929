//! What somebody wrote into site.toml by mistake is in no problem that is told of it: neither in its sentences nor in the line
//! that is shown, for people or programs, in any language.

use warraq::locale::Language;
use warraq::pipeline::Build;
use warraq::source::excerpt;

use crate::site::{Files, complained};

/// What nobody may read.
const SECRET: &str = "hunter2Zx9";

/// What is wrong below `[site]` and the other tables of the good site, each with a secret in it.
const MISTAKES: [&str; 37] = [
    "[deploy.x]\nto = \"s3\"\nbucket = \"b\"\nendpoint = \"user:SECRET@host\"",
    "[deploy.x]\nto = \"s3\"\nbucket = 1\nendpoint = \"https://h\"\nurl = \"SECRET\"",
    "[deploy]\nurl = \"https://user:SECRET@h/\"",
    "[deploy]\nurl = \"user:SECRET@h/\"",
    "[deploy.x]\nto = \"SECRET\"",
    "[deploy.x]\nto = [\"SECRET\"]",
    "[deploy.x]\nto = \"fs\"\npath = \"/p\"\nhost = \"SECRET\"\nprecompressed = [\"SECRET\"]",
    "[deploy.x]\nto = \"fs\"\npath = \"/p\"\nbase_url = \"SECRET@host\"",
    "[deploy.x]\nto = \"fs\"\npath = \"/p\"\nbase_url = \"https://host/?key=SECRET\"",
    "[deploy]\nx = { to = \"fs\", pathh = \"SECRET\" }",
    "[deploy]\nx = \"SECRET\"",
    "[deploy]\nx = [\"SECRET\"]",
    "[deploy.x]\nto = \"rsync\"\nmachine = \"m\"\nfolder = \"f\"\nssh = [\n \"-i\",\n { a = \"SECRET\" },\n]",
    "[deploy.x]\nto = \"fs\"\npath = \"/p\"\nnote = \"\"\"\nSECRET\n\"\"\"",
    "[deploy.x]\nto = \"fs\"\npath = \"SECRET",
    "[deploy.x]\nto = \"fs\"\npath = SECRET",
    "[deploy.x]\nto: SECRET",
    "[deploy.x]\nurl \"SECRET\"",
    "[deploy.x]\nurl SECRET",
    "[deploy.x]\nurl = “SECRET”",
    "[deploy.x]\nto = \"fs\" \"SECRET\"",
    "[deploy.x]\nto = \"fs\"\npath = \"SECRET\"\npath = \"SECRET\"",
    "[\"deploy\" . x]\nto = \"fs\"\npth = \"SECRET\"",
    "[deploy.x.login]\nuser = \"SECRET\"",
    "[[deploy.x]]\nto = \"fs\"\npath = \"SECRET\"",
    "[env]\nANYTHING = SECRET",
    "[deply.x]\nto = \"fs\"\npath = \"SECRET\" \"SECRET\"",
    "[dpeloy]\nx = \"SECRET\"",
    "[secret]\nx = «SECRET»",
    "[Credential]\nx = SECRET",
    "[[menus.main]]\nlabel = \"x\"\nurl = \"https://u:SECRET@h/\"\nurll = 1",
    "[[headers]]\nfor = \"/*\"\nset = { Authorization = \"Bearer SECRET\" }",
    "[extra]\nDEPLOY_KEY = \"SECRET",
    "[extra]\nsession_cookie = SECRET",
    "[extra]\nx = \"https://h/?sig=SECRET",
    "[extra]\nx = \"ghp_0123456789SECRET",
    "[extra]\npassword = \"\"\"\nSECRET",
];

/// Everything that the problems of a build say, to programs and in each language.
fn told(build: &Build, files: &Files) -> String {
    assert!(!build.diagnostics.is_empty());
    let snapshot = files.snapshot();
    let all = build.diagnostics.iter().flat_map(|problem| {
        [Language::English, Language::Arabic]
            .map(|language| excerpt::json(problem, &snapshot, language).to_string())
    });
    all.collect::<Vec<_>>().join("\n")
}

#[test]
fn no_problem_repeats_a_secret_of_site_toml() {
    for mistake in MISTAKES {
        let mistake = mistake.replace("SECRET", SECRET);
        let files = Files::good().and("site.toml", &format!("\n{mistake}\n"));
        let told = told(&files.run(), &files);
        assert!(!told.contains(SECRET), "{mistake}\n{told}");
        let run = files.on_disk().check().code(1);
        let said = complained(&run);
        assert!(!said.contains(SECRET), "{mistake}\n{said}");
    }
}

#[test]
fn a_base_url_is_told_without_what_may_be_secret() {
    for url in [
        "https://h.example/?token=SECRET",
        "https://h.example/?any=SECRET",
        "https://h.example/#SECRET",
        "https://SECRET@h.example/",
        "ftp://me:SECRET@h.example/",
        "me:SECRET@h.example/",
    ] {
        let url = url.replace("SECRET", SECRET);
        let files = Files::good().replace("site.toml", "https://shelf.example/", &url);
        let build = files.run();
        let told: Vec<_> = build
            .diagnostics
            .iter()
            .map(|problem| format!("{} {:?}", problem.message, problem.hint))
            .collect();
        let told = told.join("\n");
        assert!(!told.contains(SECRET), "{url}: {told}");
        assert!(told.contains("h.example"), "{url}: {told}");
    }
}

#[test]
fn what_is_wrong_with_a_target_is_told_all_the_same() {
    let config = "\n[deploy.x]\nto = \"sftp\"\npath = 7\n[deploy.y]\nto = \"fs\"\npth = \"/srv\"\n";
    let files = Files::good().and("site.toml", config);
    let told = told(&files.run(), &files);
    for words in [
        "`…` is not known here",
        "to = \\\"****\\\"",
        "`pth`",
        "pth = \\\"****\\\"",
        "path",
        "rsync",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}
