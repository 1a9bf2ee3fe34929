//! A site with fonts of its own, from the files that site.toml names to what a browser loads.

use warraq::pipeline::{self, Options, Pipeline};

use crate::site::Files;

const FONTS: &str = r#"
[fonts.families.text]
family = "Kitab"
fallback = ["Geeza Pro", "serif"]
licence = "fonts/licence.txt"
faces = [{ file = "fonts/kitab.ttf", weight = 400, preload = true }]
"#;

const STYLE: &str = "@import \"warraq:fonts\";\nbody { font-family: var(--font-text) }\n";

/// The good site in a font, and with a list of what to load first.
fn site() -> Files {
    let case = Files::case("fonts-over-budget");
    let font = case.bytes("templates/assets/fonts/kitab.ttf").to_vec();
    let page = Files::good().text("templates/page.html").replace(
        "</head>",
        "{% for font in font_preloads() %}<link rel=\"preload\" href=\"{{ font }}\" as=\"font\" crossorigin>{% endfor %}</head>",
    );
    Files::good()
        .and("site.toml", FONTS)
        .with("templates/assets/fonts/kitab.ttf", font)
        .with("templates/assets/fonts/licence.txt", "SIL OFL 1.1")
        .with("templates/assets/site.css", STYLE)
        .with("templates/page.html", page)
}

/// Where the font is published.
fn address(files: &Files) -> String {
    let mut paths = files.paths();
    let font = paths.find(|path| path.starts_with("assets/fonts/text-400."));
    font.unwrap().to_owned()
}

#[test]
fn a_part_of_the_font_is_published_and_named_where_it_is_needed() {
    let built = site().on_disk();
    built.build().success();
    let published = built.published();
    let font = address(&published);
    assert_eq!(published.bytes(&font)[..4], *b"wOF2");
    assert!(
        !published.paths().any(|path| path.contains("kitab")),
        "the font as a whole"
    );
    assert!(
        published
            .paths()
            .any(|path| path.starts_with("assets/fonts/licence."))
    );

    let name = font.strip_prefix("assets/").unwrap();
    let sheet = published
        .paths()
        .find(|path| path.contains("site."))
        .unwrap()
        .to_owned();
    let sheet = published.text(&sheet);
    assert!(sheet.contains(&format!("src:url(\"{name}\")")), "{sheet}");
    assert!(
        sheet.contains("--font-text:Kitab,Kitab fallback,Geeza Pro,serif"),
        "{sheet}"
    );
    assert!(sheet.contains(
        "@font-face{font-family:Kitab fallback;src:local(Geeza Pro);ascent-override:106.9%"
    ));
    let page = published.text("index.html");
    assert!(
        page.contains(&format!("<link rel=\"preload\" href=\"{font}\"")),
        "{page}"
    );
}

#[test]
fn another_character_gives_the_font_another_name_and_a_known_one_does_not() {
    let named = |files: &Files| {
        let build = files.run();
        let output = build.output.unwrap();
        let font = output
            .iter()
            .find(|(path, _)| path.as_str().starts_with("assets/fonts/text-400."));
        font.unwrap().0.to_string()
    };
    let before = named(&site());
    let known = site().and(
        "content/books/aghani.md",
        "\nكتاب جديد، وفيه نصوص مشكولة: كِتَابٌ.\n",
    );
    assert_eq!(named(&known), before);
    // The font has the letter, and neither the base nor a source had it.
    let unknown = site().and("content/books/aghani.md", "\nŠ\n");
    assert_ne!(named(&unknown), before);
}

#[test]
fn a_rebuild_that_needs_no_other_character_makes_no_font() {
    let built = site().on_disk();
    built.build().success();
    let font = address(&built.published());
    let made = std::fs::metadata(built.path("public").join(&font))
        .unwrap()
        .modified()
        .unwrap();
    let page = built.path("content/pages/home.md");
    let text = std::fs::read_to_string(&page).unwrap();
    std::fs::write(&page, text + "\nكتاب جديد.\n").unwrap();
    built.build().success();
    assert_eq!(address(&built.published()), font);
    let kept = std::fs::metadata(built.path("public").join(&font))
        .unwrap()
        .modified()
        .unwrap();
    assert_eq!(kept, made);
}

#[test]
fn after_every_edit_there_is_what_a_clean_build_makes() {
    let options = Options::default();
    let mut pipeline = Pipeline::new(options.clone());
    let page = "content/pages/home.md";
    let text = site().text(page).to_owned();
    let edits = [
        site(),
        site().with(page, format!("{text}\n漢\n")),
        site()
            .with(page, format!("{text}\n漢\n"))
            .and("content/books/aghani.md", "\n漢\n"),
        site().and("content/books/aghani.md", "\n漢\n"),
        site().with(page, format!("{text}\nŠ\n")),
        site().with("templates/assets/fonts/kitab.ttf", "no font"),
        site(),
        site().and("site.toml", "\n[check.budgets]\nfonts = 1\n"),
        site(),
    ];
    for (at, files) in edits.iter().enumerate() {
        let (kept, clean) = (
            pipeline.run(&files.snapshot()),
            pipeline::run(&files.snapshot(), &options),
        );
        assert_eq!(kept.diagnostics, clean.diagnostics, "edit {at}");
        assert_eq!(kept.output, clean.output, "edit {at}");
    }
}

#[test]
fn a_site_without_fonts_has_no_sheet_of_fonts() {
    let build = Files::good().with("templates/assets/site.css", STYLE).run();
    assert_eq!(build.diagnostics[0].code, "E405");
}
