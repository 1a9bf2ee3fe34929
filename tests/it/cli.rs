//! The program as it is run: what it says, where it says it, what it leaves on the disk, and with which code it ends.

use serde_json::Value as Json;

use crate::site::{Files, complained, said, warraq};

const ESCAPE: char = '\u{1B}';

// ------------------------------------------------------------- no site

#[test]
fn a_folder_without_a_site_is_said_to_be_one() {
    let site = Files::default().with("notes.txt", "").on_disk();
    let run = site.build().code(1);
    insta::assert_snapshot!(complained(&run), @r"
    error[E100]: there is no site.toml in .
      hint: run warraq in the folder of a site, name it with --root, or make one with `warraq new DIR`

    1 error
    ");
}

#[test]
fn a_site_of_another_generator_is_said_to_be_one() {
    let site = Files::default()
        .with("config.toml", "base_url = \"https://a.example\"\n")
        .on_disk();
    let run = site.build().code(1);
    insta::assert_snapshot!(complained(&run), @r"
    error[E100]: there is no site.toml in .
      note: `config.toml` is a file of Zola: this is a site of another generator
      hint: make a new site of it with `warraq import hugo . ../new`, or `zola`, or `markdown` for any folder of texts: docs/coming-from.md says how

    1 error
    ");
}

#[test]
fn words_of_other_generators_on_the_command_line_are_told_as_ours() {
    let site = Files::good().on_disk();
    for (words, ours) in [
        (&["dev"][..], "serve"),
        (&["publish"], "deploy"),
        (&["lint"], "check"),
        (&["build", "--destination", "out"], "--output-dir"),
        (&["build", "-D"], "--drafts"),
        (&["build", "--baseURL", "https://a.example/"], "--base-url"),
    ] {
        let english = site.run(words).code(2);
        let said = complained(&english);
        assert!(said.contains(&format!("exists: '{ours}'")), "{said}");
        let arabic = site.run(&[&["--lang", "ar"], words].concat()).code(2);
        let said = complained(&arabic);
        assert!(
            said.contains(&format!("\u{2068}{ours}\u{2069}`؟")),
            "{said}"
        );
    }
    let run = site.run(&["new", "content/books/a.md"]).code(1);
    let said = complained(&run);
    assert!(said.contains("write `warraq add books/a`"), "{said}");
    assert!(!site.path("content/books/a.md").exists());
}

#[cfg(unix)]
#[test]
fn files_that_cannot_be_read_are_named() {
    use std::os::unix::ffi::OsStrExt;

    let site = Files::good().on_disk();
    std::os::unix::fs::symlink("nowhere.md", site.path("content/pages/lost.md")).unwrap();
    let run = site.check().code(1);
    assert!(complained(&run).starts_with("error[E100]: "));
    assert!(complained(&run).contains("content/pages/lost.md"));

    let site = Files::good().on_disk();
    let name = std::ffi::OsStr::from_bytes(b"\xDF\xCA\xC8.md");
    std::fs::write(site.path("content/pages").join(name), "").unwrap();
    let run = site.check().code(1);
    assert!(
        complained(&run).starts_with("error[E100]: "),
        "{}",
        complained(&run)
    );
}

// ------------------------------------------------------------------ words

#[test]
fn colours_are_for_terminals_only() {
    let site = Files::case("duplicate-slug").on_disk();
    let plain = site.check();
    assert!(!complained(&plain).contains(ESCAPE));
    assert!(
        complained(&plain).contains("⟦"),
        "the place is marked all the same"
    );

    let colourful = |variables: &[(&str, &str)]| {
        let mut command = warraq();
        command.current_dir(site.path("")).arg("check");
        let run = command.envs(variables.iter().copied()).assert().code(1);
        complained(&run).contains(ESCAPE)
    };
    assert!(colourful(&[("CLICOLOR_FORCE", "1")]));
    assert!(!colourful(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn one_line_says_what_has_been_built() {
    let site = Files::good().on_disk();
    let run = site.build().success();
    let line = said(&run).trim_end();
    let (counts, time) = line.rsplit_once("; ").unwrap();
    assert_eq!(
        counts,
        "10 pages; files: 14 written, 0 unchanged, 0 removed"
    );
    let milliseconds = time.strip_suffix(" ms").unwrap();
    assert!(milliseconds.parse::<u32>().is_ok(), "{line}");

    let run = site.run(&["build", "--message-format", "json"]).success();
    let line: Json = serde_json::from_str(said(&run)).unwrap();
    assert!(line["summary"].as_str().unwrap().starts_with("10 pages; "));
}

#[test]
fn the_readme_shows_what_is_said_of_an_altered_quotation() {
    let readme = include_str!("../../README.md");
    let mut blocks = readme.split("```\n");
    let shown = blocks.find(|block| block.starts_with("error[")).unwrap();
    let site =
        Files::starter("dossier").replace("content/terms/binding.md", "«آخر العمل»", "«أخر العمل»");
    let site = site.on_disk();
    let run = site.run(&["--lang", "en", "build"]).code(1);
    let run = complained(&run).replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(run.replace("./public", "dossier/public"), shown);
}

#[test]
fn a_warning_is_said_and_the_site_published() {
    let site = Files::case("stray-file").on_disk();
    let run = site.build().success();
    assert!(complained(&run).ends_with("\n1 warning\n"));
    assert!(said(&run).starts_with("10 pages; "));
}

// ---------------------------------------------------------------- options

#[test]
fn check_publishes_nothing() {
    let site = Files::good().on_disk();
    let run = site.check().success();
    assert_eq!(said(&run), "10 pages, no errors\n");
    assert_eq!(site.published(), Files::default());
}

#[test]
fn the_site_may_lie_elsewhere_and_be_published_elsewhere() {
    let site = Files::good().on_disk();
    let elsewhere = tempfile::tempdir().unwrap();
    let output = elsewhere.path().join("deep/site");
    let run = |arguments: &[&str]| {
        let mut command = warraq();
        command
            .current_dir(&elsewhere)
            .args(["--root", site.path("").to_str().unwrap()]);
        command.args(arguments).assert().success();
    };
    run(&["build", "-o", output.to_str().unwrap()]);
    assert_eq!(site.published(), Files::default());
    run(&["build"]);
    assert_eq!(Files::below(&output), site.published());
}

#[test]
fn another_base_url_changes_every_absolute_address_and_no_other() {
    let site = Files::good().on_disk();
    site.build().success();
    let before = site.published();
    site.run(&["build", "-u", "https://example.org/shelf"])
        .success();
    let after = site.published();
    let home = after.text("index.html");
    assert!(home.contains(r#"<link rel="canonical" href="https://example.org/shelf/">"#));
    let sitemap = after.text("sitemap.xml");
    assert!(sitemap.contains("<loc>https://example.org/shelf/books/kalila/</loc>"));
    assert!(
        after
            .text("robots.txt")
            .contains("Sitemap: https://example.org/shelf/sitemap.xml")
    );
    for (path, bytes) in after.iter().filter(|(path, _)| *path != "404.html") {
        let Ok(text) = std::str::from_utf8(bytes) else {
            continue;
        };
        let back = text.replace("https://example.org/shelf/", "https://shelf.example/");
        assert_eq!(back, before.text(path), "{path}");
    }
}

#[test]
fn drafts_are_built_when_asked_for() {
    let draft = "+++\ntitle = \"مسودة\"\ndraft = true\n+++\n\nلم تكتمل.\n";
    let site = Files::good()
        .with("content/pages/draft.md", draft)
        .on_disk();
    let is_published = || {
        site.published()
            .paths()
            .any(|path| path == "draft/index.html")
    };
    site.build().success();
    assert!(!is_published());
    site.run(&["build", "--drafts"]).success();
    assert!(is_published());
    assert!(site.published().text("sitemap.xml").contains("/draft/"));
    site.build().success();
    assert!(!is_published(), "a draft went out with the next build");
}

// ---------------------------------------------------- the published folder

#[test]
fn a_second_build_writes_nothing() {
    let site = Files::good().on_disk();
    site.build().success();
    let before = site.published();
    let run = site.build().success();
    assert!(
        said(&run).contains("files: 0 written, 14 unchanged, 0 removed"),
        "{}",
        said(&run)
    );
    assert_eq!(site.published(), before);
}

#[test]
fn a_failed_build_leaves_the_last_good_site() {
    let site = Files::good().on_disk();
    site.build().success();
    let before = site.published();
    for case in [
        "broken-toml",
        "altered-quotation",
        "unknown-variable",
        "forbidden-string",
    ] {
        let broken = Files::case(case);
        let bad = broken
            .iter()
            .filter(|(path, bytes)| !Files::good().iter().any(|good| good == (*path, *bytes)));
        bad.for_each(|(path, bytes)| site.write(path, bytes));
        let run = site.build().code(1);
        assert!(complained(&run).ends_with("nothing was published; ./public is as it was\n"));
        assert_eq!(site.published(), before, "{case}");
    }
}

#[test]
fn a_page_that_is_gone_is_removed_and_a_stranger_stays() {
    let files = Files::good().with("content/pages/note.md", "+++\ntitle = \"ورقة\"\n+++\n");
    let site = files.on_disk();
    site.build().success();
    site.write("public/note/stranger.txt", "لا صلة له بالموقع");
    site.write("public/CNAME", "shelf.example");
    site.remove("content/pages/note.md");
    let run = site.build().success();
    assert!(said(&run).contains("1 removed"), "{}", said(&run));
    let published = site.published();
    assert!(published.paths().all(|path| path != "note/index.html"));
    assert_eq!(published.text("note/stranger.txt"), "لا صلة له بالموقع");
    assert_eq!(published.text("CNAME"), "shelf.example");
}

#[test]
fn a_stranger_in_the_way_is_not_overwritten() {
    let site = Files::good().on_disk();
    site.write("public/index.html", "كتبه غيره");
    let run = site.build().code(1);
    assert!(
        complained(&run).starts_with("error[E501]: "),
        "{}",
        complained(&run)
    );
    assert_eq!(
        site.published(),
        Files::default().with("index.html", "كتبه غيره")
    );
}

#[test]
fn a_folder_that_holds_the_site_is_not_published_into() {
    let site = Files::good().on_disk();
    let before = Files::below(&site.path(""));
    let run = site.run(&["build", "-o", "."]).code(1);
    assert!(
        complained(&run).starts_with("error[E503]: "),
        "{}",
        complained(&run)
    );
    assert_eq!(Files::below(&site.path("")), before);
}

#[test]
fn two_builds_do_not_publish_into_one_folder_at_once() {
    let site = Files::good().on_disk();
    site.build().success();
    let lock = std::fs::File::open(site.path(".public.warraq/lock")).unwrap();
    lock.lock().unwrap();
    let run = site.build().code(1);
    assert!(
        complained(&run).starts_with("error[E502]: "),
        "{}",
        complained(&run)
    );
    lock.unlock().unwrap();
    site.build().success();
}

// ---------------------------------------------------------- new and schema

#[test]
fn a_new_site_of_every_kind_builds_and_has_nothing_to_report() {
    let site = Files::default().with("keep.txt", "").on_disk();
    for kind in Files::kinds() {
        let kind = kind.as_str();
        let run = site.run(&["new", kind, "--kind", kind]).success();
        let build = format!("warraq --root \"{kind}\" build");
        assert!(said(&run).contains(&build));
        assert_eq!(Files::below(&site.path(kind)), Files::starter(kind));
        for command in ["check", "build"] {
            let run = site.run(&["--root", kind, command]).success();
            assert_eq!(complained(&run), "", "{kind}");
        }
        assert!(site.path(kind).join("public/index.html").exists());
    }
    site.run(&["new", "default"]).success();
    let default = Files::below(&site.path("default"));
    assert_eq!(default, Files::starter("dossier"));

    let refused = site.run(&["new", "dossier"]).code(1);
    assert!(complained(&refused).starts_with("error[E500]: dossier is not empty"));
}

#[test]
fn the_schema_is_json_and_names_every_field() {
    let site = Files::good().on_disk();
    let schema = |arguments: &[&str]| -> Json {
        let run = site.run(arguments).success();
        serde_json::from_str(said(&run)).unwrap()
    };
    let all = schema(&["schema"]);
    let books = schema(&["schema", "books"]);
    assert_eq!(all["books"], books);
    assert_eq!(
        books["$schema"],
        "https://json-schema.org/draft/2020-12/schema"
    );
    let names: Vec<_> = books["properties"].as_object().unwrap().keys().collect();
    let declared = ["title", "author", "pages", "printed", "said", "note"];
    let standard = ["slug", "url", "template", "draft", "sitemap"];
    for name in declared.iter().chain(&standard) {
        assert!(
            names.iter().any(|found| found == name),
            "{name} is not in {names:?}"
        );
    }
    assert_eq!(books["required"], serde_json::json!(["title", "author"]));
    assert_eq!(
        books["properties"]["author"]["pattern"],
        "^(authors/)?[^/]+$"
    );

    let refused = site.run(&["schema", "bokos"]).code(1);
    assert!(complained(&refused).starts_with("error[E102]: there is no collection `bokos`"));
}
