//! Cards and icons: every page has one, it is where the page says, it can be shown everywhere, and it is made no more often than it must be.

use std::collections::BTreeMap;

use serde_json::Value as Json;
use warraq::path::OutputPath;
use warraq::pipeline::{self, Options, Pipeline};

use crate::site::{Files, repository, said};

/// The content of `<meta property="…">` or `<meta name="…">`.
fn meta<'a>(html: &'a str, property: &str) -> &'a str {
    let named = html.split("<meta ").find(|rest| {
        ["property", "name"]
            .iter()
            .any(|key| rest.starts_with(&format!("{key}=\"{property}\"")))
    });
    let tag = named.unwrap_or_else(|| panic!("there is no {property}"));
    tag.split("content=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap()
}

/// Width and height, by the first chunk of a PNG (PNG specification, 11.2.1), and whether it has transparency.
fn size(png: &[u8]) -> (u32, u32, bool) {
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    assert_eq!(png[12..16], *b"IHDR");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20), matches!(png[25], 4 | 6))
}

/// The good site with a card for each page. The cards have no text, so they need no font.
fn with_cards() -> Files {
    let card = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\">\
        <title>{{ page.title }}</title><rect width=\"{{ page.title | length }}0\" height=\"630\" fill=\"#0b5a3c\"/></svg>";
    Files::good()
        .and("site.toml", "\n[cards]\ntemplate = \"card.svg\"\n")
        .with("templates/card.svg", card)
}

#[test]
fn every_page_of_the_dossier_has_a_card_where_it_says() {
    let site = Files::dossier().built();
    let mut addresses = BTreeMap::new();
    // Nobody links to the page of addresses that do not exist, and pages that only lead on are never shown.
    for (path, html) in site
        .texts(&["html"])
        .filter(|(path, html)| *path != "404.html" && !html.contains("http-equiv=\"refresh\""))
    {
        assert_eq!(meta(html, "twitter:card"), "summary_large_image", "{path}");
        let language = html.split("<html lang=\"").nth(1).unwrap();
        let (language, _) = language.split_once('"').unwrap();
        let is_arabic = !path.starts_with("en/") && !path.starts_with("fr/");
        assert_eq!(language == "ar-MA", is_arabic, "{path}");
        let locale = match language {
            "ar-MA" => "ar_MA",
            "fr" => "fr_FR",
            _ => "en_US",
        };
        assert_eq!(meta(html, "og:locale"), locale, "{path}");
        assert_eq!(meta(html, "og:image:type"), "image/png", "{path}");
        assert!(
            meta(html, "og:image:alt").contains(meta(html, "og:title")),
            "{path}"
        );
        let address = meta(html, "og:image");
        let file = address.strip_prefix("https://marrakech.example/").unwrap();
        let card = site.bytes(file);
        let stated =
            ["og:image:width", "og:image:height"].map(|side| meta(html, side).parse().unwrap());
        assert_eq!(stated, [1200, 630], "{path}");
        assert_eq!(size(card), (stated[0], stated[1], false), "{path}");
        assert!(card.len() < 300_000, "{path}: {}", card.len());
        assert_eq!(
            addresses.insert(address, path),
            None,
            "one card for two pages"
        );
    }
    assert_eq!(
        addresses["https://marrakech.example/cards/index.png"],
        "index.html"
    );
    let europe = addresses["https://marrakech.example/cards/regions/europe.png"];
    assert_eq!(europe, "regions/europe/index.html");
    let cards = site.paths().filter(|path| path.starts_with("cards/"));
    assert_eq!(cards.count(), addresses.len());
}

/// It has no head to name a card in.
#[test]
fn a_page_that_is_another_kind_of_file_has_no_card() {
    let humans = "+++\ntitle = \"الناس\"\nurl = \"/humans.svg\"\ntemplate = \"humans.svg\"\n+++\n";
    let site = with_cards()
        .with("content/pages/humans.md", humans)
        .with(
            "templates/humans.svg",
            "<svg>{{ page.title }}, {{ page.card | json }}</svg>\n",
        )
        .built();
    assert_eq!(site.text("humans.svg"), "<svg>الناس, null</svg>\n");
    let cards = site.paths().filter(|path| path.starts_with("cards/"));
    assert!(cards.into_iter().all(|path| !path.contains("humans")));
    assert!(site.paths().any(|path| path == "cards/index.png"));
}

