//! `check --fix` and what it leaves alone: citations, files that say something else by now, everything it was not asked
//! to touch.

use std::collections::BTreeMap;

use warraq::content::fix::fixed;
use warraq::pipeline::{self, Build, Options};
use warraq::source::Snapshot;

use super::planted;
use crate::site::{Files, Site, complained, said};

/// What a build says of citations: the file and the words.
fn verdicts(build: &Build) -> BTreeMap<(String, String), usize> {
    let mut verdicts = BTreeMap::new();
    for problem in build
        .diagnostics
        .iter()
        .filter(|problem| problem.code.starts_with("E30"))
    {
        let path = problem.span.as_ref().unwrap().path.to_string();
        *verdicts
            .entry((path, problem.message.to_string()))
            .or_default() += 1;
    }
    verdicts
}

/// The first build of a site, and the last, when every safe fix has been applied; and how many there were.
fn fix(site: &Files) -> (Build, Build, Snapshot, usize) {
    let run = |snapshot: &Snapshot| pipeline::run(snapshot, &Options::default());
    let mut now = site.snapshot();
    let first = run(&now);
    let (mut sources, mut all) = fixed(&now, &first.diagnostics);
    for _ in 0..8 {
        let others = now
            .iter()
            .filter(|old| sources.iter().all(|new| new.path() != old.path()));
        now = others.chain(&sources).cloned().collect();
        let last = run(&now);
        let (more, count) = fixed(&now, &last.diagnostics);
        if more.is_empty() {
            return (first, last, now, all);
        }
        (sources, all) = (more, all + count);
    }
    panic!("fixing does not come to an end");
}

/// The dossier with mistakes in every entry but the article itself: inside quotations and out of them.
fn with_mistakes(from: &str, to: &str) -> Files {
    let dossier = Files::dossier();
    let mut site = dossier.clone();
    for (path, text) in dossier
        .entries()
        .filter(|(path, _)| !path.starts_with("content/source/"))
    {
        // A choice of an enum has to stay what it is.
        let lines = text.lines().map(|line| {
            if line.starts_with("kind = ") {
                line.to_owned()
            } else {
                line.replace(from, to)
            }
        });
        site = site.with(path, lines.collect::<Vec<_>>().join("\n"));
    }
    site
}

#[test]
fn no_fix_changes_a_citation_s_verdict() {
    for (from, to) in [("ك", "ک"), (" وا", " و ا"), ("، ", " ,"), ("ين", "يـن")] {
        let (first, last, _, count) = fix(&with_mistakes(from, to));
        let before = verdicts(&first);
        assert!(before.len() > 10, "{to} breaks {} quotations", before.len());
        assert!(count > 100, "{to}: {count}");
        assert_eq!(verdicts(&last), before, "{to}");
    }
}

#[test]
fn the_words_of_the_article_are_not_fixed() {
    let dossier = Files::dossier();
    let article = dossier
        .paths()
        .find(|path| path.starts_with("content/source/"))
        .unwrap()
        .to_owned();
    let planted = dossier.replace(&article, "المغربية", "المغربیـة");
    let (_, _, now, _) = fix(&planted);
    assert!(planted.snapshot().differences(&now).is_empty());
}

#[test]
fn fixing_twice_changes_nothing_more() {
    let site = planted::site().on_disk();
    let first = site.run(&["check", "--fix"]).code(1);
    assert!(
        complained(&first).contains(" fixed\n"),
        "{}",
        complained(&first)
    );
    let before = Files::below_site(&site);
    let second = site.run(&["check", "--fix"]).code(1);
    assert!(complained(&second).starts_with("0 mistakes in 0 files fixed\n"));
    assert_eq!(Files::below_site(&site), before);
    // What is left are the rules whose fixes need a reader.
    let left = complained(&second)
        .lines()
        .filter_map(|line| line.split_once('[')?.1.split_once("]: "));
    let mut left: Vec<_> = left
        .map(|(code, _)| code)
        .filter(|code| code.len() == 4)
        .collect();
    left.sort_unstable();
    left.dedup();
    assert_eq!(
        left,
        ["E702", "E703", "E704", "W705", "W712", "W713", "W719"]
    );
}

