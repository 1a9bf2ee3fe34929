//! The repository's own site: it builds without a word, at the addresses it was promised, and says nothing it must not.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::facts::FACTS;
use crate::site::{Files, repository};

static DOSSIER: LazyLock<Files> = LazyLock::new(|| Files::dossier().built());

/// The addresses of `tests/reference/sitemap.tsv`: all pages, the last of them the one for what does not exist.
fn promised() -> Vec<String> {
    let table = std::fs::read_to_string(repository().join("tests/reference/sitemap.tsv")).unwrap();
    let rows = table
        .lines()
        .skip(1)
        .map(|row| row.split('\t').nth(1).unwrap());
    rows.map(str::to_owned).collect()
}

/// The addresses that pages had before, and those of the pages that they lead to: `tests/reference/redirects.tsv`.
fn moved() -> Vec<(String, String)> {
    let table =
        std::fs::read_to_string(repository().join("tests/reference/redirects.tsv")).unwrap();
    let rows = table
        .lines()
        .skip(1)
        .map(|row| row.split_once('\t').unwrap());
    rows.map(|(old, now)| (old.to_owned(), now.to_owned()))
        .collect()
}

/// The file that is published at an address.
fn file_at(address: &str) -> String {
    match address.strip_suffix('/') {
        Some(folder) => format!("{folder}/index.html")[1..].to_owned(),
        None => address[1..].to_owned(),
    }
}

/// The pages of entries: all but those that only lead on from an old address.
fn pages() -> impl Iterator<Item = (&'static str, &'static str)> {
    let moved: BTreeSet<String> = moved().iter().map(|(old, _)| file_at(old)).collect();
    let pages = DOSSIER.texts(&["html"]);
    pages.filter(move |(path, _)| !moved.contains(*path))
}

#[test]
fn it_builds_without_a_word() {
    let build = Files::dossier().run();
    assert_eq!(build.diagnostics, []);
    // With five drawings for pages of others.
    assert_eq!(build.pages, 104);
}

#[test]
fn it_has_the_promised_pages_and_no_others() {
    let promised: BTreeSet<String> = promised().iter().map(|address| file_at(address)).collect();
    let published: BTreeSet<String> = pages().map(|(path, _)| path.to_owned()).collect();
    assert_eq!(promised.len(), 99);
    assert_eq!(published, promised);
}

#[test]
fn its_old_addresses_lead_on() {
    for (old, now) in moved() {
        let html = DOSSIER.text(&file_at(&old));
        let (_, refresh) = html.split_once("http-equiv=\"refresh\"").unwrap();
        let (content, _) = refresh.split_once('>').unwrap();
        // From the folder of the old address, beside which the new one lies.
        let target = now.replace("/topics/", "url=../") + "index.html";
        assert!(content.contains(&target), "{old}: {content}");
        assert!(promised().contains(&now), "{now} is no page");
    }
}

#[test]
fn its_sitemap_lists_all_of_them_but_one() {
    let sitemap = DOSSIER.text("sitemap.xml");
    let listed = sitemap
        .split("<loc>")
        .skip(1)
        .map(|item| item.split('<').next().unwrap());
    let listed: BTreeSet<_> = listed
        .map(|url| url.replace("https://marrakech.example", ""))
        .collect();
    let mut promised: BTreeSet<_> = promised().into_iter().collect();
    assert!(promised.remove("/404.html"));
    assert_eq!(listed, promised);
    assert!(!sitemap.contains("lastmod"), "no date is invented");
}

#[test]
fn every_page_is_in_its_language_and_reads_in_its_direction() {
    for (path, html) in pages() {
        let (language, direction) = match path {
            "fr/index.html" => ("fr", "ltr"),
            "en/index.html" => ("en", "ltr"),
            _ => ("ar-MA", "rtl"),
        };
        let element = html
            .split_once("<html")
            .unwrap()
            .1
            .split_once('>')
            .unwrap()
            .0;
        let said = format!("lang=\"{language}\" dir=\"{direction}\"");
        assert!(element.contains(&said), "{path}: {element}");
    }
}

#[test]
fn each_sentence_of_a_summary_stands_above_the_words_it_translates() {
    let quoted = |path: &str| -> Vec<String> {
        let html = DOSSIER.text(path);
        let statements = html.split("<div class=\"statement\">").skip(1);
        let words = |statement: &str| {
            let (sentence, rest) = statement
                .split_once("<blockquote lang=\"ar\" dir=\"rtl\">")
                .unwrap();
            assert!(
                sentence.contains("<a class=\"cite\" href=\"../source/index.html#p"),
                "{sentence}"
            );
            let (quotation, translation) = rest.split_once("</blockquote>").unwrap();
            assert!(translation.contains("class=\"translation\""), "{quotation}");
            quotation.to_owned()
        };
        statements.map(words).collect()
    };
    let french = quoted("fr/index.html");
    assert_eq!(french.len(), 22);
    assert_eq!(
        french,
        quoted("en/index.html"),
        "two languages, other words"
    );
    for address in ["fr/index.html", "en/index.html"] {
        let link = format!("<a href=\"{address}\" hreflang=");
        assert!(
            DOSSIER.text("index.html").contains(&link),
            "no way to {address}"
        );
    }
}

