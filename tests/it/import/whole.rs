//! Nothing of a text is lost on the way: it is in the new text, or the report names it.

use warraq::import::{Files as Old, Generator, Imported};
use warraq::locale::Language;

use super::imported;
use crate::site::Files;

/// A site with one text.
pub(super) fn with_text(generator: Generator, text: &str) -> (Files, Imported) {
    let settings = "title = \"موقع\"\ntaxonomies = [{ name = \"tags\" }]\n";
    let mut old = Old::new();
    if generator == Generator::Zola {
        old.insert("config.toml".to_owned(), settings.as_bytes().to_vec());
    }
    old.insert("content/a/b.md".to_owned(), text.as_bytes().to_vec());
    old.insert(
        "static/pic.svg".to_owned(),
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>".to_vec(),
    );
    imported(generator, &old)
}

pub(super) fn entry(imported: &Imported) -> &str {
    std::str::from_utf8(&imported.files["content/a/b.md"]).unwrap()
}

#[test]
fn what_looks_like_front_matter_and_is_none_is_text() {
    for (text, words) in [
        ("---\n\nفقرة أولى\n\n---\n\nثانية\n", ["فقرة أولى", "ثانية"]),
        (
            "{{< box >}}\nداخل\n{{< /box >}}\nبعد\n",
            ["{{&lt; box", "بعد"],
        ),
        ("{ليس جدولا}\n\nبعد\n", ["{ليس جدولا}", "بعد"]),
    ] {
        let (built, imported) = with_text(Generator::Hugo, text);
        let page = built.text("a/b/index.html");
        for words in words {
            assert!(page.contains(words), "{words}\n{page}");
        }
        let report = imported.report.written(Language::English);
        assert!(!report.contains("front matter"), "{report}");
    }
}

/// Front matter in which every value is a word of its own, and its names are hostile.
const HUGO: &str = "---
title: w01
params:
  title: w02
  description: w03
  my-key: w04
  Toc: w05
extra: w06
description: w07
my-key: w08
my_key: w09
my.key: w10
toc: w11
toc_: w12
page: w13
12: w14
layout: w15
type: w16
date: w17
lastmod: 2024-01-02T18:18:18Z
expiryDate: 2034-01-02T19:19:19Z
publishDate: 2024-01-02T20:20:20Z
pubdate: 2024-01-03
moments: [2024-01-02, 2024-01-02T21:21:21Z]
record:
  my-key: w22
  my_key: w23
  at: 2024-01-02T22:22:22Z
  deep: [{a-b: w24, a_b: w25}]