fn note(body: &str) -> String {
    format!("+++\ntitle = \"ورقة\"\n+++\n\n{body}\n")
}

fn with_note(body: &str) -> Site {
    Files::good()
        .with("content/pages/note.md", note(body))
        .on_disk()
}

#[test]
fn a_dry_run_shows_the_lines_and_writes_nothing() {
    let site = with_note("حبر,ورق\n\nحبر و قلم");
    let before = Files::below_site(&site);
    let run = site.run(&["check", "--fix", "--dry-run"]).success();
    let shown = said(&run).replace(['\u{2068}', '\u{2069}'], "");
    insta::assert_snapshot!(shown, @r"
    content/pages/note.md:5
      - حبر,ورق
      + حبر، ورق
    content/pages/note.md:7
      - حبر و قلم
      + حبر وقلم
    11 pages, no errors
    ");
    assert_eq!(
        complained(&run),
        "3 mistakes in 1 file would be fixed; nothing was written\n"
    );
    assert_eq!(Files::below_site(&site), before);
    site.run(&["check", "--dry-run"]).code(2);
}

#[test]
fn escapes_in_fields_are_left_alone_and_the_rest_is_fixed() {
    let page = "+++\ntitle = \"حبر و قلم\"\n+++\n";
    let escaped = "+++\ntitle = \"\\u062D\u{628}\u{631} و قلم\"\n+++\n";
    let site = Files::good()
        .with("content/pages/a.md", page)
        .with("content/pages/b.md", escaped)
        .on_disk();
    let run = site.run(&["check", "--fix"]).success();
    assert!(complained(&run).contains("2 mistakes in 2 files fixed"));
    let now = Files::below_site(&site);
    assert_eq!(
        now.text("content/pages/a.md"),
        page.replace("و قلم", "وقلم")
    );
    assert_eq!(
        now.text("content/pages/b.md"),
        escaped.replace("و قلم", "وقلم")
    );
}

#[test]
fn a_byte_order_mark_stays_and_so_do_lines_of_another_form_without_a_mistake() {
    let marked = format!("\u{FEFF}{}", note("حبر و قلم\r"));
    let decomposed = note("حبر و قلم, \u{627}\u{653}سيا\n\n\u{627}\u{653}سيا");
    let site = Files::good()
        .with("content/pages/a.md", marked.clone())
        .with("content/pages/b.md", decomposed.clone())
        .on_disk();
    let run = site.run(&["check", "--fix"]).success();
    assert!(!complained(&run).contains("W718"), "{}", complained(&run));
    let now = Files::below_site(&site);
    assert_eq!(
        now.text("content/pages/a.md"),
        marked.replace("و قلم", "وقلم")
    );
    let fixed = std::fs::read_to_string(site.path("content/pages/b.md")).unwrap();
    assert_eq!(fixed, note("حبر وقلم، آسيا\n\n\u{627}\u{653}سيا"));
}

#[cfg(unix)]
#[test]
fn a_file_keeps_its_permissions_and_a_link_stays_one() {
    use std::os::unix::fs::PermissionsExt;

    let site = with_note("حبر و قلم");
    let file = site.path("content/pages/note.md");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    site.write("elsewhere.md", note("ورق و حبر"));
    let link = site.path("content/pages/link.md");
    std::os::unix::fs::symlink("../../elsewhere.md", &link).unwrap();
    site.run(&["check", "--fix"]).success();
    assert_eq!(
        std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
        0o640
    );
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(std::fs::read_to_string(&link).unwrap().contains("ورق وحبر"));
    let beside = std::fs::read_dir(site.path("content/pages")).unwrap();
    let hidden = beside.filter(|entry| {
        entry
            .as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with('.')
    });
    assert_eq!(hidden.count(), 0);
}