#[test]
fn every_page_has_one_title_one_heading_one_address() {
    let (mut titles, mut keys) = (BTreeSet::new(), BTreeSet::new());
    for (path, html) in pages() {
        let once = |tag: &str| assert_eq!(html.matches(tag).count(), 1, "{tag} in {path}");
        let tags = ["<h1", "<title>", "<main", "name=\"description\""];
        tags.into_iter().for_each(once);
        if path != "404.html" {
            once("rel=\"canonical\"");
        }
        let title = html
            .split_once("<title>")
            .unwrap()
            .1
            .split_once('<')
            .unwrap()
            .0;
        assert!(
            titles.insert(title),
            "another page is called {title} too: {path}"
        );
        // What reference managers know a page by.
        if let Some((_, reference)) = html.split_once("@misc{") {
            let key = reference.split_once(',').unwrap().0;
            assert!(keys.insert(key), "another page is {key} too: {path}");
        }
    }
    assert!(keys.len() > 90, "{}", keys.len());
}

#[test]
fn it_says_nothing_that_the_article_does_not_carry() {
    let words = |value: &'static serde_json::Value| {
        value
            .as_array()
            .unwrap()
            .iter()
            .map(|word| word.as_str().unwrap())
    };
    let allowed = FACTS["lint"]["allow_in"].as_object().unwrap();
    let everywhere = words(&FACTS["lint"]["forbid"]).filter(|word| !allowed.contains_key(*word));
    for word in everywhere {
        // What the article spells in Arabic has a name of its own in a summary.
        let is_summary = |path: &str| path.starts_with("fr/") || path.starts_with("en/");
        for (path, bytes) in DOSSIER
            .iter()
            .filter(|(path, _)| !path.starts_with("assets/"))
            .filter(|(path, _)| word != "Interpol" || !is_summary(path))
        {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains(word), "{path} says {word}");
        }
    }
    // Those that are allowed somewhere have to stay there: the index of names, the glossary, the data.
    for word in allowed.keys() {
        let somewhere = ["countries/index.html", "glossary/index.html"];
        for (path, html) in pages().filter(|(path, _)| !somewhere.contains(path)) {
            assert!(!html.contains(word.as_str()), "{path} says {word}");
        }
    }
}

#[test]
fn its_data_has_every_fact() {
    let data: serde_json::Value = serde_json::from_str(DOSSIER.text("data/facts.json")).unwrap();
    for name in [
        "regions",
        "countries",
        "organisations",
        "contacts",
        "agreements",
        "topics",
    ] {
        let (facts, data) = (&FACTS[name], &data["collections"][name]);
        assert_eq!(
            facts.as_array().unwrap().len(),
            data.as_array().unwrap().len(),
            "{name}"
        );
    }
    let countries = DOSSIER.text("data/countries.csv");
    assert_eq!(
        countries.lines().count(),
        1 + FACTS["countries"].as_array().unwrap().len()
    );
    for country in FACTS["countries"].as_array().unwrap() {
        let start = format!(
            "{},{},",
            country["slug"].as_str().unwrap(),
            country["name"].as_str().unwrap()
        );
        assert!(
            countries.lines().any(|row| row.starts_with(&start)),
            "{start}"
        );
    }
    let mentions = FACTS["topics"].as_array().unwrap().iter();
    let mentions = mentions.map(|topic| topic["mentions"].as_array().unwrap().len());
    assert_eq!(
        DOSSIER.text("data/mentions.csv").lines().count(),
        1 + mentions.sum::<usize>()
    );
}

/// What a page shows in `main`, without its markup.
fn shown(html: &str) -> String {
    let main = html.split_once("<main").unwrap().1.split_once("</main>");
    let pieces = main.unwrap().0.split('<').skip(1);
    let texts = pieces.map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    texts.collect::<Vec<_>>().join(" ")
}