aliases: [/w26/, \"w27 ?\"]
url: https://w28.example/
slug: w29
draft: w30
menu:
  main: {identifier: w31, parent: w32, weight: 33}
menus: {w34: {pre: w35}}
cascade: {a: w36}
categories: w37
tags: [w38, w39]
العنوان: w40
---
نص
";

const ZOLA: &str = "+++
title = 'w01'
path = 'w02/w02'
slug = 'w03'
template = 'w04'
updated = 2024-01-02T05:05:05Z
[taxonomies]
tags = ['w06']
[extra]
title = 'w07'
date = 'w08'
description = 'w09'
extra = 'w10'
a.b = 'w11'
a.c = 2024-01-02T12:12:12Z
+++
نص
";

#[test]
fn every_value_of_front_matter_is_in_the_new_text_or_in_the_report() {
    for (generator, text) in [(Generator::Hugo, HUGO), (Generator::Zola, ZOLA)] {
        let (_, imported) = with_text(generator, text);
        let entry = entry(&imported);
        let report = imported.report.written(Language::English);
        let is_word = |word: &&str| word.len() == 3 && word.starts_with('w');
        let words: Vec<&str> = text
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(is_word)
            .collect();
        assert!(words.len() > 8);
        let times = (1..60).map(|n| format!("{n:02}:{n:02}:{n:02}"));
        let times: Vec<String> = times.filter(|time| text.contains(time)).collect();
        for value in words.into_iter().chain(times.iter().map(String::as_str)) {
            let is_there = entry.contains(value) || report.contains(value);
            assert!(is_there, "{value} is lost\n{entry}\n{report}");
        }
    }
}

#[test]
fn a_key_has_one_name_in_all_texts() {
    let mut old = Old::new();
    for (name, text) in [
        ("a", "---\nmy-key: 1\n---\n"),
        ("b", "---\nmy-key: 1\nmy_key: 2\n---\n"),
    ] {
        old.insert(format!("content/a/{name}.md"), text.as_bytes().to_vec());
    }
    let (_, imported) = imported(Generator::Hugo, &old);
    for name in ["a", "b"] {
        let entry = &imported.files[&format!("content/a/{name}.md")];
        let entry = String::from_utf8_lossy(entry);
        assert!(entry.contains("my_key_2 = 1\n"), "{entry}");
    }
}

#[test]
fn shortcodes_become_markdown_whole_or_stay_to_be_seen() {
    for (body, expected) in [
        (
            "{{< figure src=\"/pic.svg\" alt=\"رسم [1]\" caption=\"قال \\\"نعم\\\"\" >}}",
            "![رسم \\[1\\]](/pic.svg \"قال \\\"نعم\\\"\")",
        ),
        (
            "{{< figure src=\"/pic.svg\" alt=\"رسم\" link=\"https://example.com/\" width=\"9\" >}}",
            "[![رسم](/pic.svg)](https://example.com/)",
        ),
        (
            "{{< figure src=\"/pic.svg\" attr=\"المصور\" >}}",
            "`{{< figure src=\"/pic.svg\" attr=\"المصور\" >}}`",
        ),
        (
            "{{< figure src=\"/pic.svg\" caption=\"من [هنا](../c/) وهناك\" >}}",
            "`{{< figure src=\"/pic.svg\" caption=\"من [هنا](../c/) وهناك\" >}}`",
        ),
        (
            "{{< youtube id=\"a-b\" title=\"شرح\" autoplay=\"true\" >}}",
            "[شرح](https://www.youtube.com/watch?v=a-b)",
        ),
        (
            "قبل {{< highlight go >}}code{{< /highlight >}} بعد",
            "قبل \n```go\ncode\n```\n بعد",
        ),
        (
            "{{< highlight html \"linenos=table,hl_lines=[1,\\\"3-4\\\"],linenostart=5,style=x\" >}}\n```\n{{</* a */>}}\n````\n{{< /highlight >}}\n\n{{< x >}}",
            "`````html,linenos,hl_lines=1 3-4,linenostart=5\n```\n{{< a >}}\n````\n`````\n\n`{{< x >}}`",
        ),
        (
            "- {{< highlight go >}}\n  code\n  {{< /highlight >}}\n- ثان",
            "- ```go\n  code\n  ```\n- ثان",
        ),
        (
            "```go\n{{< highlight go >}}\n```\n",
            "```go\n{{< highlight go >}}\n```\n",
        ),
    ] {
        let text = format!("---\ntitle: س\n---\n{body}\n");
        let (_, imported) = with_text(Generator::Hugo, &text);
        let entry = entry(&imported);
        assert!(entry.contains(expected), "{expected}\n{entry}");
        let report = imported.report.written(Language::English);
        let is_told = !body.contains("width") || report.contains("without width=\"9\"");
        assert!(is_told && report.contains("shortcode"), "{report}");
    }
}

#[test]
fn a_broken_link_becomes_its_words_and_nothing_beside_it_changes() {
    for (link, expected) in [
        ("[هنا](gone/ \"قوس )\") (وهنا)", "هنا (`gone/`) (وهنا)"),
        (
            "[a](../)، [هنا][x]\n\n[x]: gone/\n",
            "[a](../)، هنا (`gone/`)",
        ),
        ("[![ر](/pic.svg)](gone/)", "![ر](/pic.svg) (`gone/`)"),
        ("![ر \\] (1)](gone.png)", "ر \\] (1) (`gone.png`)"),
    ] {
        let text = format!("---\ntitle: س\n---\nانظر {link}\n");
        let (_, imported) = with_text(Generator::Hugo, &text);
        let entry = entry(&imported);
        assert!(entry.contains(expected), "{expected}\n{entry}");
    }
}

#[test]
fn a_text_that_cannot_be_built_is_a_draft_that_can() {
    for body in [
        "قبل []() بعد",
        "قبل [](/gone/) بعد",
        "قبل[^gone] بعد",
        "قبل <div بعد",
    ] {
        let (_, imported) = with_text(Generator::Hugo, &format!("---\ntitle: س\n---\n{body}\n"));
        let entry = entry(&imported);
        let is_there = entry.contains("قبل") && entry.contains("بعد");
        assert!(is_there, "{body}\n{entry}");
    }
}

#[test]
fn what_says_nothing_of_its_language_is_english_beside_others() {
    for (settings, own, expected) in [
        ("[languages.ar]\n", "_index.md", "en"),
        (
            "DefaultContentLanguage = \"ar\"\n[languages.ar]\nlanguageCode = \"ar-EG\"\n[languages.en]\n",
            "_index.ar.md",
            "ar-EG",
        ),
        ("languageCode = \"ar-MA\"\n", "_index.md", "ar-MA"),
        ("", "_index.md", "ar"),
    ] {
        let mut old = Old::new();
        old.insert("hugo.toml".to_owned(), settings.as_bytes().to_vec());
        for (name, title) in [(own, "الرئيسية"), ("b.fr.min.md", "ب")] {
            let text = format!("---\ntitle: {title}\n---\n");
            old.insert(format!("content/{name}"), text.into_bytes());
        }
        let (built, imported) = imported(Generator::Hugo, &old);
        let written = String::from_utf8_lossy(&imported.files["site.toml"]).into_owned();
        assert!(
            written.contains(&format!("language = \"{expected}\"")),
            "{written}"
        );
        let pages: Vec<&str> = built
            .paths()
            .filter(|path| path.contains(".html"))
            .collect();
        assert!(
            built.text("index.html").contains("الرئيسية"),
            "{settings} {pages:?}"
        );
        assert!(
            pages.contains(&"b.fr.min/index.html"),
            "{settings} {pages:?}"
        );
    }
}

#[test]
#[cfg(unix)]
fn the_report_names_what_was_not_read() {
    let large = vec![b'x'; (64 << 20) + 1];
    let old = Files::default()
        .with("old/public/a.md", "# صفحة\n")
        .with("old/content/b.md", "نص\n")
        .with("old/node_modules/x/a.md", "x")
        .with("old/film.bin", large.as_slice());
    let place = old.on_disk();
    std::os::unix::fs::symlink("public/a.md", place.path("old/link.md")).unwrap();
    for (generator, read) in [("markdown", true), ("hugo", false)] {
        place
            .run(&["import", generator, "old", generator])
            .success();
        let report =
            std::fs::read_to_string(place.path(&format!("{generator}/IMPORT.md"))).unwrap();
        for told in [
            "`link.md`: a link of the file system",
            "`node_modules/`: no part of the site",
            "`film.bin`: 64 MB",
            if read {
                "`public/a.md` →"
            } else {
                "`public/`: what the old"
            },
        ] {
            assert!(report.contains(told), "{told}\n{report}");
        }
    }
}

#[test]
fn a_tag_that_ends_in_a_number_is_listed_beside_how_many_texts_it_has() {
    let text = "---\ntitle: أ\ntags: [\"مدن 1\"]\n---\n\nنص.\n";
    let (built, _) = with_text(Generator::Hugo, text);
    let page = built.text("tags/index.html");
    assert!(page.contains("مدن 1</a> (1)"), "{page}");
}

#[test]
fn a_page_that_becomes_a_draft_is_in_no_menu_any_more() {
    for wrong in [
        "<base href=\"https://far.example/\">",
        "<a href=\"javascript:go()\">نص</a>",
        "<i id=\"a\"></i><i id=\"a\"></i>",
    ] {
        for others in ["", "menu = { main = { weight = 2 } }\n"] {
            let page = |title: &str, more: &str, body: &str| {
                format!("+++\ntitle = \"{title}\"\n{more}+++\n\n{body}\n").into_bytes()
            };
            let settings = b"baseURL = \"https://example.org/\"\nlanguageCode = \"ar\"\n";
            let old = Old::from([
                ("hugo.toml".to_owned(), settings.to_vec()),
                (
                    "content/a.md".to_owned(),
                    page("أولى", "menu = { main = { weight = 1 } }\n", wrong),
                ),
                ("content/b.md".to_owned(), page("ثانية", others, "نص.")),
            ]);
            let (built, imported) = imported(Generator::Hugo, &old);
            assert!(!built.has("a/index.html"), "{wrong}");
            let settings = std::str::from_utf8(&imported.files["site.toml"]).unwrap();
            assert!(!settings.contains("pages/a"), "{settings}");
            assert_eq!(
                settings.contains("pages/b"),
                !others.is_empty(),
                "{settings}"
            );
            let report = imported.report.written(Language::English);
            assert!(report.contains("taken out"), "{report}");
        }
    }
}

#[test]
fn an_address_that_a_text_prints_is_a_link() {
    for (body, expected) in [
        ("نص {{< ref \"b\" >}} بعد", "نص [b](ref:a/b) بعد"),
        ("({{< relref \"b.md#x\" >}})", "([b.md#x](ref:a/b#x))"),
        ("[نص]({{< ref \"b\" >}})", "[نص](ref:a/b)"),
        ("[نص]\n\n[نص]: {{< ref \"b\" >}}", "[نص]: ref:a/b"),
        (
            "<a href=\"{{< ref \"b\" >}}\">نص</a>",
            "<a href=\"ref:a/b\">",
        ),
    ] {
        let text = format!("---\ntitle: س\n---\n## عنوان {{#x}}\n\n{body}\n");
        let (_, imported) = with_text(Generator::Hugo, &text);
        let entry = entry(&imported);
        assert!(entry.contains(expected), "{expected}\n{entry}");
        assert!(!entry.contains("draft"), "{entry}");
    }
}

#[test]
fn days_are_days_in_every_notation() {
    for text in [
        "---\ntitle: س\nlastmod: 2024-03-06 11:00:00 -0500\n---\n",
        "---\ntitle: س\nreviewed: \"2024-03-06T11:00:00+01:00\"\n---\n",
        "---\ntitle: س\nupdated: Wed, 6 Mar 2024 11:00:00 GMT\n---\n",
        "{ \"title\": \"س\", \"lastmod\": \"2024-03-06T11:00:00Z\" }\n",
        "{ \"title\": \"س\", \"reviewed\": \"2024-03-06\" }\n",
        "+++\ntitle = 'س'\nlastmod = 2024-03-06\n+++\n",
    ] {
        let (_, imported) = with_text(Generator::Hugo, text);
        let entry = entry(&imported);
        assert!(entry.contains(" = 2024-03-06\n"), "{text}\n{entry}");
        let has_time = entry.contains("_time = \"11:00:00");
        assert_eq!(has_time, text.contains("11:00"), "{text}\n{entry}");
    }
    let (_, imported) = with_text(
        Generator::Hugo,
        "---\ntitle: س\nedition: \"2024-03\"\nplace: 2024-03-06 فاس\n---\n",
    );
    assert!(!entry(&imported).contains("= 2024"), "{}", entry(&imported));
}