#[test]
fn a_site_without_cards_says_nothing_of_any() {
    let site = Files::good()
        .replace(
            "templates/page.html",
            "<nav>",
            "{{ page.card is none }}<nav>",
        )
        .built();
    assert!(site.text("index.html").contains("true<nav>"));
    assert!(
        !site
            .paths()
            .any(|path| path.starts_with("cards/") || path.ends_with(".webmanifest"))
    );
}

#[test]
fn the_dossier_has_icons_for_every_system() {
    let site = Files::dossier().built();
    for (path, side, is_transparent) in [
        ("apple-touch-icon.png", 180, false),
        ("icon-192.png", 192, true),
        ("icon-512.png", 512, true),
        ("icon-maskable-512.png", 512, false),
    ] {
        assert_eq!(
            size(site.bytes(path)),
            (side, side, is_transparent),
            "{path}"
        );
    }
    let favicon = site.bytes("favicon.ico");
    let count = usize::from(favicon[4]);
    let sides = (0..count).map(|entry| {
        let entry = &favicon[6 + 16 * entry..];
        let start = u32::from_le_bytes(entry[12..16].try_into().unwrap()) as usize;
        size(&favicon[start..]).0
    });
    assert_eq!(sides.collect::<Vec<_>>(), [16, 32, 48]);
    let manifest: Json = serde_json::from_str(site.text("site.webmanifest")).unwrap();
    assert_eq!(manifest["dir"], "rtl");
    assert_eq!(manifest["lang"], "ar-MA");
    assert_eq!(manifest["name"], "ملف مراكش");
    for icon in manifest["icons"].as_array().unwrap() {
        let (width, height, _) = size(site.bytes(icon["src"].as_str().unwrap()));
        assert_eq!(icon["sizes"], format!("{width}x{height}"));
    }
}

#[test]
fn cards_are_drawn_when_they_are_looked_at_and_not_again() {
    let site = with_cards().on_disk();
    let first = site.build().success();
    assert!(
        said(&first).contains("17 written") || said(&first).contains("written, 0 unchanged"),
        "{}",
        said(&first)
    );
    let before = site.published();
    let card = site.path("public/cards/books/bukhala.png");
    // What the folder holds is left alone, so a card that is there is not made again, whatever it looks like.
    let again = site.build().success();
    assert!(said(&again).contains("0 written"), "{}", said(&again));
    assert!(card.exists());
    assert_eq!(site.published(), before);
}

#[test]
fn an_edit_of_a_body_is_no_edit_of_a_card() {
    let files = with_cards();
    let made_of = |files: &Files, pipeline: &mut Pipeline| {
        let output = pipeline.run(&files.snapshot()).output.unwrap();
        let card = output.get(&OutputPath::new("cards/books/bukhala.png").unwrap());
        card.unwrap().input_digest().unwrap()
    };
    let mut pipeline = Pipeline::new(Options::default());
    let before = made_of(&files, &mut pipeline);
    let body = files
        .clone()
        .and("content/books/bukhala.md", "\nوفيه أخبار.\n");
    assert_eq!(made_of(&body, &mut pipeline), before);
    let title = files.replace("content/books/bukhala.md", "البخلاء\"", "كتاب البخلاء\"");
    let after = made_of(&title, &mut pipeline);
    assert_ne!(after, before);
    assert_eq!(
        made_of(&title, &mut Pipeline::new(Options::default())),
        after
    );
}

#[test]
fn a_problem_of_a_card_is_reported_as_long_as_it_is_there_and_where_it_is() {
    let broken = Files::case("unfit-card");
    // Nothing that a card is made of changes, but its words stand a line lower.
    let lower = broken
        .clone()
        .replace("content/books/bukhala.md", "title =", "# البخل\ntitle =");
    let mended = with_cards();
    let mut pipeline = Pipeline::new(Options::default());
    for files in [broken, lower, mended] {
        let clean = pipeline::run(&files.snapshot(), &Options::default());
        let build = pipeline.run(&files.snapshot());
        assert_eq!(build.diagnostics, clean.diagnostics);
    }
}

#[test]
fn the_documentation_shows_a_card_as_it_is_made() {
    let site = Files::dossier().built();
    let shown = std::fs::read(repository().join("docs/card.png")).unwrap();
    assert_eq!(
        shown,
        site.bytes("cards/index.png"),
        "copy it from public/cards/index.png"
    );
}