/// Countries that share the text of a list differ in their place, their phrase and their neighbours, and say no more.
#[test]
fn a_country_without_a_text_of_its_own_says_only_what_is_its_own() {
    let mut short = 0;
    for country in FACTS["countries"].as_array().unwrap() {
        let slug = country["slug"].as_str().unwrap();
        let source =
            std::fs::read_to_string(repository().join(format!("content/countries/{slug}.md")));
        if source.unwrap().trim_end().ends_with("+++") {
            let text = shown(DOSSIER.text(&format!("countries/{slug}/index.html")));
            let words = text.split_whitespace().count();
            assert!(
                (20..100).contains(&words),
                "{words} words of {slug}: {text}"
            );
            short += 1;
        }
    }
    let shared = &FACTS["counts"]["countries_with_shared_interlocutor"];
    assert_eq!(shared, &short);
}

/// «ألمانيا» begins with alif: an index that drops what looks like an article would look for it elsewhere.
#[test]
fn the_index_has_each_country_under_its_letter() {
    let html = DOSSIER.text("countries/index.html");
    let (_, index) = html.split_once("class=\"index\"").unwrap();
    let lists: Vec<_> = index.split("<h3>").skip(1).collect();
    for country in FACTS["countries"].as_array().unwrap() {
        let (letter, slug) = (country["letter"].as_str(), country["slug"].as_str());
        let heading = format!("{}</h3>", letter.unwrap());
        let list = lists.iter().find(|list| list.starts_with(&heading));
        let link = format!("\"{}/index.html\"", slug.unwrap());
        assert!(
            list.unwrap().contains(&link),
            "{slug:?} is not under {letter:?}"
        );
    }
}

/// Drawings for other pages say whose they are, stand for themselves, and are offered where the drawing is.
#[test]
fn every_drawing_for_other_pages_has_its_credit_and_is_offered_with_what_to_paste() {
    let drawings: Vec<_> = DOSSIER
        .texts(&["svg"])
        .filter(|(path, _)| path.starts_with("embed/"))
        .collect();
    assert_eq!(drawings.len(), 5);
    for (path, svg) in drawings {
        let page = match path {
            "embed/topics.svg" => "topics/".to_owned(),
            region => region.replace("embed/", "regions/").replace(".svg", "/"),
        };
        let address = format!("https://marrakech.example/{page}");
        for part in [
            "<title>",
            "ملف مراكش، الطبعة",
            &format!(">{address}</text>"),
        ] {
            assert!(svg.contains(part), "{part} is not in {path}");
        }
        for other in ["href", "<style", "<script", "url("] {
            assert!(!svg.contains(other), "{path} asks for more: {other}");
        }
        let html = DOSSIER.text(&format!("{page}index.html"));
        let snippet =
            format!("&lt;a href=\"{address}\"&gt;&lt;img src=\"https://marrakech.example/{path}\"");
        let html = html
            .replace("&quot;", "\"")
            .replace("\">&lt;", "\"&gt;&lt;");
        assert!(html.contains(&snippet), "{page} does not offer {path}");
    }
    let names = |slug: &str| {
        FACTS["countries"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|c| c["region"] == slug)
            .map(|c| c["name"].as_str().unwrap())
            .collect::<Vec<_>>()
    };
    for region in ["europe", "africa", "latin-america", "asia"] {
        for name in names(region) {
            assert!(
                DOSSIER
                    .text(&format!("embed/{region}.svg"))
                    .contains(&format!(">{name}</text>")),
                "{name}"
            );
        }
    }
}

/// The mark under each saying of the article, against the kinds that the facts give it.
#[test]
fn the_legend_counts_the_marks_of_the_text() {
    let html = DOSSIER.text("source/index.html");
    for mark in ["news", "value", "wish", "hope"] {
        let (_, after) = html.split_once(&format!("id=\"k-{mark}\"")).unwrap();
        let count = after
            .split_once("<b>")
            .unwrap()
            .1
            .split_once("</b>")
            .unwrap()
            .0;
        let texts = html.split("class=\"text\">").skip(1);
        let texts = texts.map(|text| text.split_once("</p>").unwrap().0);
        // Adjectives part the news around them: of its pieces, those count that begin a saying.
        let marked: usize = texts
            .map(|text| text.matches(&format!("\"k {mark}\"")).count())
            .sum();
        let count: usize = count.parse().unwrap();
        if mark == "news" {
            assert!((1..=marked).contains(&count), "{count} of {marked}");
        } else {
            assert_eq!(count, marked, "{mark}");
        }
    }
}

#[test]
fn the_edition_is_the_newest_of_the_log() {
    let about = DOSSIER.text("about/index.html");
    let feed = DOSSIER.text("changes/feed.atom");
    let (_, updated) = feed.split_once("<updated>").unwrap();
    let (day, _) = updated.split_once('T').unwrap();
    let (_, edition) = about.split_once("<dt>تاريخها</dt>").unwrap();
    let first = edition.split_once("datetime=\"").unwrap().1;
    assert!(first.starts_with(&format!("{day}\"")), "{day}");
}
