//! The language in which the preview speaks to a browser: the one asked for, else that of the site.

use super::preview::Preview;
use super::tab::Tab;
use super::{BOOK, BROKEN};
use crate::site::Files;

/// The preview of a site with one error, in a language that the site, the environment or the command line names.
fn speaking(tag: &str, arguments: &[&str], environment: &[(&str, &str)]) -> Preview {
    let language = format!("language = \"{tag}\"");
    let files = Files::good().replace("site.toml", "language = \"ar-MA\"", &language);
    let arguments = [&["-p", "0"], arguments].concat();
    Preview::start_with(files.with(BOOK, BROKEN).on_disk(), &arguments, environment)
}

#[test]
fn the_panel_and_every_answer_are_in_the_language_asked_for_or_that_of_the_site() {
    let arabic = ("ar", "rtl", "خطأ", "لم يُبنَ الموقع", "المعاينة للقراءة فقط");
    let english = (
        "en",
        "ltr",
        "error",
        "The site was not built",
        "a preview is only read",
    );
    let english_asked = [("WARRAQ_LANG", "en")];
    for (preview, expected) in [
        (speaking("ar-MA", &[], &[]), arabic),
        (speaking("en", &[], &[]), english),
        (speaking("ar-MA", &["--lang", "en"], &[]), english),
        (speaking("ar-MA", &[], &english_asked), english),
        (speaking("en", &["--lang", "ar"], &english_asked), arabic),
    ] {
        let (lang, dir, error, title, refusal) = expected;
        let (event, _) = Tab::open(&preview, "/").problems();
        let words = &event["words"];
        assert_eq!((&words["lang"], &words["dir"]), (&lang.into(), &dir.into()));
        assert_eq!(words["notBuilt"], title);
        assert_eq!(event["problems"]["items"][0]["label"], error);
        let page = preview.get("/").text().to_owned();
        let beginning = format!("<html lang=\"{lang}\" dir=\"{dir}\">");
        assert!(page.contains(&beginning) && page.contains(title), "{page}");
        let head = format!("{error}[<a dir=\"ltr\" href=\"/.warraq/explain/E101\">E101</a>]: ");
        assert!(page.contains(&head), "{page}");
        let explained = preview.get("/.warraq/explain/E101").text().to_owned();
        assert!(explained.contains(&beginning), "{explained}");
        let host = format!("Host: {}\r\n", preview.host);
        let reply = preview.request("DELETE", "/", &host);
        assert_eq!((reply.status, reply.text().trim_end()), (405, refusal));
    }
}

#[test]
fn an_open_tab_follows_when_the_site_takes_another_language() {
    let preview = speaking("ar-MA", &[], &[]);
    let mut tab = Tab::open(&preview, "/");
    assert_eq!(tab.problems().0["words"]["lang"], "ar");
    let english = Files::good().replace("site.toml", "\"ar-MA\"", "\"en\"");
    preview.site.write("site.toml", english.bytes("site.toml"));
    let (event, _) = tab.problems();
    assert_eq!(event["words"]["lang"], "en");
    assert_eq!(event["problems"]["items"][0]["label"], "error");
}

#[test]
fn codes_are_explained_in_the_language_of_the_panel() {
    for (tag, mark) in [
        ("ar-MA", "<html lang=\"ar\" dir=\"rtl\">"),
        ("en", "<html lang=\"en\" dir=\"ltr\">"),
    ] {
        let preview = speaking(tag, &[], &[]);
        let reply = preview.get("/.warraq/explain/E301");
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (200, "text/html; charset=utf-8")
        );
        assert!(
            reply.text().contains(mark) && reply.text().contains("<h1>E301: "),
            "{}",
            reply.text()
        );
        for none in ["E999", "", "e301/..", "%45301"] {
            assert_eq!(
                preview.get(&format!("/.warraq/explain/{none}")).status,
                404,
                "{none}"
            );
        }
    }
}

#[test]
fn thousands_of_problems_never_reach_a_tab() {
    let files = (0..2549).fold(Files::good(), |files, n| {
        let entry = format!(
            "+++\ntitle = \"{}\"\nunknown = 1\n+++\n",
            "كتاب ".repeat(40)
        );
        files.with(&format!("content/books/b{n}.md"), entry)
    });
    let preview = Preview::of(&files);
    let (event, size) = Tab::open(&preview, "/").problems();
    let problems = &event["problems"];
    let items = problems["items"].as_array().unwrap();
    assert_eq!(items.len(), 100);
    assert!(size < 1 << 18, "{size} bytes");
    assert!(
        problems["more"].as_str().unwrap().contains("مشكلة أخرى"),
        "{problems}"
    );
    let page = preview.get("/");
    assert!(page.body.len() < 1 << 18);
    assert!(page.text().contains("مشكلة أخرى"));
}
